import type { CheckOverrides } from '../support/a-check.ts';
import type { Timeline } from './play.ts';

/** Red within half an hour, around the clock. */
const promised: CheckOverrides = { policy: { acknowledge: { red: { minutes: 30, inBusinessHours: false } } } };
const sweepEvery = 15;

/** What holds an escalation back, changes its light or ends it. */
export const heldEscalationTimelines: readonly Timeline[] = [
  {
    name: 'maintenance holds the clock: there is the whole time once more when it ends',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { maintenance: 120 }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [225, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'escalated before maintenance: not once more after it',
    checks: { 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [110, { maintenance: 60 }],
    ],
    until: 600,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
    ],
  },
  {
    name: 'a site that does not respond is escalated by the one check that speaks for it',
    checks: { availability: { ...promised, everyMinutes: 5 }, 'page-load@mobile': promised },
    events: [[60, { finds: { availability: 'unreachable', 'page-load@mobile': 'unreachable' } }]],
    until: 300,
    sweepEvery,
    sent: [
      [65, 'availability', 'opened', 'red'],
      // Each of its runs wakes notify as well.
      [95, 'availability', 'escalated', 'red'],
    ],
  },
  {
    name: 'what was sent before the site went down is escalated once it responds again and is still bad',
    checks: { availability: { ...promised, everyMinutes: 5 }, 'page-load@mobile': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { finds: { availability: 'unreachable', 'page-load@mobile': 'unreachable' } }],
      [150, { finds: { availability: 'green', 'page-load@mobile': 'red' } }],
    ],
    until: 300,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [85, 'availability', 'opened', 'red'],
      [115, 'availability', 'escalated', 'red'],
      // Its own run finds it red, and availability's has found the site responding.
      [150, 'page-load@mobile', 'escalated', 'red'],
      [155, 'availability', 'resolved', 'green'],
    ],
  },
  {
    name: 'no longer measured when the time is over: escalated in grey, with what was known last',
    checks: {
      'page-load@mobile': { policy: { acknowledge: { red: { minutes: 300, inBusinessHours: false } } } },
    },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { finds: { 'page-load@mobile': 'no runs' } }],
    ],
    until: 500,
    sweepEvery,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [255, 'page-load@mobile', 'blind', 'unknown'],
      [375, 'page-load@mobile', 'escalated', 'unknown'],
    ],
  },
  {
    name: 'a removed check is not escalated; the end of one that was is sent in grey',
    checks: { 'page-load@mobile': promised, 'page-load@desktop': promised },
    events: [
      [60, { finds: { 'page-load@mobile': 'red', 'page-load@desktop': 'red' } }],
      [70, { acknowledge: 'page-load@desktop' }],
      [110, { remove: 'page-load@mobile' }],
      [111, { remove: 'page-load@desktop' }],
    ],
    until: 400,
    sweepEvery,
    sent: [
      [65, 'page-load@desktop', 'opened', 'red'],
      [65, 'page-load@mobile', 'opened', 'red'],
      [105, 'page-load@mobile', 'escalated', 'red'],
      [120, 'page-load@desktop', 'resolved', 'unknown'],
      [120, 'page-load@mobile', 'resolved', 'unknown'],
    ],
  },
];
