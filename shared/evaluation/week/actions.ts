import type { Calendar } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import { toInstant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import { dayMs, minuteMs } from '../../model/time-spans.ts';
import type { Role } from '../../model/week-figure.ts';
import { specOf } from '../../probes/index.ts';
import { nextBusinessTime } from '../schedule/business-time.ts';
import { localDate } from '../schedule/zone.ts';
import type { TouchpointWeek } from './of-touchpoint.ts';

/**
 * - `repair`: something is broken or bad now; `kind` is the probe;
 * - `answer`: customers wait longer than promised;
 * - `steady`: it was bad several times and repaired each time: find the cause;
 * - `see`: it cannot be measured, so nobody knows.
 */
type ActionKind = 'repair' | 'answer' | 'steady' | 'see';

export interface Action {
  readonly kind: ActionKind;
  /** Where: the worst first. The same thing to do at ten sites is one action. */
  readonly touchpointIds: readonly string[];
  readonly probe: string;
  readonly light: Exclude<Light, 'green'>;
  /** Since when; null where it never was otherwise. */
  readonly since: Instant | null;
  /** Customers who wait (`answer`), or how often it broke (`steady`); otherwise 0. */
  readonly count: number;
  readonly badMs: number;
  readonly role: Role;
  /** By when, a date in the business's zone. */
  readonly by: string;
}

const LAST = 50;

/** Of a probe that this version does not have, the last. */
export function weightOf(probe: string): number {
  return specOf(probe)?.weight ?? LAST;
}

/** Days until it should be done. */
const patience = { red: 0, yellow: 4, unknown: 2, steady: 7 } as const;
const OFTEN = 3;

/** What to do, worst first. */
export function actionsOf(
  touchpoints: readonly TouchpointWeek[],
  { now, calendar }: { readonly now: Instant; readonly calendar: Calendar },
): Action[] {
  const by = (days: number): string => {
    const due = toInstant(Date.parse(now) + days * dayMs);
    return localDate(Date.parse(nextBusinessTime(due, calendar) ?? due), calendar.timeZone);
  };
  const worstFirst = touchpoints
    .flatMap((touchpoint) => candidates(touchpoint, by))
    .toSorted((a, b) => rank(a) - rank(b) || b.badMs - a.badMs || b.count - a.count);
  return [...Map.groupBy(worstFirst, ({ kind, probe, light }) => `${kind} ${probe} ${light}`).values()].flatMap(joined);
}

function joined([worst, ...others]: readonly Action[]): Action[] {
  if (worst === undefined) return [];
  const all = [worst, ...others];
  return [
    {
      ...worst,
      touchpointIds: all.flatMap(({ touchpointIds }) => touchpointIds),
      since: all.flatMap(({ since }) => since ?? []).toSorted()[0] ?? null,
      count: all.reduce((sum, { count }) => sum + count, 0),
    },
  ];
}

function candidates(touchpoint: TouchpointWeek, by: (days: number) => string): Action[] {
  const { id, troubles, overdue, measurementGaps } = touchpoint;
  const base = { touchpointIds: [id], since: null, count: 0, badMs: 0 };
  // While the site does not answer, nothing else of it can be put right.
  const isDown = troubles.some(({ kind, open, seenUntil }) => {
    return kind === 'availability' && open === 'red' && seenUntil === null;
  });
  const broken = troubles.flatMap((trouble): Action[] => {
    const { kind: probe, open, seenUntil, spans, since, badMs } = trouble;
    const role = specOf(probe)?.owner ?? 'operator';
    // It may be repaired by now: the first thing to do is to measure it again.
    if (seenUntil !== null) return [];
    if (open !== null) {
      if ((isDown && probe !== 'availability') || (probe === 'responses' && overdue.length > 0)) return [];
      return [{ ...base, kind: 'repair', probe, light: open, since, badMs, role, by: by(patience[open]) }];
    }
    if (spans.length < OFTEN) return [];
    const count = spans.length;
    return [{ ...base, kind: 'steady', probe, light: 'yellow', since, count, badMs, role, by: by(patience.steady) }];
  });
  const waiting: Action[] = overdue.slice(0, 1).map(({ conversation, waitedMinutes }) => ({
    ...base,
    kind: 'answer',
    probe: 'responses',
    light: 'red',
    since: conversation.waitingSince,
    count: overdue.length,
    badMs: waitedMinutes * minuteMs,
    role: 'answerer',
    by: by(patience.red),
  }));
  const unseen = measurementGaps
    .filter(({ how }) => how === 'now' || how === 'silent' || how === 'clock-ahead')
    .map(({ probe, since }): Action => {
      return { ...base, kind: 'see', probe, light: 'unknown', since, role: 'operator', by: by(patience.unknown) };
    });
  return [...broken, ...waiting, ...unseen];
}

function rank({ light, kind, probe }: Action): number {
  const byLight = { red: 0, yellow: 100, unknown: 300 }[light] + (kind === 'steady' ? 100 : 0);
  return byLight + weightOf(probe);
}
