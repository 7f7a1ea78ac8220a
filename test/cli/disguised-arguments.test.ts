import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySettings } from '../../cli/options/settings.ts';
import { typedDisguise } from '../../shared/config/disguise-words.ts';
import { read, smallest } from '../config/reading.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
});
afterAll(() => workplace.remove());

describe('what only looks like a command or an option', () => {
  it('is told apart by the code point, not by a suggestion that looks the same', async () => {
    const outcomes = await workplace.inTurn(
      {},
      ['vаlidate'],
      ['val\u200bidate'],
      ['validate', '--jsоn'],
      ['audit', 'https://coffeelab.example', '--language', 'uк'],
      ['vlidate', '--why', 'nеw'],
    );
    expect(outcomes.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(outcomes.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
      'error: "vаlidate" contains U+0430 CYRILLIC SMALL LETTER A, which looks like the Latin "a"; type it again on the other keyboard layout.',
      'error: "val\\u{200b}idate" contains U+200B ZERO WIDTH SPACE, which cannot be seen; delete it.',
      'error: "--jsоn" contains U+043E CYRILLIC SMALL LETTER O, which looks like the Latin "o"; type it again on the other keyboard layout.',
      'error: "uк" contains U+043A CYRILLIC SMALL LETTER KA, which looks like the Latin "k"; type it again on the other keyboard layout.',
      "error: unknown command 'vlidate'",
    ]);
  });

  it('is told apart in a setting, too', () => {
    const configuration = read(smallest);
    expect(() => applySettings(configuration, ['website/form.fаiluresToOpen=3'])).toThrow(
      /^--set: "website\/form\.fаiluresToOpen=3" contains U\+0430 CYRILLIC SMALL LETTER A/,
    );
    expect(() => applySettings(configuration, ['wеbsite/form.failuresToOpen=3'])).toThrow(
      /its character 2 is U\+0435 CYRILLIC SMALL LETTER IE where/,
    );
  });

  it.each([
    ['run\u00a0', 'contains U+00A0 NO-BREAK SPACE, which looks like a plain space and is none'],
    ['run ', 'begins or ends with a space; delete it'],
    ['\ufeffrun', 'contains U+FEFF ZERO WIDTH NO-BREAK SPACE, which cannot be seen; delete it'],
    ['—json', 'contains U+2014 EM DASH, which looks like a plain "-" and is none; type the plain sign instead'],
    ['‑‑json', 'contains U+2011 NON-BREAKING HYPHEN (and 1 more of the kind)'],
    [
      '“run”',
      'contains U+201C LEFT DOUBLE QUOTATION MARK (and 1 more of the kind), which looks like a plain quotation mark and is none',
    ],
    ['ｒｕｎ', 'contains U+FF52 FULLWIDTH LATIN SMALL LETTER R (and 2 more of the kind)'],
    ['wаtсh', 'contains U+0430 CYRILLIC SMALL LETTER A (and 1 more of the kind)'],
    ['run\u202e', 'contains U+202E RIGHT-TO-LEFT OVERRIDE'],
    ['ρun', 'contains U+03C1 GREEK SMALL LETTER RHO, which looks like the Latin "p"'],
  ])('is named: %j', (argument, said) => {
    expect(typedDisguise(argument)).toContain(said);
  });

  it.each(['validate', 'website/page-load:/ціни@mobile', 'перевірити', '--json', 'https://кава.укр'])(
    'is not seen in %s',
    (argument) => {
      expect(typedDisguise(argument)).toBeNull();
    },
  );
});
