import { expect, test } from 'vitest';
import { longestRestMinutes } from '../../../shared/evaluation/schedule/step-rest.ts';
import { steps } from '../../../shared/model/stack-names.ts';
import { aCheck } from '../../support/a-check.ts';

const checks = [
  aCheck({ id: 'website/availability', everyMinutes: 5 }),
  aCheck({ id: 'website/page-load@mobile', everyMinutes: 30 }),
  aCheck({ id: 'website/form', everyMinutes: 240 }),
  aCheck({ id: 'website/lighthouse', everyMinutes: 720 }),
];

test('each step may rest for as long as what starts it allows', () => {
  expect(Object.fromEntries(steps.map((step) => [step, longestRestMinutes(step, checks)]))).toEqual({
    dispatch: 5,
    'probe-availability': 10,
    // By the quickest of its checks.
    'probe-page': 60,
    'probe-lighthouse': 1440,
    'probe-social': null,
    evaluate: 10,
    notify: 30,
    digest: 7 * 24 * 60 + 60,
    // Nobody needs to look at the page.
    page: null,
  });
});
