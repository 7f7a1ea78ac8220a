import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { dayMs, minuteMs } from '../../model/time-spans.ts';
import type { VisitRequest } from '../../model/visit.ts';
import { isBusinessTime, nextOpening } from './business-time.ts';
import { hash, isDue, visitKey } from './due-visits.ts';

const minutesOfDay = dayMs / minuteMs;

/** What is due when, worked out once for a configuration: a minute then costs what is due in it, not what there is. */
export interface DueIndex {
  /** The same visits in the same order as `dueVisits` finds. */
  visitsAt(minute: Instant): VisitRequest[];
  /** A check by its id; undefined when it is not scheduled. */
  check(id: string): Check | undefined;
}

/** Checks of one cadence, by the minute of it in which they fall due. */
interface Cadence {
  readonly everyMinutes: number;
  /** Where each minute's begin in `order`; one more than there are minutes. */
  readonly starts: Int32Array;
  /** Places in the list of all checks, minute by minute, in the order of that list. */
  readonly order: Int32Array;
}

/** Checks that run within the same hours. */
interface Hours {
  readonly calendar: NonNullable<Check['onlyWithin']>;
  readonly places: number[];
  /** Minutes since 1970 of which it is known that they do not open in any of them but, where `opens`, in the last. */
  seen: { readonly from: number; readonly until: number; readonly opens: boolean };
}

/**
 * @param checks all that are scheduled; 100,000 take a few megabytes beside the checks themselves
 */
export function createDueIndex(checks: readonly Check[]): DueIndex {
  const { visitOf, phases, byId } = numbered(checks);
  const cadences = cadencesOf(checks, phases);
  const { hours, hoursAt } = hoursOf(checks);
  const isOpen = (place: number, minute: Instant): boolean => {
    const within = hoursAt.get(place);
    return within === undefined || isBusinessTime(minute, within.calendar);
  };
  return {
    check: (id) => byId.get(id),
    visitsAt(minute) {
      const epochMinute = Math.floor(Date.parse(minute) / minuteMs);
      const scheduledAt = toInstant(epochMinute * minuteMs);
      const due = cadences.flatMap((cadence) =>
        [...fallingDue(cadence, epochMinute)].filter((at) => isOpen(at, scheduledAt)),
      );
      for (const place of openingAt(hours, epochMinute)) {
        const [check, phase] = [checks[place], phases[place] ?? 0];
        // What falls due in this very minute is among the others already.
        if (check === undefined || (epochMinute + phase) % check.everyMinutes === 0) continue;
        if (isDue(check, phase, epochMinute)) due.push(place);
      }
      const together = new Map<number, Check[]>();
      for (const place of due.toSorted((a, b) => a - b)) add(together, visitOf[place] ?? 0, checks[place]);
      return Array.from(together.values(), (each) => ({ scheduledAt, confirmation: false, checks: each }));
    },
  };
}

/** A number for each visit instead of its words, and the phase of each check. */
function numbered(checks: readonly Check[]) {
  const visitOf = new Int32Array(checks.length);
  const phases = new Uint32Array(checks.length);
  const visits = new Map<string, number>();
  const byId = new Map<string, Check>();
  for (const [place, check] of checks.entries()) {
    const key = visitKey(check);
    const visit = visits.get(key) ?? visits.size;
    visits.set(key, visit);
    visitOf[place] = visit;
    phases[place] = hash(key);
    if (!byId.has(check.id)) byId.set(check.id, check);
  }
  return { visitOf, phases, byId };
}

function add(together: Map<number, Check[]>, visit: number, check: Check | undefined): void {
  if (check === undefined) return;
  const others = together.get(visit);
  if (others === undefined) together.set(visit, [check]);
  else others.push(check);
}

/** Sorted by counting: no list of its own for each minute of each cadence. */
function cadencesOf(checks: readonly Check[], phases: Uint32Array): Cadence[] {
  const places = Map.groupBy(checks.keys(), (place) => checks[place]?.everyMinutes ?? 1);
  return Array.from(places, ([everyMinutes, ofCadence]) => {
    const starts = new Int32Array(everyMinutes + 1);
    const slot = (place: number): number => (everyMinutes - ((phases[place] ?? 0) % everyMinutes)) % everyMinutes;
    for (const place of ofCadence) starts[slot(place) + 1] = (starts[slot(place) + 1] ?? 0) + 1;
    for (let at = 1; at <= everyMinutes; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const next = starts.slice();
    const order = new Int32Array(ofCadence.length);
    for (const place of ofCadence) {
      const at = next[slot(place)] ?? 0;
      order[at] = place;
      next[slot(place)] = at + 1;
    }
    return { everyMinutes, starts, order };
  });
}

function fallingDue({ everyMinutes, starts, order }: Cadence, epochMinute: number): Int32Array {
  const slot = epochMinute % everyMinutes;
  return order.subarray(starts[slot] ?? 0, starts[slot + 1] ?? 0);
}

/** Businesses with the same hours are asked about once. */
function hoursOf(checks: readonly Check[]) {
  const all = new Map<string, Hours>();
  const texts = new Map<Check['onlyWithin'], string>();
  const hoursAt = new Map<number, Hours>();
  for (const [place, { onlyWithin: calendar }] of checks.entries()) {
    if (calendar === undefined) continue;
    const text = texts.get(calendar) ?? JSON.stringify(calendar);
    texts.set(calendar, text);
    const hours = all.get(text) ?? { calendar, places: [], seen: { from: 0, until: -1, opens: false } };
    hours.places.push(place);
    all.set(text, hours);
    hoursAt.set(place, hours);
  }
  return { hours: [...all.values()], hoursAt };
}

/** Only when its hours begin can a check be due of which the minute has passed. */
function openingAt(hours: readonly Hours[], epochMinute: number): number[] {
  return hours.flatMap((each) => (isOpening(each, epochMinute) ? each.places : []));
}

/** Hours open once or twice a day: when, is worked out once for all minutes until then. */
function isOpening(hours: Hours, epochMinute: number): boolean {
  if (epochMinute < hours.seen.from || epochMinute > hours.seen.until) {
    const at = nextOpening(toInstant(epochMinute * minuteMs), hours.calendar);
    hours.seen =
      at === null
        ? { from: epochMinute, until: epochMinute + minutesOfDay, opens: false }
        : { from: epochMinute, until: Math.floor(Date.parse(at) / minuteMs), opens: true };
  }
  return hours.seen.opens && epochMinute === hours.seen.until;
}
