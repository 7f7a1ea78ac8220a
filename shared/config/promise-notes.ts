import { type Shift, type Weekday, weekdays } from '../model/business.ts';
import { socialPlatforms } from '../model/social-platform.ts';
import { defaultSlaMinutes } from '../probes/responses/spec.ts';
import { isGroup } from './data-path.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { type FileSocial, platformOf } from './expand-social.ts';
import { type FileConfiguration, type FileTouchpoint, websiteProbes } from './file-schema.ts';
import { shiftsOfHours } from './hours.ts';

const minutesPerDay = 1440;

/** What is promised and cannot be meant, or cannot be kept: sentences about a file without faults. */
export function promiseNotes(file: FileConfiguration): string[] {
  const openMinutes = openMinutesOf(shiftsOfHours(file.hours ?? {}));
  return file.touchpoints.flatMap((touchpoint) => {
    switch (touchpoint.kind) {
      case 'website':
        return patienceNotes(touchpoint);
      case 'scorecard':
        return [];
      case 'shopper':
        return workingDayNotes(touchpoint, openMinutes);
      default:
        return [...workingDayNotes(touchpoint, openMinutes), ...slowPollNotes(touchpoint, openMinutes)];
    }
  });
}

/** Minutes of work on each day of the week, from Monday. */
function openMinutesOf(shifts: Readonly<Record<Weekday, readonly Shift[]>>): readonly number[] {
  return weekdays.map((day) => shifts[day].reduce((sum, [from, to]) => sum + to - from, 0));
}

/** The length that most working days have, of two equally frequent ones the longer; null when none is a working day. */
function workingDay(openMinutes: readonly number[]): number | null {
  const byLength = Map.groupBy(
    openMinutes.filter((minutes) => minutes > 0),
    (minutes) => minutes,
  );
  const ranked = [...byLength].toSorted(([a, days], [b, others]) => others.length - days.length || b - a);
  return ranked[0]?.[0] ?? null;
}

/** A day of 24 hours is no day of work: `1d` may be three of them. */
function workingDayNotes({ id, sla }: Pick<FileSocial, 'id' | 'sla'>, openMinutes: readonly number[]): string[] {
  const written = sla?.firstResponse ?? '';
  const minutes = parseDuration(written);
  const day = workingDay(openMinutes);
  if (minutes === null || !written.endsWith('d') || day === null || day === minutesPerDay) return [];
  const count = minutes / minutesPerDay;
  const meant = count === 1 ? 'one working day' : `${count} working days`;
  const others = weekdays
    .map((weekday, index) => ({ weekday, minutes: openMinutes[index] ?? 0 }))
    .filter((each) => each.minutes > 0 && each.minutes !== day)
    .map((each) => `${each.weekday}: ${inHours(each.minutes)}`);
  const days = `${inTenths(minutes / day)} working days of ${inHours(day)}${others.length === 0 ? '' : ` (${others.join(', ')})`}`;
  return [
    `Touchpoint ${id}: firstResponse: ${written} means ${inHours(minutes)} of business time, which is ${days}. ` +
      `For ${meant}, write firstResponse: ${inFile(count * day)}; if ${inHours(minutes)} of business time are meant, write firstResponse: ${count * 24}h.`,
  ];
}

/** Somebody may be overdue before the poll that sees them for the first time. */
function slowPollNotes(touchpoint: FileSocial, openMinutes: readonly number[]): string[] {
  const { id, sla, every } = touchpoint;
  const promised = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const cadence =
    (every === undefined ? null : parseDuration(every)) ?? socialPlatforms[platformOf(touchpoint)].everyMinutes;
  const between = Math.min(cadence, mostWork(Math.ceil(cadence / minutesPerDay), openMinutes));
  if (promised >= between) return [];
  const promise = `firstResponse: ${sla?.firstResponse ?? `${formatDuration(promised)} (the default)`}`;
  const polls = `every: ${every ?? `${formatDuration(cadence)} (the default)`}`;
  const faster = cadenceWithin(promised);
  const remedy = faster === null ? '' : `Write every: ${formatDuration(faster)}, or promise`;
  return [
    `Touchpoint ${id} promises more than its polls can see: ${promise} is shorter than ${polls}, so a customer may be overdue before anybody is told. ` +
      `${remedy === '' ? 'Promise' : remedy} firstResponse: ${inFile(between)} or more.`,
  ];
}

/** The most minutes of work within so many days in a row. */
function mostWork(days: number, openMinutes: readonly number[]): number {
  const sums = openMinutes.map((_, from) =>
    Array.from({ length: days }, (__, n) => openMinutes[(from + n) % openMinutes.length] ?? 0).reduce(
      (a, b) => a + b,
      0,
    ),
  );
  return Math.max(...sums);
}

/** The slowest cadence that sees a wait after three quarters of the promise at the latest, when the nudge is due. */
function cadenceWithin(minutes: number): number | null {
  const cadences = [1, 2, 3, 5, 10, 15, 30, 60, 120, 240, 360, 720];
  return cadences.findLast((each) => each <= minutes / 4) ?? cadences.findLast((each) => each <= minutes) ?? null;
}

/** A check that runs every four hours is not grey for five minutes before it is grey for four hours. */
function patienceNotes(touchpoint: Extract<FileTouchpoint, { kind: 'website' }>): string[] {
  return Object.entries(touchpoint.checks ?? {}).flatMap(([name, settings]) => {
    const spec = websiteProbes.find(({ id }) => id === name.split(':', 1)[0]);
    if (spec === undefined || !isGroup(settings)) return [];
    const { blindAfter, every } = settings;
    const patience = typeof blindAfter === 'string' ? parseDuration(blindAfter) : null;
    const written = typeof every === 'string' ? parseDuration(every) : null;
    const cadence = written ?? spec.everyMinutes;
    if (patience === null || patience >= cadence) return [];
    const runs = `every: ${written === null ? `${formatDuration(cadence)} (the default)` : every}`;
    return [
      `Touchpoint ${touchpoint.id}, check ${name}: blindAfter: ${blindAfter} is shorter than ${runs}, and only the next run can see that the check is still grey. ` +
        `Write blindAfter: ${formatDuration(cadence)} or more, or run the check more often.`,
    ];
  });
}

function inTenths(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** "9 hours", "8 hours 30 minutes" */
function inHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const counted = (count: number, noun: string): string[] =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  return [...counted(hours, 'hour'), ...counted(rest, 'minute')].join(' ');
}

/** Never in days, which are what is misread. */
function inFile(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
