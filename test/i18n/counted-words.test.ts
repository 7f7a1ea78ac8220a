import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { counted } from '../../cli/counted.ts';
import { competitorWords } from '../../shared/i18n/competitors/competitors.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { planWords } from '../../shared/i18n/plan/plan.ts';
import { themeWords } from '../../shared/i18n/themes/themes.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { languages } from '../../shared/model/language.ts';
import { sayFieldSpeed } from '../../shared/probes/field-speed/statements.ts';

const counts = [1, 2, 5, 21, 1.5];

it('days, people and taps agree with their number as it is shown', () => {
  const said = languages.map((language) => {
    const { counted } = formatFor(language);
    const { days, people } = themeWords[language];
    return [days, people, competitorWords[language].taps].map((forms) =>
      counts.map((n) => counted(n, forms)).join(', '),
    );
  });
  expect(said).toEqual([
    [
      '1 day, 2 days, 5 days, 21 days, 2 days',
      '1 person, 2 people, 5 people, 21 people, 2 people',
      '1 tap, 2 taps, 5 taps, 21 taps, 2 taps',
    ],
    [
      '1 день, 2 дні, 5 днів, 21 день, 2 дні',
      '1 людина, 2 людини, 5 людей, 21 людина, 2 людини',
      '1 дотик, 2 дотики, 5 дотиків, 21 дотик, 2 дотики',
    ],
    [
      '1 день, 2 дня, 5 дней, 21 день, 2 дня',
      '1 человек, 2 человека, 5 человек, 21 человек, 2 человека',
      '1 касание, 2 касания, 5 касаний, 21 касание, 2 касания',
    ],
  ]);
});

it('a site, or a site and its page, had too few visitors', () => {
  const briefOf = (page: string | null): string => {
    const says = sayFieldSpeed('field-speed/too-few', { device: 'mobile', page });
    return wordFinding({ kind: 'cause', cause: 'too-few-answers', says }, 'field-speed', 'uk').brief;
  };
  expect(briefOf(null)).toMatch(/^сайт мав на телефоні замало відвідувачів/);
  expect(briefOf('/prices')).toMatch(/^сайт і його сторінка «\/prices» мали на телефоні замало відвідувачів/);
});

it('of so many customers, some were answered in time', () => {
  const said = languages.map((language) =>
    [1, 5, 21].map((count) => planWords[language].answers('Facebook', 1, count, '1.11')),
  );
  expect(said.slice(1)).toEqual([
    [
      'Facebook: з 1.11 вчасну відповідь отримали 1 із 1 клієнта',
      'Facebook: з 1.11 вчасну відповідь отримали 1 із 5 клієнтів',
      'Facebook: з 1.11 вчасну відповідь отримали 1 із 21 клієнта',
    ],
    [
      'Facebook: с 1.11 вовремя получили ответ 1 из 1 клиента',
      'Facebook: с 1.11 вовремя получили ответ 1 из 5 клиентов',
      'Facebook: с 1.11 вовремя получили ответ 1 из 21 клиента',
    ],
  ]);
});

it('commands count in the right number', () => {
  expect([counted(1, 'touchpoint'), counted(0, 'incident'), counted(2, 'more entry', 'more entries')]).toEqual([
    '1 touchpoint',
    '0 incidents',
    '2 more entries',
  ]);
});

it('no sentence leaves it to its reader whether it means one or several: "touchpoint(s)"', () => {
  const files = globSync(
    ['bin', 'cli', 'functions', 'infra', 'shared'].map((folder) => `${folder}/**/*.{ts,tsx,html}`),
  );
  expect(files.length).toBeGreaterThan(500);
  const open = files.filter((file) =>
    /[ }](?!http)\p{Ll}{3,}\((?:s|es|ies|а|и|ы|ів|ей|ов)\)/u.test(readFileSync(file, 'utf8')),
  );
  expect(open).toEqual([]);
});
