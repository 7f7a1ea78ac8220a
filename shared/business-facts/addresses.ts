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

/** Abbreviations and their words, folded, by what they call the same kind of way. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  street: foldedWords(
    'st str street strasse вул вулиця ул улица ul ulica rue calle via vul vulytsia ulitsa sokak sk cad',
  ),
  avenue: foldedWords('ave av avenue avenida просп проспект пр пр-т prosp prospekt prospect cadde caddesi'),
  road: foldedWords('rd road weg шосе шоссе ш route camino'),
  lane: foldedWords('ln lane gasse провулок пров переулок пер provulok pereulok'),
  square: foldedWords('sq square platz площа пл площадь plac place plaza ploshcha rynok'),
  boulevard: foldedWords('blvd boulevard бульвар бул б-р bulvar bul'),
  embankment: foldedWords('набережна наб набережная embankment ufer quai'),
  drive: foldedWords('dr drive'),
  alley: foldedWords('aleja al allee'),
};
const kindOf: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
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
  readonly kind: string | null;
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
  const words = all.filter((word) => !kindOf.has(word) && !meaningless.has(word) && !/\d/.test(word));
  const named = all.map((word) => kindOf.get(word)).find((kind) => kind !== undefined);
  return { words: words.map(withoutEnding), kind: named ?? null, numbers };
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
  const city = postcode === 'same' ? 'same' : relateCities(a.city, b.city);
  if (city === 'different') return 'different';
  return street;
}

function relateStreets(a: Address, b: Address): Relation {
  const [one, other] = [a, b].map((each) => streetOf(each, each === a ? b : a));
  if (one === undefined || other === undefined || one.words.length === 0 || other.words.length === 0) return 'unclear';
  const isFree = a.street === null || b.street === null;
  if (!isWithin(one.words, other.words) && !isWithin(other.words, one.words)) {
    const isOtherScript = isCyrillic(a.street ?? a.written) !== isCyrillic(b.street ?? b.written);
    const areNumbered = one.numbers.length > 0 && other.numbers.length > 0;
    const isTranslated = isOtherScript || isFree || !areNumbered || sharesWord(one.words, other.words);
    return isTranslated ? 'unclear' : 'different';
  }
  if (!isFree && one.kind !== null && other.kind !== null && one.kind !== other.kind) return 'different';
  return relateNumbers(one.numbers, other.numbers);
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
  const [one, other] = [a, b].map((code) => folded(code ?? '').replaceAll(/[^a-z\d]/g, ''));
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
