import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Whose a number is. */
export type Party =
  | { readonly is: 'customer'; readonly number: string }
  /** The business's own number, an extension, or somebody of the staff. */
  | { readonly is: 'ours' }
  | { readonly is: 'withheld' };

/** The shortest number that is no extension of an exchange. */
const shortestNumber = 7;
/** So many numbers are remembered: a record is read in less time than its number is parsed. */
const rememberedAtMost = 50_000;

/** What exchanges write in the place of a number that the caller withholds; some spell it on a phone's keys. */
const withheldWords =
  /anonym|withheld|restricted|private|unknown|unavailable|blocked|hidden|скрыт|прихован|аноним|анонім/iu;
const withheldKeys = new Set(['266696687', '7378742833', '2562533', '8656696', '86282452253']);

/** Brings numbers to one form, so that "044 123 45 67" and "+380441234567" are the same person. */
export class NumberReader {
  readonly #country: CountryCode | undefined;
  readonly #ours: ReadonlySet<string>;
  readonly #read = new Map<string, Party>();

  /**
   * @param numbers the business's own, with their country's code: they say how numbers without one are meant
   * @param staff numbers of people who answer on their own phones
   */
  constructor(numbers: readonly string[], staff: Iterable<string> = []) {
    this.#country = countryOf(numbers);
    this.#ours = new Set([...numbers, ...staff].map((each) => toE164(each, this.#country)));
  }

  party(written: string): Party {
    const known = this.#read.get(written);
    if (known !== undefined) return known;
    if (this.#read.size >= rememberedAtMost) this.#read.clear();
    const party = this.#classify(written);
    this.#read.set(written, party);
    return party;
  }

  #classify(written: string): Party {
    // "sip:+380441234567@pbx.example" calls that number, "client:olena" a program of ours.
    const plain = written
      .trim()
      .replace(/^sips?:/i, '')
      .replace(/@.*$/, '');
    if (/^client:/i.test(plain)) return { is: 'ours' };
    const digits = plain.replace(/\D/g, '');
    if (digits === '' ? plain === '' || withheldWords.test(plain) : withheldKeys.has(digits)) return { is: 'withheld' };
    if (digits.length < shortestNumber || /\p{L}{3}/u.test(plain)) return { is: 'ours' };
    const number = toE164(plain, this.#country);
    return this.#ours.has(number) ? { is: 'ours' } : { is: 'customer', number };
  }
}

/** @param numbers the first that names its country decides */
export function countryOf(numbers: readonly string[]): CountryCode | undefined {
  return numbers.flatMap((each) => parsePhoneNumberFromString(each)?.country ?? [])[0];
}

/** `+380441234567`; a number of no known shape is kept as its digits, which still are the same from call to call. */
export function toE164(written: string, country: CountryCode | undefined): string {
  const digits = written.replace(/\D/g, '');
  const national = parsePhoneNumberFromString(written, country);
  if (national?.isValid() === true) return national.number;
  // Exchanges often leave out the plus.
  const international = parsePhoneNumberFromString(`+${digits.replace(/^00/, '')}`);
  if (international?.isValid() === true) return international.number;
  return national?.isPossible() === true ? national.number : digits;
}
