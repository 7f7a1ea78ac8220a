import { type CountryCode, getExampleNumber, isSupportedCountry } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import type { TypedEnquiry } from '../../../shared/model/check.ts';
import { en } from '../lexicon/en.ts';
import { languages, patterns } from '../lexicon/index.ts';
import type { FieldDraft } from './form-draft.ts';
import type { Role } from './purpose.ts';

/** What a visitor would type, told apart from a real customer by everybody who reads it. */
export interface Typing {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** The same number as fields with a pattern or a length of their own want it: with trunk zero, without, spaced. */
  readonly phoneForms: readonly string[];
  readonly message: string;
  readonly other: string;
  readonly street: string;
  readonly postcode: string;
  /** What the form said of a first attempt; empty before it. */
  readonly refusal: string;
  readonly url: string;
  /** A day on which a customer might come, `2026-12-06`. */
  readonly soon: string;
  /** The answer is to come by email: a number is given only where the form insists. */
  readonly leavesOutPhone: boolean;
  /** The owner's own words for a field; null where nothing was given. */
  given(field: Pick<FieldDraft, 'label' | 'name'>): string | null;
}

interface TypingNeeds {
  readonly soon?: string;
  /** What the owner wants in which field, by its label or name. */
  readonly fill?: Readonly<Record<string, string>>;
  /** What a mystery shopper asks instead of the usual test message. */
  readonly enquiry?: TypedEnquiry | undefined;
  /** What the form said of the first attempt: a person corrects what it speaks of. */
  readonly refusal?: string | null;
}

/** A country whose language is another's, too, has postcodes of its own. */
const postcodes: Partial<Record<CountryCode, string>> = {
  ...{ GB: 'SW1A 1AA', IE: 'D02 X285', CA: 'K1A 0B1', AU: '2000', AT: '1010', CH: '8001', BE: '1000', MX: '06000' },
};

/**
 * @param language of the page, as its `lang` says it
 * @param phoneHint what the phone field shows ("+995 ___"), so that the number fits the country
 * @param marker makes this one submission findable
 */
export function typingFor(
  language: string,
  phoneHint: string,
  marker: string,
  { soon = '2030-06-12', fill = {}, enquiry, refusal = null }: TypingNeeds = {},
): Typing {
  const given = new Map(Object.entries(fill).map(([field, value]) => [plain(field), value]));
  const code = language.slice(0, 2).toLowerCase();
  const region = /^[a-z]{2}-([A-Z]{2})$/.exec(language)?.[1];
  const spoken = languages.find((each) => each.code === code) ?? en;
  const country = region !== undefined && isSupportedCountry(region) ? region : spoken.country;
  return {
    name: enquiry?.name ?? spoken.typed.name,
    email: enquiry?.email ?? `touchlight-${marker}@example.com`,
    ...phoneFor(country, phoneHint, refusal),
    message: enquiry?.text ?? `${longEnough(spoken.typed.message, marker, refusal ?? '')} (${marker})`,
    // A subject, mostly.
    other: enquiry?.subject ?? 'Touchlight',
    street: spoken.typed.street,
    postcode: postcodes[country] ?? spoken.typed.postcode,
    refusal: refusal ?? '',
    leavesOutPhone: enquiry !== undefined,
    url: 'https://example.com',
    soon,
    given: ({ label, name }) => given.get(plain(label)) ?? given.get(plain(name ?? '')) ?? null,
  };
}

/** Labels are written with stars and colons, and in any case. */
function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s*:]+/g, ' ')
    .trim();
}

const mostLetters = 1_000;

/** As long as the form says that it must be, to the letter. */
function longEnough(message: string, marker: string, refusal: string): string {
  const [, least = '0'] = patterns.letters.exec(refusal) ?? [];
  const length = Math.min(Number(least), mostLetters) - ` (${marker})`.length;
  if (length <= message.length || patterns.atMost.test(refusal)) return message;
  return `${message} `.repeat(Math.ceil(length / message.length)).slice(0, length);
}

function phoneFor(country: CountryCode, hint: string, refusal: string | null): Pick<Typing, 'phone' | 'phoneForms'> {
  const code = /\+(\d{1,3})/.exec(hint)?.[1];
  const all = Object.keys(examples) as CountryCode[];
  const exampleOf = (candidate: CountryCode) => getExampleNumber(candidate, examples);
  const fitting = [country, ...all].find((c) => code === undefined || exampleOf(c)?.countryCallingCode === code);
  const number = exampleOf(fitting ?? country);
  if (number === undefined) throw new Error(`libphonenumber-js has no example number for ${country}.`);
  const national = number.formatNational();
  const digits = national.replace(/\D/g, '');
  const forms = [number.number, digits, number.nationalNumber, number.number.slice(1), national];
  // At home people write their number as they dial it; unless the form asks for the other way.
  const isRefused = refusal !== null && !refusal.includes('+');
  return { phone: number.number, phoneForms: isRefused ? [digits, national, ...forms] : forms };
}

/** @param words everything that the page says about the field, in lower case */
export function valueFor(role: Role, { type, words }: Pick<FieldDraft, 'type' | 'words'>, typing: Typing): string {
  switch (role) {
    case 'name':
    case 'email':
    case 'phone':
    case 'message':
      return typing[role];
    case 'consent':
    case 'other':
      return otherValue(type, words, typing);
  }
}

function otherValue(type: string, words: string, typing: Typing): string {
  if (type === 'url') return typing.url;
  if (type === 'number' || type === 'range') return '2';
  if (patterns.postcode.test(words)) return typing.postcode;
  if (patterns.houseNumberField.test(words)) return '12';
  if (patterns.birth.test(words)) return dayAsWritten(words, birthday);
  if (patterns.amount.test(words)) return '1000';
  if (patterns.count.test(words)) return '2';
  if (shownDay.test(words) || patterns.date.test(words)) return dayAsWritten(words, typing.soon);
  if (patterns.hour.test(words)) return '12:00';
  return patterns.addressField.test(words) ? typing.street : typing.other;
}

/** "dd.mm.yyyy", "TT.MM.JJJJ", "jj/mm/aaaa", "дд.мм.рррр": in whichever language, each letter stands for a digit. */
const shownDay = /(?<!\p{L})(\p{L})\1([./-])(\p{L})\3\2(\p{L})\4{1,3}(?!\p{L})/iu;

/** An adult's. */
export const birthday = '1985-05-14';

/** What else a field may want that refuses the usual words, because of a pattern, a length or a range of its own. */
export function alternativesFor(type: string, { soon }: Pick<Typing, 'soon'>): string[] {
  if (type === 'number') return ['1', '10', '100', '1000', '10000'];
  if (!/^(text|search|textarea)$/.test(type)) return [];
  const [year = '', month = '', date = ''] = soon.split('-');
  const days = [`${date}.${month}.${year}`, `${date}/${month}/${year}`, `${month}/${date}/${year}`, soon];
  return [...days, '10115', '12:00', '2', '12345678', 'ABC', 'AB-1234'];
}

/** The day in the order that the field shows: `dd.mm.yyyy`, `дд.мм.рррр`, `mm/dd/yyyy`, `yyyy-mm-dd`. */
function dayAsWritten(words: string, soon: string): string {
  const [year = '', month = '', date = ''] = soon.split('-');
  const shown = /(\p{L}{2,4})([./-])\p{L}{2}\2\p{L}{2,4}/u.exec(words);
  const [first = 'dd', separator = '.'] = shown?.slice(1) ?? [];
  if (first.length === 4) return [year, month, date].join(separator);
  return (patterns.monthFirst.test(first) ? [month, date, year] : [date, month, year]).join(separator);
}
