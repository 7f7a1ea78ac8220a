import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import type { Check } from '../../../shared/model/check.ts';
import { quoted } from '../../../shared/model/finding.ts';
import type { Measurements } from '../../../shared/model/result.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';

const pageLoad = aCheck({ id: 'website/page-load@mobile' });
const desktopLoad = aCheck({ id: 'website/page-load@desktop' });
const contacts = aCheck({ id: 'website/contacts@mobile' });
const form = aCheck({ id: 'website/form' });
const lighthouse = aCheck({ id: 'website/lighthouse' });

describe('a measured result', () => {
  it.each([
    [2500, 'green'],
    [2501, 'yellow'],
    [3999, 'yellow'],
    [4000, 'red'],
  ])('LCP of %d ms is %s', (lcpMs, light) => {
    expect(judge(aResult({ measurements: { lcpMs } }), pageLoad).light).toBe(light);
  });

  it.each([
    [0.9, 'green'],
    [0.89, 'yellow'],
    [0.51, 'yellow'],
    [0.5, 'red'],
  ])('where smaller is worse, a score of %d is %s', (score, light) => {
    expect(judge(aResult({ measurements: { score } }), lighthouse).light).toBe(light);
  });

  it('whole numbers with green 0 and red 1 know no yellow', () => {
    const lights = [0, 1, 2].map(
      (expectedWrong) => judge(aResult({ measurements: { expectedWrong } }), contacts).light,
    );
    expect(lights).toEqual(['green', 'red', 'red']);
  });

  it.each([
    [3400, 700, 'yellow'],
    [12_000, 2_999, 'yellow'],
    [3400, 3000, 'red'],
    [3400, undefined, 'red'],
    [1900, 700, 'green'],
  ])('a page that loads for %d ms, its first screen complete after %d ms, is %s', (loadMs, screenMs, light) => {
    const measurements: Record<string, number> = { loadMs, ...(screenMs !== undefined && { screenMs }) };
    expect(judge(aResult({ measurements }), desktopLoad).light).toBe(light);
  });

  it('without a red bound it never gets worse than yellow', () => {
    expect(judge(aResult({ measurements: { contactsCovered: 99 } }), contacts).light).toBe('yellow');
  });

  it('says which number is beyond which bound, and on which side green lies', () => {
    expect(judge(aResult({ measurements: { lcpMs: 6100 } }), pageLoad).headline).toEqual({
      light: 'red',
      finding: { kind: 'measurement', id: 'lcpMs', value: 6100, bound: 2500, side: 'at-most', unit: 'ms' },
    });
    expect(judge(aResult({ measurements: { score: 0.45 } }), lighthouse).headline.finding).toEqual({
      ...{ kind: 'measurement', id: 'score', value: 0.45, bound: 0.9, side: 'at-least', unit: 'score' },
    });
  });

  it('keeps what was seen behind a bad number, and behind every count', () => {
    const because = quoted('the page shows +1 instead of +2');
    const findingOf = (measurements: Measurements, check: Check) =>
      judge(aResult({ measurements, facts: { expectedWrong: because, lcpMs: because } }), check).headline.finding;
    expect(findingOf({ expectedWrong: 1 }, contacts)).toMatchObject({ because });
    expect(findingOf({ expectedWrong: 0 }, contacts)).toMatchObject({ because });
    expect(findingOf({ lcpMs: 6100 }, pageLoad)).toMatchObject({ because });
    expect(findingOf({ lcpMs: 1200 }, pageLoad)).not.toHaveProperty('because');
  });

  it('the worst verdict is the headline; among equals the one the probe names first', () => {
    const { light, headline, verdicts } = judge(
      aResult({ measurements: { transferBytes: 9e9, cls: 0.5, tbtMs: 300, lcpMs: 5000, fcpMs: 100 } }),
      pageLoad,
    );
    expect(light).toBe('red');
    expect(headline.finding).toMatchObject({ id: 'lcpMs' });
    expect(verdicts.map(({ finding, light: its }) => [finding.kind === 'measurement' && finding.id, its])).toEqual([
      ['lcpMs', 'red'],
      ['cls', 'red'],
      ['tbtMs', 'yellow'],
      ['fcpMs', 'green'],
    ]);
  });

  it('with no number to judge is unknown, not green', () => {
    const judgement = judge(aResult({ measurements: { requests: 12 } }), pageLoad);
    expect(judgement.light).toBe('unknown');
    expect(judgement.verdicts).toEqual([judgement.headline]);
  });

  it('a number that is none is unknown', () => {
    expect(judge(aResult({ measurements: { lcpMs: Number.NaN } }), pageLoad).light).toBe('unknown');
  });

  it("is judged by the file's thresholds where it has its own", () => {
    const strict = aCheck({ thresholds: { lcpMs: { green: 500, red: 1000 } } });
    expect(judge(aResult({ measurements: { lcpMs: 1500 } }), strict).light).toBe('red');
  });
});

describe('a result without numbers', () => {
  it('failed is red with the reason of the run', () => {
    const result = aResult({
      outcome: 'failed',
      cause: 'form-error',
      reason: 'The form answers 500.',
      measurements: { submitMs: 10 },
    });
    expect(judge(result, form).headline).toEqual({
      light: 'red',
      finding: { kind: 'cause', cause: 'form-error', says: quoted('The form answers 500.') },
    });
    expect(judge(result, form).verdicts).toHaveLength(2);
  });

  it('unknown is unknown, however bad the numbers that came with it', () => {
    const result = aResult({
      outcome: 'unknown',
      cause: 'bot-wall',
      reason: 'A bot wall.',
      measurements: { lcpMs: 9e5 },
    });
    expect(judge(result, pageLoad)).toMatchObject({
      light: 'unknown',
      headline: { finding: { cause: 'bot-wall', says: quoted('A bot wall.') } },
    });
    expect(judge(result, pageLoad).verdicts).toHaveLength(1);
  });

  it('not applicable by default is nothing bad', () => {
    const result = aResult({ outcome: 'not-applicable', reason: 'The site has no form.', measurements: {} });
    expect(judge(result, form)).toMatchObject({
      light: 'green',
      headline: { finding: { says: { id: 'general/nothing-here', params: { why: quoted('The site has no form.') } } } },
    });
  });

  it('not applicable although the file names the form is unknown', () => {
    const result = aResult({ outcome: 'not-applicable', reason: 'The page has no form.', measurements: {} });
    const named = aCheck({ id: 'website/form', options: { mode: 'rehearse', maxPerDay: 8, page: '/contact' } });
    expect(judge(result, named).light).toBe('unknown');
  });
});
