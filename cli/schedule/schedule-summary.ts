import { formatDuration } from '../../shared/config/duration.ts';
import { forecastVisits } from '../../shared/evaluation/what-if/forecast.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { type Configuration, scheduledChecks, type Touchpoint } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Competitor } from '../../shared/model/competitor.ts';
import type { Instant } from '../../shared/model/instant.ts';
import { chatQuestion } from '../../shared/probes/chat-question/spec.ts';
import { enquiryOptionsOf } from '../../shared/probes/enquiry-options.ts';
import { fieldSpeed } from '../../shared/probes/field-speed/spec.ts';
import { formArrival } from '../../shared/probes/form-arrival/spec.ts';
import { specOf } from '../../shared/probes/index.ts';
import { sameFacts } from '../../shared/probes/same-facts/spec.ts';
import { counted } from '../counted.ts';
import { averageDay } from './forecast-form.ts';

/** How often one check runs. */
interface CheckSchedule {
  readonly checkId: string;
  /** As the file writes it: `30m`, `4h`. */
  readonly every: string;
  readonly everyMinutes: number;
  readonly runsPerDay: number;
  /** When it runs next; null when not within a day. */
  readonly nextAt: Instant | null;
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
  /** Questions to a social network or review site, which open no page. */
  readonly pollsPerDay: number;
  /** Forms that are really sent, within business hours and `maxPerDay`; rehearsals are none. */
  readonly submissionsPerDay: number;
  /** Minutes of business time within which a customer is promised a first answer; null where nobody writes. */
  readonly promisedMinutes: number | null;
  /** Test enquiries that a mystery shopper really sends, at most; null for everything else. */
  readonly enquiriesPerWeek: number | null;
}

export interface ScheduleSummary {
  readonly touchpoints: readonly TouchpointSchedule[];
  readonly runsPerDay: number;
  /** The visits of the next 24 hours, minute by minute, as dispatch and `watch` will make them; null for a fleet. */
  readonly next24Hours: readonly ForecastVisit[] | null;
}

/** Checks that one visit will answer. */
interface ForecastVisit {
  readonly at: Instant;
  readonly checks: readonly string[];
}

/** Of more checks nobody reads each minute, and listing them would take longer than to deploy them. */
const forecastChecksAtMost = 2_000;

/**
 * What will run when and how often, for `validate`. Averages where a check does not run every day.
 * @param from the full minute with which the forecast begins
 */
export function describeSchedule(configuration: Configuration, from: Instant): ScheduleSummary {
  const all = scheduledChecks(configuration);
  const next24Hours = all.length > forecastChecksAtMost ? null : nextDay(all, from);
  const backwards = next24Hours?.toReversed() ?? [];
  const nextAt = new Map(backwards.flatMap(({ at, checks }) => checks.map((id) => [id, at] as const)));
  const watched = [...configuration.touchpoints, ...configuration.competitors.map(asTouchpoint)];
  const touchpoints = watched.map((each) => scheduleOf(each, nextAt, from));
  const runsPerDay = sum(touchpoints.flatMap(({ checks }) => checks.map((check) => check.runsPerDay)));
  return { touchpoints, runsPerDay, next24Hours };
}

function nextDay(checks: readonly Check[], from: Instant): ForecastVisit[] {
  return forecastVisits(checks, from, 1440).map((visit) => ({
    at: visit.scheduledAt,
    checks: visit.checks.map(({ id }) => id),
  }));
}

type Visited = Pick<Touchpoint, 'id' | 'url' | 'checks'>;

function asTouchpoint({ name, url, checks }: Competitor): Visited {
  return { id: `competitor: ${name}`, url, checks };
}

