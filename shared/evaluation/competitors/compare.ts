import type { Competitor } from '../../model/competitor.ts';
import type { Instant } from '../../model/instant.ts';
import type { Result } from '../../model/result.ts';
import { dayMs, hourMs } from '../../model/time-spans.ts';
import { quantile } from '../conversations/quantile.ts';

/** Nights that are looked back on. */
const comparedMs = 28 * dayMs;
/** Fewer runs say too little: one slow night would decide. */
export const neededRuns = 7;
/** Of the own page's run before or after theirs: a page is slower at noon than at night. */
const sameHourMs = hourMs;

/** What was seen of one other site. */
export interface CompetitorRuns extends Pick<Competitor, 'name' | 'url'> {
  readonly pageLoads: readonly Result[];
  readonly contacts: readonly Result[];
  readonly availability: readonly Result[];
  /** What Google knows of its real visitors' speed. */
  readonly visitors: readonly Result[];
}

/** The business's own side; null where that is not measured. */
export interface OwnRuns {
  /** Of the page under its address, on a phone; those around the competitors' runs are enough. */
  readonly pageLoads: readonly Result[] | null;
  readonly visitors: readonly Result[] | null;
  readonly clicksToContact: number | null;
  /** The share of the week's runs in which it answered. */
  readonly answering: number | null;
}

/** Why there is no number yet. */
export interface NotYet {
  /** Of theirs, that could be compared; of how many see `neededRuns`. */
  readonly runs: number;
  /** What kept the newest of their runs from being measured; null where that was measured. */
  readonly cause: string | null;
  /** They were measured often enough, and the own page was not in the same hours. */
  readonly lacksOwn: boolean;
}

/** One site in numbers; null where there is none. */
interface ComparedSite {
  readonly contentMs: number | null;
  /** The same for real visitors, of the whole site: never to be compared with the above. */
  readonly visitorsContentMs: number | null;
  readonly clicksToContact: number | null;
  readonly answering: number | null;
}

export interface ComparedCompetitor extends ComparedSite, Pick<Competitor, 'name' | 'url'> {
  /** Why its page's speed cannot be compared yet; null where it can. */
  readonly notYet: NotYet | null;
  /** Its page was read often enough, and no contact stands there. */
  readonly hasNoContact: boolean;
}

export interface Comparison {
  /** Google is asked about the own site's real visitors, and so about theirs. */
  readonly showsVisitors: boolean;
  readonly own: ComparedSite;
  readonly competitors: readonly ComparedCompetitor[];
}

/** The business's own site beside others': medians of the same hours and device. */
export function compareWithCompetitors(own: OwnRuns, competitors: readonly CompetitorRuns[]): Comparison {
  const pairs = competitors.map((each) => pairsOf(each.pageLoads, own.pageLoads ?? []));
  const counted = pairs.filter((each) => each.length >= neededRuns).flat();
  const ours = new Map(counted.map(({ own: its }) => [its.scheduledAt, contentOf(its)] as const));
  return {
    showsVisitors: own.visitors !== null,
    own: {
      visitorsContentMs: newestOf(own.visitors ?? []),
      contentMs: ours.size < neededRuns ? null : medianOf([...ours.values()].flatMap((ms) => ms ?? [])),
      clicksToContact: own.clicksToContact,
      answering: own.answering,
    },
    competitors: competitors.map((each, n) => comparedOf(each, pairs[n] ?? [], own.pageLoads !== null)),
  };
}

interface Pair {
  readonly theirs: Result;
  readonly own: Result;
}

/** Their runs beside the own one that is nearest in time, where both saw the page. */
function pairsOf(theirs: readonly Result[], own: readonly Result[]): Pair[] {
  const measured = own.filter((result) => contentOf(result) !== null);
  return theirs.flatMap((result): Pair[] => {
    if (contentOf(result) === null) return [];
    const [nearest] = measured.toSorted((a, b) => apartMs(a, result) - apartMs(b, result));
    return nearest === undefined || apartMs(nearest, result) > sameHourMs ? [] : [{ theirs: result, own: nearest }];
  });
}

function apartMs(one: Result, other: Result): number {
  return Math.abs(Date.parse(one.scheduledAt) - Date.parse(other.scheduledAt));
}

function contentOf({ outcome, measurements }: Result): number | null {
  return outcome === 'measured' ? (measurements['lcpMs'] ?? null) : null;
}

function comparedOf(
  { name, url, pageLoads, contacts, availability, visitors }: CompetitorRuns,
  pairs: readonly Pair[],
  isCompared: boolean,
): ComparedCompetitor {
  const isEnough = pairs.length >= neededRuns;
  const read = contacts.filter(({ outcome }) => outcome === 'measured');
  const clicks = read.flatMap(({ measurements }) => measurements['clicksToContact'] ?? []);
  // Most nights decide: a page may fail to show its contacts once.
  const hasContact = clicks.length * 2 > read.length;
  return {
    ...{ name, url },
    contentMs: isEnough ? medianOf(pairs.flatMap(({ theirs }) => contentOf(theirs) ?? [])) : null,
    visitorsContentMs: newestOf(visitors),
    clicksToContact: read.length >= neededRuns && hasContact ? medianOf(clicks) : null,
    hasNoContact: read.length >= neededRuns && !hasContact,
    answering: answeringOf(availability),
    notYet: isEnough || !isCompared ? null : notYetOf(pageLoads, pairs),
  };
}

/** A number over 28 days is not averaged again. Where Google lately knew too few visitors, an older number is out of date. */
function newestOf(visitors: readonly Result[]): number | null {
  const told = visitors.filter(({ outcome }) => outcome === 'measured' || outcome === 'not-applicable');
  const newest = told.toSorted((a, b) => (a.scheduledAt < b.scheduledAt ? 1 : -1))[0];
  return newest === undefined ? null : contentOf(newest);
}

function notYetOf(pageLoads: readonly Result[], pairs: readonly Pair[]): NotYet {
  const newest = pageLoads.toSorted((a, b) => (a.scheduledAt < b.scheduledAt ? 1 : -1))[0];
  const measured = pageLoads.filter((result) => contentOf(result) !== null).length;
  return {
    runs: pairs.length,
    cause: newest === undefined || newest.outcome === 'measured' ? null : newest.cause,
    lacksOwn: measured >= neededRuns,
  };
}

/** Only of runs that show whether it answered: where robots are kept away, that is unknown. */
function answeringOf(runs: readonly Result[]): number | null {
  const known = runs.filter(({ outcome }) => outcome === 'measured' || outcome === 'failed');
  return known.length < neededRuns ? null : known.filter(({ outcome }) => outcome === 'measured').length / known.length;
}

function medianOf(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** When the own page's runs are needed: around theirs, those of one night together. */
export function hoursAround(theirs: readonly Result[]): { readonly from: number; readonly to: number }[] {
  const instants = [...new Set(theirs.map(({ scheduledAt }) => Date.parse(scheduledAt)))].toSorted((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  for (const at of instants) {
    const last = spans.at(-1);
    if (last !== undefined && at - sameHourMs <= last.to) last.to = at + sameHourMs;
    else spans.push({ from: at - sameHourMs, to: at + sameHourMs });
  }
  return spans;
}

/** What is looked back on from here. */
export function comparedSince(until: Instant): number {
  return Date.parse(until) - comparedMs;
}
