import { type CountryCode, getCountries } from 'libphonenumber-js';

const states =
  'A[LKZR]|C[AOT]|DE(?= 19[7-9])|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|DC';
/** Postal codes that name their country by their shape. */
const shapes: readonly (readonly [RegExp, CountryCode])[] = [
  [new RegExp(`(?<=\\p{L}[.,]?\\s+)(?:${states})\\.?,? \\d{5}(?:-\\d{4})?(?!\\d)`, 'u'), 'US'],
  [/(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/u, 'GB'],
  [/(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d(?![\p{L}\d])/u, 'CA'],
  [/(?<![\p{L}\d])(?:D|DE)-\d{5}\s+\p{Lu}/u, 'DE'],
  [/(?<![\p{L}\d])(?:A|AT)-\d{4}\s+\p{Lu}/u, 'AT'],
  [/(?<![\p{L}\d])CH-\d{4}\s+\p{Lu}/u, 'CH'],
  [/(?<![\p{L}\d])(?:F|FR)-\d{5}\s+\p{Lu}/u, 'FR'],
];
/** And those that name it together with the language: a code before or after its town. */
const spokenShapes: Readonly<Record<string, readonly [RegExp, CountryCode]>> = {
  de: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{Ll}{2}/u, 'DE'],
  fr: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{L}{2}/u, 'FR'],
  es: [/(?<![\p{L}\d.,-])(?:0[1-9]|[1-4]\d|5[0-2])\d{3}\s+\p{Lu}\p{Ll}{2}/u, 'ES'],
  it: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{Ll}{2}/u, 'IT'],
  nl: [/(?<![\p{L}\d.,-])\d{4} [A-Z]{2}\s+\p{Lu}/u, 'NL'],
  pl: [/(?<![\p{L}\d.,-])\d{2}-\d{3}\s+\p{Lu}\p{Ll}{2}/u, 'PL'],
  tr: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{Ll}{2}|\p{Lu}\p{Ll}{2,}\s*\/\s*\p{Lu}\p{L}{2,}/u, 'TR'],
  uk: [/(?<![\p{L}\d.,-])\d{5},?\s+(?:\p{Lu}|м\.)|(?<!\p{L})м\. ?(?:\p{Lu}\p{Ll}+).{0,60}\d{5}(?!\d)/u, 'UA'],
  ru: [/(?<![\p{L}\d.,-])\d{6},?\s+(?:\p{Lu}|г\.)|(?<!\p{L})г\. ?\p{Lu}\p{Ll}+.{0,80}(?<!\d)\d{6}(?!\d)/u, 'RU'],
};
/** Beside an amount. The dollar and the euro have too many countries. */
const currencies: readonly (readonly [string, CountryCode])[] = [
  ['₴|грн|UAH', 'UA'],
  ['₽|руб|RUB', 'RU'],
  ['zł|PLN', 'PL'],
  ['₺|TL|TRY', 'TR'],
  ['£|GBP', 'GB'],
  ['CHF', 'CH'],
  ['Kč|CZK', 'CZ'],
  ['₸|тенге|KZT', 'KZ'],
  ['BYN', 'BY'],
  ['лв|BGN', 'BG'],
  ['₹|INR', 'IN'],
  ['lei|RON', 'RO'],
  ['Ft|HUF', 'HU'],
  ['₾|GEL', 'GE'],
];

/** Countries that a page's addresses and prices tell: postal codes, a country's name at the end of an address, currencies. */
export function addressCountries(text: string, language: string): CountryCode[] {
  const spoken = spokenShapes[language.slice(0, 2).toLowerCase()];
  return [
    ...shapes.flatMap(([shape, country]) => (shape.test(text) ? [country] : [])),
    ...namedCountries(text, language),
    ...(spoken?.[0].test(text) === true ? [spoken[1]] : []),
    ...currencies.flatMap(([signs, country]) => (priceIn(signs).test(text) ? [country] : [])),
  ];
}

function priceIn(signs: string): RegExp {
  return new RegExp(`\\d\\s?(?:${signs})(?!\\p{L})|(?<!\\p{L})(?:${signs})\\s?\\d`, 'u');
}

/** The last part of a line that holds a number, or the line after it: "1010 Wien, Österreich". */
function namedCountries(text: string, language: string): CountryCode[] {
  const names = countryNames(language.slice(0, 2).toLowerCase() || 'en');
  const lines = text.split('\n').map((line) => line.trim());
  return lines.flatMap((line, index) => {
    if (line.length > 120 || line === '') return [];
    const last = line.split(/,\s*|\s[-–|]\s/).at(-1) ?? '';
    const isInAddress = /\d/.test(line) || (last === line && /\d/.test(lines[index - 1] ?? ''));
    return isInAddress ? (names.get(last.toLowerCase().replace(/\.$/, '')) ?? []) : [];
  });
}

const known = new Map<string, ReadonlyMap<string, CountryCode>>();

function countryNames(language: string): ReadonlyMap<string, CountryCode> {
  const made = known.get(language) ?? new Map(namesIn(language));
  known.set(language, made);
  return made;
}

function namesIn(language: string): (readonly [string, CountryCode])[] {
  const [spoken = 'en'] = Intl.DisplayNames.supportedLocalesOf([language, 'en']);
  const tell = [...new Set([spoken, 'en'])].map((locale) => new Intl.DisplayNames([locale], { type: 'region' }));
  return getCountries().flatMap((country) =>
    tell.flatMap((names) => {
      const name = names.of(country);
      return name === undefined || name === country ? [] : [[name.toLowerCase(), country] as const];
    }),
  );
}
