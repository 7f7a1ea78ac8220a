import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { spokenLanguage } from '../lexicon/spoken-language.ts';
import type { Screen } from '../walking/screen.ts';
import { addressCountries } from './address-countries.ts';
import { isDialLink } from './dial-link.ts';

/** Countries whose numbers a site may write without a country code, the likeliest first. */
export interface CountryHints {
  readonly countries: readonly CountryCode[];
  /** May a number of the first country be told as E.164? */
  readonly certain: boolean;
}

/** Country domains that everybody uses. */
const generic = new Set(['ai', 'app', 'cc', 'co', 'fm', 'gg', 'io', 'ly', 'me', 'sh', 'to', 'tv', 'ws', 'eu']);
/** Where a language is at home; numbers need no words, so these are more languages than the lexicon has. */
const byLanguage: Readonly<Record<string, readonly CountryCode[]>> = {
  ...{
    en: ['US', 'GB'],
    de: ['DE', 'AT', 'CH'],
    es: ['ES', 'MX'],
    fr: ['FR', 'BE'],
    pt: ['PT', 'BR'],
    nl: ['NL', 'BE'],
  },
  ...{ uk: ['UA'], ru: ['RU'], pl: ['PL'], tr: ['TR'], it: ['IT'], cs: ['CZ'], sk: ['SK'], hu: ['HU'], ro: ['RO'] },
  ...{ bg: ['BG'], el: ['GR'], hr: ['HR'], sl: ['SI'], sr: ['RS'], lt: ['LT'], lv: ['LV'], et: ['EE'], fi: ['FI'] },
  ...{ th: ['TH'], vi: ['VN'], ko: ['KR'], fa: ['IR'], id: ['ID'], is: ['IS'], be: ['BY'], az: ['AZ'], nn: ['NO'] },
  ...{ sv: ['SE'], da: ['DK'], nb: ['NO'], no: ['NO'], ka: ['GE'], hy: ['AM'], kk: ['KZ'], he: ['IL'], ja: ['JP'] },
};

export function countryHints(screen: Screen, configured: string | undefined): CountryHints {
  if (configured !== undefined && isSupportedCountry(configured)) return { countries: [configured], certain: true };
  const told = [...writtenCountries(screen), ...declaredCountries(screen)];
  const language = spokenLanguage(screen.text, screen.language);
  const address = addressCountries(screen.text, language);
  // Where the site says its country, its language is no hint: English is written everywhere.
  const weak = told.length > 0 ? [] : languageCountries(language);
  const countries = [...new Set([...told, ...address, ...weak])].slice(0, 3);
  return { countries, certain: told.length + address.length > 0 || isAtHome(screen.text, language) };
}

/** A text in letters that one country alone writes. */
function isAtHome(text: string, language: string): boolean {
  const code = language.slice(0, 2).toLowerCase();
  return /^(ja|th|ko|he|ka|hy)$/.test(code) && spokenLanguage(text, '') === code;
}

/** WhatsApp and Viber take numbers with their country code only. */
const numberInMessenger =
  /(?:wa\.me\/|whatsapp\.com\/send\/?\?.*?phone=|viber:\/\/\w+\?number=)\s?\+?(\d{9,15})(?!\d)/i;

/** The country codes of numbers that do carry one, the most frequent first. */
function writtenCountries({ links, blocks }: Screen): CountryCode[] {
  const written = [
    ...links.filter((link) => isDialLink(link.href) && !hasOnlyPlus(link)).map(({ href }) => dialledBy(href)),
    ...links.flatMap(({ url }) => numberInMessenger.exec(decode(url))?.[1] ?? []).map((digits) => `+${digits}`),
    ...blocks.flatMap(({ text }) => text.match(/\+\s?\d[\d\s().-]{8,18}\d/g) ?? []),
  ];
  const counts = new Map<CountryCode, number>();
  for (const number of written) {
    const country = parsePhoneNumberFromString(number)?.country;
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([country]) => country);
}

function dialledBy(href: string): string {
  return decode(href.replace(/^\w+:/, ''));
}

/** "+8669714246" behind 866-971-4246: a plus alone makes no code of a country. */
function hasOnlyPlus({ href, text }: Screen['links'][number]): boolean {
  const shown = text.trim();
  const isNational = /^\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}$/.test(shown);
  return isNational && dialledBy(href).replace(/\D/g, '') === shown.replace(/\D/g, '');
}

/** Messengers that are at home in one country. */
const atHome: readonly (readonly [RegExp, CountryCode])[] = [
  [/^https?:\/\/(?:\w+\.)?zalo\.me\//i, 'VN'],
  [/^https?:\/\/(?:pf|open)\.kakao\.com\//i, 'KR'],
];

function declaredCountries({ structuredData, url, language, text, links }: Screen): CountryCode[] {
  const declared = structuredData.flatMap((json) =>
    [...json.matchAll(/"addressCountry"\s*:\s*(?:\{[^}]*"name"\s*:\s*)?"([A-Za-z]{2})"/g)].map(([, code]) => code),
  );
  const domain = URL.parse(url)?.hostname.split('.').at(-1) ?? '';
  const fromDomain = domain === 'uk' ? 'GB' : generic.has(domain) ? '' : domain;
  const region = /^[a-z]{2}[-_]([A-Za-z]{2})$/.exec(spokenLanguage(text, language))?.[1] ?? '';
  const regionCounts = /^en[-_]us$/i.test(language) ? '' : region; // every template says en-US
  const messengers = atHome.flatMap(([address, country]) => (links.some((l) => address.test(l.url)) ? [country] : []));
  return [...declared, fromDomain, regionCounts, ...messengers]
    .map((code = '') => code.toUpperCase())
    .filter((code) => isSupportedCountry(code));
}

function languageCountries(language: string): readonly CountryCode[] {
  return byLanguage[language.slice(0, 2).toLowerCase()] ?? [];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
