import type { Configuration, Touchpoint } from '../model/business.ts';
import type { Check } from '../model/check.ts';
import { probeSpecs } from '../model/probes/index.ts';
import { formatDuration } from './duration.ts';

/** How often one check runs. */
export interface CheckSchedule {
  readonly checkId: string;
  /** As the file writes it: `30m`, `4h`. */
  readonly every: string;
  readonly everyMinutes: number;
  readonly runsPerDay: number;
}

/** What one touchpoint will meet on an ordinary day: no retries, no confirmations of suspicions. */
export interface TouchpointSchedule {
  readonly touchpointId: string;
  readonly url: string | null;
  /** Most frequent first. */
  readonly checks: readonly CheckSchedule[];
  /** Plain requests without a browser. */
  readonly requestsPerDay: number;
  /** Pages that a browser opens, Lighthouse's included; each fetches what the page asks for. */
  readonly pageLoadsPerDay: number;
  /** Forms that are really sent; rehearsals are none. Confirmations of a suspicion come on top, within `maxPerDay`. */
  readonly submissionsPerDay: number;
}

export interface ScheduleSummary {
  readonly touchpoints: readonly TouchpointSchedule[];
  readonly runsPerDay: number;
}

/** What will run how often, for `validate`. Averages where a check does not run every day. */
export function describeSchedule(configuration: Configuration): ScheduleSummary {
  const touchpoints = configuration.touchpoints.map(scheduleOf);
  const runsPerDay = sum(touchpoints.flatMap(({ checks }) => checks.map((check) => check.runsPerDay)));
  return { touchpoints, runsPerDay };
}

/** The summary as lines for a terminal. */
export function formatSchedule({ touchpoints, runsPerDay }: ScheduleSummary): string {
  const widest = Math.max(0, ...touchpoints.flatMap(({ checks }) => checks.map(({ checkId }) => checkId.length)));
  const lines = touchpoints.flatMap((touchpoint) => [
    touchpoint.url === null ? touchpoint.touchpointId : `${touchpoint.touchpointId}  ${touchpoint.url}`,
    ...touchpoint.checks.map(({ checkId, every, runsPerDay: runs }) => {
      return `  ${checkId.padEnd(widest)}  every ${every.padEnd(4)} ${perDay(runs, 'run', 'runs')}`;
    }),
    `  ${total(touchpoint)}`,
    '',
  ]);
  return [...lines, `In all ${perDay(runsPerDay, 'run', 'runs')}.`].join('\n');
}

function total({ checks, requestsPerDay, pageLoadsPerDay, submissionsPerDay }: TouchpointSchedule): string {
  if (checks.length === 0) return 'nothing runs here yet';
  return [
    perDay(requestsPerDay, 'plain request', 'plain requests'),
    perDay(pageLoadsPerDay, 'page load', 'page loads'),
    submissionsPerDay === 0 ? 'no form is sent' : perDay(submissionsPerDay, 'form is sent', 'forms are sent'),
  ].join(', ');
}

function perDay(count: number, one: string, many: string): string {
  const number = Number.isInteger(count) ? String(count) : count.toFixed(1);
  return `${number} ${count === 1 ? one : many} a day`;
}

function scheduleOf({ id, url, checks }: Touchpoint): TouchpointSchedule {
  const visits = [...Map.groupBy(checks, visitOf).values()];
  return {
    touchpointId: id,
    url,
    checks: checks
      .map((check) => ({
        checkId: check.id,
        every: formatDuration(check.everyMinutes),
        everyMinutes: check.everyMinutes,
        runsPerDay: runsPerDayOf(check),
      }))
      .sort((a, b) => a.everyMinutes - b.everyMinutes),
    requestsPerDay: sum(visits.map((visit) => (isPlainRequest(visit) ? visitsPerDay(visit) : 0))),
    pageLoadsPerDay: sum(
      visits.map((visit) => (isPlainRequest(visit) ? 0 : visitsPerDay(visit) * loadsPerVisit(visit))),
    ),
    submissionsPerDay: sum(checks.filter((check) => check.options['mode'] === 'submit').map(runsPerDayOf)),
  };
}

/** Checks of one page and device that share the visit word travel together and are answered from one load. */
function visitOf({ probe, page, device }: Check): string {
  return JSON.stringify([probeSpecs[probe]?.visit ?? probe, page, device]);
}

function isPlainRequest(visit: readonly Check[]): boolean {
  return visit.some(({ probe }) => probeSpecs[probe]?.visit === 'request');
}

/** Lighthouse loads the page once per run of its median. */
function loadsPerVisit(visit: readonly Check[]): number {
  return Math.max(...visit.map(({ options }) => (typeof options['runs'] === 'number' ? options['runs'] : 1)));
}

const minutesPerWeek = 7 * 1440;

/** Minutes at which any of the checks is due: their phase is the page's, so equal cadences fall on the same minutes. */
function visitsPerDay(visit: readonly Check[]): number {
  const cadences = [...new Set(visit.map(({ everyMinutes }) => everyMinutes))];
  if (cadences.length === 1) return 1440 / (cadences[0] ?? 1440);
  let due = 0;
  for (let minute = 0; minute < minutesPerWeek; minute += 1) {
    if (cadences.some((every) => minute % every === 0)) due += 1;
  }
  return Math.round((due / 7) * 10) / 10;
}

function runsPerDayOf({ everyMinutes }: Check): number {
  return 1440 / everyMinutes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
