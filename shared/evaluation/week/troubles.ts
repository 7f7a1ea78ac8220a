import { type CheckId, parseCheckId } from '../../model/check-id.ts';
import type { Finding } from '../../model/finding.ts';
import type { BadLight, Incident } from '../../model/incident.ts';
import { type Instant, instantSchema } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import { coversWindow, specOf } from '../../probes/index.ts';

/** A stretch of time, `from` inclusive, `to` exclusive. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** An incident as far as it was seen. */
export interface SeenIncident extends Incident {
  /** Of an open incident whose check is not measured any more: when it last was. */
  readonly seenUntil?: Instant;
}

/** Everything of one kind that went wrong at a touchpoint: the incidents of one probe, on whichever device or page. */
export interface Trouble {
  /** The probe's id; `availability` for whatever found that the touchpoint does not answer at all. */
  readonly kind: string;
  /** The worst that was seen. */
  readonly worst: 'yellow' | 'red';
  /** The light of what is still open, or null when all is over. */
  readonly open: 'yellow' | 'red' | null;
  /** Where what is open is not measured any more: when it last was, so that `open` is the last light known. Otherwise null. */
  readonly seenUntil: Instant | null;
  /** Since when it has been so without a break (open), or when it first began (over). May lie before the week. */
  readonly since: Instant;
  /** Within the period; what happened on several devices at once counts once. */
  readonly badMs: number;
  /** When it was so, longest first: incidents that touch or overlap (phone and desktop, several pages) are one. */
  readonly spans: readonly TroubleSpan[];
  /** Longest first. */
  readonly incidents: readonly Incident[];
  /** What it is about: what is open, otherwise the worst that was. */
  readonly about: About;
}

/** What was found, and how bad it is (open) or was (over). */
export interface About {
  readonly finding: Finding;
  readonly light: BadLight;
}

export interface TroubleSpan {
  readonly from: Instant;
  /** Null: it goes on. */
  readonly to: Instant | null;
}

/** What an incident of these may still say at `at`: open, also where the history knows that it ended later. */
function isOpenAt({ resolvedAt }: Incident, at: Instant): boolean {
  return resolvedAt === null || resolvedAt > at;
}

/**
 * The troubles that lie in the period, wholly or in part; open ones first, then red before yellow, then the longest.
 * @param incidents of one touchpoint; what was never confirmed (suspected only) is no trouble
 */
export function troublesOf(incidents: readonly SeenIncident[], period: Period): Trouble[] {
  const inside = incidents.filter(
    ({ openedAt, suspectedAt, resolvedAt }) =>
      openedAt !== null && suspectedAt < period.to && (resolvedAt === null || resolvedAt > period.from),
  );
  return [...Map.groupBy(inside, kindOf)]
    .flatMap(([kind, its]) => troubleOf(kind, its, period) ?? [])
    .toSorted((a, b) => severity(a) - severity(b) || b.badMs - a.badMs || (a.kind < b.kind ? -1 : 1));
}

/** Who cannot reach the site cannot load its pages or send its form either: that is one trouble, not four. */
function kindOf({ cause, checkId }: Incident): string {
  return cause === 'unreachable' ? 'availability' : parseCheckId(checkId).probe;
}

function troubleOf(kind: string, incidents: readonly SeenIncident[], period: Period): Trouble | null {
  const open = incidents.filter((incident) => isOpenAt(incident, period.to));
  const relevant = open.length > 0 ? open : incidents;
  const longestFirst = incidents.toSorted((a, b) => msWithin(b, period) - msWithin(a, period));
  const about = open.length > 0 ? aboutOpen(open) : aboutOver(longestFirst);
  if (about === null) return null;
  return {
    kind,
    worst: incidents.some(({ worstLight }) => worstLight === 'red') ? 'red' : 'yellow',
    open: open.length === 0 ? null : open.some(({ light }) => light === 'red') ? 'red' : 'yellow',
    seenUntil: lastSeen(open),
    since: relevant.map(({ suspectedAt }) => suspectedAt).toSorted()[0] ?? period.from,
    badMs: coveredMs(incidents, period),
    spans: spansOf(incidents, period),
    incidents: longestFirst,
    about,
  };
}

function aboutOpen(open: readonly SeenIncident[]): About | null {
  const worst = open.find(({ light }) => light === 'red') ?? open[0];
  return worst === undefined ? null : { finding: worst.finding, light: worst.light };
}

function aboutOver(longestFirst: readonly SeenIncident[]): About | null {
  const worst = longestFirst.find(({ worstLight }) => worstLight === 'red') ?? longestFirst[0];
  return worst === undefined ? null : { finding: worst.finding, light: worst.worstLight };
}

