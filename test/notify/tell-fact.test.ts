import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellFact } from '../../functions/notify/tell-fact.ts';
import { faultKinds } from '../../functions/probe-social/api-fault.ts';
import { advanceStatus } from '../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { factWords } from '../../shared/i18n/facts.ts';
import { measuredBeside, measuredValue } from '../../shared/i18n/measured-value.ts';
import { languages } from '../../shared/model/business.ts';
import type { Result } from '../../shared/model/result.ts';
import { probeSpecs } from '../../shared/probes/index.ts';
import { aCheck } from '../support/a-check.ts';
import { aNotice } from '../support/a-notification.ts';
import { aResult } from '../support/a-result.ts';

const others = languages.filter((language) => language !== 'en');

/** What is told in Ukrainian when a check's first run opens an incident. */
function told(checkId: string, found: Partial<Result>) {
  const check = aCheck({ id: checkId, policy: { failuresToOpen: 1 } });
  const result = aResult({ checkId, measurements: {}, ...found });
  const { incident } = advanceStatus(null, judge(result, check), result, check, 'UTC').next;
  return tellFact(aNotice({ checkId, incident }), 'uk');
}

describe('what was found, in the language of the business', () => {
  it('is told from the numbers, with what was expected', () => {
    expect(told('website/page-load@mobile', { measurements: { lcpMs: 6140 } })).toEqual({
      sentence: 'основний вміст видно через 6,1 с (має бути не більше 2,5 с)',
      brief: 'основний вміст видно через 6,1 с',
      expected: 'не більше 2,5 с',
      actual: '6,1 с',
      details: null,
    });
    expect(told('website/lighthouse', { measurements: { score: 0.45 } }).sentence).toBe(
      'оцінка швидкості від Lighthouse: 45 зі 100 (має бути щонайменше 90 зі 100)',
    );
  });

  it('keeps what the probe saw beside the number, in the words it has', () => {
    const slow = told('website/page-load@mobile', {
      measurements: { lcpMs: 6140 },
      facts: { lcpMs: 'the picture hero.jpg is the main content' },
    });
    expect(slow).toMatchObject({ brief: 'основний вміст видно через 6,1 с' });
    expect(slow.details).toBe('The picture hero.jpg is the main content.');
    const wrong = told('website/contacts@mobile', {
      measurements: { expectedWrong: 1 },
      facts: { expectedWrong: 'the page shows +1 instead of +2' },
    });
    expect(wrong).toMatchObject({
      sentence: 'контакт на сторінці не той, що задано',
      expected: 'контакти правильні, їх легко знайти й використати',
      actual: null,
      details: 'The page shows +1 instead of +2.',
    });
  });

  it('is what responses says itself, because it speaks the language of the business', () => {
    const fact = 'Без відповіді 7 год робочого часу: https://www.facebook.com/1, строк був пн 13:00';
    expect(told('facebook/responses', { measurements: { overdue: 1 }, facts: { overdue: fact } })).toMatchObject({
      sentence: `${fact}.`,
      brief: 'Без відповіді 7 год робочого часу, строк був пн 13:00',
      details: null,
    });
  });

  it('is told by the cause where there is no number, with the status that the server answered', () => {
    const form = told('website/form', { outcome: 'failed', cause: 'form-error', reason: 'Its server answered 502.' });
    expect(form).toMatchObject({ brief: 'форма не доставляє повідомлень (502)', details: 'Its server answered 502.' });
    expect(told('website/form', { outcome: 'failed', cause: 'new-kind', reason: 'It broke.' })).toMatchObject({
      brief: 'форма зв’язку не працює',
      details: 'It broke.',
    });
  });

  it('is not lost where an older incident has no numbers', () => {
    const { incident } = aNotice({ checkId: 'website/page-load@mobile' });
    if (incident === null) throw new Error('The builder has an incident.');
    const old = { ...incident, measurement: 'lcpMs', cause: null, reason: 'The page is slow.' };
    expect(tellFact(aNotice({ checkId: incident.checkId, incident: old }), 'ru')).toMatchObject({
      sentence: 'страницы загружаются медленно',
      details: 'The page is slow.',
    });
  });

  for (const language of others) {
    it(`has words in ${language} for every measurement that is judged, every probe and every cause`, () => {
      const words = factWords[language];
      const judged = Object.values(probeSpecs).flatMap(({ measurements }) =>
        Object.entries(measurements).flatMap(([name, spec]) => (spec.threshold || spec.thresholdOn ? name : [])),
      );
      expect(Object.keys(words.measurement)).toEqual(expect.arrayContaining(judged));
      expect(Object.keys(words.probe)).toEqual(expect.arrayContaining(Object.keys(probeSpecs)));
      expect(Object.keys(words.cause)).toEqual(expect.arrayContaining([...causesInProbes(), ...faultKinds]));
    });
  }
});

/** Every word that a probe's code gives as the cause of a failed or a grey run. */
function causesInProbes(): string[] {
  const sources = globSync(['functions/probe-*/**/*.ts', 'shared/{browser,runtime}/**/*.ts']);
  expect(sources.length).toBeGreaterThan(20);
  return sources.flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/\b(?:failed|unknown)\(\s*'(?<cause>[a-z-]+)'/g),
      (match) => match.groups?.['cause'] ?? '',
    ),
  );
}

describe('a number in another language', () => {
  const { uk, ru } = factWords;
  it.each([
    [850, 'ms', '850 мс', '850 мс'],
    [6140, 'ms', '6,1 с', '6,1 с'],
    [90_000, 'ms', '1,5 хв', '1,5 мин'],
    [999, 'bytes', '999 байтів', '999 байт'],
    [1_440_000, 'bytes', '1,4 МБ', '1,4 МБ'],
    [1, 'days', '1 день', '1 день'],
    [2.5, 'days', '2,5 дня', '2,5 дня'],
    [22, 'days', '22 дні', '22 дня'],
    [0.871, 'score', '87 зі 100', '87 из 100'],
    [250, 'minutes', '4 год 10 хв', '4 ч 10 мин'],
    [2880, 'minutes', '48 год', '48 ч'],
    [0.123, 'number', '0,12', '0,12'],
    [0.5, 'ratio', '50 %', '50 %'],
    [3, 'count', '3', '3'],
  ] as const)('%d %s', (value, unit, inUkrainian, inRussian) => {
    expect(measuredValue(value, unit, uk.unit)).toBe(inUkrainian);
    expect(measuredValue(value, unit, ru.unit)).toBe(inRussian);
  });

  it('never says that 2,5 s is more than 2,5 s', () => {
    expect(measuredBeside(2504, 2500, 'ms', uk.unit)).toBe('2,504 с');
    expect(measuredBeside(2500, 2500, 'ms', uk.unit)).toBe('2,5 с');
  });
});
