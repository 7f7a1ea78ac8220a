import type { Timeline } from './play.ts';

/** Lights that come and go. */
export const flappingTimelines: readonly Timeline[] = [
  {
    name: 'flapping is sent once, then it is quiet until stable, and stability is sent',
    checks: { 'page-load@mobile': { everyMinutes: 10 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [61, { finds: { 'page-load@mobile': 'green' } }],
      [80, { finds: { 'page-load@mobile': 'red' } }],
      [81, { finds: { 'page-load@mobile': 'green' } }],
      [100, { finds: { 'page-load@mobile': 'red' } }],
      [101, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 500,
    sent: [
      // Two hiccups may have been the last ones; the third is red while it is sent.
      [100, 'page-load@mobile', 'flapping', 'red'],
      // When fewer than four changes are left within the last twenty runs.
      [250, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'flapping that ends in grey is not stable before it is seen to be green',
    checks: { 'page-load@mobile': { everyMinutes: 10 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [61, { finds: { 'page-load@mobile': 'green' } }],
      [80, { finds: { 'page-load@mobile': 'red' } }],
      [81, { finds: { 'page-load@mobile': 'green' } }],
      [100, { finds: { 'page-load@mobile': 'red' } }],
      [101, { finds: { 'page-load@mobile': 'green' } }],
      [241, { finds: { 'page-load@mobile': 'unknown' } }],
      [301, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 500,
    sent: [
      [100, 'page-load@mobile', 'flapping', 'red'],
      [310, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'yellow that flaps at night and is quiet in the morning is sent to nobody',
    // Friday 17:30 in Kyiv.
    from: '2026-11-27T15:30:00.000Z',
    checks: { 'page-load@mobile': { everyMinutes: 10 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [61, { finds: { 'page-load@mobile': 'green' } }],
      [80, { finds: { 'page-load@mobile': 'yellow' } }],
      [81, { finds: { 'page-load@mobile': 'green' } }],
      [100, { finds: { 'page-load@mobile': 'yellow' } }],
      [101, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 500,
    sent: [],
  },
  {
    name: 'a check that may flap aloud: each incident and its end are sent, however often they come',
    checks: { 'page-load@mobile': { everyMinutes: 10, policy: { hushFlapping: false } } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { finds: { 'page-load@mobile': 'green' } }],
      [100, { finds: { 'page-load@mobile': 'red' } }],
      [110, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 300,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [80, 'page-load@mobile', 'resolved', 'green'],
      [105, 'page-load@mobile', 'opened', 'red'],
      [120, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'flapping that ends in a red that lasts: the red is sent after five bad runs in a row',
    checks: { 'page-load@mobile': { everyMinutes: 10 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [61, { finds: { 'page-load@mobile': 'green' } }],
      [80, { finds: { 'page-load@mobile': 'red' } }],
      [81, { finds: { 'page-load@mobile': 'green' } }],
      [100, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 500,
    sent: [
      [100, 'page-load@mobile', 'flapping', 'red'],
      [130, 'page-load@mobile', 'opened', 'red'],
    ],
  },
  {
    name: 'an incident sent and resolved, then flapping: the flapping has an end of its own',
    checks: { 'page-load@mobile': { everyMinutes: 10 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { finds: { 'page-load@mobile': 'green' } }],
      [90, { finds: { 'page-load@mobile': 'red' } }],
      [91, { finds: { 'page-load@mobile': 'green' } }],
      [110, { finds: { 'page-load@mobile': 'red' } }],
      [111, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 500,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [80, 'page-load@mobile', 'resolved', 'green'],
      [110, 'page-load@mobile', 'flapping', 'red'],
      [260, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'an open incident that begins to flap: one resolution, after five good runs, ends both',
    checks: { 'page-load@mobile': { everyMinutes: 10, policy: { successesToResolve: 3 } } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { finds: { 'page-load@mobile': 'green' } }],
      [80, { finds: { 'page-load@mobile': 'red' } }],
      [90, { finds: { 'page-load@mobile': 'green' } }],
      [100, { finds: { 'page-load@mobile': 'red' } }],
      [110, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 500,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [100, 'page-load@mobile', 'flapping', 'red'],
      [150, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
];
