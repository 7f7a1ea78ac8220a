import { parseJson } from '../model/parse-json.ts';
import { plain } from './html-text.ts';

/** Something that a page's structured data describes (https://schema.org). */
export type Thing = Readonly<Record<string, unknown>>;

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The things of a page's JSON-LD. */
export function linkedData(html: string): Thing[] {
  const scripts = html.matchAll(/<script[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts].flatMap(([, json = '']) => things(parseJson(json)));
}

/** Deeper than any site's data; a broken page may nest without end. */
const deepest = 20;

function things(value: unknown, depth = 0): Thing[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((each) => things(each, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...things(value['@graph'], depth + 1)];
}

/**
 * Everything with an address or a phone number is a place or an organisation; an article has neither. A person is none, although plugins
 * call the owner of a site both.
 */
export function isBusiness(thing: Thing): boolean {
  const type = JSON.stringify(thing['@type'] ?? '');
  if (/\bPerson\b/.test(type)) return false;
  return 'address' in thing || 'telephone' in thing || /Organization|Business|Store|Restaurant/.test(type);
}

export function countryOf({ address }: Thing): string | null {
  if (!isThing(address)) return null;
  const country = address['addressCountry'];
  const code = isThing(country) ? country['name'] : country;
  return typeof code === 'string' && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}

const mostProperties = 60;
const wanted = [
  'telephone',
  'streetAddress',
  'postalCode',
  'addressLocality',
  'addressCountry',
  'openingHours',
] as const;

/**
 * A business that a page's microdata describes: phone, address and hours in `itemprop`. Null where there is none. The name is left out,
 * because reviews, products and people have one, too.
 */
export function microdata(html: string): Thing | null {
  if (!/\bitemtype\s*=\s*["']?https?:\/\/schema\.org\//i.test(html)) return null;
  const tags = [...html.matchAll(/<[a-z][^<>]{0,1000}\bitemprop\s*=\s*["']?([a-z]+)[^<>]{0,1000}>([^<]{0,200})/gi)];
  const found = tags
    .slice(0, mostProperties)
    .map(([tag, name = '', text = '']) => ({ name, value: givenBy(tag, text) }));
  const of = (name: (typeof wanted)[number]): string[] =>
    found.flatMap((each) => (each.name === name && each.value !== '' ? [each.value] : []));
  const streets = [...new Set(of('streetAddress'))];
  // Of several branches, nobody can tell whose hours are whose.
  const isOne = streets.length < 2;
  const [streetAddress] = isOne ? streets : [];
  const [telephone, openingHours] = [of('telephone'), isOne ? of('openingHours') : []];
  if (streetAddress === undefined && telephone.length === 0 && openingHours.length === 0) return null;
  const [postalCode, addressLocality, addressCountry] = [
    of('postalCode')[0],
    of('addressLocality')[0],
    of('addressCountry')[0],
  ];
  return {
    ...(telephone.length > 0 && { telephone }),
    ...(streetAddress !== undefined && { address: { streetAddress, postalCode, addressLocality, addressCountry } }),
    ...(openingHours.length > 0 && { openingHours }),
  };
}

/** Machines read `content` and `datetime` before the text. */
function givenBy(tag: string, text: string): string {
  const [, , given] = /\b(content|datetime)\s*=\s*["']([^"']*)/i.exec(tag) ?? [];
  return plain(given ?? text, 160);
}