/** The summary as lines for a terminal, with clock times of the business. */
export function formatSchedule({ touchpoints, runsPerDay, next24Hours }: ScheduleSummary, timeZone: string): string {
  const widest = Math.max(0, ...touchpoints.flatMap(({ checks }) => checks.map(({ checkId }) => checkId.length)));
  const lines = touchpoints.flatMap((touchpoint) => [
    touchpoint.url === null ? touchpoint.touchpointId : `${touchpoint.touchpointId}  ${touchpoint.url}`,
    ...touchpoint.checks.map(({ checkId, every, runsPerDay: runs, nextAt }) => {
      const elsewhen = next24Hours === null ? 'at its minute' : 'not within a day';
      const next = nextAt === null ? elsewhen : `next ${clockTime(nextAt, timeZone)}`;
      return `  ${checkId.padEnd(widest)}  every ${every.padEnd(4)} ${next}, ${perDay(runs, 'run', 'runs')}`;
    }),
    `  ${total(touchpoint)}`,
    ...enquiryLine(touchpoint),
    ...promiseLine(touchpoint),
    '',
  ]);
  return [
    ...lines,
    `In all ${perDay(runsPerDay, 'run', 'runs')}.`,
    ...forecastLines(next24Hours, timeZone),
    ...(touchpoints.some(({ url }) => url !== null) ? [repeats] : []),
  ].join('\n');
}

function forecastLines(visits: readonly ForecastVisit[] | null, timeZone: string): string[] {
  if (visits === null) {
    return [
      `More than ${forecastChecksAtMost} checks: they are spread evenly over the minutes, and not listed one by one.`,
    ];
  }
  const [first] = visits;
  if (first === undefined) return ['Nothing runs within the next 24 hours.'];
  const runs = sum(visits.map(({ checks }) => checks.length));
  const minutes = [...Map.groupBy(visits, ({ at }) => at).values()];
  const busiest = minutes.reduce((most, each) => (each.length > most.length ? each : most));
  const together = busiest.length === 1 ? 'never two at the same minute' : `at most ${busiest.length} in one minute`;
  return [
    `The next 24 hours: ${counted(runs, 'run')} in ${counted(visits.length, 'visit')}, ${together}; the first at ${clockTime(first.at, timeZone)} (${timeZone}). --json lists them all.`,
  ];
}

function clockTime(at: Instant, timeZone: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}

function enquiryLine({ enquiriesPerWeek: most }: TouchpointSchedule): string[] {
  if (most === null) return [];
  const enquiries = most === 1 ? 'one test enquiry is' : `${most} test enquiries are`;
  return [`  at most ${enquiries} sent a week, within business hours`];
}

function promiseLine({ promisedMinutes }: TouchpointSchedule): string[] {
  if (promisedMinutes === null) return [];
  return [
    `  a first answer is promised within ${formatFor('en').measured(promisedMinutes, 'minutes')} of business time`,
  ];
}

function total(touchpoint: TouchpointSchedule): string {
  const { checks, requestsPerDay, pageLoadsPerDay, pollsPerDay, submissionsPerDay } = touchpoint;
  const runsOf = (probe: string): number =>
    sum(checks.filter(({ checkId }) => parseCheckId(checkId).probe === probe).map(({ runsPerDay }) => runsPerDay));
  const [arrivals, answers] = [runsOf(formArrival.id), runsOf(chatQuestion.id)];
  const [questions, comparisons] = [runsOf(fieldSpeed.id), runsOf(sameFacts.id)];
  if (checks.length === 0) return 'nothing runs here yet';
  if (touchpoint.url === null) return `${perDay(pollsPerDay, 'poll', 'polls')}, no page is opened`;
  return [
    perDay(requestsPerDay, 'plain request', 'plain requests'),
    perDay(pageLoadsPerDay, 'page load', 'page loads'),
    submissionsPerDay === 0 ? 'no form is sent' : perDay(submissionsPerDay, 'form is sent', 'forms are sent'),
    ...(arrivals === 0 ? [] : [`their arrival is checked ${arrivals} times a day`]),
    ...(answers === 0 ? [] : [`an answer to the question in the chat is looked for ${answers} times a day`]),
    ...(questions === 0
      ? []
      : [perDay(questions, 'question to Google about real visitors', 'questions to Google about real visitors')]),
    ...(comparisons === 0 ? [] : [perDay(comparisons, 'comparison of its facts', 'comparisons of its facts')]),
  ].join(', ');
}

