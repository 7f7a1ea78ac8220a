/** No letter before or after it, of whatever alphabet. */
export const start = '(?<!\\p{L})';
export const end = '(?!\\p{L})';
const sign = '[\\p{L}\\d_]';
/** JavaScript's own `\b` knows Latin letters only. */
const boundary = `(?:(?<=${sign})(?!${sign})|(?<!${sign})(?=${sign}))`;
export const any = (words: readonly string[]): string => words.join('|').replaceAll('\\b', boundary);
export const startingWith = (words: readonly string[]): RegExp => new RegExp(`${start}(${any(words)})`, 'iu');
export const wholly = (words: readonly string[]): RegExp => new RegExp(`${start}(${any(words)})${end}`, 'iu');
/** A part of an address between signs. */
export const asPath = (words: readonly string[]): RegExp => new RegExp(`(^|[/_.-])(${any(words)})([/_.-]|$)`, 'iu');

/** In texts of small letters: whole words in Latin, and in Cyrillic, where words bend, how they begin. */
export function inSmallLetters(words: readonly string[]): RegExp {
  const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);
  const latin = words.filter((word) => !isCyrillic(word));
  const cyrillic = words.filter(isCyrillic);
  return new RegExp(
    any([`\\b(${any(latin)})\\b`, ...(cyrillic.length > 0 ? [`${start}(${any(cyrillic)})`] : [])]),
    'u',
  );
}
