import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { holidayCodeProblem } from '../../shared/config/holidays.ts';
import { mainZones, todaysName, usableZone } from '../../shared/config/time-zones.ts';
import { type Language, languages } from '../../shared/model/business.ts';
import { regionOf } from './region-zones.ts';

/** Where the business is, and how that is known. */
export interface Place {
  /** `UA`, or null when nothing shows it. */
  readonly country: string | null;
  readonly countryFrom: string;
  readonly timeZone: string;
  readonly timeZoneFrom: string;
  readonly language: Language;
  readonly languageFrom: string;
  /** Does somebody keep a calendar of that country's public holidays? */
  readonly holidaysKnown: boolean;
}

export interface PlaceHints {
  readonly url: string;
  /** E.164 where the country is known. */
  readonly phones: readonly string[];
  readonly pageLanguage: string;
  readonly declaredCountry: string | null;
  /** What is written on the page; its addresses tell the zone in countries of several. */
  readonly text?: string;
  /** Of this machine, for countries with several zones and sites that give no hint. */
  readonly machineZone: string;
}

/** Country domains that everybody uses. */
const genericDomains = new Set(['AI', 'CC', 'CO', 'FM', 'GG', 'IO', 'LY', 'ME', 'SH', 'TO', 'TV', 'WS', 'EU']);

export function guessPlace(hints: PlaceHints): Place {
  const { country, from } = guessCountry(hints);
  const { zone, zoneFrom } = guessZone(country, from, hints);
  const spoken = hints.pageLanguage.slice(0, 2).toLowerCase();
  const language = languages.find((each) => each === spoken);
  return {
    country,
    countryFrom: from,
    timeZone: zone,
    timeZoneFrom: zoneFrom,
    language: language ?? 'en',
    languageFrom:
      language !== undefined
        ? 'the language of the page'
        : spoken === ''
          ? 'the page names no language'
          : `mails are not written in the page's language "${spoken}"`,
    holidaysKnown: country !== null && holidayCodeProblem(country) === null,
  };
}

function guessCountry(hints: PlaceHints): { country: string | null; from: string } {
  const called = hints.phones.map((phone) => parsePhoneNumberFromString(phone)?.country).find(Boolean);
  const domain = new URL(hints.url).hostname.split('.').at(-1)?.toUpperCase() ?? '';
  const region = /^[a-z]{2}-([a-z]{2})$/i.exec(hints.pageLanguage)?.[1]?.toUpperCase() ?? '';
  const candidates: readonly (readonly [string | null | undefined, string])[] = [
    [hints.declaredCountry, "the site's structured data"],
    [called, 'the phone number'],
    [domain === 'UK' ? 'GB' : genericDomains.has(domain) ? '' : domain, 'the domain'],
    // Every template says en-US.
    [region === 'US' ? '' : region, 'the language of the page'],
  ];
  for (const [country, from] of candidates) if (country && isSupportedCountry(country)) return { country, from };
  return { country: null, from: 'no hint on the site' };
}

function guessZone(
  country: string | null,
  from: string,
  { machineZone, text = '' }: PlaceHints,
): { zone: string; zoneFrom: string } {
  const known = country === null ? [] : zonesOf(country);
  const here = usableZone(machineZone);
  const named = regionOf(country ?? '', text);
  if (named !== null) return { zone: named.zone, zoneFrom: `the address (${named.region})` };
  if (known.includes(here)) return { zone: here, zoneFrom: `${from}, and this machine` };
  const zone = mainZones[country ?? ''] ?? known[0];
  if (zone === undefined) return { zone: here, zoneFrom: 'this machine, because the site gives no hint: check it' };
  return { zone, zoneFrom: known.length > 1 ? `${from}; the country has other zones, too` : from };
}

function zonesOf(country: string): string[] {
  const zones = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? [];
  return zones.map(todaysName);
}
