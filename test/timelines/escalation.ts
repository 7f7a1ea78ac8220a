import type { CheckOverrides } from '../support/a-check.ts';
import type { Timeline } from './play.ts';

const halfAnHour = { minutes: 30, inBusinessHours: false };

/** Red within half an hour, around the clock; nothing else that could speak. */
const promised: CheckOverrides = { policy: { acknowledge: { red: halfAnHour } } };
const sweepEvery = 15;

/** The inner promise: who must say "I'm on it" by when, and what happens when nobody does. */
export const escalationTimelines: readonly Timeline[] = [
  {
    name: 'a red that nobody acknowledges is escalated once when the time is over, and its end is sent',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [400, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
      [450, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'where nothing was promised, nothing is escalated',
    checks: { 'page-load@mobile': {} },
    events: [[60, { finds: { 'page-load@mobile': 'red' } }]],
    until: 600,
    sweepEvery,
    sent: [[65, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'acknowledged in time: neither escalated nor reminded of',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [94, { acknowledge: 'page-load@mobile' }],
    ],
    until: 3000,
    sweepEvery,
    sent: [[65, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'acknowledged after it was escalated: no reminder any more',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [130, { acknowledge: 'page-load@mobile' }],
    ],
    until: 3000,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'an acknowledgement that is withdrawn starts the clock again',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { acknowledge: 'page-load@mobile' }],
      [200, { withdraw: 'page-load@mobile' }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [240, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'escalated, acknowledged, and withdrawn: nobody is on it once more, so it is escalated once more',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [110, { acknowledge: 'page-load@mobile' }],
      [200, { withdraw: 'page-load@mobile' }],
    ],
    until: 1000,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
      [240, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'a yellow that was acknowledged and turns red must be acknowledged again',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [70, { acknowledge: 'page-load@mobile' }],
      [120, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [120, 'page-load@mobile', 'worsened', 'red'],
      [150, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'a yellow that was escalated and turns red is escalated again after its own time',
    checks: {
      'page-load@mobile': {
        policy: { acknowledge: { red: halfAnHour, yellow: { minutes: 60, inBusinessHours: true } } },
      },
    },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [180, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [135, 'page-load@mobile', 'escalated', 'yellow'],
      [180, 'page-load@mobile', 'worsened', 'red'],
      [210, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'a yellow of the late afternoon has the rest of its time the next morning',
    checks: { 'page-load@mobile': { policy: { acknowledge: { yellow: { minutes: 60, inBusinessHours: true } } } } },
    events: [[450, { finds: { 'page-load@mobile': 'yellow' } }]],
    until: 1500,
    sweepEvery,
    sent: [
      // 17:35 in Kyiv: 25 minutes until the shop closes, and 35 from nine in the morning.
      [455, 'page-load@mobile', 'opened', 'yellow'],
      [1425, 'page-load@mobile', 'escalated', 'yellow'],
    ],
  },
  {
    name: 'a red at night counts around the clock',
    from: '2026-11-23T22:00:00.000Z',
    checks: { 'page-load@mobile': promised },
    events: [[60, { finds: { 'page-load@mobile': 'red' } }]],
    until: 400,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'over before the time is: nothing to escalate',
    checks: { 'page-load@mobile': { ...promised, everyMinutes: 5 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [85, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'recovering when the time is over: it is escalated only when it turns out to be bad still',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { finds: { 'page-load@mobile': 'green' } }],
      [110, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 300,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [120, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'while sending fails nothing counts as escalated; it is sent once when sending works again',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [100, { sending: 'fails' }],
      [200, { sending: 'works' }],
    ],
    until: 500,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [210, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'reminders count from the escalation',
    checks: { 'page-load@mobile': { policy: { acknowledge: { red: halfAnHour }, remindEveryMinutes: 240 } } },
    events: [[60, { finds: { 'page-load@mobile': 'red' } }]],
    until: 400,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
      [345, 'page-load@mobile', 'reminder', 'red'],
    ],
  },
];
