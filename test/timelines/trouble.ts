import type { Timeline } from './play.ts';

/** Flapping, late and repeated messages, sends that fail, and configuration that changes under way. */
export const troubleTimelines: readonly Timeline[] = [
  {
    name: 'a late result does not move the light, and the same result twice counts once',
    checks: { 'page-load@mobile': {} },
    events: [
      [61, { arrives: 'page-load@mobile', found: 'red', minutesAgo: 31 }],
      [62, { arrives: 'page-load@mobile', found: 'red', minutesAgo: 32 }],
      [91, { arrives: 'page-load@mobile', found: 'red', minutesAgo: 1 }],
    ],
    until: 200,
    sent: [],
  },
  {
    name: 'a redelivered bad result is no second failure',
    checks: { form: { everyMinutes: 240 } },
    events: [
      [240, { finds: { form: 'broken' } }],
      [241, { arrives: 'form', found: 'broken', minutesAgo: 1 }],
      [242, { arrives: 'form', found: 'broken', minutesAgo: 2 }],
      [243, { finds: { form: 'green' } }],
    ],
    until: 600,
    sent: [],
  },
  {
    name: 'clock skew: a result dated ahead of the notifying clock is neither lost nor sent twice',
    checks: { 'page-load@mobile': {} },
    // A result that is scheduled three minutes ahead of everybody's clock.
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [66, { arrives: 'page-load@mobile', found: 'red', minutesAgo: -3 }],
      [67, { trigger: 'spurious' }],
    ],
    until: 89,
    sent: [[65, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'repeated triggers send nothing twice',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [66, { trigger: 'spurious' }],
      [67, { trigger: 'spurious' }],
      [70, { finds: { 'page-load@mobile': 'green' } }],
      [121, { trigger: 'spurious' }],
      [122, { trigger: 'spurious' }],
    ],
    until: 200,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [120, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'a send that fails is made up for at the next run',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [60, { sending: 'fails' }],
      [80, { sending: 'works' }],
      [110, { sending: 'fails' }],
      [110, { finds: { 'page-load@mobile': 'green' } }],
      [300, { sending: 'works' }],
    ],
    until: 400,
    sent: [
      [90, 'page-load@mobile', 'opened', 'red'],
      [300, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'an end that could not be sent at first is sent even when the next incident has begun meanwhile',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { finds: { 'page-load@mobile': 'green' } }],
      [100, { sending: 'fails' }],
      [180, { finds: { 'page-load@mobile': 'red' } }],
      [200, { sending: 'works' }],
    ],
    until: 300,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [210, 'page-load@mobile', 'opened', 'red'],
      [210, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'an end that could not be sent for days is sent all the same, with what has begun since',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { finds: { 'page-load@mobile': 'green' } }],
      [100, { sending: 'fails' }],
      [180, { finds: { 'page-load@mobile': 'red' } }],
      [4000, { sending: 'works' }],
    ],
    until: 4100,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [4020, 'page-load@mobile', 'opened', 'red'],
      [4020, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'an end that could not be sent at first is sent even when the check has been removed meanwhile',
    checks: { 'page-load@mobile': {}, form: { everyMinutes: 240 } },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [80, { sending: 'fails' }],
      [90, { finds: { 'page-load@mobile': 'green' } }],
      [130, { remove: 'page-load@mobile' }],
      [140, { sending: 'works' }],
      [150, { trigger: 'spurious' }],
      [160, { trigger: 'spurious' }],
    ],
    until: 300,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [150, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'configuration changed in mid incident: the new cadence and policy hold from the next run on',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [100, { configure: { 'page-load@mobile': { everyMinutes: 15, policy: { successesToResolve: 3 } } } }],
      [100, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 300,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [135, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'check removed while its incident is open: sent once, grey, as no longer checked',
    checks: { 'page-load@mobile': {}, form: { everyMinutes: 30 } },
    events: [
      [60, { finds: { form: 'broken' } }],
      [100, { remove: 'form' }],
      [101, { trigger: 'spurious' }],
      [102, { trigger: 'spurious' }],
    ],
    until: 300,
    sent: [
      [65, 'form', 'opened', 'red'],
      [101, 'form', 'resolved', 'unknown'],
    ],
  },
  {
    name: 'check removed and configured again while it is still broken: sent again',
    checks: { 'page-load@mobile': {}, form: { everyMinutes: 30 } },
    events: [
      [60, { finds: { form: 'broken' } }],
      [100, { remove: 'form' }],
      [101, { trigger: 'spurious' }],
      [200, { configure: { form: { everyMinutes: 30 } } }],
      [250, { finds: { form: 'green' } }],
    ],
    until: 400,
    sent: [
      [65, 'form', 'opened', 'red'],
      [101, 'form', 'resolved', 'unknown'],
      [210, 'form', 'opened', 'red'],
      [300, 'form', 'resolved', 'green'],
    ],
  },
  {
    name: 'check removed that nobody had heard of: quietly gone',
    checks: { 'page-load@mobile': {}, form: { everyMinutes: 30 } },
    events: [
      [60, { finds: { form: 'broken' } }],
      [61, { remove: 'form' }],
      [62, { trigger: 'spurious' }],
    ],
    until: 100,
    sent: [],
  },
  {
    name: 'no runs for a while change nothing by themselves, and the incident goes on afterwards',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [70, { finds: { 'page-load@mobile': 'no runs' } }],
      [300, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 400,
    sent: [[65, 'page-load@mobile', 'opened', 'red']],
  },
];
