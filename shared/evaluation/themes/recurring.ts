import type { Conversation } from '../../model/conversation.ts';
import type { Instant } from '../../model/instant.ts';
import type { Saying } from '../../model/saying.ts';
import { type Mentions, type Theme, themeIds, themes } from '../../model/theme.ts';
import { dayMs } from '../../model/time-spans.ts';
import { isMoreThanChance } from './chance.ts';
import { modelsWord } from './models-word.ts';
import { type NotRead, notReadWithin, type Reading } from './reading.ts';
import { bySameReader, type ReadInstead, readInstead } from './same-reader.ts';
import { type ThemeSide, themesIn, themesOf } from './themes-of.ts';

/** What several people say of the business, each counted once. */
export interface RecurringTheme {
  readonly theme: Theme;
  readonly side: ThemeSide;
  /** Different people. At least so many: what is put in other words than those of the lexicon is not recognised. */
  readonly people: number;
  /** In the period before, of the same length; null where nobody wrote then, or not everything was read in both. */
  readonly before: number | null;
  /** By more than chance explains, given how many wrote in each period, where both were read. */
  readonly change: 'growing' | 'shrinking' | null;
  /** Where: most people first. */
  readonly touchpoints: readonly { readonly id: string; readonly people: number }[];
  /** When the third-last of them said it: since then, it repeats again. */
  readonly repeatedAt: Instant;
  /** At most two, the shortest; only of what is still kept of their words. */
  readonly examples: readonly Conversation[];
}

export interface Recurring {
  readonly now: Period;
  readonly before: Period;
  /** Complaints before praise, most people first; only what at least three of them say. */
  readonly themes: readonly RecurringTheme[];
  /** People who wrote anything, now and in the period before; null where not everything was read in both. */
  readonly people: number;
  readonly peopleBefore: number | null;
  /** Of these, people at the sources that were read in both: whom a change is told from. */
  readonly compared: { readonly now: number; readonly before: number };
  /** Sources that were not read for the whole of both periods. */
  readonly notRead: readonly NotRead[];
  /** Of the texts of this period that a model was to read; null where none was to. */
  readonly instead: ReadInstead | null;
  /** What reading by a model may cost in a month; null where none reads. */
  readonly capUsd: number | null;
  /** People who complained: by what they said, or with two stars or fewer, or with three and no praise. */
  readonly complainers: number;
  /** Of these, people whose words fit no theme. */
  readonly unplaced: number;
}

