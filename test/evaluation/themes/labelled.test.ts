import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../shared/evaluation/themes/themes-of.ts';
import { languages } from '../../../shared/model/language.ts';
import { hardOnesIn, independentOnesIn, plainOnesIn, productOnesIn, scoreOf } from './labelled.ts';

describe.each(languages)('labelled reviews in %s', (language) => {
  it.each([
    ['300 hard ones', hardOnesIn, 300, 0.8],
    ['70 plain ones', plainOnesIn, 70, 0.85],
    ['300 by somebody else', independentOnesIn, 300, 0.7],
  ] as const)('of %s, who seems to complain of the service does', (_, read, count, leastFound) => {
    const all = read(language);
    expect(all.length).toBeGreaterThanOrEqual(count);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    const { precision, recall, wrong } = scoreOf(all);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.85);
    // A lower bound: the rest is said in other words.
    expect(recall).toBeGreaterThanOrEqual(leastFound);
  });

  it('of few stars for the product, and of people and waits without a complaint, hardly one seems to complain of the service', () => {
    const all = productOnesIn(language);
    const { wrong } = scoreOf(all);
    expect(all.length).toBe(154);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(6);
  });

  it('are nearly all read in their own language', () => {
    const all = [...hardOnesIn(language), ...plainOnesIn(language), ...independentOnesIn(language)];
    const own = all.filter(({ text }) => languageOf(text) === language);
    expect(own.length / all.length).toBeGreaterThan(0.94);
  });
});
