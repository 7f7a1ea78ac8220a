import { expect, it } from 'vitest';
import { formatsFor } from '../../functions/digest/formats.ts';
import { wordThemes } from '../../functions/digest/word-themes.ts';
import { periodsUntil, recurringThemes } from '../../shared/evaluation/themes/recurring.ts';
import { nameTouchpoints } from '../../shared/i18n/name-touchpoints.ts';
import { languages } from '../../shared/model/language.ts';
import { people } from '../support/a-saying.ts';

const now = '2026-11-23T06:00:00.000Z';
const touchpoints = [{ id: 'google-reviews', kind: 'google-reviews' }] as const;

/** Reviews whose token expired on 5 November. */
function notesIn(language: (typeof languages)[number], complained: number): readonly string[] | undefined {
  const readings = [{ checkId: 'google-reviews/responses', since: null, until: '2026-11-05T09:00:00.000Z' }];
  const recurring = recurringThemes({ sayings: people(complained), quotable: [], readings }, periodsUntil(now, 30));
  const formats = formatsFor(language, 'Europe/Kyiv', now);
  return wordThemes(recurring, nameTouchpoints(touchpoints, formats), formats, 3)?.notes;
}

it('names what could not be read, in each language, also where nothing repeats', () => {
  expect(languages.map((language) => notesIn(language, 3)?.[0])).toEqual([
    'Google reviews: unreadable since Thu 5 Nov, 11:00. What customers have written there since then is not counted, and this source is left out of the comparison.',
    'Відгуки Google: не вдається прочитати з чт, 5 лист., 11:00. Написане там відтоді тут не враховано, і до порівняння це джерело не входить.',
    'Отзывы Google: не удаётся прочитать с чт, 5 нояб., 11:00. Написанное там с тех пор здесь не учтено, и в сравнение этот источник не входит.',
  ]);
  expect(notesIn('en', 0)).toEqual([expect.stringContaining('unreadable since')]);
});
