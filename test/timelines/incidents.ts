import type { Timeline } from './play.ts';

/** One check's incident, row by row through the state table. */
export const incidentTimelines: readonly Timeline[] = [
  {
    name: 'a healthy check is never heard of',
    checks: { 'page-load@mobile': {} },
    events: [],
    until: 600,
    sent: [],
  },
  {
    name: 'flap: one bad run that its confirmation does not repeat is sent to nobody',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [61, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 300,
    sent: [],
  },
  {
    name: 'a red that lasts is sent when its confirmation agrees, and its end after two good runs',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [100, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 300,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [150, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'a form that is checked every four hours is confirmed and its alert sent within ten minutes of its first failure',
    checks: { form: { everyMinutes: 240 } },
    events: [[239, { finds: { form: 'broken' } }]],
    until: 480,
    sent: [[245, 'form', 'opened', 'red']],
  },
  {
    name: 'three failures asked for: each suspicion asks for the next confirmation, so it still takes ten minutes',
    checks: { form: { everyMinutes: 240, policy: { failuresToOpen: 3 } } },
    events: [[240, { finds: { form: 'broken' } }]],
    until: 480,
    sent: [[250, 'form', 'opened', 'red']],
  },
  {
    name: 'one failure asked for: it opens at once, without suspicion',
    checks: { form: { everyMinutes: 240, policy: { failuresToOpen: 1 } } },
    events: [[240, { finds: { form: 'broken' } }]],
    until: 470,
    sent: [[240, 'form', 'opened', 'red']],
  },
  {
    name: 'slow burn: green, yellow, red within business hours is sent as it begins and as it worsens',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [180, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 300,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [180, 'page-load@mobile', 'worsened', 'red'],
    ],
  },
  {
    name: 'worsened, then improved, then worse again: the second worsening sends nothing that the reader does not know',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [120, { finds: { 'page-load@mobile': 'red' } }],
      [180, { finds: { 'page-load@mobile': 'yellow' } }],
      [240, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 330,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [120, 'page-load@mobile', 'worsened', 'red'],
    ],
  },
  {
    name: 'recovery broken off: one good run resolves nothing, and the relapse is not sent again',
    checks: { 'page-load@mobile': {} },
    events: [
      [0, { finds: { 'page-load@mobile': 'red' } }],
      [120, { finds: { 'page-load@mobile': 'green' } }],
      [121, { finds: { 'page-load@mobile': 'red' } }],
      [210, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 400,
    sent: [
      [5, 'page-load@mobile', 'opened', 'red'],
      [240, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'a red that improves to yellow and then heals is resolved once',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [120, { finds: { 'page-load@mobile': 'yellow' } }],
      [180, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 400,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [210, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'reminder: an open incident is said again once a day, and not after its end',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [3500, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 6000,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      // The first run that is at least a day after the last word.
      [1530, 'page-load@mobile', 'reminder', 'red'],
      [2970, 'page-load@mobile', 'reminder', 'red'],
      [3540, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'reminders switched off: sent once, resolved once',
    checks: { 'page-load@mobile': { policy: { remindEveryMinutes: 0 } } },
    events: [[60, { finds: { 'page-load@mobile': 'red' } }]],
    until: 6000,
    sent: [[65, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'acknowledged: no reminder until it gets worse, and then reminders again',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [70, { acknowledge: 'page-load@mobile' }],
      [3000, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 4500,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [3000, 'page-load@mobile', 'worsened', 'red'],
      [4440, 'page-load@mobile', 'reminder', 'red'],
    ],
  },
  {
    name: 'acknowledged once more after it got worse: no reminder of that either',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'yellow' } }],
      [70, { acknowledge: 'page-load@mobile' }],
      [120, { finds: { 'page-load@mobile': 'red' } }],
      [130, { acknowledge: 'page-load@mobile' }],
    ],
    until: 4500,
    sent: [
      [65, 'page-load@mobile', 'opened', 'yellow'],
      [120, 'page-load@mobile', 'worsened', 'red'],
    ],
  },
  {
    name: 'an acknowledgement ends with its incident: the next one is reminded of',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { acknowledge: 'page-load@mobile' }],
      [120, { finds: { 'page-load@mobile': 'green' } }],
      [300, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 1800,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [150, 'page-load@mobile', 'resolved', 'green'],
      [305, 'page-load@mobile', 'opened', 'red'],
      [1770, 'page-load@mobile', 'reminder', 'red'],
    ],
  },
  {
    name: 'of two checks that broke in the same minute only one is acknowledged: the other is reminded of',
    checks: { 'page-load@mobile': {}, 'page-load@desktop': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red', 'page-load@desktop': 'red' } }],
      [70, { acknowledge: 'page-load@mobile' }],
    ],
    until: 1800,
    sent: [
      [65, 'page-load@desktop', 'opened', 'red'],
      [65, 'page-load@mobile', 'opened', 'red'],
      [1530, 'page-load@desktop', 'reminder', 'red'],
    ],
  },
  {
    name: 'acknowledged, then healed: the end is sent all the same',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { acknowledge: 'page-load@mobile' }],
      [1800, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 2000,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [1830, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'a second incident after the first one is a new one',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [90, { finds: { 'page-load@mobile': 'green' } }],
      [900, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 1000,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [120, 'page-load@mobile', 'resolved', 'green'],
      [905, 'page-load@mobile', 'opened', 'red'],
    ],
  },
];
