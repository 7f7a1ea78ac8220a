import type { Timeline } from './play.ts';

// A recovery that is never sent (https://github.com/NagiosEnterprises/nagioscore/issues/91), flapping that is sent while all is well
// (https://github.com/Icinga/icinga2/issues/9750).

type Light = 'red' | 'yellow' | 'green' | 'unknown';

/** `[120, 'red']` as an event about the form. */
function form(...finds: readonly (readonly [minute: number, light: Light])[]): Timeline['events'] {
  return finds.map(([minute, light]) => [minute, { finds: { form: light } }]);
}

/** Red from each of these minutes on for so many minutes. */
function outages(minutes: number, ...beginnings: readonly number[]): Timeline['events'] {
  return beginnings.flatMap((at) => form([at, 'red'], [at + minutes, 'green']));
}

const hour = 60;
const day = 24 * hour;
const fourHourly = { form: { everyMinutes: 4 * hour, policy: { yellowInBusinessHours: false } } };
const halfHourly = { form: { everyMinutes: 30 } };

/** Outages and restlessness: how much time the changes take tells one from the other. */
export const flappingInTimeTimelines: readonly Timeline[] = [
  {
    name: 'two outages two days apart on a four-hourly check: each is sent with its end, and nothing flaps',
    checks: fourHourly,
    events: outages(4 * hour, 8 * hour, 56 * hour),
    until: 5 * day,
    sent: [
      [8 * hour + 5, 'form', 'opened', 'red'],
      [16 * hour, 'form', 'resolved', 'green'],
      [56 * hour + 5, 'form', 'opened', 'red'],
      [64 * hour, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'an outage every day at the same hour is an outage a day',
    checks: fourHourly,
    events: outages(4 * hour, 8 * hour, 32 * hour, 56 * hour),
    until: 4 * day,
    sent: [8, 32, 56].flatMap((at) => [
      [at * hour + 5, 'form', 'opened', 'red'],
      [(at + 8) * hour, 'form', 'resolved', 'green'],
    ]),
  },
  {
    name: 'two outages on one day of a four-hourly check: the end of the second is not late',
    checks: fourHourly,
    events: outages(4 * hour, 4 * hour, 16 * hour),
    until: 3 * day,
    sent: [
      [4 * hour + 5, 'form', 'opened', 'red'],
      [12 * hour, 'form', 'resolved', 'green'],
      [16 * hour + 5, 'form', 'opened', 'red'],
      [24 * hour, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'a hiccup a day, never confirmed, is nothing to send',
    checks: fourHourly,
    events: outages(1, 4 * hour, 28 * hour, 52 * hour, 76 * hour),
    until: 5 * day,
    sent: [],
  },
  {
    name: 'two bad days within a week of a check that runs twice a day',
    checks: { lighthouse: { everyMinutes: 12 * hour } },
    events: [
      [day, { finds: { lighthouse: 'red' } }],
      [day + 12 * hour, { finds: { lighthouse: 'green' } }],
      [4 * day, { finds: { lighthouse: 'red' } }],
      [4 * day + 12 * hour, { finds: { lighthouse: 'green' } }],
    ],
    until: 8 * day,
    sent: [
      [day + 5, 'lighthouse', 'opened', 'red'],
      [2 * day, 'lighthouse', 'resolved', 'green'],
      [4 * day + 5, 'lighthouse', 'opened', 'red'],
      [5 * day, 'lighthouse', 'resolved', 'green'],
    ],
  },
  {
    name: 'half an hour in the morning and half an hour in the afternoon: two outages of a half-hourly check',
    checks: halfHourly,
    events: outages(30, hour, 8 * hour),
    until: day,
    sent: [
      [hour + 5, 'form', 'opened', 'red'],
      [2 * hour, 'form', 'resolved', 'green'],
      [8 * hour + 5, 'form', 'opened', 'red'],
      [9 * hour, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'a third outage within hours is restlessness, sent once while it is red, and over within hours',
    checks: halfHourly,
    events: outages(30, hour, 3 * hour, 5 * hour, 6 * hour + 30),
    until: day,
    sent: [
      [hour + 5, 'form', 'opened', 'red'],
      [2 * hour, 'form', 'resolved', 'green'],
      [3 * hour + 5, 'form', 'opened', 'red'],
      [4 * hour, 'form', 'resolved', 'green'],
      [5 * hour, 'form', 'flapping', 'red'],
      // Four changes within six hours until then: the earliest of the last four was at 5:00.
      [11 * hour + 30, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'a four-hourly check that fails every other time keeps changing: one alert, and its end within a day',
    checks: fourHourly,
    events: outages(1, 4 * hour, 8 * hour, 12 * hour, 16 * hour, 20 * hour, 24 * hour),
    until: 4 * day,
    sent: [
      [12 * hour, 'form', 'flapping', 'red'],
      // The earliest of the last four changes was at 20:00 of the first day.
      [20 * hour + day + 4 * hour, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'restlessness of a four-hourly check that ends in a red that lasts: it is sent within half a day',
    checks: fourHourly,
    events: [...outages(1, 4 * hour, 8 * hour), ...form([12 * hour, 'red'])],
    until: day,
    sent: [
      [12 * hour, 'form', 'flapping', 'red'],
      [20 * hour, 'form', 'opened', 'red'],
    ],
  },
  {
    name: 'restless within maintenance and green when it ends: nobody hears of it',
    checks: halfHourly,
    events: [[30, { maintenance: 300 }], ...outages(1, hour, 2 * hour, 3 * hour, 4 * hour)],
    until: day,
    sent: [],
  },
  {
    name: 'what could not be sent while it was red is not sent when it is green, but when it is red again',
    checks: halfHourly,
    events: [
      ...outages(1, hour, 2 * hour, 3 * hour, 4 * hour),
      [170, { sending: 'fails' }],
      [200, { sending: 'works' }],
    ],
    until: day,
    sent: [
      [240, 'form', 'flapping', 'red'],
      [9 * hour + 30, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'yellow that keeps changing is sent as yellow, up to red as red: each as it is then',
    checks: { 'page-load@mobile': { everyMinutes: 10 }, 'page-load@desktop': { everyMinutes: 10 } },
    events: [60, 80, 100].flatMap((at) => [
      [at, { finds: { 'page-load@mobile': at === 60 ? 'red' : 'yellow', 'page-load@desktop': 'red' } }] as const,
      [at + 1, { finds: { 'page-load@mobile': 'green', 'page-load@desktop': 'green' } }] as const,
    ]),
    until: 200,
    sent: [
      [100, 'page-load@desktop', 'flapping', 'red'],
      [100, 'page-load@mobile', 'flapping', 'yellow'],
    ],
  },
  {
    name: 'grey between two outages is no change, and makes none of them restlessness',
    checks: fourHourly,
    events: form([8 * hour, 'red'], [12 * hour, 'green'], [24 * hour, 'unknown'], [28 * hour, 'green']).concat(
      outages(4 * hour, 44 * hour),
    ),
    until: 4 * day,
    sent: [
      [8 * hour + 5, 'form', 'opened', 'red'],
      [16 * hour, 'form', 'resolved', 'green'],
      [44 * hour + 5, 'form', 'opened', 'red'],
      [52 * hour, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'a check every minute: two short outages within an hour are two outages',
    checks: { availability: { everyMinutes: 1 } },
    events: [
      [10, { finds: { availability: 'unreachable' } }],
      [14, { finds: { availability: 'green' } }],
      [25, { finds: { availability: 'unreachable' } }],
      [28, { finds: { availability: 'green' } }],
    ],
    until: 120,
    sent: [
      [11, 'availability', 'opened', 'red'],
      [15, 'availability', 'resolved', 'green'],
      [26, 'availability', 'opened', 'red'],
      [29, 'availability', 'resolved', 'green'],
    ],
  },
];
