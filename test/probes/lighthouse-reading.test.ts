import { gunzipSync } from 'node:zlib';
import type { RunnerResult } from 'lighthouse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditConfig } from '../../functions/probe-lighthouse/audit-config.ts';
import { conclude as concludeRuns } from '../../functions/probe-lighthouse/lighthouse/probe.ts';
import { judgeRun, type Run } from '../../functions/probe-lighthouse/one-run.ts';
import { bestOpportunities, sayOpportunities } from '../../functions/probe-lighthouse/reading/opportunities.ts';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import { type Statement, statementSchema } from '../../shared/model/finding.ts';
import { aCause, inEnglish } from '../support/said.ts';

interface Story {
  readonly score?: number | null;
  readonly benchmarkIndex?: number;
  readonly runtimeError?: { readonly code: string };
  readonly audits?: Readonly<Record<string, unknown>>;
}

/** What Lighthouse returns, as far as it is read. */
function aReport({ score = 0.9, benchmarkIndex = 1000, runtimeError, audits = {} }: Story = {}): RunnerResult {
  const lhr = {
    lighthouseVersion: '13.5.0',
    categories: { performance: { score } },
    environment: { benchmarkIndex },
    runWarnings: [],
    audits,
    runtimeError,
  };
  return JSON.parse(JSON.stringify({ lhr, report: JSON.stringify(lhr) }));
}

const aRun = (story: Story = {}): Run => judgeRun(aReport(story));

const conclude = async (runs: readonly Run[]) => inEnglish(await concludeRuns(runs));

/** As it reads on behind a colon. */
const briefly = (says: Statement): string => wordFinding(aCause(says), 'lighthouse', 'en').brief;

const audits = {
  'first-contentful-paint': { numericValue: 1234.5 },
  'largest-contentful-paint': { numericValue: 2345.6 },
  'cumulative-layout-shift': { numericValue: 0.12345 },
  'render-blocking-insight': { score: 0.5, metricSavings: { FCP: 900, LCP: 1200 } },
  'image-delivery-insight': {
    score: 0,
    metricSavings: { FCP: 0, LCP: 300 },
    details: { items: [{ wastedBytes: 200_000 }, { wastedBytes: 100_000 }] },
  },
  'unused-javascript': { score: 0.5, metricSavings: { LCP: 0 }, details: { overallSavingsBytes: 80_000 } },
  'third-parties-insight': { score: 0, metricSavings: { TBT: 450 } },
  'unminified-css': { score: 0.5, metricSavings: { LCP: 0 }, details: { overallSavingsBytes: 900 } },
  'modern-http-insight': { score: 1, metricSavings: { LCP: 500 } },
};

describe('several runs', () => {
  it('count as their median, with the spread and the report of that very run', async () => {
    const runs = [0.7, 0.95, 0.9].map((score) => aRun({ score, audits }));
    const { outcome, reason, measurements, details, evidence } = await conclude(runs);
    expect(outcome).toBe('measured');
    expect(reason).toBe(
      'Lighthouse gives 90 out of 100 points for speed on a phone (median of 3 runs, which gave 70 to 95).',
    );
    expect(measurements).toEqual({
      score: 0.9,
      scoreSpread: 0.25,
      benchmarkIndex: 1000,
      runs: 3,
      fcpMs: 1235,
      lcpMs: 2346,
      cls: 0.123,
    });
    expect(details).toMatchObject({ scores: [0.7, 0.95, 0.9], invalidRuns: [] });
    const report: unknown = JSON.parse(gunzipSync(evidence?.[0]?.bytes ?? '').toString());
    expect(report).toMatchObject({ categories: { performance: { score: 0.9 } } });
  });

  it('leave out the invalid ones and say why', async () => {
    const runs = [aRun({ score: null }), aRun({ score: 0.8 }), aRun({ benchmarkIndex: 150 })];
    const { measurements, details } = await conclude(runs);
    expect(measurements).toMatchObject({ score: 0.8, scoreSpread: 0, runs: 1 });
    expect(z.array(statementSchema).parse(details?.['invalidRuns']).map(briefly)).toEqual([
      'Lighthouse could not compute a score',
      'this machine was too slow or too busy to judge the page (benchmark 150, at least 400 needed)',
    ]);
  });

  it.each([
    ['a null score', { score: null }, 'could not compute a score'],
    ['an error of Lighthouse', { score: 0, runtimeError: { code: 'NO_FCP' } }, 'NO_FCP'],
    ['a slow host', { score: 0.1, benchmarkIndex: 120 }, 'too slow or too busy'],
  ])('with %s each are unknown, never 0', async (_, story, words) => {
    const result = await conclude([aRun(story), aRun(story)]);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'no-valid-run', measurements: {} });
    expect(result.reason).toContain(words);
    expect(result.reason.split(words)).toHaveLength(2); // said once
  });

  it('are unknown when Lighthouse returns nothing', async () => {
    expect(await conclude([judgeRun(undefined)])).toMatchObject({ outcome: 'unknown' });
  });
});

describe('the best opportunities', () => {
  it('are the three that save most, time before data, in plain words', () => {
    const best = bestOpportunities(aReport({ audits }).lhr);
    expect(
      best.map(({ id, savedMs, savedBlockingMs, savedBytes }) => [id, savedMs, savedBlockingMs, savedBytes]),
    ).toEqual([
      ['render-blocking-insight', 1200, 0, 0],
      ['third-parties-insight', 0, 450, 0],
      ['image-delivery-insight', 300, 0, 300_000],
    ]);
    const advice = sayOpportunities(best);
    expect(advice && wordStatement(advice, 'en')).toBe(
      'What would help most: (1) load styles and scripts that the first screen does not need later (the page is visible 1.2 s sooner); (2) remove some of the third-party chats, trackers and widgets (it responds 450 ms sooner); (3) make images smaller: no wider than they are shown, as WebP or AVIF (the page is visible 300 ms sooner, 300 kB less to download).',
    );
  });

  it('are none where nothing is worth saving', () => {
    const best = bestOpportunities(aReport({ audits: { 'unminified-css': audits['unminified-css'] } }).lhr);
    expect(best).toEqual([]);
    expect(sayOpportunities(best)).toBeUndefined();
  });
});

describe('the configuration', () => {
  it("has every metric of Lighthouse's own with its weight", () => {
    const weights = auditConfig().categories?.['performance']?.auditRefs.filter(({ weight }) => weight > 0);
    expect(weights?.map(({ id, weight }) => `${id} ${weight}`)).toEqual([
      'first-contentful-paint 10',
      'largest-contentful-paint 25',
      'total-blocking-time 30',
      'cumulative-layout-shift 25',
      'speed-index 10',
    ]);
  });
});
