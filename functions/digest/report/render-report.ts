import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { WeekSummary } from '../../../shared/evaluation/week/summarize-week.ts';
import type { Trend } from '../../../shared/evaluation/week/trends.ts';
import type { DigestWords } from '../../../shared/i18n/digest-words.ts';
import { wordEvidenceGap } from '../../../shared/i18n/evidence-gaps.ts';
import { markWords } from '../../../shared/i18n/marks.ts';
import { contactMap } from '../../../shared/look/contact-map.ts';
import { shapes } from '../../../shared/look/lights.ts';
import { markedPictures } from '../../../shared/look/marked-pictures.ts';
import { trendChart, trendsHeading } from '../../../shared/look/trend-chart.ts';
import type { Language } from '../../../shared/model/business.ts';
import type { Check } from '../../../shared/model/check.ts';
import { reportForBrowsers } from '../browser-policy.ts';
import { type Formats, formatsFor } from '../formats.ts';
import { type DigestView, type LightView, type TouchpointView, unbroken } from '../view.ts';
import { wordWeek } from '../word-week.ts';
import { comparisonSection } from './comparison-section.ts';
import { criteriaTable } from './criteria-table.ts';
import { enquiriesSection } from './enquiries-section.ts';
import { placesSection } from './places-section.ts';
import { planSection } from './plan-section.ts';
import type { LastVisit, TouchpointEvidence } from './read-report.ts';
import { reportStyles } from './report-styles.ts';
import { themesSection } from './themes-section.ts';
import { waterfallTable } from './waterfall-table.ts';

const everything = {
  touchpoints: 1000,
  unseen: 1000,
  spans: 1000,
  overdue: 1000,
  waiting: 1000,
  plan: { lines: 1000, all: true },
  themes: 1000,
} as const;

