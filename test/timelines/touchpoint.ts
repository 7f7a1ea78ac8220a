import type { Timeline } from './play.ts';

const wholeSite = {
  availability: { everyMinutes: 5 },
  'page-load@mobile': { everyMinutes: 30 },
  'contacts@mobile': { everyMinutes: 30 },
  form: { everyMinutes: 240 },
};

/** Several checks of one touchpoint, and what may be sent when. */
export const touchpointTimelines: readonly Timeline[] = [
  {
    name: 'site down mutes three checks: one notification, one resolution, and nothing from the secondary incidents of the slow ones',
    checks: wholeSite,
    events: [
      [
        239,
        {
          finds: {
            availability: 'unreachable',
            'page-load@mobile': 'unreachable',
            'contacts@mobile': 'unreachable',
            form: 'unreachable',
          },
        },
      ],
      [
        276,
        { finds: { availability: 'green', 'page-load@mobile': 'green', 'contacts@mobile': 'green', form: 'green' } },
      ],
    ],
    until: 800,
    sent: [
      [245, 'availability', 'opened', 'red'],
      [285, 'availability', 'resolved', 'green'],
    ],
  },
  {
    name: 'site down, then up with a slow page: the slow page is reported after a run of its own',
    checks: { availability: { everyMinutes: 5 }, 'page-load@mobile': { everyMinutes: 30 } },
    events: [
      [60, { finds: { availability: 'unreachable', 'page-load@mobile': 'unreachable' } }],
      [80, { finds: { availability: 'green', 'page-load@mobile': 'red' } }],
    ],
    until: 200,
    sent: [
      [65, 'availability', 'opened', 'red'],
      [85, 'availability', 'resolved', 'green'],
      [90, 'page-load@mobile', 'opened', 'red'],
    ],
  },
  {
    name: 'the page finds the site dead before the plain request does: it speaks for it, and the root does not wander',
    checks: { availability: { everyMinutes: 30 }, 'page-load@mobile': { everyMinutes: 20 } },
    events: [[20, { finds: { availability: 'unreachable', 'page-load@mobile': 'unreachable' } }]],
    until: 300,
    sent: [[25, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'what breaks in one minute is one notification, worst first',
    checks: { 'page-load@mobile': {}, 'page-load@desktop': {}, form: { everyMinutes: 30 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow', 'page-load@desktop': 'red', form: 'broken' } }],
      [120, { finds: { 'page-load@mobile': 'green', 'page-load@desktop': 'red', form: 'green' } }],
    ],
    until: 200,
    sent: [
      [65, 'form', 'opened', 'red'],
      [65, 'page-load@desktop', 'opened', 'red'],
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [150, 'form', 'resolved', 'green'],
      [150, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'maintenance over a healthy site that breaks and heals within it: nobody hears of it',
    checks: { 'page-load@mobile': {} },
    events: [
      [50, { maintenance: 300 }],
      [90, { finds: { 'page-load@mobile': 'red' } }],
      [200, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 600,
    sent: [],
  },
  {
    name: 'what is still open when maintenance ends is sent then',
    checks: { 'page-load@mobile': {} },
    events: [
      [50, { maintenance: 300 }],
      [90, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 500,
    sent: [[360, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'maintenance over an open incident that heals within it: its end is sent after the window',
    checks: { 'page-load@mobile': {} },
    events: [
      [30, { finds: { 'page-load@mobile': 'red' } }],
      [50, { maintenance: 300 }],
      [90, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 600,
    sent: [
      [35, 'page-load@mobile', 'opened', 'red'],
      [360, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'maintenance over an open incident silences its reminder until the window ends',
    checks: { 'page-load@mobile': { policy: { remindEveryMinutes: 120 } } },
    events: [
      [30, { finds: { 'page-load@mobile': 'red' } }],
      [50, { maintenance: 300 }],
    ],
    until: 400,
    sent: [
      [35, 'page-load@mobile', 'opened', 'red'],
      [360, 'page-load@mobile', 'reminder', 'red'],
    ],
  },
  {
    name: 'yellow on Friday evening waits for Monday morning',
    // Friday 17:30 in Kyiv; closing at 18:00 is minute 30.
    from: '2026-11-27T15:30:00.000Z',
    checks: { 'page-load@mobile': {} },
    events: [[30, { finds: { 'page-load@mobile': 'yellow' } }]],
    until: 4500,
    // Monday 09:00 is 2 days and 15.5 hours later.
    sent: [[3810, 'page-load@mobile', 'opened', 'yellow']],
  },
  {
    name: 'a reminder of yellow waits for business hours, too',
    checks: { 'page-load@mobile': { policy: { remindEveryMinutes: 600 } } },
    events: [[60, { finds: { 'page-load@mobile': 'yellow' } }]],
    until: 1900,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      // Due at nine in the evening; Tuesday 09:00 is minute 1380.
      [1380, 'page-load@mobile', 'reminder', 'yellow'],
    ],
  },
  {
    name: 'red in maintenance that is only yellow when the window ends at night waits like any yellow',
    from: '2026-11-27T15:30:00.000Z',
    checks: { 'page-load@mobile': {} },
    events: [
      [0, { maintenance: 120 }],
      [30, { finds: { 'page-load@mobile': 'red' } }],
      [90, { finds: { 'page-load@mobile': 'yellow' } }],
    ],
    until: 4000,
    sent: [[3810, 'page-load@mobile', 'opened', 'yellow']],
  },
  {
    name: 'yellow on Friday evening that heals on Sunday is sent to nobody',
    from: '2026-11-27T15:30:00.000Z',
    checks: { 'page-load@mobile': {} },
    events: [
      [30, { finds: { 'page-load@mobile': 'yellow' } }],
      [2000, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 4500,
    sent: [],
  },
  {
    name: 'yellow on Friday evening that turns red at night is sent at night',
    from: '2026-11-27T15:30:00.000Z',
    checks: { 'page-load@mobile': {} },
    events: [
      [30, { finds: { 'page-load@mobile': 'yellow' } }],
      [600, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 1500,
    sent: [[600, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'yellow at any hour where the policy says so',
    from: '2026-11-27T15:30:00.000Z',
    checks: { 'page-load@mobile': { policy: { yellowInBusinessHours: false } } },
    events: [[60, { finds: { 'page-load@mobile': 'yellow' } }]],
    until: 200,
    sent: [[65, 'page-load@mobile', 'opened', 'yellow']],
  },
  {
    name: 'DST night: yellow before the clocks go forward is sent when the wall clock shows nine',
    // Saturday 2026-03-28 22:00 in Kyiv (UTC+2); on Sunday at 03:00 the clocks go forward to UTC+3.
    from: '2026-03-28T20:00:00.000Z',
    checks: { 'page-load@mobile': {} },
    events: [[30, { finds: { 'page-load@mobile': 'yellow' } }]],
    until: 2200,
    // Monday 09:00 in Kyiv is 06:00Z, 34 hours after the start and not 35.
    sent: [[2040, 'page-load@mobile', 'opened', 'yellow']],
  },
];
