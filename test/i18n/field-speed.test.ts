import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { type FieldSpeedStatements, sayFieldSpeed } from '../../shared/probes/field-speed/statements.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';

type Id = keyof FieldSpeedStatements;

const visitors = { device: 'mobile', until: '2026-09-25', page: null, insteadOfPage: false, knownAs: null } as const;
const speeds = { lcpMs: 3120, inpMs: 250, cls: 0.05, ttfbMs: 900 };
const clue = sayResponses('responses/http-status', { status: 503 });

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Each in Id]: readonly FieldSpeedStatements[Each][] } = {
  'field-speed/summary': [
    { ...visitors, ...speeds },
    { ...visitors, ...speeds, device: 'desktop', lcpMs: null, ttfbMs: null, page: '/menu' },
    {
      ...visitors,
      ...speeds,
      inpMs: null,
      cls: null,
      page: '/menu',
      insteadOfPage: true,
      knownAs: 'https://www.x.example',
    },
  ],
  'field-speed/visitors': [visitors, { ...visitors, device: 'desktop', page: '/menu', insteadOfPage: true }],
  'field-speed/too-few': [
    { device: 'mobile', page: null },
    { device: 'desktop', page: '/menu' },
  ],
  'field-speed/key-refused': [{ secret: 'crux-key', clue }],
  'field-speed/key-restricted': [{ secret: 'crux-key', clue }],
  'field-speed/throttled': [{ clue }],
  'field-speed/no-key': [{}],
  'field-speed/setup': [{ why: sayFieldSpeed('field-speed/no-key', {}) }],
  'field-speed/not-asked': [{ why: clue }],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

describe('what field-speed says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^["«]?\p{Lu}.*[.!?]["»]?$/su);
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN/);
      const { brief } = wordFinding({ kind: 'cause', cause: null, says }, 'field-speed', language);
      expect(brief).not.toMatch(/undefined| {2}|\(\)|[.:,]$/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it('tells an owner what three of four visitors had, and of which days', () => {
    const says = sayFieldSpeed('field-speed/summary', { ...visitors, ...speeds });
    expect(wordStatement(says, 'uk')).toBe(
      'На телефоні у трьох із чотирьох справжніх відвідувачів основний вміст з’явився не пізніше ніж через 3,1 с, сторінка відреагувала на дотик не пізніше ніж через 250 мс і зсув сторінки не перевищив 0,05. Сервер відповів їм не пізніше ніж через 900 мс. Так було у відвідувачів із Chrome за 28 днів до 25 вересня 2026 р. на всьому сайті.',
    );
    expect(wordStatement(says, 'ru')).toBe(
      'На телефоне у троих из четырёх реальных посетителей основное содержимое появилось не позже чем через 3,1 с, страница откликнулась на касание не позже чем через 250 мс и сдвиг страницы не превысил 0,05. Сервер ответил им не позже чем через 900 мс. Так было у посетителей с Chrome за 28 дней до 25 сентября 2026 г. на всём сайте.',
    );
  });

  it('says of a bad number who waits, what was expected and whose number it is', () => {
    const because = sayFieldSpeed('field-speed/visitors', visitors);
    const number = { kind: 'measurement', id: 'lcpMs', value: 3120, bound: 2500, side: 'at-most', unit: 'ms' } as const;
    const finding = { ...number, because };
    expect(wordFinding(finding, 'field-speed', 'en').sentence).toBe(
      'One in four real visitors waits longer than 3.1 s for the main content (expected at most 2.5 s). This is how it was for Chrome users on a phone on the whole site in the 28 days to 25 September 2026.',
    );
  });
});
