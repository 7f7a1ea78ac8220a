import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';

const pageLoad = aCheck({ id: 'website/page-load@mobile' });
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

  it('without a red bound it never gets worse than yellow', () => {
    expect(judge(aResult({ measurements: { contactsCovered: 99 } }), contacts).light).toBe('yellow');
  });

  it('says what was expected and what was seen, in words an owner understands', () => {
    expect(judge(aResult({ measurements: { lcpMs: 6100 } }), pageLoad).headline).toEqual({
      measurement: 'lcpMs',
      light: 'red',
      expected: 'at most 2.5 s',
      actual: '6.1 s',
      reason: 'The main content is visible after 6.1 s (expected at most 2.5 s).',
      comparison: { value: 6100, bound: 2500, side: 'at-most' },
    });
    expect(judge(aResult({ measurements: { score: 0.45 } }), lighthouse).headline).toMatchObject({
      reason: 'Lighthouse performance score: 45 of 100 (expected at least 90 of 100).',
      comparison: { value: 0.45, bound: 0.9, side: 'at-least' },
    });
    expect(judge(aResult({ measurements: { lcpMs: 1200 } }), pageLoad).headline.reason).toBe(
      'The main content is visible after 1.2 s.',
    );
  });

  it('never says that 2.5 s is more than 2.5 s', () => {
    expect(judge(aResult({ measurements: { lcpMs: 2504 } }), pageLoad).headline.reason).toBe(
      'The main content is visible after 2.504 s (expected at most 2.5 s).',
    );
  });

  it('a fact says more than a count', () => {
    const result = aResult({
      measurements: { expectedWrong: 1 },
      facts: { expectedWrong: 'the page shows +380 44 765 43 21 instead of +380 44 123 45 67' },
    });
    expect(judge(result, contacts).headline).toMatchObject({
      expected: 'none',
      actual: '1',
      reason: 'The page shows +380 44 765 43 21 instead of +380 44 123 45 67.',
    });
  });

  it('an address at the beginning of a fact stays as it is written', () => {
    const facts = { contactsUnreadable: 'hello@coffeelab.example is hard to read' };
    const result = aResult({ measurements: { contactsUnreadable: 1 }, facts });
    expect(judge(result, contacts).headline.reason).toBe('hello@coffeelab.example is hard to read.');
  });

  it('a fact follows a number that means something by itself', () => {
    const result = aResult({ measurements: { lcpMs: 6100 }, facts: { lcpMs: 'the largest picture is hero.jpg.' } });
    expect(judge(result, pageLoad).headline.reason).toBe(
      'The main content is visible after 6.1 s (expected at most 2.5 s). The largest picture is hero.jpg.',
    );
  });

  it('the worst verdict is the headline; among equals the one the probe names first', () => {
    const { light, headline, verdicts } = judge(
      aResult({ measurements: { transferBytes: 9e9, cls: 0.5, tbtMs: 300, lcpMs: 5000, fcpMs: 100 } }),
      pageLoad,
    );
    expect(light).toBe('red');
    expect(headline.measurement).toBe('lcpMs');
    expect(verdicts.map((verdict) => [verdict.measurement, verdict.light])).toEqual([
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
      measurement: null,
      light: 'red',
      expected: 'The contact form works',
      actual: 'The form answers 500.',
      reason: 'The form answers 500.',
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
    expect(judge(result, pageLoad)).toMatchObject({ light: 'unknown', headline: { reason: 'A bot wall.' } });
    expect(judge(result, pageLoad).verdicts).toHaveLength(1);
  });

  it('not applicable by default is nothing bad', () => {
    const result = aResult({ outcome: 'not-applicable', reason: 'The site has no form.', measurements: {} });
    expect(judge(result, form)).toMatchObject({
      light: 'green',
      headline: { reason: 'Nothing to check here: The site has no form.' },
    });
  });

  it('not applicable although the file names the form is unknown', () => {
    const result = aResult({ outcome: 'not-applicable', reason: 'The page has no form.', measurements: {} });
    const named = aCheck({ id: 'website/form', options: { mode: 'rehearse', maxPerDay: 8, page: '/contact' } });
    expect(judge(result, named).light).toBe('unknown');
  });
});
