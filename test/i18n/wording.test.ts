import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Language } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import { type Finding, quoted } from '../../shared/model/finding.ts';
import { storedIncident } from '../../shared/model/stored-shapes.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { anIncident } from '../support/a-status.ts';
import { aCause, slowPage } from '../support/said.ts';

const lowScore: Finding = {
  ...{ kind: 'measurement', id: 'score', value: 0.45, bound: 0.9, side: 'at-least', unit: 'score' },
};
const wrongPhone: Finding = {
  ...{ kind: 'measurement', id: 'expectedWrong', value: 1, bound: 0, side: 'at-most', unit: 'count' },
  because: quoted('hello@coffeelab.example is hard to read'),
};

describe('what was found, in the language of the reader', () => {
  it('is told from the numbers, with what was expected', () => {
    expect(wordFinding(slowPage(6140), 'page-load', 'en')).toEqual({
      sentence: 'The main content takes 6.1 s to appear (expected at most 2.5 s).',
      clause: 'the main content takes 6.1 s to appear (expected at most 2.5 s)',
      brief: 'the main content takes 6.1 s to appear',
      expected: 'at most 2.5 s',
      actual: '6.1 s',
    });
    expect(wordFinding(slowPage(6140), 'page-load', 'uk')).toEqual({
      sentence: 'Основний вміст з’являється через 6,1 с (має бути не більше 2,5 с).',
      clause: 'основний вміст з’являється через 6,1 с (має бути не більше 2,5 с)',
      brief: 'основний вміст з’являється через 6,1 с',
      expected: 'не більше 2,5 с',
      actual: '6,1 с',
    });
    expect(wordFinding(lowScore, 'lighthouse', 'en').sentence).toBe(
      'Lighthouse performance score: 45 out of 100 (expected at least 90 out of 100).',
    );
    expect(wordFinding(lowScore, 'lighthouse', 'uk').sentence).toBe(
      'Оцінка швидкості від Lighthouse: 45 зі 100 (має бути щонайменше 90 зі 100).',
    );
  });

  it('says nothing of a bound that is kept, and never that 2.5 s is more than 2.5 s', () => {
    expect(wordFinding(slowPage(1200), 'page-load', 'en').sentence).toBe('The main content takes 1.2 s to appear.');
    expect(wordFinding(slowPage(2504), 'page-load', 'en').sentence).toBe(
      'The main content takes 2.51 s to appear (expected at most 2.5 s).',
    );
  });

  it('says what was counted instead of the count, and leaves an address at its beginning as it is written', () => {
    expect(wordFinding(wrongPhone, 'contacts', 'en')).toEqual({
      sentence: 'hello@coffeelab.example is hard to read.',
      clause: 'hello@coffeelab.example is hard to read',
      brief: 'hello@coffeelab.example is hard to read',
      expected: null,
      actual: null,
    });
    const { because: _, ...counted } = wrongPhone.kind === 'measurement' ? wrongPhone : lowScore;
    expect(wordFinding(counted as Finding, 'contacts', 'uk').sentence).toBe('Контакт на сторінці не той, що задано.');
  });

  it('goes on with what was seen behind a number that means something by itself', () => {
    const because = quoted('The largest picture is hero.jpg');
    expect(wordFinding({ ...slowPage(6140), because }, 'page-load', 'en').sentence).toBe(
      'The main content takes 6.1 s to appear (expected at most 2.5 s). The largest picture is hero.jpg.',
    );
  });

  it('leaves the address out where there is no room for it', () => {
    const wait = { link: 'https://www.facebook.com/1', waitedMinutes: 420, dueAt: '2026-11-23T11:00:00.000Z' };
    const says = sayResponses('responses/overdue', { ...wait, others: 0, timeZone: 'Europe/Kyiv' });
    const { sentence, brief } = wordFinding(
      { kind: 'cause', cause: null, says },
      'responses',
      'uk',
      '2026-11-24T06:00:00.000Z',
    );
    expect(sentence).toBe('Без відповіді 7 год робочого часу: https://www.facebook.com/1, строк був учора о 13:00.');
    expect(brief).toBe('без відповіді 7 год робочого часу, строк був учора о 13:00');
  });

  it('puts words of its own before a sentence that an earlier version stored in English', () => {
    const said = aCause('Its server answered 502.', 'form-error');
    expect(wordFinding(said, 'form', 'en').sentence).toBe('Its server answered 502.');
    expect(wordFinding(said, 'form', 'uk')).toMatchObject({
      sentence: 'Форма не доставляє повідомлень: «Its server answered 502.»',
      brief: 'форма не доставляє повідомлень',
      expected: 'форма зв’язку працює',
    });
  });

  it.each<[Language, string]>([
    ['en', 'A later version of Touchlight found something that this one has no words for (form/later).'],
    ['uk', 'Новіша версія Touchlight виявила те, для чого в цієї немає слів (form/later).'],
    ['ru', 'Более новая версия Touchlight обнаружила то, для чего у этой нет слов (form/later).'],
  ])('says in %s that it has no words for what a later version stored', (language, words) => {
    expect(wordStatement({ id: 'form/later', params: {} }, language)).toBe(words);
  });

  it('is told also where a statement is filled as no version of ours fills it', () => {
    const broken = { id: 'responses/nudge', params: {} };
    expect(wordStatement(broken, 'en')).toContain('no words for (responses/nudge)');
  });
});

describe('an incident that an earlier version stored as sentences', () => {
  const { finding: _, ...rest } = anIncident();
  const old = { ...rest, reason: 'The page is slow.', expected: 'at most 2.5 s', actual: '6.1 s' };

  it('keeps its number', () => {
    const comparison = { value: 6140, bound: 2500, side: 'at-most' };
    const { finding, checkId } = storedIncident.parse({ ...old, measurement: 'lcpMs', comparison });
    expect(finding).toEqual({ ...slowPage(6140), because: quoted('The page is slow.') });
    expect(wordFinding(finding, parseCheckId(checkId).probe, 'uk').brief).toBe(
      'основний вміст з’являється через 6,1 с',
    );
  });

  it('keeps its sentence where it had no number', () => {
    const { finding } = storedIncident.parse({ ...old, measurement: null, cause: 'unreachable' });
    expect(finding).toEqual(aCause('The page is slow.', 'unreachable'));
  });
});
