import { platformNames } from '../model/social-platform.ts';
import type { DigestWords } from './digest-words.ts';
import { formatFor } from './format.ts';

const locale = 'en-GB';
const alerts = { one: 'alert', other: 'alerts' };
const customers = { one: 'customer', other: 'customers' };
const more = { one: 'more customer', other: 'more customers' };
const moreTouchpoints = { one: 'more touchpoint', other: 'more touchpoints' };

const { counted } = formatFor('en');

function promised(waited: string | null, due: string | null, lead: string): string {
  const waits =
    waited === null ? 'came in just now or outside business hours' : `waiting for ${waited} of business time`;
  return due === null ? waits : `${waits}; ${lead} ${due}`;
}

export const en: DigestWords = {
  language: 'en',
  locale,
  light: { red: 'Red', yellow: 'Yellow', green: 'Green', unknown: 'Grey' },
  lights: {
    red: { other: 'red' },
    yellow: { other: 'yellow' },
    green: { other: 'green' },
    unknown: { other: 'grey' },
  },
  kind: {
    website: 'Website',
    phone: 'Phone',
    shopper: 'Test enquiries',
    scorecard: 'Scorecard',
    survey: 'Customer survey',
    orders: 'Orders',
    ...platformNames,
  },
  otherTrouble: {
    title: 'Something is wrong',
    has: (at) => `something${at} has been wrong`,
    was: (at) => `something${at} was wrong`,
    todo: 'Check it as a customer would.',
    gain: 'One less reason for customers to leave.',
  },
  figure: {
    answering: 'Website uptime',
    phoneContentMs: 'Time to main content on a phone',
    phoneCompleteMs: 'Time to full load on a phone',
    desktopCompleteMs: 'Time to full load on a computer',
    visitorsContentMs: 'Real visitors: main content on a phone',
    visitorsResponseMs: 'Real visitors: response to a tap',
    formWorks: 'Contact form worked',
    messageArrivalMs: 'Typical time until its message arrives',
    clicksToContact: 'Taps to reach a contact',
    lighthouse: 'Lighthouse score',
    emptyChatMornings: 'Mornings with nobody at the chat',
    answeredInTime: 'Answered in time',
    firstResponseMinutes: 'Typical time to first answer',
    testEnquiryMinutes: 'Time until a person answered a test enquiry',
    callsPickedUp: 'Calls picked up',
    ringMs: 'Typical time until a call is picked up',
    notCalledBack: 'Missed and not called back',
    rating: 'Average rating',
    promoterScore: 'Net promoter score',
    repeatRate: 'Customers who bought again',
  },
  role: {
    host: 'your hosting provider',
    developer: 'your web developer',
    answerer: 'the person who answers customers',
    operator: 'the person who runs Touchlight',
  },
  andMore: (count) => `and ${count} more`,
  waited: (count, at, length) =>
    count === 1
      ? `1 customer${at} has waited too long: ${length} of business time`
      : `${counted(count, customers)}${at} have waited too long, up to ${length} of business time`,
  mustAnswer: (count, at, deadline) =>
    `${counted(count, customers)}${at} must get an answer${count === 1 ? '' : ', the first'} ${deadline}`,
  mustCallBack: (count, at, deadline) =>
    `${counted(count, customers)}${at} must be called back${count === 1 ? '' : ', the first'} ${deadline}`,
  until: (what, deadline) => `${what}; answer ${deadline}`,
  lasting: (what, length) => `${what} for ${length}`,
  week: (number) => `Week ${number}`,
  subject: {
    allGreen: (count) => (count === 1 ? 'All green' : `All ${count} green`),
    nothingToDo: 'nothing to do this week',
    overNow: (what) => `${what}; now fixed`,
    unseen: (name) => `${name} could not be measured`,
    notAllMeasured: 'Not everything was measured',
    nothingMeasured: 'nothing was measured',
    nothingWatched: 'Nothing is watched yet',
  },
  headline: {
    worst: (what, since) => (since === null ? `Worst: ${what}.` : `Worst: ${what}, since ${since}.`),
    urgent: (what) => `Most urgent: ${what}.`,
    lastKnown: (what, since) => `Last known: ${what}. Not measured since ${since}.`,
    over: (what) => `Everything is working again. This week, ${what}.`,
    green: (what) => `Everything is green. This week, ${what}.`,
    overUnseen: (what) => `This week, ${what}. That is fixed, but not everything could be measured.`,
    overAndNews: (what) => `This week, ${what}. That is fixed, but something else is not well now: see below.`,
    news: 'Something has just stopped being green: see below. The next check will confirm it.',
    allWell: 'Everything was green all week. No action needed.',
    unseen:
      'No problems were found, but not everything could be measured. There may be problems in what was not measured.',
    nothingMeasured:
      'Touchlight measured nothing this week, so the status is unknown. Ask the person who runs Touchlight.',
    nothingWatched: 'The configuration has no touchpoint with a check. Ask the person who runs Touchlight to add one.',
  },
  note: {
    firstWeek: (since) => `First week: monitoring started on ${since}, so there is no earlier week to compare with.`,
    past: 'This is a past week: lights show how it ended, and there are no suggestions.',
    runningWeek: 'This week is not over yet: figures run up to now.',
  },
  heading: {
    actions: 'What to do first',
    touchpoints: 'Touchpoints, worst first',
    unseen: 'Not measured',
    overdue: 'Overdue replies',
    overdueCalls: 'Not called back in time',
    figures: 'Figures',
    incidents: 'What went wrong',
    small: 'About this email',
  },
  column: { what: 'Figure', thisWeek: 'This week', lastWeek: 'Week before' },
  noActions: 'Nothing this week.',
  action: {
    why: 'Why',
    gain: 'Benefit',
    who: 'Who',
    by: 'By',
    answer: (count, name) => `Answer ${counted(count, customers)} on ${name}`,
    answerAll: (count, names) => `Answer ${counted(count, customers)}: ${names}`,
    answerMail: (count, which) => `Answer ${counted(count, customers)} who wrote to the mailbox${which}`,
    callBack: (count, which) => `Call back ${counted(count, customers)}${which}`,
    callBackTodo: 'Call back now, longest wait first, and decide who will call back from tomorrow onwards.',
    answerGain: 'Customers who get a prompt reply are more likely to come back, and small complaints stay small.',
    steady: (title, times) => `${title}: ${times} this week`,
    steadyTodo: 'It recovered each time. Find the cause so that it does not happen again.',
    steadyGain: 'Customers get the same quality every day.',
    see: (title, name) => `Get “${title}” (${name}) measured again`,
    seeTodo: 'Touchlight cannot measure it right now, so its status is unknown.',
    seeGain: 'The next email will show its status.',
    since: (moment) => `since ${moment}`,
    longestSince: (moment, count) => (count === 1 ? `waiting since ${moment}` : `longest wait since ${moment}`),
    today: 'today',
    more: (count) => `${count} more in the list below.`,
  },
  times: { one: 'time', other: 'times' },
  weekBefore: (light) => `Week before: ${light}`,
  noWeekBefore: 'Week before: not watched',
  troubleFor: (length) => `${length} of problems this week`,
  dueSoon: 'Someone must get an answer soon',
  nothingSeen: 'Not measured this week',
  noTrouble: 'No problems',
  troubleAfter: 'The problem began after this week',
  still: 'ongoing',
  lastKnown: (light, at) => `${light} when last measured, ${at}`,
  fromTo: (from, to) => `${from} to ${to}`,
  sinceMoment: (from) => `since ${from}`,
  moreIncidents: (count) => `${count} more in the report (touchlight report).`,
  detail: 'Details',
  ownWords: 'In detail',
  notMeasured: 'not measured',
  overdueCall: (waited, due) => promised(waited, due, 'call back promised by'),
  missedCall: (caller, at) => `${caller} (missed call: ${at})`,
  overdue: (waited, due) => promised(waited, due, 'answer promised by'),
  saidBy: (name, text) => `${name}: “${text}”`,
  answerHere: 'Answer',
  moreOverdue: (count) => counted(count, more),
  unseen: {
    never: 'not measured yet',
    now: (since) => `cannot be measured (since ${since})`,
    silent: (since) => `not measured since ${since}`,
    unjudged: 'not judged yet',
    clockAhead: 'not known, because the last run is dated in the future',
    often: 'could not be measured for most of the week',
    missing: 'not measured for most of the week',
    days: (days) => `not measured on ${days}`,
  },
  rest: (count, green) =>
    green === count
      ? `And ${counted(count, moreTouchpoints)}, ${count === 1 ? 'green too' : 'all green'}.`
      : `And ${counted(count, moreTouchpoints)}, ${green} of them green; the report shows them all.`,
  runs: (count) => `Measurements this week: ${count}.`,
  cost: (dollars) => `Running Touchlight costs about ${dollars} a month at AWS's list prices.`,
  noise: (n) =>
    n === 0 ? 'No alerts were sent this week.' : `You and your staff got ${counted(n, alerts)} this week.`,
  loudest: (check, times) => `Most came from ${check}: ${times}.`,
  report: 'Open the full report',
  livePage: 'See how it is now',
  noReaders:
    'Nobody gets this email yet. To have it sent every week, add the addresses to touchpoints.yaml: digest: { to: [owner@example.com] }.',
  whyThis: (business) =>
    `You receive this email because you are listed under “digest” in the configuration of ${business}.`,
  stop: 'To stop it, ask the person who runs Touchlight, or reply with “unsubscribe”.',
  someOf: (some, all) => `${some} of ${all}`,
  ofFive: (rating) => `${rating}/5`,
  ofHundred: (score) => `${score}/100`,
  second: 's',
  full: {
    title: 'Touchlight report',
    trends: 'Five-week trends (p75: three out of four runs were at least this good)',
    typicalTrends: 'Five-week trends',
    histories:
      "The last six months, from Google's report on Chrome users (p75: three out of four had it at least this good)",
    typical: 'typical',
    waterfall: 'Slowest requests in the last visit',
    screenshots: 'What the last visit saw',
    contacts: 'Contacts and where they were seen',
    request: 'Request',
    type: 'Type',
    size: 'Size',
    time: 'Time',
    contact: 'Contact',
    mobile: 'Phone',
    desktop: 'Computer',
    inView: 'visible immediately',
    coveredBy: 'covered by',
    unusable: 'does not open when tapped',
    notSeen: 'not seen',
    unfinished: 'never finished',
    writtenAt: 'Generated on',
    taps: { one: 'tap away', other: 'taps away' },
    latest: (date, value) => `Latest (${date}): ${value}.`,
    range: (low, high) => `Lowest ${low}, highest ${high}.`,
    bound: {
      'at-most': (value) => `Dashed line: green up to ${value}.`,
      'at-least': (value) => `Dashed line: green from ${value}.`,
    },
    requestType: {
      Document: 'Page',
      Stylesheet: 'Styles',
      Image: 'Image',
      Media: 'Video or audio',
      Font: 'Font',
      Script: 'Script',
      XHR: 'Data',
      Fetch: 'Data',
      Ping: 'Beacon',
      Other: 'Other',
    },
  },
};
