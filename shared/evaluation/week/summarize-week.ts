import type { Calendar } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import { type Light, lightsWorstFirst } from '../../model/light.ts';
import type { Fate, PlanEntry } from '../../model/plan.ts';
import { type PlaceRow, sheetOf } from '../places/sheet.ts';
import type { Recurring } from '../themes/recurring.ts';
import type { CheckNoise } from '../what-if/measure-noise.ts';
import { type Action, dueDay, joinedActions, singleActionsOf, weightOf } from './actions.ts';
import { type EnquiryWeek, summarizeEnquiries } from './enquiry-week.ts';
import { isPresent } from './frame.ts';
import type { TouchpointWeek } from './of-touchpoint.ts';
import { type PlanSources, planOfWeek } from './plan-of-week.ts';
import type { Strength } from './strengths.ts';
import { themeActions } from './theme-actions.ts';
import type { Trouble } from './troubles.ts';
import type { Week } from './week.ts';

export interface WeekSummary {
  readonly business: string;
  readonly timeZone: string;
  readonly week: Week;
  readonly now: Instant;
  /** The week is not over, or ended within the last seven days: lights are those of `now`. */
  readonly present: boolean;
  /** How many touchpoints have each light. */
  readonly lights: Readonly<Record<Light, number>>;
  /** What is worst, if anything is or was bad. */
  readonly worst: { readonly touchpoint: TouchpointWeek; readonly trouble: Trouble } | null;
  /** Worst first; `shown` limits are the mail's matter. */
  readonly touchpoints: readonly TouchpointWeek[];
  /** All six places of the audit, in its order. */
  readonly places: readonly PlaceRow<TouchpointWeek>[];
  /** Who wrote or called; null where nobody looks for that. */
  readonly enquiries: EnquiryWeek | null;
  /** What customers keep saying; null where nobody reads what they write. */
  readonly themes: Recurring | null;
  readonly actions: readonly Action[];
  /** What became of what was to be done, and what is to be done now; empty for a week further back. */
  readonly plan: readonly PlanEntry[];
  /** What has been done well for weeks, at most three. */
  readonly keep: readonly Strength[];
  /** The first day of the week with a measurement, where nothing was measured before; null otherwise. */
  readonly watchedSince: string | null;
  /** Runs of the whole week. */
  readonly runs: number;
  /** Alerts sent within the week, and the check that sent most of them. */
  readonly alerts: number;
  readonly loudest: CheckNoise | null;
  /** Estimated dollars a month; null where nothing runs in AWS. */
  readonly monthlyDollars: number | null;
  /** Somebody gets the weekly mail. */
  readonly hasReaders: boolean;
}

export interface WeekParts {
  readonly business: string;
  readonly calendar: Calendar;
  readonly week: Week;
  readonly now: Instant;
  readonly touchpoints: readonly TouchpointWeek[];
  readonly monthlyDollars: number | null;
  /** Absent where nobody has asked the table. */
  readonly plan?: PlanSources;
  readonly keep?: readonly Strength[];
  /** Absent where nobody reads what customers write. */
  readonly themes?: Recurring | null;
  /** Absent where the mail goes to somebody. */
  readonly hasReaders?: boolean;
}

/** Of what still has its reason: dropped, or dealt with where no light can say more until it breaks again. */
const askedOfNobody: ReadonlySet<Fate> = new Set(['dropped', 'done', 'unverified']);

/** The week of the whole business, from its touchpoints' weeks: what is worst, what to do, how many of each light. */
export function summarizeWeek(parts: WeekParts): WeekSummary {
  const { business, calendar, week, now, monthlyDollars, hasReaders = true, themes = null } = parts;
  const touchpoints = parts.touchpoints.toSorted((a, b) => severity(a) - severity(b) || b.badMs - a.badMs);
  const count = (light: Light): number => touchpoints.filter((each) => each.light === light).length;
  const present = isPresent({ week, now });
  const often = themeActions(themes, parts.plan, dueDay('yellow', now, calendar));
  const actions = present ? singleActionsOf(touchpoints, { now, calendar }, often) : [];
  const plan = present ? planOfWeek(actions, touchpoints, parts) : [];
  const settled = new Set(plan.filter(({ fate }) => askedOfNobody.has(fate)).map(({ id }) => id));
  return {
    business,
    timeZone: calendar.timeZone,
    week,
    now,
    present,
    lights: { red: count('red'), yellow: count('yellow'), unknown: count('unknown'), green: count('green') },
    worst: worstOf(touchpoints),
    touchpoints,
    places: sheetOf(touchpoints),
    enquiries: summarizeEnquiries(touchpoints, { week, now }),
    themes,
    // What is settled stays in the plan.
    actions: joinedActions(actions.filter(({ ids }) => !ids.some((id) => settled.has(id)))),
    plan,
    keep: present ? (parts.keep ?? []) : [],
    watchedSince: firstDay(touchpoints),
    runs: touchpoints.reduce((sum, { runs }) => sum + runs, 0),
    alerts: touchpoints.reduce((sum, { noise }) => sum + noise.alerts, 0),
    loudest: loudestOf(touchpoints),
    monthlyDollars,
    hasReaders,
  };
}

function loudestOf(touchpoints: readonly TouchpointWeek[]): CheckNoise | null {
  const [loudest] = touchpoints.flatMap(({ noise }) => noise.checks).toSorted((a, b) => b.notices - a.notices);
  return loudest !== undefined && loudest.notices > 0 ? loudest : null;
}

/** By light; among equals by what is open there and costs most customers. */
function severity({ light, troubles }: TouchpointWeek): number {
  const open = troubles.filter((trouble) => trouble.open !== null).map(({ kind }) => weightOf(kind));
  return lightsWorstFirst.indexOf(light) * 1000 + Math.min(troubles.length > 0 ? 100 : 200, ...open);
}

/** What is still open before what was when it was last measured, and that before what is over; red before yellow, long before short. */
function worstOf(touchpoints: readonly TouchpointWeek[]): WeekSummary['worst'] {
  const rank = ({ open, seenUntil, worst }: Trouble): number =>
    (open === null ? 4 : seenUntil === null ? 0 : 2) + ((open ?? worst) === 'red' ? 0 : 1);
  const all = touchpoints.flatMap((touchpoint) => touchpoint.troubles.map((trouble) => ({ touchpoint, trouble })));
  const [worst] = all.toSorted((a, b) => rank(a.trouble) - rank(b.trouble) || b.trouble.badMs - a.trouble.badMs);
  return worst ?? null;
}

function firstDay(touchpoints: readonly TouchpointWeek[]): string | null {
  if (touchpoints.some(({ worstBefore }) => worstBefore !== null)) return null;
  const dates = touchpoints.flatMap(({ strip }) => strip.find(({ light }) => light !== null)?.date ?? []);
  return dates.toSorted()[0] ?? null;
}
