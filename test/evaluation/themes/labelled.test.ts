import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../shared/evaluation/themes/themes-of.ts';
import { languages } from '../../../shared/model/language.ts';
import { hardOnesIn, plainOnesIn, scoreOf } from './labelled.ts';

describe.each(languages)('labelled reviews in %s', (language) => {
  it.each([
    ['300 hard ones', hardOnesIn, 300, 0.35],
    ['70 plain ones', plainOnesIn, 70, 0.5],
  ] as const)('of %s, who seems to complain of the service does', (_, read, count, leastFound) => {
    const all = read(language);
    expect(new Set(all.map(({ text }) => text)).size).toBe(count);
    const { precision, recall, wrong } = scoreOf(all);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.85);
    // A lower bound: the rest is said in other words.
    expect(recall).toBeGreaterThanOrEqual(leastFound);
  });

  it('are nearly all read in their own language', () => {
    const all = [...hardOnesIn(language), ...plainOnesIn(language)];
    expect(all.filter(({ text }) => languageOf(text) === language).length).toBeGreaterThan(350);
  });
});
