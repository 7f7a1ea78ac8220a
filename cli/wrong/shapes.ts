import { isKnownWord } from './known-words.ts';

/** Stand-ins for words and digits: the same one always gets the same, another one another. */
export interface Shapes {
  /** As many letters of the same alphabet, in the same case; digits among them become other digits. */
  word(word: string): string;
  /** Of a number with its separators, all digits but the first few: a country and an area name nobody. */
  number(written: string): string;
}

const alphabets: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрстуфхцчшщ'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψω'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכלמנסעפצקרשת'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  [/\p{Script=Han}/u, '天地人山水火木金土日月田'],
  [/\p{Script=Hiragana}/u, 'あいうえおかきくけこさしすせそ'],
  [/\p{Script=Katakana}/u, 'アイウエオカキクケコサシスセソ'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하'],
  [/\p{Script=Georgian}/u, 'აბგდევზთიკლმნოპჟრსტუფქღყშჩც'],
  [/\p{Script=Devanagari}/u, 'कखगघचछजझटठडढतथदधनपफबभमयरलव'],
];
const elsewhere = 'x';

/** Which digits are kept at most, and how many at the end never are: a subscriber's own number. */
const keptDigits = 5;
const ownDigits = 7;
/** Numbers that begin so are invented ones in films, and in as many documents. */
const firstStandIn = 5_550_100;
const mostTries = 1000;

export function createShapes(): Shapes {
  const words = new Map<string, string>();
  const taken = new Set<string>();
  const numbers = new Map<string, string>();

  function invent(original: string): string {
    let invented = original;
    for (let n = 0; n < mostTries; n += 1) {
      invented = reshape(original, words.size + n);
      if (invented !== original && !taken.has(invented) && !isKnownWord(invented)) break;
    }
    taken.add(invented);
    return invented;
  }

  return {
    word(word) {
      const small = word.toLowerCase();
      const known = words.get(small) ?? invent(small);
      words.set(small, known);
      return inCaseOf(word, known);
    },
    number(written) {
      const digits = Array.from(written.matchAll(/\p{Nd}/gu), ([sign]) => digitValue(sign));
      const own = digits.slice(-ownDigits).join('');
      const standIn = numbers.get(own) ?? String(firstStandIn + numbers.size + 1).slice(-own.length);
      numbers.set(own, standIn);
      const kept = digits.slice(0, Math.max(0, Math.min(keptDigits, digits.length - ownDigits)));
      const between = '0'.repeat(digits.length - kept.length - own.length);
      const replaced = [...kept, ...between, ...standIn];
      let at = 0;
      return written.replaceAll(/\p{Nd}/gu, (sign) => digitLike(sign, Number(replaced[at++])));
    },
  };
}

function reshape(word: string, n: number): string {
  return [...word].map((sign, at) => signLike(sign, n * 7 + at * 3 + Math.floor(n / 26) * at)).join('');
}

function signLike(sign: string, n: number): string {
  if (/\p{M}/u.test(sign)) return '';
  if (/\p{Nd}/u.test(sign)) return digitLike(sign, n % 10);
  const letters = alphabets.find(([script]) => script.test(sign))?.[1] ?? elsewhere;
  return letters[n % letters.length] ?? elsewhere;
}

function inCaseOf(original: string, standIn: string): string {
  const signs = [...original].filter((sign) => !/\p{M}/u.test(sign));
  return [...standIn].map((sign, at) => (/\p{Lu}/u.test(signs[at] ?? '') ? sign.toUpperCase() : sign)).join('');
}

/** Digits of every script stand in rows of ten. */
function digitValue(digit: string): number {
  const plain = digit.normalize('NFKC');
  if (/^\d$/.test(plain)) return Number(plain);
  let value = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

function digitLike(digit: string, value: number): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) - digitValue(digit) + value);
}
