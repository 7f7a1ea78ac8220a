import { distance } from 'fastest-levenshtein';
import { spelledOut } from '../model/foreign-text.ts';
import { asSeen } from './disguises.ts';
import { signName } from './sign-names.ts';

/** The known word that was probably meant, or null when none is near: a wrong suggestion is worse than none. */
export function nearestWord(written: string, known: readonly string[]): string | null {
  const simple = simplify(written);
  if (simple === '' || written.length > 60) return null;
  const ranked = known
    .map((word) => ({ word, distance: typingDistance(simple, simplify(word)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best === undefined) return null;
  const begun = known.filter((word) => beginsAlike(simple, simplify(word)));
  if (begun.length === 1 && begun[0] !== undefined) return begun[0];
  const allowed = Math.max(1, Math.floor(Math.max(simple.length, best.word.length) / 3));
  return best.distance <= allowed && best.distance < best.word.length ? best.word : null;
}

/** Two letters in the wrong order (`smpt`) are one slip. */
function typingDistance(written: string, word: string): number {
  const swapped = [...written].slice(1).map((sign, index) => {
    return `${written.slice(0, index)}${sign}${written.charAt(index)}${written.slice(index + 2)}`;
  });
  return Math.min(distance(written, word), ...swapped.map((each) => 1 + distance(each, word)));
}

/** `english` for `en`, `lcp` for `lcpMs`. */
function beginsAlike(written: string, word: string): boolean {
  const shorter = Math.min(written.length, word.length);
  return shorter >= 2 && written.slice(0, shorter) === word.slice(0, shorter);
}

/** `did you mean "url"?`; where the two look the same ("urI"), what tells them apart. */
export function didYouMean(written: string, word: string, quoted = `"${word}"`): string {
  if (!looksTheSame(written, word)) return `did you mean ${quoted}?`;
  if (written.trim() === word)
    return `there is a space ${written.startsWith(word) ? 'behind' : 'before'} it; delete that`;
  const [own, other] = [[...written], [...word]];
  const at = own.findIndex((sign, index) => sign !== other[index]);
  const [wrong = '', right = ''] = [own[at], other[at]];
  if (right === '' || asSeen(wrong) === '') return `its character ${at + 1} is ${signName(wrong)}; delete it`;
  return `its character ${at + 1} is ${signName(wrong)} where ${signName(right)} is meant`;
}

/** The sentence about a name that none of the known ones is, with the one that looks the same, if any, or all of them. */
export function unknownName(what: string, name: string, known: readonly string[], all: string): string {
  const alike = known.find((each) => looksTheSame(name, each));
  return alike === undefined
    ? `${what} is called "${name}". ${all}`
    : `${what} is called "${spelledOut(name)}": ${didYouMean(name, alike)}.`;
}

/** In most fonts: I, l and 1 are one stroke, and an accent may be a character of its own. */
export function looksTheSame(one: string, other: string): boolean {
  const seen = (text: string): string => asSeen(text.normalize('NFC')).replaceAll(/[I1|]/g, 'l').replaceAll('0', 'O');
  return seen(one) === seen(other);
}

/** camelCase, snake_case and kebab-case of one word are the same word to its writer. */
function simplify(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** `a, b or c` */
export function anyOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
