import { harmfulSigns } from '../model/foreign-text.ts';
import { looksLike } from './sign-names.ts';

/** A character that is not what it seems, and the UTF-16 index at which it stands. */
export interface Disguise {
  readonly at: number;
  readonly sign: string;
  /** The character of ASCII that it looks like; null for one that cannot be seen. */
  readonly as: string | null;
}

/** Spaces that are not the plain one. */
export const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800]/g;
const directionMark = /[\u200e\u200f\u061c]/;
/** Nearly every text of a file. */
const isPlain = (text: string): boolean => /^[\t\n\r -~]*$/.test(text);
const isBlank = (sign: string): boolean => sign.search(blank) >= 0;
/** Marks that hang above nothing are seen, if oddly. */
const isUnseen = /[\p{C}\p{DI}\p{Zl}\p{Zp}]/v;
/** What YAML itself makes of line breaks and tabs. */
const ordinary = /^[\t\n\r]$/;

/** Characters that cannot be seen, and spaces that are none. Marks of the reading direction count where no sentence is written. */
export function unseenIn(text: string, where: 'exact' | 'prose'): readonly Disguise[] {
  if (isPlain(text)) return [];
  const harmful = harmfulSigns(text).filter(({ sign }) => !ordinary.test(sign) && isUnseen.test(sign));
  const others = [...text.matchAll(/./gsu)].flatMap(({ index: at, 0: sign }) =>
    isBlank(sign) || (where === 'exact' && directionMark.test(sign)) ? [{ at, sign }] : [],
  );
  const byPlace = new Map([...harmful, ...others].map((each) => [each.at, each] as const));
  return [...byPlace.values()].toSorted((a, b) => a.at - b.at).map((each) => ({ ...each, as: null }));
}

/** Every character that looks like one of ASCII. */
function alikeIn(text: string): readonly Disguise[] {
  return [...text.matchAll(/./gsu)].flatMap(({ index: at, 0: sign }) => {
    const as = looksLike(sign);
    return as === null ? [] : [{ at, sign, as }];
  });
}

/** The text as it looks: without what cannot be seen, and in ASCII where that is what it looks like. */
export function asSeen(text: string): string {
  const seen = harmfulSigns(text).reduceRight((rest, { at, sign }) => {
    return ordinary.test(sign) ? rest : rest.slice(0, at) + rest.slice(at + sign.length);
  }, text);
  const plain = [...seen].map((sign) => (isBlank(sign) ? ' ' : (looksLike(sign) ?? sign))).join('');
  return plain.trim();
}

/** Characters that disguise a text whose every character is meant to be one of ASCII. */
export function disguisesOfAscii(text: string): readonly Disguise[] {
  return /^[\s!-~]*$/.test(asSeen(text)) ? alikeIn(text) : [];
}

/** Alike in some fonts only, and told apart where they stand in one word. */
const differsIfBeside = /[кмт]/;

/**
 * Letters that look like those of the alphabet beside them in the same word: "Cоffee" with a Cyrillic о. A word that shows its
 * two alphabets ("SMSка") deceives nobody.
 */
export function mixedIn(text: string): readonly Disguise[] {
  if (isPlain(text)) return [];
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ index, 0: word }) => {
    const letters = alikeIn(word).filter(({ sign }) => /\p{L}/u.test(sign) && !differsIfBeside.test(sign));
    const others = [...word].filter((sign) => !letters.some((each) => each.sign === sign) && /\p{L}/u.test(sign));
    const isLatin = others.length > 0 && others.every((sign) => /\p{sc=Latn}/u.test(sign));
    if (isLatin) return letters.map((each) => ({ ...each, at: each.at + index }));
    return latinAmong(word, others).map((each) => ({ ...each, at: each.at + index }));
  });
}

const latinLike: Readonly<Record<string, string>> = Object.fromEntries(
  [...'асеіорхукАВЕІКМНОРСТХУ'].map((sign) => [looksLike(sign) ?? '', sign]),
);

/** "Кaва" with a Latin a. */
function latinAmong(word: string, others: readonly string[]): readonly Disguise[] {
  const latin = others.filter((sign) => /[A-Za-z]/.test(sign));
  const own = others.filter((sign) => /\p{sc=Cyrl}/u.test(sign));
  if (latin.length === 0 || own.length === 0 || latin.length + own.length < others.length) return [];
  if (!latin.every((sign) => latinLike[sign] !== undefined)) return [];
  return [...word.matchAll(/[A-Za-z]/g)].map(({ index: at, 0: sign }) => ({ at, sign, as: latinLike[sign] ?? null }));
}
