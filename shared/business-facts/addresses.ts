import { folded, foldedWords, isCyrillic, isNear } from './folded.ts';
import type { Relation } from './relation.ts';

export interface Address {
  /** As a reader gets it, in one line. */
  readonly written: string;
  /** Street and house number, where the source keeps them apart from the rest; null where all is one text. */
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

/** Words for kinds of ways, folded, by kind and language. */
const wayWords: readonly (readonly [kind: string, language: string, words: string])[] = [
  ['street', 'en', 'st str street'],
  ['street', 'de', 'strasse'],
  ['street', 'uk', 'вул вулиця vul vulytsia'],
  ['street', 'ru', 'ул улица ulitsa'],
  ['street', 'pl', 'ul ulica'],
  ['street', 'romance', 'rue calle via'],
  ['street', 'tr', 'sokak sk'],
  ['avenue', 'en', 'ave av avenue'],
  ['avenue', 'uk', 'просп пр prosp'],
  ['avenue', 'ru', 'проспект prospekt prospect'],
  ['avenue', 'romance', 'avenida'],
  ['avenue', 'tr', 'cad cadde caddesi'],
  ['road', 'en', 'rd road'],
  ['road', 'de', 'weg'],
  ['road', 'uk', 'шосе'],
  ['road', 'ru', 'шоссе ш'],
  ['lane', 'en', 'ln lane'],
  ['lane', 'de', 'gasse'],
  ['lane', 'uk', 'провулок пров provulok'],
  ['lane', 'ru', 'переулок пер pereulok'],
  ['square', 'en', 'sq square'],
  ['square', 'de', 'platz'],
  ['square', 'uk', 'площа пл ploshcha'],
  ['square', 'ru', 'площадь'],
  ['square', 'pl', 'plac'],
  ['square', 'romance', 'place plaza'],
  ['boulevard', 'en', 'blvd boulevard'],
  ['boulevard', 'uk', 'бульвар бул bulvar bul'],
  ['embankment', 'uk', 'набережна naberezhna'],
  ['embankment', 'ru', 'набережная наб'],
  ['drive', 'en', 'dr drive'],
  ['alley', 'pl', 'aleja al'],
  ['alley', 'de', 'allee'],
];
interface WayWord {
  readonly kind: string;
  readonly language: string;
}
const wayWord: ReadonlyMap<string, WayWord> = new Map(
  wayWords.flatMap(([kind, language, words]) => foldedWords(words).map((word) => [word, { kind, language }] as const)),
);
/** Single letters that are left of "пр-т" and "б-р" mean nothing without the rest. */
const meaningless = new Set(
  foldedWords('буд будинок д дом b bud no nr numer number the of and de la le т р м г город місто kyiv-city'),
);

/** Whatever is within a house: customers find the house. */
const within =
  /[\s,;]*(?:(?:office|suite|ste|apt|apartment|unit|level|floor|fl|room|оф|офіс|офис|кв|квартира|кім|поверх|пов|этаж|эт|корп|секція|lok|m|top|stiege|etage)(?:\.|(?![\p{L}]))\s*[#№]?\s*\d*\p{L}?(?![\p{L}])|#\s*\d+)/giu;
const houseNumber = /(?<![\p{L}\d])\d{1,5}(?:\s?[-/]?\s?\p{L}(?![\p{L}]))?(?:[/-]\d+\p{L}?)?(?![\p{L}\d])/gu;

interface Street {
  readonly words: readonly string[];
  /** "St. Mary's Road" may be of two. */
  readonly ways: readonly WayWord[];
  readonly numbers: readonly string[];
}

function readStreet(text: string): Street {
  const plain = text
    .replaceAll(within, ' ')
    .replaceAll(/str\.|straße/giu, 'strasse ')
    .replaceAll(/(?<=\p{L}{3})strasse/giu, ' strasse');
  const numbers = [...plain.matchAll(houseNumber)].map(([number]) =>
    folded(number).replaceAll(/[\s-](?=\p{L})|\s/gu, ''),
  );
  const all = foldedWords(plain.replaceAll(houseNumber, ' '));
  const words = all.filter((word) => !wayWord.has(word) && !meaningless.has(word) && !/\d/.test(word));
  const ways = all.flatMap((word) => wayWord.get(word) ?? []);
  return { words: words.map(withoutEnding), ways, numbers };
}

/** "Reitarska", "Рейтарская" and "Reitarskoi": of a street, only the beginning is spelled alike. */
function withoutEnding(word: string): string {
  return word.length > 6 ? word.replace(/(sk|nsk)(a|aia|oi|oho|ii|i|iei|aja)$/, '$1') : word;
}

/**
 * Two addresses: street and house number, postcode and city, each only where both have it. Where the one names a street in words that the
 * other's script or language has not, they cannot be compared.
 */
export function relateAddresses(a: Address, b: Address): Relation {
  const street = relateStreets(a, b);
  if (street === 'different') return 'different';
  const postcode = relatePostcodes(a.postcode, b.postcode);
  if (postcode === 'different') return 'different';
  // The same house in another city is the same city under another name, or its suburb: "Islington, London", "Миколаїв" and "Николаев".
  const city = postcode === 'same' ? 'same' : relateCities(a.city, b.city);
  return city === 'different' ? 'unclear' : street;
}

function relateStreets(a: Address, b: Address): Relation {
  const [one, other] = [a, b].map((each) => streetOf(each, each === a ? b : a));
  if (one === undefined || other === undefined || one.words.length === 0 || other.words.length === 0) return 'unclear';
  const isFree = a.street === null || b.street === null;
  if (isWithin(one.words, other.words) || isWithin(other.words, one.words)) {
    return !isFree && isOtherWay(one, other) ? 'different' : relateNumbers(one.numbers, other.numbers);
  }
  const isOtherScript = isCyrillic(a.street ?? a.written) !== isCyrillic(b.street ?? b.written);
  if (isFree || isOtherScript || sharesWord(one.words, other.words)) return 'unclear';
  // Another house on another street is another place. The same number may be on the same street, in another language.
  const numbers = relateNumbers(one.numbers, other.numbers);
  if (numbers === 'different') return 'different';
  return numbers === 'same' && isOneLanguage(one, other) ? 'different' : 'unclear';
}

function isOtherWay(a: Street, b: Street): boolean {
  return a.ways.length > 0 && b.ways.length > 0 && !a.ways.some(({ kind }) => b.ways.some((way) => way.kind === kind));
}

function isOneLanguage(a: Street, b: Street): boolean {
  return a.ways.some(({ language }) => b.ways.some((way) => way.language === language));
}

/** Without what is the postcode's or the city's, which a text in one line has, too. */
function streetOf({ street, written, postcode, city }: Address, other: Address): Street {
  const read = readStreet(street ?? written);
  const codes = new Set([postcode, other.postcode].flatMap((code) => (code === null ? [] : [folded(code)])));
  const cities = new Set([city, other.city].flatMap((name) => (name === null ? [] : foldedWords(name))));
  const words = read.words.filter((word) => !cities.has(word));
  return {
    ...read,
    words: words.length === 0 ? read.words : words,
    numbers: read.numbers.filter((number) => !codes.has(number) && (street !== null || number.length < 5)),
  };
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.some((other) => isNear(word, other)));
}

function sharesWord(some: readonly string[], others: readonly string[]): boolean {
  return some.some((word) => word.length > 3 && others.some((other) => isNear(word, other)));
}

function relateNumbers(a: readonly string[], b: readonly string[]): Relation {
  if (a.length === 0 || b.length === 0) return 'unclear';
  if (a.some((number) => b.includes(number))) return 'same';
  // "12" and "12A" may be the house and its entrance.
  const digits = (numbers: readonly string[]): string[] => numbers.map((number) => /^\d+/.exec(number)?.[0] ?? '');
  return digits(a).some((number) => digits(b).includes(number)) ? 'unclear' : 'different';
}

function relatePostcodes(a: string | null, b: string | null): Relation {
  // "LV-1050" and "D-10115" name the country, too.
  const [one, other] = [a, b].map((code) =>
    folded(code ?? '')
      .replaceAll(/[^a-z\d]/g, '')
      .replace(/^[a-z]{1,3}(?=\d{4})/, ''),
  );
  if (!one || !other) return 'unclear';
  return one.startsWith(other) || other.startsWith(one) ? 'same' : 'different';
}

/** Cities that two languages call by different names, folded. */
const alike: readonly (readonly string[])[] = [
  'kyiv kiev київ киев kijow kiew',
  'lviv lvov lemberg lwow львів львов',
  'odesa odessa одеса одесса',
  'kharkiv kharkov харків харьков',
  'dnipro dnepr дніпро днепр',
  'wien vienna відень вена wieden viyana',
  'munich munchen monachium мюнхен',
  'koln cologne kolonia кельн',
  'warszawa warsaw warschau варшава varsovie varsovia',
  'krakow cracow krakau краків краков',
  'praha prague prag praga прага',
  'roma rome rom rzym рим',
  'milano milan mailand медіолан милан',
  'london londres londyn londra лондон',
  'sevilla seville sewilla',
  'geneve geneva genf genewa женева',
  'zurich zurych цюрих',
  'bruxelles brussels brussel brussel bruksela брюссель',
].map(foldedWords);

function relateCities(a: string | null, b: string | null): Relation {
  const [one, other] = [foldedWords(a ?? ''), foldedWords(b ?? '')];
  if (one.length === 0 || other.length === 0) return 'unclear';
  const isAlike = alike.some((names) => [one, other].every((words) => words.some((word) => names.includes(word))));
  if (isAlike || isWithin(one, other) || isWithin(other, one)) return 'same';
  return isCyrillic(a ?? '') === isCyrillic(b ?? '') ? 'different' : 'unclear';
}
