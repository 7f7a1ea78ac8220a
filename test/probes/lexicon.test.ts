import { describe, expect, it } from 'vitest';
import { compile } from '../../functions/probe-page/lexicon/compile.ts';
import { en } from '../../functions/probe-page/lexicon/en.ts';
import { everywhere } from '../../functions/probe-page/lexicon/everywhere.ts';
import { languages, patterns } from '../../functions/probe-page/lexicon/index.ts';
import type { Lexicon, Meaning, WordLists } from '../../functions/probe-page/lexicon/word-lists.ts';

const meanings = Object.keys(en.words) as Meaning[];
const lists = [
  ...languages.flatMap(({ code, words }) => meanings.map((meaning) => [code, meaning, words[meaning]] as const)),
  ...Object.entries(everywhere).map(([meaning, words]) => ['everywhere', meaning, words] as const),
];

describe('the words of pages', () => {
  it.each(languages.map(({ code, words }) => [code, words] as const))(
    'in %s are a list for each meaning',
    (_, words) => {
      expect(Object.keys(words).toSorted()).toEqual(meanings.toSorted());
    },
  );

  it('have each language once, with what a test message says', () => {
    const codes = languages.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, typed } of languages) {
      expect(code).toMatch(/^[a-z]{2}$/);
      expect(typed.message).toContain('Touchlight');
    }
  });

  it('stand once in a list', () => {
    for (const [code, meaning, words] of lists) expect(new Set(words).size, `${code} ${meaning}`).toBe(words.length);
  });

  it('are valid patterns, each by itself, and match nothing but words', () => {
    for (const [code, meaning, words] of lists) {
      for (const word of words) {
        expect(word.trim(), `${code} ${meaning}`).not.toBe('');
        expect(() => new RegExp(word, 'u'), `${code} ${meaning}: ${word}`).not.toThrow();
        expect(new RegExp(`^(?:${word})$`, 'u').test(''), `${code} ${meaning}: ${word}`).toBe(false);
      }
    }
  });

  it.each(languages.map((language) => [language.code, language] as const))('in %s compile alone', (_, language) => {
    expect(Object.keys(compile([language]))).toEqual(Object.keys(patterns));
  });

  it('leave no meaning without a word', () => {
    for (const meaning of meanings) {
      expect(
        [...(everywhere[meaning] ?? []), ...languages.flatMap(({ words }) => words[meaning])],
        meaning,
      ).not.toEqual([]);
    }
  });
});

/** All but what a test says is a word that no page has. */
function aLanguage(words: Partial<WordLists>): Lexicon {
  const unsaid = Object.fromEntries(meanings.map((meaning) => [meaning, ['\ue000']])) as unknown as WordLists;
  return {
    code: 'xx',
    country: 'IT',
    typed: { name: 'Touchlight Test', message: 'Touchlight', street: '', postcode: '' },
    words: { ...unsaid, ...words },
  };
}

describe('a language that is added', () => {
  const italian = aLanguage({
    message: ['messaggio', 'richiesta'],
    phone: ['telefono', 'recapito'],
    consent: ['acconsent', 'informativa'],
    date: ['giorno'],
    booking: ['prenot'],
    thanks: ['ci sentiamo'],
    error: ['manca(?!\\p{L})'],
    formLink: ['preventivo', 'prenot'],
    contact: ['scrivici', 'come trovarci'],
    contactPath: ['scrivici'],
    reject: ['rifiuta', 'solo necessari'],
    close: ['chiudi'],
    accept: ['accett'],
    phoneBefore: ['chiam\\S*'],
    street: ['via', 'piazza'],
    weekdays: ['lun', 'gio', 'ven'],
    untilShort: ['alle'],
    halfDay: ['di mattina', 'di sera'],
    until: ['fino alle'],
  });
  const withItalian = compile([...languages, italian]);

  it.each<[keyof typeof patterns, string]>([
    ['message', 'il tuo messaggio'],
    ['phone', 'Recapito'],
    ['consent', 'ho letto l’informativa'],
    ['date', 'giorno'],
    ['booking', 'Prenota un tavolo'],
    ['thanks', 'Ci sentiamo presto'],
    ['error', 'Manca il nome'],
    ['formLink', 'Chiedi un preventivo'],
    ['formToggle', 'Scrivici'],
    ['contact', 'Come trovarci'],
    ['contactPath', '/it/scrivici/'],
    ['reject', 'Rifiuta tutti'],
    ['close', 'Chiudi'],
    ['accept', 'Accetta tutti'],
    ['phoneBefore', 'Chiamaci: '],
    ['street', 'Via Roma 12'],
    ['openingDay', 'Ogni giorno'],
    ['openingTime', '9:30 alle 18:00'],
    ['openingTime', '9 di mattina fino alle 6 di sera'],
  ])('has its words for %s: "%s"', (pattern, said) => {
    expect(withItalian[pattern].test(said)).toBe(true);
    expect(patterns[pattern].test(said), 'and no other language has them').toBe(false);
  });

  it('takes nothing from the others', () => {
    expect(withItalian.thanks.test('Спасибо за заявку!')).toBe(true);
    expect(withItalian.openingTime.test('9 am - 6 pm')).toBe(true);
    expect(withItalian.openingTime.test('9 am fino alle 6 pm'), 'nobody mixes the two').toBe(false);
    expect(withItalian.street.test('Viale')).toBe(false);
  });
});
