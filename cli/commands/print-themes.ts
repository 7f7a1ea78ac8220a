import type { PeriodThemes } from '../../shared/evaluation/themes/by-period.ts';
import type { Candidates } from '../../shared/evaluation/themes/candidates.ts';
import {
  fewestPeople,
  fewestWriters,
  type Recurring,
  type RecurringTheme,
} from '../../shared/evaluation/themes/recurring.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { dollars, sayExactness, sayInstead, themeWords } from '../../shared/i18n/themes/themes.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import { keepLongDays } from '../../shared/model/keep-days.ts';
import { themes as aboutOf, type Theme } from '../../shared/model/theme.ts';
import type { Terminal } from '../terminal.ts';

/** What `touchlight themes` shows. */
export interface ShownThemes {
  readonly days: number;
  /** With as many days before. */
  readonly isCompared: boolean;
  readonly timeZone: string;
  /** Of a stack, which runs by itself. */
  readonly isDeployed: boolean;
  /** Ids of touchpoints that no run has looked at yet. */
  readonly neverRead: readonly string[];
  readonly recurring: Recurring;
  readonly candidates: Candidates;
  /** On a model, this month; null where none reads. */
  readonly spending: { readonly usd: number; readonly atMostUsd: number } | null;
  /** Week by week or quarter by quarter; empty where nobody asked for that. */
  readonly periods: readonly PeriodThemes[];
}

const words = themeWords.en;
const { stamp } = formatFor('en');
const quoteLimit = 110;

export function printThemes(shown: ShownThemes, terminal: Terminal): void {
  const { days, recurring, candidates, periods } = shown;
  const { themes, people, complainers, unplaced } = recurring;
  terminal.print(
    people === 0
      ? `Nobody wrote anything that Touchlight has read in ${counted(days, 'day', 'days')}.`
      : `${counted(people, 'person', 'people')} wrote something in ${counted(days, 'day', 'days')}, and ${complainers === 0 ? 'nobody' : `${complainers} of them`} complained.`,
  );
  for (const side of ['complaint', 'praise'] as const) {
    const some = themes.filter((each) => each.side === side);
    if (some.length === 0) continue;
    terminal.print(terminal.bold(side === 'complaint' ? 'Complaints' : 'Praise'));
    for (const theme of some) printTheme(theme, days, terminal);
  }
  if (themes.length > 0) terminal.print(sayExactness(recurring.instead, 'en'));
  else if (people > 0) terminal.print(`No theme was mentioned by ${fewestPeople} people or more.`);
  for (const note of sayInstead(recurring.instead, recurring.capUsd, 'en')) terminal.print(note);
  if ((recurring.instead?.why.denied ?? 0) > 0) terminal.print(whereBedrockAnswered(shown));
  for (const note of notesOnTrend(shown)) terminal.print(note);
  if (shown.spending !== null) terminal.print(saySpending(shown.spending));
  for (const period of periods) printPeriod(period, terminal);
  if (unplaced > 0) terminal.print(words.unplaced(unplaced, complainers));
  printCandidates(candidates, terminal);
}

/** With its permission that is missing, or its id that does not exist. */
function whereBedrockAnswered({ isDeployed }: ShownThemes): string {
  return isDeployed
    ? 'The log of probe-social has what Bedrock answered.'
    : 'To see what Bedrock answers: TOUCHLIGHT_DEBUG=1 npx touchlight run';
}

function saySpending({ usd, atMostUsd }: NonNullable<ShownThemes['spending']>): string {
  const spent = `$${formatFor('en').number(usd, 4)}`;
  const cap = dollars(atMostUsd, 'en');
  return usd > atMostUsd
    ? `The model has cost ${spent} this month, by the prices in your file. That is more than the cap of ${cap}, so it is asked no more before the next month (UTC).`
    : `The model has cost ${spent} of at most ${cap} this month, by the prices in your file.`;
}

