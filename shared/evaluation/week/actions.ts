import type { Calendar } from '../../model/calendar.ts';
import type { Finding } from '../../model/finding.ts';
import type { Instant } from '../../model/instant.ts';
import { toInstant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import { dayMs, minuteMs } from '../../model/time-spans.ts';
import type { Role } from '../../model/week-figure.ts';
import { specOf } from '../../probes/index.ts';
import type { Waiting } from '../conversations/response-figures.ts';
import { ownMeasurement, planId } from '../plan/plan-id.ts';
import { nextBusinessTime } from '../schedule/business-time.ts';
import { localDate } from '../schedule/zone.ts';
import type { RecurringTheme } from '../themes/recurring.ts';
import type { TouchpointWeek } from './of-touchpoint.ts';
import { type About, dueOf, isAboutNudges, type Trouble } from './troubles.ts';

/**
 * - `repair`: something is broken or bad now; `kind` is the probe;
 * - `answer`: customers wait longer than promised, or soon will;
 * - `steady`: it was bad several times and repaired each time: find the cause;
 * - `see`: it cannot be measured, so nobody knows;
 * - `theme`: more and more customers complain of it.
 */
type ActionKind = 'repair' | 'answer' | 'steady' | 'see' | 'theme';

export interface Action {
  readonly kind: ActionKind;
  /** In the plan, one of each touchpoint. */
  readonly ids: readonly string[];
  /** Where: the worst first. The same thing to do at ten sites is one action. */
  readonly touchpointIds: readonly string[];
  /** Of kind `theme`, the theme. */
  readonly probe: string;
  readonly light: Exclude<Light, 'green'>;
  /** What was found there; null where that needs no words of its own. */
  readonly about: About | null;
  /** Since when; null where it never was otherwise. */
  readonly since: Instant | null;
  /** Customers who wait (`answer`) or complain (`theme`), or how often it broke (`steady`); otherwise 0. */
  readonly count: number;
  readonly badMs: number;
  readonly role: Role;
  /** By when, a date in the business's zone. */
  readonly by: string;
  /** The end of what customers were promised, where that lies ahead. */
  readonly dueAt: Instant | null;
  /** Only of kind `theme`. */
  readonly theme?: RecurringTheme;
}

const LAST = 50;

/** Of a probe that this version does not have, the last. */
export function weightOf(probe: string): number {
  return specOf(probe)?.weight ?? LAST;
}

/** Days until it should be done. */
const patience = { red: 0, yellow: 4, unknown: 2, steady: 7 } as const;
const OFTEN = 3;

function dayAfter(days: number, now: Instant, calendar: Calendar): string {
  const due = toInstant(Date.parse(now) + days * dayMs);
  return localDate(Date.parse(nextBusinessTime(due, calendar) ?? due), calendar.timeZone);
}

/** By when what has that light should be put right: a day on which somebody works. */
export function dueDay(light: Action['light'], now: Instant, calendar: Calendar): string {
  return dayAfter(patience[light], now, calendar);
}

/** What to do at each touchpoint, and beside that, worst first. */
export function singleActionsOf(
  touchpoints: readonly TouchpointWeek[],
  { now, calendar }: { readonly now: Instant; readonly calendar: Calendar },
  others: readonly Action[] = [],
): Action[] {
  const by = (days: number): string => dayAfter(days, now, calendar);
  const ofTouchpoints = touchpoints.flatMap((touchpoint) =>
    candidates(touchpoint, by).map((action) => ({ ...action, ids: [idOf(touchpoint, action)] })),
  );
  return [...ofTouchpoints, ...others].toSorted((a, b) => rank(a) - rank(b) || b.badMs - a.badMs || b.count - a.count);
}

/** The same thing to do at ten sites as one action. */
export function joinedActions(worstFirst: readonly Action[]): Action[] {
  return [...Map.groupBy(worstFirst, alike).values()].flatMap(joined);
}

function idOf({ id }: TouchpointWeek, { kind, probe, about }: Candidate): string {
  const measurement = about === null ? null : ownMeasurement(probe, about.finding);
  return planId({ kind: planKindOf(kind), touchpointId: id, probe, measurement });
}

/** To repair something and to answer customers are the same concern of one check. */
export function planKindOf(kind: Candidate['kind']): 'trouble' | 'steady' | 'see' {
  return kind === 'steady' || kind === 'see' ? kind : 'trouble';
}

/** What is put right in the same way. */
function alike({ kind, probe, light, about }: Action): string {
  const measurement = about?.finding.kind === 'measurement' ? about.finding.id : '';
  const isOwn = specOf(probe)?.measurements[measurement]?.ownTrouble !== undefined;
  return `${kind} ${probe} ${light} ${isOwn ? measurement : ''}`;
}

function joined([worst, ...others]: readonly Action[]): Action[] {
  if (worst === undefined) return [];
  const all = [worst, ...others];
  return [
    {
      ...worst,
      ids: all.flatMap(({ ids }) => ids),
      touchpointIds: all.flatMap(({ touchpointIds }) => touchpointIds),
      since: all.flatMap(({ since }) => since ?? []).toSorted()[0] ?? null,
      count: all.reduce((sum, { count }) => sum + count, 0),
      dueAt: all.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0] ?? null,
    },
  ];
}

