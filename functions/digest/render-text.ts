import { shapes } from '../../shared/look/lights.ts';
import type {
  ActionView,
  ComparisonView,
  DigestView,
  EnquiriesView,
  OverdueView,
  PlacesView,
  PlanView,
  Section,
  ThemesView,
  TouchpointView,
} from './view.ts';

const width = 76;

/** The mail without any markup, for mail programs that show none and for people who like none. */
export function renderText(view: DigestView): string {
  const { enquiries, actions, places, touchpoints, unseen } = view;
  const blocks = [
    [view.business, view.period],
    [view.verdict.toLocaleUpperCase(), ...wrap(view.headline), ...view.notes.flatMap((note) => wrap(note))],
    ...(enquiries === null ? [] : [enquiryLines(enquiries)]),
    ...section(actions, (items) =>
      items.flatMap((action, n) => [...(n > 0 ? [''] : []), ...actionLines(action, n + 1)]),
    ),
    ...paragraph(view.moreActions),
    ...paragraph(view.noActions, actions.heading),
    ...planBlocks(view.plan),
    ...(view.themes === null ? [] : [themeBlock(view.themes)]),
    ...placeBlocks(places),
    ...(view.comparison === null ? [] : [comparisonLines(view.comparison)]),
    ...section(touchpoints, (items) => items.flatMap((one, n) => [...(n > 0 ? [''] : []), ...touchpointLines(one)])),
    ...paragraph(view.rest),
    ...section(unseen, (items) => items.flatMap((item) => wrap(item, '- '))),
    ...(view.page === null ? [] : [[`${view.page.text}:`, view.page.url]]),
    ...(view.report === null ? [] : [[`${view.report.text}:`, view.report.url]]),
    ['-- ', ...view.small.flatMap((line) => wrap(line))],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section<T>({ heading, items }: Section<T>, lines: (items: readonly T[]) => string[]): string[][] {
  return items.length === 0 ? [] : [[underlined(heading), ...lines(items)]];
}

function paragraph(text: string | null, heading?: string): string[][] {
  return text === null ? [] : [[...(heading === undefined ? [] : [underlined(heading)]), ...wrap(text)]];
}

function planBlocks({ more, keep, ...lines }: PlanView): string[][] {
  return [
    ...section(lines, (items) => [
      ...items.flatMap(({ light, text }) => wrap(text, `${light === null ? '-' : shapes[light]} `)),
      ...(more === null ? [] : wrap(more)),
    ]),
    ...section(keep, (items) => items.flatMap((item) => wrap(item, '- '))),
  ];
}

/** Where nothing repeats, the notes say why that may be. */
function themeBlock({ heading, items, notes }: ThemesView): string[] {
  return [
    underlined(heading),
    ...items.flatMap(({ side, text, where, quotes }) => [
      ...wrap(text, side === 'complaint' ? '- ' : '+ '),
      ...wrap(where, '  '),
      ...quotes.flatMap(({ text: quote, link }) => [...wrap(quote, '  '), ...(link === null ? [] : [`  ${link.url}`])]),
    ]),
    ...notes.flatMap((note) => wrap(note)),
  ];
}

function underlined(heading: string): string {
  return `${heading}\n${'='.repeat([...heading].length)}`;
}

function actionLines({ what, todo, pairs }: ActionView, number: number): string[] {
  return [
    ...wrap(what, `${number}. `),
    ...wrap(todo, '   '),
    ...pairs.flatMap(({ label, text }) => wrap(`${label}: ${text}`, '   ')),
  ];
}

/** Customers as signs; of more, the shares. */
const barSigns = 36;

function enquiryLines({ heading, lead, wait, zones, columns, channels, notes, ...rest }: EnquiriesView): string[] {
  const all = zones.reduce((sum, { count }) => sum + count, 0);
  const signs = ({ count }: { readonly count: number }): number =>
    all <= barSigns ? count : Math.max(1, Math.round((count / all) * barSigns));
  const { waiting, mayBeMore } = rest;
  const lower = (text: string): string => text.toLocaleLowerCase();
  return [
    underlined(heading),
    ...wrap(lead),
    ...(all === 0 ? [] : [`${zones.map((zone) => zone.shape.repeat(signs(zone))).join('')}${mayBeMore ? '?' : ''}`]),
    ...zones.flatMap(({ shape, count, says }) => wrap(`${count} ${says}`, `  ${shape} `)),
    ...(wait === null ? [] : wrap(wait)),
    ...notes.flatMap((note) => wrap(note)),
    ...channels.flatMap(({ channel, customers, inTime, wait: typical }) =>
      wrap(
        `${channel}: ${customers} (${lower(columns.inTime)}: ${inTime}; ${lower(columns.wait)}: ${typical})`,
        '  - ',
      ),
    ),
    ...waiting.flatMap(({ heading: who, items, more }) => [
      `${who}:`,
      ...items.flatMap((one) => overdueLines(one, '  - ')),
      ...(more === null ? [] : wrap(more, '  - ')),
    ]),
  ];
}

/** As in the HTML: no table of one row. */
function placeBlocks({ heading, rows, notYet }: PlacesView): string[][] {
  const watched = rows.filter(({ isWatched }) => isWatched);
  if (watched.length === 0) return [];
  const rest = notYet === null ? [] : wrap(notYet);
  if (watched.length === 1) return rest.length === 0 ? [] : [rest];
  const lines = watched.flatMap(({ name, light, state, watchedBy }) => [
    `${light.shape} ${name}: ${light.word}`,
    ...(state === null ? [] : wrap(state, '  ')),
    ...(watchedBy === null || watchedBy === name ? [] : wrap(watchedBy, '  ')),
  ]);
  return [[underlined(heading), ...lines, ...rest]];
}

function comparisonLines({ heading, lead, columns, rows, notes, ownUse }: ComparisonView): string[] {
  const lower = (text: string): string => text.toLocaleLowerCase();
  return [
    underlined(heading),
    ...(lead === null ? [] : wrap(lead)),
    ...rows.flatMap(({ name, cells }) =>
      wrap(`${name}: ${cells.map((cell, n) => `${lower(columns[n + 1] ?? '')}: ${cell}`).join('; ')}`, '  - '),
    ),
    ...[...notes, ownUse].flatMap((note) => wrap(note)),
  ];
}

function overdueLines({ who, waits, link }: OverdueView, lead: string): string[] {
  return [...wrap(who, lead), ...wrap(waits, '    '), ...(link === null ? [] : [`    ${link.url}`])];
}

function touchpointLines({
  name,
  light,
  strip,
  summary,
  columns,
  figures,
  troubles,
  overdue,
  ...rest
}: TouchpointView) {
  return [
    `${light.shape} ${name}: ${light.word}`,
    `  ${strip.map(({ day, shape }) => `${day} ${shape}`).join('  ')}`,
    ...wrap(summary, '  '),
    ...figures.flatMap(({ label, now, before, bad }) =>
      wrap(`${label}: ${bad ? '⚠ ' : ''}${now} (${columns.before.toLocaleLowerCase()}: ${before})`, '  - '),
    ),
    ...under(troubles, ({ title, length, seen, spans }) => [
      ...wrap(length === '' ? title : `${title}: ${length}`, '  - '),
      ...seen.flatMap(({ label, text }) => wrap(`${label}: ${text}`, '    ')),
      ...spans.flatMap((line) => wrap(line, '    · ')),
    ]),
    ...under(overdue, (one) => overdueLines(one, '  - ')),
    ...(rest.moreOverdue === null ? [] : wrap(rest.moreOverdue, '  - ')),
  ];
}

function under<T>({ heading, items }: Section<T>, lines: (item: T) => string[]): string[] {
  return items.length === 0 ? [] : [`  ${heading}:`, ...items.flatMap(lines)];
}

/** Whole words up to the width; further lines begin below the first one's text. */
function wrap(text: string, lead = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && lead.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each, n) => `${n === 0 ? lead : ' '.repeat(lead.length)}${each}`);
}
