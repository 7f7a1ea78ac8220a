import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { formatsFor } from '../../functions/digest/formats.ts';
import { criteriaTable } from '../../functions/digest/report/criteria-table.ts';
import { readCriteria } from '../../functions/digest/report/read-criteria.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ScoredVisit } from '../../shared/model/scorecard.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';
import { aSheet, flawless, phoneCard } from '../support/a-scorecard.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { now } from './week-47.ts';

const check: Check = {
  ...aCheck({ id: 'calls/scorecard', touchpointId: 'calls', probe: 'scorecard', everyMinutes: 1440 }),
  options: { template: JSON.parse(JSON.stringify(phoneCard)) },
};

/** What a run stores of these sheets. */
function aRun(sheets: readonly ScoredVisit[], scheduledAt = '2026-11-23T05:00:00.000Z'): Result {
  const { sections, table } = summarizeScorecard(phoneCard, sheets, Date.parse(now));
  return aResult({ checkId: check.id, scheduledAt, details: JSON.parse(JSON.stringify({ sections, table })) });
}

function storesWith(results: readonly Result[]) {
  const empty = emptyStores().results;
  return {
    results: {
      ...empty,
      list: async (_: string, { from, to }: { readonly from: string; readonly to: string }) =>
        results.filter(({ scheduledAt }) => scheduledAt >= from && scheduledAt < to),
    },
  };
}

async function shown(results: readonly Result[], language: Language = 'en', its: Check = check): Promise<string[][]> {
  const [criteria] = await readCriteria([its], storesWith(results), now);
  if (criteria === undefined) return [];
  const html = renderToStaticMarkup(criteriaTable(criteria, formatsFor(language, 'Europe/Kyiv', now)));
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
  );
}

const sheets = [
  aSheet(flawless, { visit: 'v1', contact: 'AB' }),
  aSheet({ ...flawless, rings: 6, greeting: 'no', solved: 4 }, { visit: 'v2', contact: 'manager' }),
  aSheet({ ...flawless, solved: 3, callback: null, tone: 'cold' }, { visit: 'v3', contact: 'manager' }),
];

test('criteria by employees: each question with its share and number of visits, by all and by everybody, coloured by the bounds', async () => {
  expect(await shown([aRun(sheets)])).toEqual([
    ['Criterion', 'All', 'AB', 'manager'],
    ['Opening 71%'],
    ['Rings before the answer', '▲ 80% (3)', '● 100% (1)', '▲ 70% (2)'],
    ['Greeted with company and name', '▲ 66% (3)', '● 100% (1)', '■ 50% (2)'],
    ['Solution 83%'],
    ['Was the question solved?', '▲ 80% (3)', '● 100% (1)', '▲ 70% (2)'],
    ['Promised call-back kept', '● 100% (2)', '● 100% (1)', '● 100% (1)'],
    ['Closing 66%'],
    ['Tone of the call', '▲ 66% (3)', '● 100% (1)', '■ 50% (2)'],
  ]);
});

test('the last run speaks; what nobody answered has a dash', async () => {
  const before = aRun(sheets, '2026-11-22T05:00:00.000Z');
  const after = aRun([aSheet({ ...flawless, callback: null }, { contact: 'AB' })]);
  expect((await shown([before, after], 'uk')).slice(0, 6)).toEqual([
    ['Критерій', 'Усі', 'AB'],
    ['Opening 100%'],
    ['Rings before the answer', '● 100% (1)', '● 100% (1)'],
    ['Greeted with company and name', '● 100% (1)', '● 100% (1)'],
    ['Solution 100%'],
    ['Was the question solved?', '● 100% (1)', '● 100% (1)'],
  ]);
});

test('there is no table without an answer, without a recent run, without details, and without a template', async () => {
  expect(await shown([aRun([])])).toEqual([]);
  expect(await shown([aRun(sheets, '2026-11-19T05:00:00.000Z')])).toEqual([]);
  expect(await shown([aResult({ checkId: check.id, details: { omitted: 'The details had 400000 bytes.' } })])).toEqual(
    [],
  );
  expect(await shown([aRun(sheets)], 'en', { ...check, options: { template: null } })).toEqual([]);
});

test('of many people the first twelve by name are shown, and how many are not', async () => {
  const many = Array.from({ length: 15 }, (_, n) =>
    aSheet(flawless, { visit: `v${n}`, contact: `<b>${String(n).padStart(2, '0')}` }),
  );
  const [criteria] = await readCriteria([check], storesWith([aRun(many)]), now);
  if (criteria === undefined) throw new Error('There are no criteria.');
  const html = renderToStaticMarkup(criteriaTable(criteria, formatsFor('en', 'Europe/Kyiv', now)));
  expect(html.match(/<th[^>]* scope="col"/g)).toHaveLength(14);
  expect(html).toContain('&lt;b&gt;11');
  expect(html).not.toContain('&lt;b&gt;12');
  expect(html).toContain('in brackets, the number of visits. Employees not shown here: 3.');
});