/** The whole week as one HTML file that needs nothing beside it: no script, no address to load. */
export function renderReport(
  summary: WeekSummary,
  evidence: ReadonlyMap<string, TouchpointEvidence>,
  language: Language,
): string {
  const view = wordWeek(summary, { language, reportUrl: null, limits: everything });
  const formats = formatsFor(language, summary.timeZone, summary.now);
  const { words } = formats;
  const writtenAt = `${words.full.writtenAt}: ${formats.moment(summary.now)}`;
  const cards = view.touchpoints.items.map((touchpoint, n) =>
    touchpointSection(touchpoint, evidence.get(summary.touchpoints[n]?.id ?? ''), formats),
  );
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${view.business}: ${view.period}`),
      h('style', null, reportStyles),
    ),
    h(
      'body',
      null,
      h('main', null, ...top(view, words), ...cards, unseen(view), bottom([writtenAt, ...view.small.slice(0, -2)])),
    ),
  );
  return reportForBrowsers(`<!doctype html>${renderToStaticMarkup(page)}\n`);
}

function top(
  { business, period, light, verdict, headline, notes, enquiries, ...rest }: DigestView,
  words: DigestWords,
): (ReactElement | null)[] {
  const header = h(
    'header',
    { className: light },
    h('p', null, h('b', null, `${words.full.title}: ${business}`)),
    h('p', { className: 'mute' }, period),
    h('h1', null, `${shapes[light]} ${verdict}`),
    h('p', null, headline),
    ...notes.map((note) => h('p', { key: note, className: 'mute' }, note)),
  );
  return [
    header,
    enquiries === null ? null : enquiriesSection(enquiries),
    actionsSection(rest),
    planSection(rest.plan),
    rest.themes === null ? null : themesSection(rest.themes),
    placesSection(rest.places),
    rest.comparison === null ? null : comparisonSection(rest.comparison),
  ];
}

function actionsSection({ actions, noActions }: Pick<DigestView, 'actions' | 'noActions'>): ReactElement | null {
  if (actions.items.length === 0 && noActions === null) return null;
  return h(
    'section',
    { 'aria-label': actions.heading },
    h('h2', null, actions.heading),
    noActions === null ? null : h('p', null, noActions),
    h(
      'ol',
      null,
      ...actions.items.map(({ what, todo, pairs }) =>
        h(
          'li',
          { key: what },
          h('b', null, what),
          h('p', null, todo),
          ...pairs.map(({ label, text }) =>
            h('p', { key: label, className: 'mute' }, h('b', null, `${label}: `), text),
          ),
        ),
      ),
    ),
  );
}

function touchpointSection(
  touchpoint: TouchpointView,
  found: TouchpointEvidence | undefined,
  formats: Formats,
): ReactElement {
  const { name, light, strip, summary, troubles, overdue } = touchpoint;
  return h(
    'section',
    { key: name, 'aria-label': name },
    h('div', { className: 'title' }, h('h2', null, name), chip(light)),
    h(
      'ul',
      { className: 'strip' },
      ...strip.map(({ day, light: of, shape, word }) =>
        h(
          'li',
          { key: day },
          day,
          h('span', { className: of ?? 'none', title: word }, shape, ' ', h('span', { className: 'word' }, word)),
        ),
      ),
    ),
    h('p', { className: 'mute' }, summary),
    ...list(troubles.heading, troubles.items, ({ light: of, title, length, spans, seen }) => [
      h('b', { key: 't' }, `${of.shape} ${of.word}: ${title}`),
      length === '' ? '' : ` – ${length}`,
      ...seen.map(({ label, text }) => h('p', { key: label, className: 'mute' }, `${label}: `, h('bdi', null, text))),
      ...spans.map((span) => h('div', { key: span, className: 'mute' }, span)),
    ]),
    ...list(overdue.heading, overdue.items, ({ who, waits, link }) => [
      h('bdi', { key: 'w' }, who),
      h(
        'p',
        { key: 'p', className: 'mute' },
        waits,
        '. ',
        link === null ? null : h('a', { href: link.url, rel: 'noreferrer' }, link.text),
      ),
    ]),
    figures(touchpoint, formats.words),
    ...(found === undefined ? [] : evidenceParts(found, formats)),
  );
}

function list<T>(heading: string, items: readonly T[], render: (item: T) => ReactNode[]): (ReactElement | null)[] {
  if (items.length === 0) return [];
  return [h('h3', null, heading), h('ul', null, ...items.map((item, key) => h('li', { key }, ...render(item))))];
}

function figures({ figures: all, columns, name }: TouchpointView, words: DigestWords): ReactElement | null {
  if (all.length === 0) return null;
  const heads = [columns.what, columns.now, columns.before];
  return h(
    'div',
    null,
    h('h3', null, words.heading.figures),
    h(
      'table',
      { className: 'figures', 'aria-label': name },
      h('thead', null, h('tr', null, ...heads.map((head) => h('th', { key: head, scope: 'col' }, head)))),
      h(
        'tbody',
        null,
        ...all.map(({ label, now, before, bad }) =>
          h(
            'tr',
            { key: label },
            h('th', { scope: 'row' }, label),
            h('td', null, h('b', null, unbroken(bad ? `⚠ ${now}` : now))),
            h('td', null, unbroken(before)),
          ),
        ),
      ),
    ),
  );
}

function evidenceParts(
  { trends, histories = [], lastVisits, criteria = [] }: TouchpointEvidence,
  formats: Formats,
): (ReactElement | null)[] {
  const { words } = formats;
  const contacts = contactMap(lastVisits, words);
  const pictures = lastVisits.filter(({ picture }) => picture !== null);
  const missing = lastVisits.flatMap(({ check, gaps = [] }) =>
    gaps.map((gap) => [deviceOf(check, words), gap] as const),
  );
  const waterfalls = lastVisits.flatMap(({ waterfall }) => waterfall ?? []);
  return [
    ...criteria.map((each) => criteriaTable(each, formats)),
    ...charts(trendsHeading(trends, words), trends, formats),
    ...charts(words.full.histories, histories, formats),
    ...(contacts === null ? [] : [h('h3', null, words.full.contacts), contacts]),
    ...waterfalls.flatMap((waterfall) => [
      h('h3', null, `${words.full.waterfall}: ${words.full[waterfall.device]}`),
      waterfallTable(waterfall, formats),
    ]),
    ...(pictures.length === 0
      ? []
      : [
          h('h3', null, words.full.screenshots),
          h('div', { className: 'pictures' }, ...pictures.map((lastVisit) => picture(lastVisit, formats))),
        ]),
    ...markedParts(lastVisits, formats),
    ...missing.map(([device, gap], key) =>
      h('p', { key, className: 'mute' }, [...device, wordEvidenceGap(gap, formats.language)].join(': ')),
    ),
  ];
}

function charts(heading: string, trends: readonly Trend[], formats: Formats): ReactElement[] {
  if (trends.length === 0) return [];
  return [
    h('h3', null, heading),
    h('div', { className: 'trends' }, ...trends.map((trend) => trendChart(trend, formats))),
  ];
}

function markedParts(lastVisits: readonly LastVisit[], { words, moment, language }: Formats): ReactElement[] {
  const parts = lastVisits.flatMap(({ check, at, marked = [], contacts }) => {
    const caption = [deviceOf(check, words), check.url ?? [], moment(at)].flat().join(', ');
    const shown = markedPictures(marked, contacts, { caption, language });
    return shown.length === 0 ? [] : [h('div', { key: check.id }, ...shown)];
  });
  return parts.length === 0 ? [] : [h('h3', { key: 'marked' }, markWords[language].heading), ...parts];
}

function picture({ check, picture: src, at }: LastVisit, { words, moment }: Formats): ReactElement {
  const caption = [deviceOf(check, words), check.url ?? [], moment(at)].flat().join(', ');
  return h(
    'figure',
    { key: check.id },
    h('img', { src, alt: caption }),
    h('figcaption', { className: 'mute' }, caption),
  );
}

function deviceOf({ device }: Check, words: DigestWords): string[] {
  return device === null ? [] : [words.full[device]];
}

function chip({ light, word, shape }: LightView): ReactElement {
  return h('span', { className: `chip ${light ?? 'none'}` }, `${shape} ${word}`);
}

function unseen({ unseen: { heading, items } }: DigestView): ReactElement | null {
  if (items.length === 0) return null;
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    h('ul', null, ...items.map((item, key) => h('li', { key }, item))),
  );
}

function bottom(lines: readonly string[]): ReactElement {
  return h('footer', null, ...lines.map((line) => h('p', { key: line, className: 'mute' }, line)));
}
