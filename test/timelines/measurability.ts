import type { Timeline } from './play.ts';

/** Grey: what we could not measure is never green and never the touchpoint's fault. */
export const measurabilityTimelines: readonly Timeline[] = [
  {
    name: 'grey for less than three hours is sent to nobody',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'unknown' } }],
      [220, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 400,
    sent: [],
  },
  {
    name: 'blind: grey that lasts is sent once, and so is that it can be measured again',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'unknown' } }],
      [600, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 900,
    sent: [
      [240, 'page-load@mobile', 'blind', 'unknown'],
      [600, 'page-load@mobile', 'sighted', 'green'],
    ],
  },
  {
    name: 'blind, then red: grey opens nothing by itself, the first red run is only a suspicion',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'unknown' } }],
      [300, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 400,
    sent: [
      [240, 'page-load@mobile', 'blind', 'unknown'],
      [300, 'page-load@mobile', 'sighted', 'red'],
      [305, 'page-load@mobile', 'opened', 'red'],
    ],
  },
  {
    name: 'grey between two bad runs breaks no row: the second bad one opens',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [61, { finds: { 'page-load@mobile': 'unknown' } }],
      [90, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 200,
    sent: [[90, 'page-load@mobile', 'opened', 'red']],
  },
  {
    name: 'an open incident that turns grey stays open, and we say that we are blind',
    checks: { 'page-load@mobile': {} },
    events: [
      [60, { finds: { 'page-load@mobile': 'red' } }],
      [120, { finds: { 'page-load@mobile': 'unknown' } }],
      [600, { finds: { 'page-load@mobile': 'green' } }],
    ],
    until: 800,
    sent: [
      [65, 'page-load@mobile', 'opened', 'red'],
      [300, 'page-load@mobile', 'blind', 'unknown'],
      [600, 'page-load@mobile', 'sighted', 'green'],
      [630, 'page-load@mobile', 'resolved', 'green'],
    ],
  },
  {
    name: 'one grey audit of a check that runs twice a day is not unmeasurable yet, two in a row are',
    checks: { lighthouse: { everyMinutes: 720 }, 'page-load@mobile': {} },
    events: [
      [720, { finds: { lighthouse: 'unknown' } }],
      // Another check's trouble wakes notify in between; it must not find lighthouse blind.
      [1100, { finds: { 'page-load@mobile': 'red' } }],
    ],
    until: 1500,
    sent: [
      [1115, 'page-load@mobile', 'opened', 'red'],
      [1440, 'lighthouse', 'blind', 'unknown'],
    ],
  },
  {
    name: 'the form is gone that was there before: grey and sent to ops, not green',
    checks: { form: { everyMinutes: 240 } },
    events: [[240, { finds: { form: 'gone' } }]],
    until: 1000,
    sent: [[480, 'form', 'blind', 'unknown']],
  },
  {
    name: 'a form that vanishes does not resolve its incident',
    checks: { form: { everyMinutes: 60 } },
    events: [
      [60, { finds: { form: 'broken' } }],
      [120, { finds: { form: 'gone' } }],
    ],
    until: 500,
    sent: [
      [65, 'form', 'opened', 'red'],
      [300, 'form', 'blind', 'unknown'],
    ],
  },
  {
    name: 'a site that never had a form never gets an alert about its form',
    checks: { form: { everyMinutes: 240 } },
    events: [[0, { finds: { form: 'gone' } }]],
    until: 2000,
    sent: [],
  },
];
