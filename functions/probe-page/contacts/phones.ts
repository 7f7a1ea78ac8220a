import {
  type CountryCode,
  findPhoneNumbersInText,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import type { CountryHints } from './countries.ts';

export interface WrittenPhone {
  readonly start: number;
  readonly end: number;
  /** E.164 when the country is certain, else digits. */
  readonly value: string;
}

/** Nobody talks to a fax, and the emergency services are not the business. */
const faxBefore = /(?<!\p{L})(tele)?(fax|факс)\p{L}*[\s.:)/\u2013-]*\(?$/iu;
const telephoneAndFax =
  /(tel|phone|тел)\p{L}*[\s./&,+-]*(und|and|и|і|та|y|et|i|ve)?[\s./&,+-]*(tele)?(fax|факс)\p{L}*[\s.:)-]*\(?$/iu;
const faxAfter = /^[\s,(\u2013-]*(fax|факс)/iu;
const emergency = /^(112|911|999|000|110|11[58]|10[1-4]|0[1-4]|116\d{3}|1515|155|156)$/;

/** What stands before something that only looks like a phone number: tax ids, bank accounts, orders, documents. */
const idBefore =
  /(iban|bic|swift|инн|огрн(ип)?|кпп|бик|снилс|окпо|р\/с|к\/с|расч[её]тный сч[её]т|єдрпоу|едрпоу|іпн|ипн|рнокпп|мфо|vat|ust|steuer\S*|st\.?-?nr|hrb|nip|regon|krs|siren|siret|rcs( \p{L}+)?|tva|cif|nif|cui|vkn|mersis|tax id|ein|abn|acn|унп|ун[пн]|бин|иин|оквэд|квед|cnpj|cpf|ruc|rfc|nit|cuit|btw|kvk|cvr|p\.? ?iva|partita iva|org\.?-?nr|i[čc]o|di[čc]|eori|duns|company no|reg(istration)?\.? (no|number)|licen[cs]e|лицензия|ліцензія|order|invoice|заказ|замовлення|bestellung|rechnung|isbn|pan|gstin|build|art(ikel)?\.?-?|арт(икул)?\.?|sku|model|модель|serial|id|№|#|договор|договір)[\s:.№#-]*(no\.?|nr\.?|number|номер)?[\s:.№#-]*[A-Z]{0,2}[\d\s]*$/iu;
const moneyAfter =
  /^\s*(₽|\$|€|£|₴|₺|zł|₸|₾|₹|tl\b|lei\b|ron\b|kr\b|ft\b|chf|gbp|тенге|драм|руб|р\.|грн|uah|usd|eur|pln|rub|try|gel|kzt|тг|сом|лв|kč|%|м²|m²|м2|km|км|шт|мин|хв|min\b|кг|kg|мл|ml|год|рок|лет\b|років)/iu;
const moneyBefore = /(₽|\$|€|£|₴|₺|₸|₾|₹|usd|eur|uah|pln|chf|gbp|tl|rs\.?)\s*[\d\s.,]*$/iu;
const phoneBefore =
  /(?<!\p{L})(☎|☏|📞|📱|✆|phones?|tel(ephone|efon\S*)?|call( us)?|mobile?|mob|cell|ruf(en)?( sie)?|handy|tél(éphone)?|appel\S*|teléfono|móvil|llám\S*|zadzwoń|kom(órka)?|ara(yın)?|тел(ефон\S*)?|моб\S*|зв[ао]н\S*|дзвон\S*|дзвін\S*|горяч\S* лини\S*|whats?app|viber|telegram|t|m|p|f)[\s.:)\u2013-]*[\s:]*\(?$/iu;
/** Fewer digits are a postal code or a house unless somebody calls them a phone. */
const shortest = 7;
/** "20.000 - 28.000": from one amount to another. */
const range = /^\s*\d{1,3}([.,]\d{3})+\s*[-\u2010-\u2015]\s*\d{1,3}([.,]\d{3})+\s*$/u;
const networkAddress = /^\s*\d{1,3}(\.\d{1,3}){3}\s*$/;
const coordinate = /^-?\d{1,3}\.\d{4,}/;
/** Nobody writes anything else like "(555) 123-4567", "555-123-4567" or "8 (000) 123-45-67", whatever the numbering plan says. */
const phoneShape =
  /^(?:[018][\s-]?)?\(\d{2,5}\)[\s-]?\d{1,4}(?:[\s.-]\d{2,4}){1,3}$|^(?:1-)?\d{3}[-.]\d{3}[-.]\d{4}$|^0\d{2}[-\s]\d{3}[-\s]\d{2}[-\s]\d{2}$/;
const candidate = /(?<![\p{L}\d#№_/=.,:-])(?:\+|00)?[(\d][\d\s().\u00a0\u2009\u2010-\u2015/-]{5,22}\d(?![\d\p{L}])/gu;

/** Phone numbers in running text. Prices, dates, tax ids, accounts and order numbers are not phones. */
export function findPhones(text: string, hints: CountryHints): WrittenPhone[] {
  const found = new Map<number, WrittenPhone>();
  for (const { index, 0: piece } of text.matchAll(/[^,;|\n•·]+/g)) {
    for (const { startsAt, endsAt, number } of numbersIn(piece, hints.countries)) {
      const [start, end] = [index + startsAt, index + endsAt];
      const written = text.slice(start, end);
      const known = [...found.values()].some((phone) => start < phone.end && end > phone.start);
      if (known || isSomethingElse(text, start, end)) continue;
      if (written.replace(/\D/g, '').length < shortest && !isCalledPhone(text, start)) continue;
      if (!hints.certain && !/^\s*(\+|00)/.test(written) && !looksDialable(text, start, end)) continue;
      found.set(start, { start, end, value: tell(number, written, hints) });
    }
  }
  for (const { index, 0: written } of text.matchAll(candidate)) {
    const end = index + written.length;
    const known = [...found.values()].some((phone) => index < phone.end && end > phone.start);
    const value = known ? null : readOddPhone(text, index, end, hints);
    if (value !== null) found.set(index, { start: index, end, value });
  }
  return [...found.values()];
}

function numbersIn(text: string, countries: readonly CountryCode[]) {
  if (!/\d{2}/.test(text)) return [];
  return [undefined, ...countries].flatMap((defaultCountry) =>
    findPhoneNumbersInText(text, defaultCountry === undefined ? {} : { defaultCountry }),
  );
}

/** A number in a `tel:` link: whatever it is, a tap dials it. */
export function readTelLink(href: string, hints: CountryHints): string | null {
  const written = decode(href.replace(/^\w+:(\/\/)?/i, '')).split(/[;?&]/)[0] ?? '';
  const digits = written.replace(/\D/g, '');
  if (digits.length < 3 || emergency.test(digits)) return null;
  return readPhone(written, hints);
}

/** E.164 when the country is certain, else digits. */
export function readPhone(written: string, hints: CountryHints): string {
  const international = parsePhoneNumberFromString(written.replace(/^\s*00/, '+'));
  if (international?.isPossible() === true) return international.number;
  const local = hints.countries
    .map((country) => parsePhoneNumberFromString(written, country))
    .find((number) => number?.isValid() === true);
  return local === undefined ? written.replace(/\D/g, '') : tell(local, written, hints);
}

/** Two written forms of one number: with and without country code, with and without a trunk zero. */
export function isSamePhone(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  if (x === y) return true;
  if (a.startsWith('+') && b.startsWith('+')) return false;
  return Math.min(x.length, y.length) >= 7 && x.slice(-9) === y.slice(-9);
}

/** Not in the numbering plan, but written with a country code or called a phone by the words before it. */
function readOddPhone(text: string, start: number, end: number, hints: CountryHints): string | null {
  const written = text.slice(start, end);
  const digits = written.replace(/\D/g, '').length;
  if (digits < 6 || digits > 15 || isSomethingElse(text, start, end)) return null;
  if (/^\s*(\+|00[1-9])/.test(written)) return digits >= 9 ? readPhone(written, hints) : null;
  const isPhone = isCalledPhone(text, start) || (digits >= 9 && phoneShape.test(written.trim()));
  return isPhone && !isDateOrHours(written) ? readPhone(written, hints) : null;
}

function isSomethingElse(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 12)];
  const written = text.slice(start, end);
  if (isDateOrHours(written) || coordinate.test(written) || emergency.test(written.replace(/\D/g, ''))) return true;
  if (faxAfter.test(after) || (faxBefore.test(before) && !telephoneAndFax.test(before))) return true;
  if (telephoneAndFax.test(before)) return false;
  if (phoneBefore.test(before)) return false;
  if (range.test(written) || networkAddress.test(written)) return true;
  return idBefore.test(before) || moneyAfter.test(after) || moneyBefore.test(before) || /[\p{L}\d]$/u.test(before);
}

function isCalledPhone(text: string, start: number): boolean {
  return phoneBefore.test(text.slice(Math.max(0, start - 30), start));
}

function isDateOrHours(written: string): boolean {
  return (
    /\b(19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[-./]\d{1,2}[-./](19|20)\d\d\b/.test(written) ||
    /^\s*(19|20)\d\d\s*[\u2010-\u2015-]\s*(19|20)\d\d\s*$/.test(written) ||
    /^\s*\d{1,2}[.:]\d\d\s*[\u2010-\u2015-]\s*\d{1,2}[.:]\d\d\s*$/.test(written)
  );
}

/** Without a sure country, a bare run of digits is a phone only if it is written or announced like one. */
function looksDialable(text: string, start: number, end: number): boolean {
  const separators = text.slice(start, end).match(/[\s().-]+/g) ?? [];
  return separators.length >= 2 || isCalledPhone(text, start);
}

function tell(
  number: PhoneNumber | Pick<PhoneNumber, 'number' | 'country'>,
  written: string,
  hints: CountryHints,
): string {
  const explicit = /^\s*(\+|00)/.test(written);
  const sure = explicit || (hints.certain && number.country !== undefined && hints.countries.includes(number.country));
  return sure ? number.number : written.replace(/\D/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
