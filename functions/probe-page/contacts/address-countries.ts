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
  [/(?<![\p{L}\d])DK-\d{4}\s+\p{Lu}/u, 'DK'],
  [/(?<![\p{L}\d])NO-\d{4}\s+\p{Lu}/u, 'NO'],
  [/(?<![\p{L}\d])SE-\d{3} ?\d{2}\s+\p{Lu}/u, 'SE'],
  [/(?<![\p{L}\d])(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}(?!\d)/u, 'AU'],
  [/(?<![\p{L}\d])(?:[AC-FHKNPRTV-Y]\d\d|D6W) (?=[A-Z]*\d)[\dAC-FHKNPRTV-Y]{4}(?![\p{L}\d])/u, 'IE'],
  [/(?<!\p{L})CEP:? ?\d{5}-?\d{3}(?!\d)/u, 'BR'],
  [/〒\s?\d{3}-\d{4}/u, 'JP'],
];
/** The registers in which businesses stand, each of one country, with a number behind it. */
const registers: readonly (readonly [string, CountryCode])[] = [
  ['CNPJ', 'BR'],
  ['CVR(?:[-. ]?n(?:umme)?r)?', 'DK'],
  ['Org(?:anisasjons)?\\.?[- ]?n(?:umme)?r\\.?:?\\s?\\d{3} ?\\d{3} ?\\d{3} ?MVA', 'NO'],
  ['SIRET|SIREN|RCS \\p{L}+', 'FR'],
  ['HR[AB]|USt-?Id(?:Nr|-Nr)?\\.?:?\\s?DE', 'DE'],
  ['Partita IVA|P\\. ?IVA', 'IT'],
  ['KvK(?:[- ]?(?:nummer|nr))?', 'NL'],
  ['ЄДРПОУ|РНОКПП', 'UA'],
  ['ИНН|ОГРН(?:ИП)?', 'RU'],
  ['УНП', 'BY'],
  ['БИН', 'KZ'],
  ['NIP|REGON', 'PL'],
  ['ABN', 'AU'],
  ['GSTIN', 'IN'],
  ['CUIT', 'AR'],
  ['RFC:?\\s?[A-ZÑ&]{3,4}(?=\\d{6})', 'MX'],
  ['MERS[İI]S', 'TR'],
  ['Adószám', 'HU'],
  ['Y-tunnus', 'FI'],
  ['UID:?\\s?CHE', 'CH'],
];
/** And those that name it together with the language: a code before or after its town. */
const spokenShapes: Readonly<Record<string, readonly [RegExp, CountryCode]>> = {
  de: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{Ll}{2}/u, 'DE'],
  fr: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{L}{2}/u, 'FR'],
  es: [/(?<![\p{L}\d.,-])(?:0[1-9]|[1-4]\d|5[0-2])\d{3}\s+\p{Lu}\p{Ll}{2}/u, 'ES'],
  it: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{Ll}{2}/u, 'IT'],
  nl: [/(?<![\p{L}\d.,-])\d{4} [A-Z]{2}\s+\p{Lu}/u, 'NL'],
  da: [/(?<![\p{L}\d.,-])(?!19[5-9]|20[0-4])\d{4}\s+\p{Lu}\p{Ll}{2}/u, 'DK'],
  nb: [/(?<![\p{L}\d.,-])(?!19[5-9]|20[0-4])\d{4}\s+\p{Lu}\p{Ll}{2}/u, 'NO'],
  no: [/(?<![\p{L}\d.,-])(?!19[5-9]|20[0-4])\d{4}\s+\p{Lu}\p{Ll}{2}/u, 'NO'],
  hu: [/(?<![\p{L}\d.,-])(?!19[5-9]|20[0-4])\d{4}\s+\p{Lu}\p{Ll}{2}/u, 'HU'],
  bg: [/(?<![\p{L}\d.,-])(?!19[5-9]|20[0-4])\d{4}\s+\p{Lu}\p{Ll}{2}/u, 'BG'],
  sv: [/(?<![\p{L}\d.,-])\d{3} \d{2}\s+\p{Lu}\p{Ll}{2}/u, 'SE'],
  cs: [/(?<![\p{L}\d.,-])\d{3} \d{2}\s+\p{Lu}\p{Ll}{2}/u, 'CZ'],
  sk: [/(?<![\p{L}\d.,-])\d{3} \d{2}\s+\p{Lu}\p{Ll}{2}/u, 'SK'],
  el: [/(?<![\p{L}\d.,-])\d{3} \d{2}\s+\p{Lu}\p{Ll}{2}/u, 'GR'],
  fi: [/(?<![\p{L}\d.,-])\d{5}\s+\p{Lu}\p{Ll}{2}/u, 'FI'],
  pt: [/(?<![\p{L}\d.,-])\d{4}-\d{3}\s+\p{Lu}\p{Ll}{2}/u, 'PT'],
  vi: [/(?<!\p{L})(?:Hà Nội|Hồ Chí Minh|TP\.? ?HCM|Việt Nam|Đà Nẵng|Quận \d)/u, 'VN'],
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
  ['R\\$', 'BR'],
  ['₫|VNĐ|VND', 'VN'],
  ['₪|ILS', 'IL'],
  ['₩|KRW', 'KR'],
  ['฿|บาท|THB', 'TH'],
  ['MXN', 'MX'],
  ['DKK', 'DK'],
  ['NOK', 'NO'],
  ['SEK', 'SE'],
];

/** Countries that a page's addresses and prices tell: postal codes, a country's name at the end of an address, currencies. */
export function addressCountries(text: string, language: string): CountryCode[] {
  const spoken = spokenShapes[language.slice(0, 2).toLowerCase()];
  return [
    ...shapes.flatMap(([shape, country]) => (shape.test(text) ? [country] : [])),
    ...namedCountries(text, language),
    ...(spoken?.[0].test(text) === true ? [spoken[1]] : []),
    ...registers.flatMap(([names, country]) => (numbered(names).test(text) ? [country] : [])),
    ...currencies.flatMap(([signs, country]) => (priceIn(signs).test(text) ? [country] : [])),
  ];
}

function numbered(names: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\d])(?:${names})[\\s.:№#-]{0,4}[A-Z]{0,3}\\s?\\d|(?<![\\p{L}\\d])(?:${names})(?<=MVA)`,
    'u',
  );
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