const nothingKnown = { about: null, since: null, count: 0, badMs: 0, dueAt: null } as const;
type By = (days: number) => string;
type Candidate = Omit<Action, 'ids' | 'kind' | 'theme'> & { readonly kind: Exclude<ActionKind, 'theme'> };

function candidates(touchpoint: TouchpointWeek, by: By): Candidate[] {
  const { id, troubles, overdue, measurementGaps } = touchpoint;
  // While the site does not answer, nothing else of it can be put right.
  const isDown = troubles.some(({ kind, open, seenUntil }) => {
    return kind === 'availability' && open === 'red' && seenUntil === null;
  });
  const broken = troubles
    .filter(({ kind, open }) => open === null || !isDown || kind === 'availability')
    .flatMap((trouble) => ofTrouble(trouble, touchpoint, by));
  const waiting = answering(id, { waits: overdue, light: 'red', by: by(patience.red) });
  const unseen = measurementGaps
    .filter(({ how }) => how === 'now' || how === 'silent' || how === 'clock-ahead')
    .map(({ probe, since }): Candidate => {
      const where = { ...nothingKnown, touchpointIds: [id], kind: 'see', probe, light: 'unknown', since } as const;
      return { ...where, role: 'operator', by: by(patience.unknown) };
    });
  return [...broken, ...waiting, ...unseen];
}

function ofTrouble(trouble: Trouble, { id, overdue, dueSoon }: TouchpointWeek, by: By): Candidate[] {
  const { kind: probe, open, seenUntil, spans, since, badMs, about } = trouble;
  // It may be repaired by now: the first thing to do is to measure it again.
  if (seenUntil !== null) return [];
  const base = { ...nothingKnown, touchpointIds: [id], probe, about, since, badMs, role: roleOf(trouble) };
  if (open === null) {
    if (spans.length < OFTEN) return [];
    return [{ ...base, kind: 'steady', light: 'yellow', count: spans.length, by: by(patience.steady) }];
  }
  if (probe === 'responses' && overdue.length > 0) return [];
  if (!isAboutNudges(trouble)) return [{ ...base, kind: 'repair', light: open, by: by(patience[open]) }];
  const soon = answering(id, { waits: dueSoon, light: 'yellow', by: by(patience.red) });
  if (soon.length > 0) return soon;
  return [{ ...base, kind: 'repair', light: open, by: by(patience.red), dueAt: dueOf(trouble) }];
}

function roleOf({ kind, about }: Trouble): Role {
  return roleFor(kind, about.finding);
}

/** Who can put right what the probe has found. */
export function roleFor(probe: string, finding: Finding): Role {
  const spec = specOf(probe);
  const measurement = finding.kind === 'measurement' ? spec?.measurements[finding.id] : undefined;
  return measurement?.owner ?? spec?.owner ?? 'operator';
}

/** @param waits longest first; none is nothing to do */
function answering(
  touchpointId: string,
  { waits, light, by }: Pick<Action, 'light' | 'by'> & { readonly waits: readonly Waiting[] },
): Candidate[] {
  return waits.slice(0, 1).map(({ conversation, waitedMinutes, dueAt }) => ({
    ...{ kind: 'answer', touchpointIds: [touchpointId], probe: 'responses', light, about: null, role: 'answerer', by },
    since: conversation.waitingSince,
    count: waits.length,
    badMs: waitedMinutes * minuteMs,
    dueAt: light === 'yellow' ? dueAt : null,
  }));
}

function rank({ light, kind, probe }: Action): number {
  const byLight = { red: 0, yellow: 100, unknown: 300 }[light] + (kind === 'steady' ? 100 : 0);
  return byLight + weightOf(probe);
}
