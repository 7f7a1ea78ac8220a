import { weekdays } from '../model/business.ts';
import type { Address } from './addresses.ts';
import { type Stated, stated } from './facts.ts';
import { declaredHours } from './hours/declared-hours.ts';
import { readHoursLines } from './hours/lines-week.ts';
import { linesOf, plain, unescapeHtml, withoutHidden } from './html-text.ts';
import { readPhone } from './phones.ts';
import { countryOf, isBusiness, isThing, linkedData, microdata, type Thing } from './structured-data.ts';
import type { Day, Span, Week } from './week.ts';

/** What a page says of its business before any script has run: as people read it, and as search engines and maps do. */
export interface PageFacts {
  readonly facts: readonly Stated[];
  /** `UA`, from the structured data's address. */
  readonly country: string | null;
  /** Little more than a program that writes the page in a browser. */
  readonly needsBrowser: boolean;
}

const longestValue = 160;
/** Below it, a page that loads scripts says nothing by itself. */
const fewLetters = 200;

/** @param home `UA`, of phone numbers without a country's code; null where only the page itself can tell */
export function readPageFacts(html: string, path: string, home: string | null): PageFacts {
  const things = [...linkedData(html), microdata(html)].filter((thing) => thing !== null).filter(isBusiness);
  const country = things.map(countryOf).find((code) => code !== null) ?? null;
  const lines = linesOf(html);
  const facts = [readWritten(html, lines, path, country ?? home), readDeclared(things, path, country ?? home)];
  const letters = lines.join('').replaceAll(/[^\p{L}]/gu, '').length;
  const said = facts.filter(saysSomething);
  return { facts: said, country, needsBrowser: said.length === 0 && letters < fewLetters && /<script\b/i.test(html) };
}

function saysSomething({ names, phones, addresses, weeks }: Stated): boolean {
  return names.length + phones.length + addresses.length + weeks.length > 0;
}

function readWritten(html: string, lines: readonly string[], path: string, country: string | null): Stated {
  const shown = withoutHidden(html);
  const called = [...shown.matchAll(/\bhref\s*=\s*["']?tel:([^"'>\s]{3,40})/gi)].flatMap(([, href = '']) =>
    decoded(href),
  );
  const addresses = [...shown.matchAll(/<address\b[^<>]{0,500}>([\s\S]{0,1000}?)<\/address/gi)].flatMap(
    ([, inner = '']) => {
      const text = linesOf(inner).join(', ');
      return /\d/.test(text) && text.length <= longestValue && !/@|\+\d/.test(text) ? [asWritten(text)] : [];
    },
  );
  const language = /<html[^>]*\slang=["']?([a-z]{2,3})/i.exec(html)?.[1] ?? '';
  const week = readHoursLines(lines, language);
  return stated(
    { kind: 'page', path },
    {
      phones: [...new Set(called)].map((number) => readPhone(number, country)),
      addresses: addresses.slice(0, 3),
      weeks: week === null ? [] : [week],
    },
  );
}

function decoded(href: string): string[] {
  try {
    return [decodeURIComponent(unescapeHtml(href))];
  } catch {
    return [];
  }
}

function readDeclared(things: readonly Thing[], path: string, country: string | null): Stated {
  // The company behind a shop may have another name and another address: who gives hours or a street is the shop.
  const shops = things.filter((thing) => declaredHours(thing).length > 0);
  const places = shops.length > 0 ? shops : things;
  return stated(
    { kind: 'data', path },
    {
      names: unique(places.flatMap(({ name }) => texts(name))),
      phones: unique(things.flatMap(({ telephone }) => texts(telephone))).map((number) => readPhone(number, country)),
      addresses: places.flatMap(({ address }) => [address].flat().flatMap(addressOf)).slice(0, 10),
      weeks: places.flatMap((thing) => weekOf(thing)),
    },
  );
}

function texts(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [plain(each, longestValue)] : []));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function asWritten(text: string): Address {
  return { written: plain(text, longestValue), street: null, postcode: null, city: null };
}

function addressOf(value: unknown): Address[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [asWritten(value)];
  if (!isThing(value)) return [];
  const [street, postcode, city] = ['streetAddress', 'postalCode', 'addressLocality'].map(
    (key) => texts(value[key])[0] ?? null,
  );
  return street === null || street === undefined ? [] : [addressWith(street, postcode ?? null, city ?? null)];
}

/** An address in parts. */
export function addressWith(street: string, postcode: string | null, city: string | null): Address {
  const parts = [street, [postcode, city].filter((part) => part !== null).join(' ')];
  return { written: parts.filter((part) => part !== '').join(', '), street, postcode, city };
}

/** None where one entry cannot be read: whatever it says may be of days that the others name, too. */
function weekOf(thing: Thing): Week[] {
  const declared = declaredHours(thing);
  const plainDays = declared.filter((each) => each !== 'dated' && each !== 'unclear');
  if (plainDays.length === 0 || declared.includes('unclear')) return [];
  return [
    weekdays.map((name): Day => {
      const own = plainDays.filter(({ days }) => days.includes(name));
      return own.flatMap(({ open }): Span[] =>
        open === null ? [] : [open[1] > open[0] ? open : [open[0], open[1] + 1440]],
      );
    }),
  ];
}
