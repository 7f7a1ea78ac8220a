import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstCharacters,
  harmless,
  harmlessLines,
  oneLine,
  quote,
  shorten,
  spelledOut,
} from '../../shared/model/foreign-text.ts';
import { foreignJsonSchema, foreignTextSchema } from '../../shared/model/foreign-text-schema.ts';
import { attackNames, attacks, harmfulIn, wordOf } from '../support/attacks.ts';
import { cpuMs } from '../support/cpu-ms.ts';

describe('honest text stays as it is', () => {
  test.each([
    ['German', 'Größe: 12 × 8 cm – „schön“'],
    ['Ukrainian', 'Їжак з’їв ґудзик'],
    ['Vietnamese in parts', 'Tie\u0302\u0301ng Vie\u0323\u0302t'],
    ['Hebrew with points', 'שָׁלוֹם עֲלֵיכֶם'],
    ['Hebrew with a phone number and its mark', 'טלפון: \u200e03-555-1234\u200f'],
    ['Arabic with points', 'مَرْحَبًا بِكُمْ'],
    ['Arabic with its own mark', 'السعر \u061c٢٥\u200f ريال'],
    ['Persian with its joiner', 'می\u200cخواهم'],
    ['Hindi', 'नमस्ते क्\u200dष'],
    ['Bengali with its joiner', 'র\u200d্যাব'],
    ['Sinhala with its joiner', 'ශ්\u200dරී'],
    ['Thai', 'น้ำที่นี่'],
    ['Tibetan', 'བསྒྲུབས་ཧཱུྃ'],
    ['Chinese with a selector of its variant', '葛\u{e0100}飾区'],
    ['Mongolian with a selector of its form', 'ᠮᠣᠩᠭᠣᠯ\u180e'],
    ['an astronaut of several parts', '👩🏽\u200d🚀'],
    ['a family', '👨\u200d👩\u200d👧\u200d👦'],
    ['a heart in colour', '❤\ufe0f'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['a keycap', '1\ufe0f\u20e3 #\ufe0f\u20e3'],
    ['a flag of two letters', '🇺🇦'],
    ['a flag that is spelled in tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a rainbow flag', '🏳\ufe0f\u200d🌈'],
    ['marks of exclamation in colour', '‼\ufe0f'],
    ['a price', 'EUR 9,90 / $ 10 ± 5 %'],
  ])('%s', (_, text) => {
    expect(oneLine(text)).toBe(text);
  });
});

describe('hostile text keeps its words and loses its harm', () => {
  test.each(attackNames)('one that %s', (name) => {
    const cleaned = oneLine(attacks[name]);
    expect(cleaned).toContain(wordOf(name));
    expect(harmfulIn(cleaned)).toEqual([]);
    expect(cleaned).toBe(cleaned.trim());
  });

  test.each([
    ['controls become spaces, so that words stay apart', 'one\u001b[31mtwo\u0007three', 'one [31mtwo three'],
    ['a sequence takes no honest letter with it', 'x\u001b[" said Ann', 'x [" said Ann'],
    ['nothing stays of what is hidden in a word', 'pay\u200bpal', 'paypal'],
    ['a mark may not strike through our quotation mark', '\u0338free"', 'free"'],
    ['half a character is told as one that is missing', 'a\ud800b', 'a\ufffdb'],
    ['marks without letters from right to left go', 'GREEN\u200f', 'GREEN'],
    ['of several marks of one direction one is enough', 'א\u200f\u200f\u200f', 'א\u200f'],
    ['a selector is kept once', '😀\ufe0f\ufe0f\ufe00', '😀\ufe0f'],
    ['tags without a flag go, also after an emoji', '😀\u{e0041}\u{e007f}', '😀'],
    ['blanks that look like none are blanks', 'a\u00a0\u3000\u2800b', 'a b'],
    ['a pile of marks is as high as that of any language', `a${'\u0301'.repeat(40)}`, `a${'\u0301'.repeat(5)}`],
  ])('%s', (_, text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  test('whatever comes, it is well-formed, harmless to any text around it, and cleaned once for all', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...attackNames.flatMap((name) => [...attacks[name]]), 'א', '👩', 'क', '્'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const cleaned = oneLine(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(oneLine(cleaned)).toBe(cleaned);
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleaned).not.toMatch(/^\p{M}/u);
      }),
    );
  });

  test('a hundred thousand characters take no noticeable time', () => {
    const text = '\u001b[\u009d\u200d\u0301א'.repeat(20_000);
    expect(cpuMs(() => oneLine(text))).toBeLessThan(2_000);
  });
});

describe('in its several uses', () => {
  test('lines stay lines where there may be several, and indentation stays', () => {
    expect(harmlessLines('Error: x\n    at \u001b[31mfile\u202e')).toBe('Error: x\n    at  [31mfile');
    expect(harmless('  two  blanks')).toBe('  two  blanks');
  });

  test('where somebody looks for what is wrong with a text, it is spelled out', () => {
    expect(spelledOut('mob\u200bile\u001b')).toBe('mob\\u{200b}ile\\u{1b}');
  });

  test('schemas of what is kept clean what they take in, values and keys alike', () => {
    expect(foreignTextSchema.parse(' a\u001b[2Jb\n')).toBe('a [2Jb');
    const json = { 'k\u202e': ['a\u0000b', { deep: '\u200b' }, 1, null, true] };
    expect(foreignJsonSchema.parse(json)).toEqual({ k: ['a b', { deep: '' }, 1, null, true] });
  });

  test('a cut never goes through a character as a reader sees it, and keeps the limit', () => {
    const astronaut = '👩🏽\u200d🚀';
    expect(shorten(`ab${astronaut}cd`, 8)).toBe('ab...');
    expect(shorten(`e\u0301`.repeat(10), 10)).toBe('e\u0301e\u0301e\u0301...');
    expect(shorten('fits', 4)).toBe('fits');
    expect(quote('x\n'.repeat(100), 12)).toBe('"x x x x x..."');
    expect(firstCharacters(`${astronaut}nn`, 2, 20)).toBe(`${astronaut}n`);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', astronaut, '🇺🇦', 'क्ष')),
        fc.integer({ min: 4, max: 60 }),
        (signs, limit) => {
          const text = signs.join('');
          const cut = shorten(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          const kept = cut === text ? cut : cut.slice(0, -3);
          const whole = signs.map((_, n) => signs.slice(0, n + 1).join(''));
          if (kept !== '') expect(whole).toContain(kept);
        },
      ),
    );
  });
});
