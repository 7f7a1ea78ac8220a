import { formatFor } from '../format.ts';
import type { PageWords } from './words.ts';

const customers = { one: 'customer is', other: 'customers are' };
const more = { one: 'more customer', other: 'more customers' };
const touchpoints = { one: 'more touchpoint', other: 'more touchpoints' };
const incidents = { one: 'more open incident', other: 'more open incidents' };
const days = { one: 'day', other: 'days' };

const { counted } = formatFor('en');

export const en: PageWords = {
  nav: {
    label: 'Pages',
    overview: 'Overview',
    weeks: 'Weeks',
    plan: 'Plan',
    skip: 'Skip to the content',
    signOut: 'Sign out',
  },
  role: { reader: 'reader', operator: 'operator' },
  asOf: (moment) => `As of ${moment}.`,
  notUpdated: (moment) => `Not updated since ${moment}. Check your connection, then reload the page.`,
  updatesItself: 'This page updates itself.',
  headline: {
    worst: (what, since) => `${what} (since ${since}).`,
    notUpdated: (moment) => `Touchlight has checked nothing since ${moment}. You see what was known then.`,
    checking: 'Something looks wrong and is being checked again.',
    unmeasured: 'Not everything can be measured right now. What is grey may be working or not.',
    allGreen: 'Everything is working.',
    nothingToCheck: 'There is nothing to check.',
  },
  heading: {
    incidents: 'Open incidents',
    touchpoints: 'Touchpoints',
    waiting: 'Waiting for an answer',
    history: 'What happened',
    pictures: 'Evidence',
    actions: 'What you can do',
  },
  noIncidents: 'No incident is open.',
  moreIncidents: (count) => `${counted(count, incidents)}: see the touchpoints below.`,
  label: {
    now: 'Now',
    since: 'Since',
    lasted: 'Lasted',
    expected: 'Expected',
    actual: 'Actual',
    todo: 'What to do',
    worstLight: 'At its worst',
    onIt: 'Being worked on',
    lastProblem: 'Last problem',
  },
  device: { mobile: 'on a phone', desktop: 'on a computer' },
  sinceFor: (moment, length) => `${moment} (${length})`,
  since: (moment) => `since ${moment}`,
  somebody: 'Somebody',
  nobodyOnIt: 'Nobody is on it yet.',
  picture: (what) => `Screenshot: ${what}`,
  measuredAgo: (length) => `measured ${length} ago`,
  measuredNow: 'measured just now',
  checks: { one: 'check', other: 'checks' },
  grey: {
    never: 'not measured yet',
    notUpdated: (moment, light) => `not updated since ${moment}; it was ${light} then`,
    silent: (moment, light) => `no longer measured (last run: ${moment}${light === null ? '' : `, ${light} then`})`,
    unmeasured: (what) => `cannot be measured: ${what}`,
    someUnmeasured: (checks) => `cannot be measured: ${checks}`,
  },
  checkedAgain: 'looks wrong and is being checked again',
  nothingToCheck: 'nothing to check',
  maintenance: {
    now: (until) => `Maintenance until ${until}. No alerts are sent.`,
    next: (from, until) => `Maintenance planned from ${from} until ${until}.`,
  },
  strip: {
    days: (count) => counted(count, days),
    summary: (length, lights) => `The last ${length}: ${lights}`,
    lights: {
      red: { other: 'red' },
      yellow: { other: 'yellow' },
      green: { other: 'green' },
      unknown: { other: 'grey' },
    },
    noDays: 'no days yet',
  },
  waiting: {
    count: (waiting, overdue) =>
      `${counted(waiting, customers)} waiting${overdue === 0 ? '' : `, ${overdue} of them longer than promised`}`,
    more: (count) => counted(count, more),
    nobody: 'Nobody is waiting.',
    notRead: (count) => `${counted(count, touchpoints)}: see their own pages.`,
  },
  incident: {
    over: (moment) => `This incident is over: resolved ${moment}.`,
    lost: (moment) => `This check has not been measured since ${moment}. What you see is what was known then.`,
    removed: 'This check is not configured any more. What you see is what was known last.',
    story: {
      suspected: 'First seen',
      opened: 'Confirmed: the incident opened',
      resolved: 'Resolved',
      withdrawn: 'No longer being worked on',
      maintenance: 'Maintenance: no alerts',
    },
    alertSent: {
      opened: 'Alert sent: new incident',
      worsened: 'Got worse; alert sent',
      reminder: 'Reminder sent',
      escalated: 'Not acknowledged in time: escalated',
      resolved: 'Alert sent: resolved',
      blind: 'Alert sent: cannot be measured',
      sighted: 'Alert sent: can be measured again',
      flapping: 'Alert sent: unstable',
      nudge: 'Reminder sent: the promised time is running out',
    },
    acknowledged: 'Being worked on',
    until: (moment) => `until ${moment}`,
    columns: { when: 'When', what: 'What' },
  },
  form: {
    onIt: "I'm on it",
    why: 'What are you doing? (optional)',
    withdraw: "I'm no longer on it",
    run: 'Check now',
    startMaintenance: 'Start maintenance',
    endMaintenance: 'End maintenance now',
    maintenanceNote: 'During maintenance, checks go on and no alerts are sent.',
    maintenanceWhy: 'Reason (optional)',
    maintenanceLength: 'Length',
  },
  problem: {
    notFound: { title: 'Not found', text: 'There is no such page, or it is not there any more.' },
    failed: { title: 'This did not work', text: 'The page could not be read. Try again in a minute.' },
    paused: {
      title: 'Paused',
      text: 'Nothing is checked here at the moment, and no alerts are sent. The page comes back at this address when the checks continue, and links that have not expired work again.',
    },
    back: 'To the overview',
  },
};
