import { expect, test } from 'vitest';
import { landedVisits } from '../../functions/dispatch/landed-visits.ts';
import { aCheck } from '../support/a-check.ts';

const floor = aCheck({ id: 'floor/scorecard', url: null });
const counter = aCheck({ id: 'counter/scorecard', url: null });
const page = aCheck({ id: 'website/page-load@mobile' });
const now = '2026-11-23T09:00:07.421Z';
const runsFor = (key: string): string[] =>
  landedVisits([floor, counter, page], key, now).flatMap(({ checks }) => checks.map(({ id }) => id));

test('a scorecard that lands has its own check run, named by the moment', () => {
  expect(landedVisits([floor, counter, page], 'scorecards/floor/may.csv', now)).toEqual([
    { scheduledAt: now, confirmation: false, checks: [floor] },
  ]);
  expect(runsFor('scorecards/counter/2026-11/visit.JSON')).toEqual(['counter/scorecard']);
});

test.each([
  ['what is no file of answers', 'scorecards/floor/photo.jpg'],
  ['a folder', 'scorecards/floor/'],
  ['a touchpoint that nobody watches', 'scorecards/kitchen/may.csv'],
  ['another kind of files', 'calls/floor/may.csv'],
  ['evidence', 'evidence/floor/scorecard.json'],
  ['nothing', ''],
])('%s has nothing run', (_, key) => {
  expect(runsFor(key)).toEqual([]);
});