function perDay(count: number, one: string, many: string): string {
  const number = Number.isInteger(count) ? String(count) : count.toFixed(1);
  return `${number} ${count === 1 ? one : many} a day`;
}

function scheduleOf(
  { id, url, checks }: Visited,
  nextAt: ReadonlyMap<string, Instant>,
  from: Instant,
): TouchpointSchedule {
  const days = new Map(checks.map((check) => [check.id, averageDay(check, from)] as const));
  const runsPerDayOf = (check: Check): number => days.get(check.id)?.runs ?? 0;
  const visits = [...Map.groupBy(checks, visitOf).values()];
  const visitsBy = (means: VisitMeans) => visits.filter((visit) => meansOf(visit) === means);
  return {
    touchpointId: id,
    url,
    checks: checks
      .map((check) => ({
        checkId: check.id,
        every: formatDuration(check.everyMinutes),
        everyMinutes: check.everyMinutes,
        runsPerDay: runsPerDayOf(check),
        nextAt: nextAt.get(check.id) ?? null,
      }))
      .sort((a, b) => a.everyMinutes - b.everyMinutes),
    requestsPerDay: sum(visitsBy('request').map((visit) => visitsPerDay(visit, runsPerDayOf))),
    pageLoadsPerDay: sum(visitsBy('browser').map((visit) => visitsPerDay(visit, runsPerDayOf) * loadsPerVisit(visit))),
    pollsPerDay: sum(visitsBy('poll').map((visit) => visitsPerDay(visit, runsPerDayOf))),
    submissionsPerDay: sum([...days.values()].map(({ sent }) => sent)),
    promisedMinutes: promiseOf(checks),
    enquiriesPerWeek: enquiriesOf(checks),
  };
}

function promiseOf(checks: readonly Check[]): number | null {
  const promised = checks.map(({ options }) => options['slaMinutes']).find((minutes) => typeof minutes === 'number');
  return promised ?? null;
}

function enquiriesOf(checks: readonly Check[]): number | null {
  const [found] = checks.flatMap((check) => enquiryOptionsOf(check)?.perWeek ?? []);
  return found ?? null;
}

/** Checks of one page and device that share the visit word travel together and are answered from one load. */
function visitOf({ probe, page, device }: Check): string {
  return JSON.stringify([specOf(probe)?.visit ?? probe, page, device]);
}

/** With what a visit is made. */
const repeats =
  'A check that comes back red or grey is repeated immediately and confirmed five minutes later. Those visits are not included above.';

type VisitMeans = 'request' | 'poll' | 'browser';

function meansOf([check]: readonly Check[]): VisitMeans {
  const visit = check === undefined ? undefined : specOf(check.probe)?.visit;
  return visit === 'request' || visit === 'poll' ? visit : 'browser';
}

/** Lighthouse loads the page once per run of its median. */
function loadsPerVisit(visit: readonly Check[]): number {
  return Math.max(...visit.map(({ options }) => (typeof options['runs'] === 'number' ? options['runs'] : 1)));
}

const minutesPerWeek = 7 * 1440;

/** Minutes at which any of the checks is due: their phase is the page's, so equal cadences fall on the same minutes. */
function visitsPerDay(visit: readonly Check[], runsPerDayOf: (check: Check) => number): number {
  const cadences = [...new Set(visit.map(({ everyMinutes }) => everyMinutes))];
  const [first] = visit;
  if (cadences.length === 1 && first !== undefined) return runsPerDayOf(first);
  let due = 0;
  for (let minute = 0; minute < minutesPerWeek; minute += 1) {
    if (cadences.some((every) => minute % every === 0)) due += 1;
  }
  return Math.round((due / 7) * 10) / 10;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