/** Null while at least one of them is measured. */
function lastSeen(open: readonly SeenIncident[]): Instant | null {
  const times = open.flatMap(({ seenUntil }) => seenUntil ?? []);
  return times.length < open.length ? null : (times.toSorted().at(-1) ?? null);
}

function spansOf(incidents: readonly SeenIncident[], period: Period): TroubleSpan[] {
  const spans: TroubleSpan[] = [];
  for (const incident of incidents.toSorted((a, b) => (a.suspectedAt < b.suspectedAt ? -1 : 1))) {
    const to = isOpenAt(incident, period.to) ? null : incident.resolvedAt;
    const last = spans.at(-1);
    if (last !== undefined && (last.to === null || incident.suspectedAt <= last.to)) {
      const end = last.to === null || to === null ? null : to > last.to ? to : last.to;
      spans[spans.length - 1] = { from: last.from, to: end };
    } else {
      spans.push({ from: incident.suspectedAt, to });
    }
  }
  const length = ({ from, to }: TroubleSpan): number => Date.parse(to ?? period.to) - Date.parse(from);
  return spans.toSorted((a, b) => length(b) - length(a));
}

function severity({ open, worst }: Trouble): number {
  if (open !== null) return open === 'red' ? 0 : 1;
  return worst === 'red' ? 2 : 3;
}

/** @returns milliseconds of the period in which at least one of the incidents lasted */
export function coveredMs(incidents: readonly SeenIncident[], period: Period): number {
  const spans = incidents.map((incident) => clip(incident, period)).toSorted(([a], [b]) => a - b);
  let sum = 0;
  let reached = Date.parse(period.from);
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}

function msWithin(incident: SeenIncident, period: Period): number {
  const [from, to] = clip(incident, period);
  return Math.max(0, to - from);
}

function clip({ suspectedAt, resolvedAt, seenUntil }: SeenIncident, { from, to }: Period): [number, number] {
  const last = resolvedAt ?? seenUntil ?? to;
  const end = last > to ? to : last;
  return [Date.parse(suspectedAt < from ? from : suspectedAt), Date.parse(end)];
}

/** The worst light of a check's incidents within the period; null where there was none. */
export function worstOf(
  incidents: readonly SeenIncident[],
  checkId: CheckId,
  period: Period,
): Extract<Light, 'red' | 'yellow'> | null {
  const its = incidents.filter((incident) => incident.checkId === checkId && incident.openedAt !== null);
  const inside = its.filter((incident) => msWithin(incident, period) > 0);
  if (inside.length === 0) return null;
  return inside.some(({ worstLight }) => worstLight === 'red') ? 'red' : 'yellow';
}

/** Somebody still waits within the promise: nothing has gone wrong yet. */
export function isAboutNudges({ kind, open, seenUntil, about: { finding, light } }: Trouble): boolean {
  if (open === null || seenUntil !== null || light !== 'yellow' || finding.kind !== 'measurement') return false;
  return specOf(kind)?.measurements[finding.id]?.nudges === true;
}

/** Does it say nothing how long it has been so? */
export function isMomentary({ kind, about: { finding, light } }: Pick<Trouble, 'kind' | 'about'>): boolean {
  const measurement = finding.kind === 'measurement' ? specOf(kind)?.measurements[finding.id] : undefined;
  return measurement?.ownTrouble === 'momentary' && (light === 'yellow' || measurement.nudges !== true);
}

/** Is there no length of time to name, because it is momentary or is measured over days or weeks? */
export function hasNoLength(trouble: Pick<Trouble, 'kind' | 'about'>): boolean {
  return isMomentary(trouble) || coversWindow(trouble.kind);
}

/** Those in which customers met trouble as long as they lasted. */
export function lasting<Seen extends Incident>(incidents: readonly Seen[]): Seen[] {
  return incidents.filter(({ openedAt, checkId, finding, worstLight }) => {
    const kind = parseCheckId(checkId).probe;
    return openedAt !== null && !isMomentary({ kind, about: { finding, light: worstLight } });
  });
}

/** Of those, the ones whose length was measured, not only noticed. */
export function timed<Seen extends Incident>(incidents: readonly Seen[]): Seen[] {
  return lasting(incidents).filter(({ checkId }) => !coversWindow(parseCheckId(checkId).probe));
}

/** When the promise ends of which the finding speaks; null where it speaks of none. */
export function dueOf({ about: { finding } }: Trouble): Instant | null {
  const because = finding.kind === 'measurement' ? finding.because : undefined;
  return instantSchema.safeParse(because?.params['dueAt']).data ?? null;
}
