import type { Touchpoint } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import type { Instant } from '../../model/instant.ts';
import { toInstant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { DayRollUp, Status } from '../../model/status.ts';
import { hourMs } from '../../model/time-spans.ts';
import type { WatchedTouchpoint } from '../../model/watched-touchpoint.ts';
import { rollUp } from '../incidents/roll-up.ts';
import { expectedRuns } from '../schedule/expected-runs.ts';
import type { CheckDay } from './figures.ts';
import type { WeekFrame } from './frame.ts';
import { type SeenIncident, worstOf } from './troubles.ts';
import type { WeekDay } from './week.ts';

/** One day of the strip; null: nothing was to be measured (not yet watched, or not yet over). */
export interface StripDay {
  readonly date: string;
  readonly light: Light | null;
}

/** What was measured of a touchpoint, day by day. */
export interface MeasuredDays {
  readonly touchpoint: Touchpoint;
  readonly statuses: readonly Status[];
  readonly days: readonly CheckDay[];
  readonly incidents: readonly SeenIncident[];
  readonly watch: WatchedTouchpoint | null;
}

/** A run that fell due so lately may still be under way. */
const UNDER_WAY_MS = hourMs;

/** The light of each day, of a check or of the touchpoint. A day on which runs were due and none came in is grey. */
export class DayLights {
  readonly #measured: MeasuredDays;
  readonly #frame: WeekFrame;
  readonly #byCheck: ReadonlyMap<CheckId, readonly CheckDay[]>;

  constructor(measured: MeasuredDays, frame: WeekFrame) {
    this.#measured = measured;
    this.#frame = frame;
    this.#byCheck = Map.groupBy(measured.days, ({ checkId }) => checkId);
  }

  /** Null where nothing was to be measured. */
  ofDay(day: WeekDay): StripDay {
    const { touchpoint, days } = this.#measured;
    const ids = new Set<CheckId>(days.filter((each) => each.day.date === day.date).map(({ checkId }) => checkId));
    const unrecorded = touchpoint.checks.filter(({ id }) => !ids.has(id));
    const lights = [
      ...[...ids].map((id) => this.#recorded(id, day)),
      ...unrecorded.map((check) => this.#missed(check, day)),
    ];
    const known = lights.flatMap((light) => light ?? []);
    return { date: day.date, light: known.length === 0 ? null : rollUp(known) };
  }

  /** Of one configured check; null where nothing was to be measured. */
  ofCheck(check: Check, day: WeekDay): Light | null {
    return this.#recorded(check.id, day) ?? this.#missed(check, day);
  }

  /** How many runs of the check the week should have seen, as far as that is known. */
  expectedRuns(check: Check): number {
    const { week } = this.#frame;
    const since = this.#measured.watch?.checks[check.id]?.cadenceSince ?? this.#firstDayOf(check)?.to ?? null;
    if (since === null || isNotApplicable(this.#statusOf(check))) return 0;
    return this.#expected(check, { from: since > week.from ? since : week.from, to: week.to });
  }

  /** A day is bad where an incident lies in it and a run of that day saw it: one failed run of 288 makes no red day. */
  #recorded(checkId: CheckId, day: WeekDay): Light | null {
    const { incidents } = this.#measured;
    const record = this.#byCheck.get(checkId)?.find((each) => each.day.date === day.date);
    if (record === undefined) return null;
    const { runs } = record.day;
    const known = runs.green + runs.yellow + runs.red;
    const worst = worstOf(incidents, checkId, day);
    if (worst === 'red' && runs.red > 0) return 'red';
    if (worst !== null && runs.yellow + runs.red > 0) return 'yellow';
    return known === 0 || runs.unknown > known ? 'unknown' : 'green';
  }

  #missed(check: Check, day: WeekDay): 'unknown' | null {
    const since = this.#watchedSince(check);
    if (since === null || isNotApplicable(this.#statusOf(check))) return null;
    const from = since > day.from ? since : day.from;
    return this.#expected(check, { from, to: day.to }) > 0 ? 'unknown' : null;
  }

  #expected(check: Check, { from, to }: { readonly from: Instant; readonly to: Instant }): number {
    const latest = toInstant(Date.parse(this.#frame.now) - UNDER_WAY_MS);
    return expectedRuns(check, from, to < latest ? to : latest);
  }

  /** Since when it has been watched, as far as anything shows. */
  #watchedSince(check: Check): Instant | null {
    const { incidents, watch } = this.#measured;
    const begun = incidents.filter(({ checkId }) => checkId === check.id).map(({ suspectedAt }) => suspectedAt);
    const signs = [
      watch?.checks[check.id]?.since,
      this.#firstDayOf(check)?.from,
      this.#statusOf(check)?.lastRunAt,
      ...begun,
    ];
    return signs.flatMap((at) => at ?? []).toSorted()[0] ?? null;
  }

  #firstDayOf(check: Check): WeekDay | undefined {
    const { before, week } = this.#frame;
    const dates = new Set(this.#byCheck.get(check.id)?.map(({ day }) => day.date));
    return [...before.days, ...week.days].find(({ date }) => dates.has(date));
  }

  #statusOf(check: Check): Status | undefined {
    return this.#measured.statuses.find(({ checkId }) => checkId === check.id);
  }
}

/** There is nothing to measure, which leaves no trace in the days. */
function isNotApplicable(status: Status | undefined): boolean {
  return status?.lastOutcome === 'not-applicable' && status.unknownSince === null;
}

export function runsOf({ runs }: DayRollUp): number {
  return runs.green + runs.yellow + runs.red + runs.unknown;
}