export interface Period {
  /** Inclusive. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
}

/** What is known of what customers say. */
export interface Heard {
  readonly sayings: readonly Saying[];
  /** Conversations of which the words are still kept, to quote from. */
  readonly quotable: readonly Conversation[];
  /** Of each source; absent where nothing is known of when it was read. */
  readonly readings?: readonly Reading[];
  /** What reading by a model may cost in a month; absent where none reads. */
  readonly capUsd?: number | null;
}

/** Fewer may be coincidence. */
export const fewestPeople = 3;
/** With fewer writers, a change cannot be told from chance. */
export const fewestWriters = 10;
/** What the weekly mail looks back on. */
export const themeDays = 30;
const mostExamples = 2;

/** The period of so many days up to then, and the one before it. */
export function periodsUntil(to: Instant, days: number): { readonly now: Period; readonly before: Period } {
  const back = (times: number): Instant => new Date(Date.parse(to) - times * days * dayMs).toISOString();
  return { now: { from: back(1), to }, before: { from: back(2), to: back(1) } };
}

/** What repeats within a period, beside the one before it. What one of them could not read is compared with nothing. */
export function recurringThemes(
  { sayings, quotable, readings = [], capUsd = null }: Heard,
  { now, before }: { readonly now: Period; readonly before: Period },
): Recurring {
  const within = ({ from, to }: Period): Saying[] => sayings.filter(({ at }) => at >= from && at < to);
  const [current, earlier] = [within(now), within(before)];
  const notRead = notReadWithin(readings, { from: before.from, to: now.to });
  const split = new Set(notRead.filter(({ splits }) => splits).map(({ checkId }) => checkId));
  const comparable = (all: readonly Saying[]): Saying[] => all.filter(({ checkId }) => !split.has(checkId));
  const pair = bySameReader(comparable(current), comparable(earlier));
  const isShown = split.size === 0 && pair.isNearlyAll;
  const people = peopleIn(current);
  const compared = { now: peopleIn(pair.now), before: peopleIn(pair.before) };
  const quotes = quotesOf(quotable, now, modelsWord(current));
  const found = (['complaint', 'praise'] as const).flatMap((side) =>
    themeIds.flatMap((theme): RecurringTheme[] => {
      const saysSo = (each: Saying): boolean => themesIn(each, side).includes(theme);
      const saying = current.filter(saysSo);
      const count = peopleIn(saying);
      if (count < fewestPeople) return [];
      const was = { people: peopleIn(pair.before.filter(saysSo)), of: compared.before };
      return [
        {
          ...{ theme, side, people: count, before: isShown && was.of > 0 ? peopleIn(earlier.filter(saysSo)) : null },
          change: changeOf({ people: peopleIn(pair.now.filter(saysSo)), of: compared.now }, was),
          touchpoints: touchpointsOf(saying),
          repeatedAt: repeatedAt(saying),
          examples: quotes(theme, side),
        },
      ];
    }),
  );
  const complaining = current.filter((each) => each.complaints.length > 0 || isUnhappy(each));
  const complainers = peopleIn(complaining);
  return {
    ...{ now, before, people, peopleBefore: split.size > 0 ? null : peopleIn(earlier), compared, complainers },
    notRead: [...notRead, ...pair.others],
    instead: readInstead(current),
    capUsd,
    themes: found.toSorted((a, b) => sideOf(a) - sideOf(b) || b.people - a.people || weightOf(a) - weightOf(b)),
    unplaced: complainers - peopleIn(complaining.filter(({ complaints }) => complaints.length > 0)),
  };
}

function changeOf(is: Share, was: Share): RecurringTheme['change'] {
  if (isMore(is, was)) return 'growing';
  return isMore(was, is) ? 'shrinking' : null;
}

function isUnhappy({ rating, praises }: Saying): boolean {
  return rating !== null && (rating <= 2 || (rating === 3 && praises.length === 0));
}

/** One voice counts once, however often it speaks; without one, a text is a voice. */
export function peopleIn(sayings: readonly Saying[]): number {
  return new Set(sayings.map(voiceIn)).size;
}

function voiceIn({ voice, checkId, id }: Saying): string {
  return voice ?? `${checkId} ${id}`;
}

function touchpointsOf(saying: readonly Saying[]): RecurringTheme['touchpoints'] {
  const groups = Map.groupBy(saying, ({ checkId }) => checkId.slice(0, checkId.indexOf('/')));
  return [...groups]
    .map(([id, own]) => ({ id, people: peopleIn(own) }))
    .toSorted((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}

/** Each person by the last time they said it. */
function repeatedAt(saying: readonly Saying[]): Instant {
  const last = new Map(saying.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((each) => [voiceIn(each), each.at]));
  return [...last.values()].toSorted().at(-fewestPeople) ?? '';
}

/** Words are kept shortened: quoted is only what still shows the theme, and in which no model saw something else. */
function quotesOf(
  quotable: readonly Conversation[],
  { from, to }: Period,
  wordOfModel: (conversation: Conversation) => readonly Saying[],
): (theme: Theme, side: ThemeSide) => readonly Conversation[] {
  const all = quotable
    .filter(({ forgotten, text, startedAt }) => !forgotten && text !== '' && startedAt >= from && startedAt < to)
    .toSorted((a, b) => a.text.length - b.text.length || (a.id < b.id ? -1 : 1))
    .map((conversation) => ({ conversation, said: themesOf(conversation.text, conversation.rating) }));
  return (theme, side) => {
    const ofPeople = new Map<string, Conversation>();
    const isIn = (mentions: Mentions): boolean => themesIn(mentions, side).includes(theme);
    for (const { conversation, said } of all) {
      const person = conversation.authorId ?? `${conversation.checkId} ${conversation.id}`;
      const byModel = wordOfModel(conversation);
      const isMeant = byModel.length === 0 || byModel.some(isIn);
      if (isIn(said) && isMeant && !ofPeople.has(person)) ofPeople.set(person, conversation);
    }
    return [...ofPeople.values()].slice(0, mostExamples);
  };
}

function sideOf({ side }: RecurringTheme): number {
  return side === 'complaint' ? 0 : 1;
}

/** Service before the product. */
function weightOf({ theme }: RecurringTheme): number {
  return themes[theme] === 'service' ? 0 : 1;
}

interface Share {
  readonly people: number;
  readonly of: number;
}

function isMore(is: Share, was: Share): boolean {
  return is.of >= fewestWriters && was.of >= fewestWriters && isMoreThanChance(is, was);
}
