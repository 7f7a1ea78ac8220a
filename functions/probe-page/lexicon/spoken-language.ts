import { languages } from './index.ts';
import { wordsTelling } from './telling-words.ts';

/** Too few letters tell no language. */
const fewestLetters = 24;
/** Letters and words that only one language has tell it sooner. */
const fewestOwn = 12;
/** So many without a letter of its own are not likely to be Ukrainian. */
const mostWithoutMark = 60;
const fewestTelling = 2;
const fewestWords = 5;
/** More tell nothing new. */
const enough = 12_000;
/** A declared language is believed unless another one has this many times its common words. */
const clearly = 2;

/** Scripts that one language is mostly written in. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];
/** Letters that others of the Cyrillic script do not have. */
const cyrillicLetters: readonly (readonly [RegExp, string])[] = [
  [/[іїєґ]/giu, 'uk'],
  [/[ыэё]/giu, 'ru'],
  [/[ў]/giu, 'be'],
  [/[ђјљњћџ]/giu, 'sr'],
  [/[әғқңұүһ]/giu, 'kk'],
];

const commonWords = languages.map(({ code, words }) => ({
  code,
  pattern: new RegExp(`(?<![\\p{L}’'-])(?:${words.common.join('|')})(?![\\p{L}’'-])`, 'giu'),
}));

/**
 * The language that a text is written in, as a `lang` attribute says it. Template makers leave "en" in pages of every
 * language, so the text itself decides; where it is too short or unclear, what is declared does.
 */
export function spokenLanguage(page: string, declared: string): string {
  const text = page.slice(0, enough);
  if (!isDeclaredWrongly(declared, text)) {
    const spoken = scriptLanguage(text, declared) ?? latinLanguage(text, declared);
    return spoken === null || spoken === baseOf(declared) ? declared : spoken;
  }
  return latinLanguage(text, '') ?? likeliestLatin(text);
}

/** A Russian page without a Russian letter is none, however little else tells its language. */
function isDeclaredWrongly(declared: string, text: string): boolean {
  if (!/^(be|bg|kk|ky|mk|mn|ru|uk)$/.test(baseOf(declared))) return false;
  return count(text, /\p{Script=Latin}/gu) >= fewestLetters && count(text, /\p{Script=Cyrillic}/gu) === 0;
}

/** @returns empty where no language has clearly the most of its common words */
function likeliestLatin(text: string): string {
  const [first, second] = commonestFirst(text);
  return first !== undefined && first.found >= Math.max(1, (second?.found ?? 0) * clearly) ? first.code : '';
}

function baseOf(language: string): string {
  return language.slice(0, 2).toLowerCase();
}

function scriptLanguage(text: string, declared: string): string | null {
  const letters = count(text, /\p{L}/gu);
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu);
  const isMost = (some: number, fewest = fewestLetters): boolean => some >= fewest && some >= letters * 0.4;
  if (isMost(cyrillic, fewestOwn)) return cyrillicLanguage(text, declared, cyrillic);
  return scripts.find(([script]) => isMost(count(text, script)))?.[1] ?? null;
}

function cyrillicLanguage(text: string, declared: string, letters: number): string | null {
  const counted = cyrillicLetters.map(([pattern, code]) => ({ code, found: count(text, pattern) }));
  const [most] = counted.toSorted((a, b) => b.found - a.found);
  // "ъ" without "ы" and "э" is Bulgarian; letters that everybody has tell nothing.
  if (count(text, /ъ/giu) > letters * 0.005 && count(text, /[ыэіїєґў]/giu) === 0) return 'bg';
  if (most !== undefined && most.found > 0) return most.code;
  const [first, second] = wordsTelling(text, 'cyrillic');
  if (first !== undefined && first.words >= fewestTelling && first.words >= (second?.words ?? 0) * clearly)
    return first.code;
  if (/^(bg|mk|sr|be|kk|ky|mn|uk|ru)/i.test(declared)) return null;
  return letters < mostWithoutMark ? (first?.words === 1 && second?.words === 0 ? first.code : '') : 'ru';
}

/** How often each language's common words stand in the text. */
function commonestFirst(text: string) {
  return commonWords
    .map(({ code, pattern }) => ({ code, found: count(text, pattern) }))
    .toSorted((a, b) => b.found - a.found);
}

function latinLanguage(text: string, declared: string): string | null {
  const counted = commonestFirst(text);
  const [first, second] = counted;
  if (first === undefined || first.found < fewestWords) return fewWordsLanguage(text, declared);
  const base = baseOf(declared);
  const known = counted.find(({ code }) => code === base);
  // A language without a list here (Italian, Czech) shares words with those that have one.
  if (base !== '' && known === undefined) return null;
  const told = fewWordsLanguage(text, declared);
  if (told !== null && counted.every(({ code }) => code !== told)) return told;
  const rival = known?.found ?? (second?.found ?? 0) / clearly;
  return first.found >= rival * clearly ? first.code : null;
}

/** A menu, a greeting and a line about the trade: not enough for common words, and clear to who reads them. */
function fewWordsLanguage(text: string, declared: string): string | null {
  const [first, second] = wordsTelling(text, 'latin');
  if (first === undefined || first.words < fewestTelling || first.words < (second?.words ?? 0) * clearly) return null;
  // One that is not known here may share them.
  return baseOf(declared) === '' || commonWords.some(({ code }) => code === baseOf(declared)) ? first.code : null;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
