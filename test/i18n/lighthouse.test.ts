import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { saySite } from '../../shared/model/site-statements.ts';
import { advisedAudits, type LighthouseStatements, sayLighthouse } from '../../shared/probes/lighthouse/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { aCause } from '../support/said.ts';

const slowHost = sayLighthouse('lighthouse/slow-host', { benchmarkIndex: 150, atLeast: 400 });
const noScore = sayLighthouse('lighthouse/no-score', {});
const inside = saySite('site/private-address', { host: 'inside.example', addresses: ['10.0.0.7'] });
const why = saySite('site/detour', { from: 'coffeelab.example', to: 'http://inside.example', why: inside });
const saved = { savedMs: 1200, savedBlockingMs: 450, savedBytes: 300_000 };
const nothing = { savedMs: 0, savedBlockingMs: 0, savedBytes: 0 };

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Id in keyof LighthouseStatements]: readonly LighthouseStatements[Id][] } = {
  'lighthouse/score': [
    { score: 0.9, runs: 3, least: 0.7, most: 0.95 },
    { score: 0.9, runs: 1, least: 0.9, most: 0.9 },
  ],
  'lighthouse/advice': advisedAudits.flatMap((id) => [
    {
      best: [
        { id, ...saved },
        { id, ...nothing },
      ],
    },
  ]),
  'lighthouse/no-valid-run': [{ why: [noScore] }, { why: [noScore, slowHost] }],
  'lighthouse/endless-run': [{}],
  'lighthouse/returned-nothing': [{}],
  'lighthouse/audit-failed': [{ code: 'NO_FCP' }],
  'lighthouse/no-score': [{}],
  'lighthouse/slow-host': [{ benchmarkIndex: 150, atLeast: 400 }],
  'lighthouse/page-error': [{ status: 503 }],
  'lighthouse/not-opened': [{ error: 'net::ERR_CONNECTION_REFUSED' }, { error: 'page.goto: Target page has closed' }],
  'lighthouse/detour': [{ why }],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

const briefOf = (says: Statement, language: 'en' | 'uk' | 'ru') =>
  wordFinding(aCause(says), 'lighthouse', language).brief;

describe('what the Lighthouse probe says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^(\p{Lu}|coffeelab).*[.!?]["»]?$/su);
      // A language that has no words for a statement, or fails over them, names it instead.
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}|\(\)/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it.each([
    [
      sayLighthouse('lighthouse/score', { score: 0.9, runs: 1, least: 0.9, most: 0.9 }),
      'Lighthouse gives 90 out of 100 points for speed on a phone (one run).',
      'Lighthouse оцінює швидкість на телефоні у 90 зі 100 (один запуск).',
    ],
    [
      sayLighthouse('lighthouse/no-valid-run', { why: [noScore, slowHost] }),
      'Lighthouse gave no valid score: Lighthouse could not compute a score; this machine was too slow or too busy to judge the page (benchmark 150, at least 400 needed).',
      'Lighthouse не дав жодної придатної оцінки: Lighthouse не зміг обчислити оцінку; ця машина надто повільна або зайнята, щоб оцінити сторінку (показник швидкості 150, потрібно щонайменше 400).',
    ],
    [
      sayLighthouse('lighthouse/advice', { best: [{ id: 'unused-javascript', ...saved }] }),
      'What would help most: (1) remove scripts that the page does not use, or load them later (the page is visible 1.2 s sooner, it responds 450 ms sooner, 300 kB less to download).',
      'Найбільше допоможе: (1) приберіть скрипти, яких сторінка не використовує, або завантажуйте їх пізніше (сторінку видно на 1,2 с раніше, вона реагує на 450 мс раніше, завантажувати на 300 кБ менше).',
    ],
  ])('reads in English and in Ukrainian: $id', (says, english, ukrainian) => {
    expect(wordStatement(says, 'en')).toBe(english);
    expect(wordStatement(says, 'uk')).toBe(ukrainian);
  });

  it('puts what the browser says into quotation marks', () => {
    const says = sayLighthouse('lighthouse/not-opened', { error: 'page.goto: Target page has closed' });
    expect(briefOf(says, 'ru')).toBe('страницу не удалось открыть («page.goto: Target page has closed»)');
  });
});
