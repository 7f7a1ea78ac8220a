import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foreignWords } from '../support/foreign-words.ts';

/** The subject is English in every language (SNS takes nothing but ASCII), and checks and files go by their ids. */
const references =
  /^(?:Subject: .*|(?:Перевірка|Проверка|Матеріали|Материалы|Чим виміряно|Чем измерено|Інструкція|Инструкция): .*)$/gm;
/** `website: form` in an SMS. */
const checks = /(?<=^SMS: \p{Lu}+ )[a-z-]+: [a-z-]+/gmu;
/** What customers wrote and how they are called; what the business is called. */
const people = /“[^”]*”|«[^»]*»|Coffee Lab|Olena K\.|Mia/g;

const files = globSync('test/golden/**/*.{uk,ru}.txt').toSorted();

test('there are goldens in Ukrainian and Russian', () => {
  expect(files.length).toBeGreaterThan(60);
});

test.each(files)('%s has no English outside quotations', (file) => {
  const text = [references, people, checks].reduce((rest, known) => rest.replaceAll(known, '–'), contentOf(file));
  expect(text.split('\n').flatMap(foreignWords)).toEqual([]);
});

/** With each paragraph on a line of its own: mails are wrapped. */
function contentOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.includes('/digest/') ? text.replaceAll(/\n(?! *[-●■▲○=\n])/g, ' ') : text;
}
