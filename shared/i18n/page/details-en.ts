import { formatFor } from '../format.ts';
import type { DetailWords } from './detail-words.ts';

const { counted } = formatFor('en');
const runs = { one: 'run', other: 'runs' };

function inARow(n: number): string {
  return n === 1 ? '1 run that is' : `${counted(n, runs)} in a row that are`;
}

export const en: DetailWords = {
  everyOne: { minute: 'every minute', hour: 'every hour', day: 'once a day' },
  every: (span) => `every ${span}`,
  span: {
    minute: { one: 'minute', other: 'minutes' },
    hour: { one: 'hour', other: 'hours' },
    day: { one: 'day', other: 'days' },
  },
  silent: (since, light) => `Not measured since ${since}. Last known: ${light}.`,
  clockAhead: 'The last run is dated in the future, so it does not count.',
  heading: {
    checks: 'Checks',
    comments: 'What customers wrote',
    days: 'Day by day',
    past: 'Past incidents',
    maintenance: 'Maintenance',
    found: 'What the last run found',
    bounds: 'Thresholds',
    policy: 'How it alerts',
    runs: 'Last runs',
    weeks: 'Weekly reports',
  },
  incident: {
    none: 'No incident so far.',
    nonePast: 'No incident has ended yet.',
    lasted: (length) => `lasted ${length}`,
    older: 'Older incidents',
    newest: 'Back to the newest',
    among: (count) => `Among the last ${count} incidents of this touchpoint.`,
    more: (count) => `${counted(count, { one: 'more incident is', other: 'more incidents are' })} open.`,
  },
  maintenance: {
    none: 'No maintenance is announced.',
    by: (who) => `Announced by ${who}.`,
  },
  runNowOf: (check) => `Run now: ${check}`,
  waiting: {
    longest: (length) => `The longest wait so far is ${length} of business time.`,
    operatorsOnly: 'Names and messages are shown to operators only.',
  },
  comments: {
    none: 'The latest answers have no comments.',
    operatorsOnly: 'Comments are shown to operators only.',
    scored: (score, at) => `${score} out of 10, ${at}`,
    more: (count) => `${counted(count, { one: 'more comment is', other: 'more comments are' })} stored.`,
  },
  column: {
    when: 'When',
    light: 'Light',
    measured: 'Measurement',
    green: 'Green',
    red: 'Red',
    attempts: 'Attempts',
    what: 'What was found',
    evidence: 'Evidence',
  },
  bound: {
    atMost: (value) => `up to ${value}`,
    atLeast: (value) => `${value} or more`,
    orMore: (value) => `from ${value}`,
    orLess: (value) => `${value} or less`,
    neverRed: 'never',
  },
  noBounds: 'This check judges no numbers: it either works or it does not.',
  asSoonAs: { red: 'Red as soon as this is found', yellow: 'Yellow as soon as this is found' },
  policy: {
    opens: (n) => `An incident opens after ${inARow(n)} yellow or red.`,
    ends: (n) => `It ends after ${inARow(n)} green.`,
    reminds: (every) => `While it is open and not acknowledged, a reminder is sent ${every}.`,
    remindsNever: 'No reminders are sent.',
    blind: (after) => `When it cannot be measured for ${after}, operations are told.`,
    yellowInHours: 'Yellow is sent in business hours only.',
    runsInHours: 'It runs in business hours only.',
  },
  noRuns: 'No run has been stored yet.',
  judgedNow: (count) => `The last ${counted(count, runs)}, judged by the thresholds of today.`,
  weeks: {
    none: 'No weekly report has been written yet. The first one appears when a week is over.',
    operatorsOnly: 'Weekly reports quote what customers wrote, so they open for operators only.',
  },
};