function notesOnTrend({
  isCompared,
  timeZone,
  isDeployed,
  neverRead,
  recurring: {
    now: { to: now },
    compared,
    notRead,
  },
}: ShownThemes): string[] {
  const whoReads = isDeployed
    ? 'The stack reads it on schedule.'
    : 'touchlight run reads it once, touchlight watch on schedule.';
  const ofSources = [
    ...neverRead.map((id) => `${id}: not read yet. ${whoReads}`),
    ...notRead
      .filter(({ touchpointId }) => !neverRead.includes(touchpointId))
      .map(({ touchpointId, how, since }) => words[how](touchpointId, stamp(since, timeZone, now))),
  ];
  if (!isCompared)
    return [
      ...ofSources,
      `Nothing to compare with: what customers said is kept for ${keepLongDays} days, so a trend needs --since ${keepLongDays / 2}d or less.`,
    ];
  if (compared.now >= fewestWriters && compared.before >= fewestWriters) return ofSources;
  const where = ofSources.length === 0 ? '' : ', at sources that could be read in both';
  return [
    ...ofSources,
    `Too few people for a trend: it takes ${fewestWriters} in this period and ${fewestWriters} in the one before${where}.`,
  ];
}

function printTheme(
  { theme, side, people, before, change, touchpoints, examples }: RecurringTheme,
  count: number,
  terminal: Terminal,
) {
  const days = counted(count, 'day', 'days');
  const compared = before === null ? '' : ` (${words.before(before, days)})`;
  const trend = change === null ? '' : `, ${words[change]}`;
  terminal.print(`  ${words.often(words[side][theme], counted(people, 'person', 'people'), days)}${compared}${trend}`);
  terminal.print(`    ${terminal.dim(touchpoints.map(({ id, people: here }) => `${id}: ${here}`).join(', '))}`);
  for (const { text, permalink } of examples)
    terminal.print(
      `    ${words.quote(shorten(oneLine(text), quoteLimit))}${permalink === null ? '' : ` ${permalink}`}`,
    );
}

function printPeriod({ id, people, themes }: PeriodThemes, terminal: Terminal): void {
  const said = themes.map(({ theme, side, people: saying }) => `${words[side][theme].toLowerCase()} ${saying}`);
  terminal.print(
    `${terminal.bold(id)}  ${counted(people, 'person', 'people')}${said.length === 0 ? '' : `: ${said.join('; ')}`}`,
  );
}

/** Words are deleted eight days after the answer, so there is little to look through. */
function printCandidates({ found, texts }: Candidates, terminal: Terminal): void {
  if (texts === 0) return;
  const looked = `in ${counted(texts, 'complaint', 'complaints')} without a theme whose words are still kept`;
  if (found.length === 0) {
    terminal.print(`No words repeat ${looked}.`);
    return;
  }
  terminal.print(`Words that repeat ${looked}:`);
  for (const { words: pair, people } of found)
    terminal.print(`  ${words.quote(pair)}: ${counted(people, 'person', 'people')}`);
}

/** One row of each theme, or, by week or quarter, of each theme within each. No words of customers. */
export function themesAsCsv({ recurring, periods }: ShownThemes): string[] {
  const { now, themes } = recurring;
  if (periods.length > 0)
    return [
      'period,side,theme,about,people,words',
      ...periods.flatMap(({ id, themes: all }) =>
        all.map(({ theme, side, people }) => [id, side, theme, about(theme), people, inWords(side, theme)].join(',')),
      ),
    ];
  return [
    'from,to,side,theme,about,people,before,change,touchpoints,words',
    ...themes.map(({ theme, side, people, before, change, touchpoints }) => {
      const where = touchpoints.map(({ id, people: here }) => `${id}:${here}`).join(' ');
      const numbers = [people, before ?? '', change ?? ''];
      return [now.from, now.to, side, theme, about(theme), ...numbers, where, inWords(side, theme)].join(',');
    }),
  ];
}

/** The key is that of the complaint, also where people praise the opposite: "rude" is "Friendly staff" then. */
function inWords(side: RecurringTheme['side'], theme: Theme): string {
  const text = words[side][theme];
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function about(theme: Theme): string {
  return aboutOf[theme];
}

function counted(count: number, one: string, other: string): string {
  return formatFor('en').counted(count, { one, other });
}
