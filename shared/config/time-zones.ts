import { Temporal } from 'temporal-polyfill';
import { anyOf, nearestWord } from './suggest.ts';

/** Abbreviations name several places, or stand for half of a year; these are the places that may be meant. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  Z: ['UTC'],
  ZULU: ['UTC'],
  GMT: ['UTC', 'Europe/London'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  WET: ['Europe/Lisbon'],
  WEST: ['Europe/Lisbon'],
  CET: ['Europe/Berlin', 'Europe/Warsaw', 'Europe/Paris'],
  CEST: ['Europe/Berlin', 'Europe/Warsaw', 'Europe/Paris'],
  MET: ['Europe/Berlin', 'Europe/Warsaw', 'Europe/Paris'],
  EET: ['Europe/Kyiv', 'Europe/Bucharest', 'Europe/Helsinki'],
  EEST: ['Europe/Kyiv', 'Europe/Bucharest', 'Europe/Helsinki'],
  MSK: ['Europe/Moscow'],
  TRT: ['Europe/Istanbul'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  IDT: ['Asia/Jerusalem'],
  AST: ['America/Halifax', 'Asia/Riyadh'],
  GST: ['Asia/Dubai'],
  PKT: ['Asia/Karachi'],
  ICT: ['Asia/Bangkok'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  CDT: ['America/Chicago'],
  HKT: ['Asia/Hong_Kong'],
  SGT: ['Asia/Singapore'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  AWST: ['Australia/Perth'],
  ACST: ['Australia/Adelaide', 'Australia/Darwin'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  SAST: ['Africa/Johannesburg'],
  EAT: ['Africa/Nairobi'],
  WAT: ['Africa/Lagos'],
  CAT: ['Africa/Maputo'],
  BRT: ['America/Sao_Paulo'],
  ART: ['America/Argentina/Buenos_Aires'],
  ET: ['America/New_York'],
  EST: ['America/New_York', 'America/Panama'],
  EDT: ['America/New_York'],
  CT: ['America/Chicago'],
  MT: ['America/Denver'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
  PST: ['America/Los_Angeles'],
  PDT: ['America/Los_Angeles'],
  AKST: ['America/Anchorage'],
  HST: ['Pacific/Honolulu'],
};

/** Winter time, in minutes -> places that have it. */
const offsets: Readonly<Record<number, readonly string[]>> = {
  [-600]: ['Pacific/Honolulu'],
  [-540]: ['America/Anchorage'],
  [-480]: ['America/Los_Angeles'],
  [-420]: ['America/Denver'],
  [-360]: ['America/Chicago'],
  [-300]: ['America/New_York'],
  [-240]: ['America/Halifax'],
  [-180]: ['America/Sao_Paulo'],
  0: ['UTC', 'Europe/London'],
  60: ['Europe/Warsaw', 'Europe/Berlin'],
  120: ['Europe/Kyiv', 'Europe/Bucharest'],
  180: ['Europe/Istanbul', 'Europe/Moscow'],
  240: ['Asia/Dubai', 'Asia/Tbilisi'],
  300: ['Asia/Tashkent', 'Asia/Karachi'],
  330: ['Asia/Kolkata'],
  345: ['Asia/Kathmandu'],
  360: ['Asia/Dhaka'],
  420: ['Asia/Bangkok'],
  480: ['Asia/Singapore', 'Asia/Shanghai'],
  540: ['Asia/Tokyo'],
  570: ['Australia/Darwin'],
  600: ['Australia/Sydney'],
  720: ['Pacific/Auckland'],
};

/** Names that Intl lists under their former ones. */
const renamed: Readonly<Record<string, string>> = {
  'Europe/Kiev': 'Europe/Kyiv',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
};

const areaAndCity =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_+-]+(\/[A-Za-z_+-]+)?$/i;

/** What is wrong with a time zone, as words that follow it; null when every command can calculate with it. */
export function zoneProblem(text: string): string | null {
  const isPlace = areaAndCity.test(text) || text === 'UTC' || text === 'Etc/UTC';
  if (isPlace && calculates(text)) return null;
  const offset = offsetMinutes(text);
  if (offset !== null) {
    const places = offsets[offset] ?? ['Europe/Kyiv'];
    return `is an offset, which is wrong for half of the year where clocks change; write a zone such as ${anyOf(places)}`;
  }
  const places = abbreviations[text.trim().toUpperCase()];
  if (places !== undefined) return `is an abbreviation and not the name of a zone; did you mean ${anyOf(places)}?`;
  const meant = meantBy(text);
  return meant.length === 0
    ? 'is not a time zone; write one such as Europe/Kyiv or America/New_York'
    : `is not a time zone; did you mean ${anyOf(meant)}?`;
}

/** `+02:00`, `UTC+2`, `GMT +0530`, `Etc/GMT-2` (whose sign is the other way round). */
function offsetMinutes(text: string): number | null {
  const match = /^(etc\/gmt|utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(text.trim());
  if (match === null) return null;
  const [, prefix = '', sign, hours, minutes = '0'] = match;
  const isNegative = (sign === '-') !== /^etc/i.test(prefix);
  const size = Number(hours) * 60 + Number(minutes);
  return isNegative && size > 0 ? -size : size;
}

function meantBy(text: string): readonly string[] {
  const other = otherNameOf(text);
  if (other !== null) return [other];
  const zones = knownZones();
  const city = zones.find((zone) => cityOf(zone) === cityOf(text));
  if (city !== undefined) return [city];
  const inCountry = zonesOfCountry(text);
  if (inCountry.length > 0) return inCountry.slice(0, 3);
  // Three letters are near to everything.
  if (text.length < 4) return [];
  const near = nearestWord(text, zones) ?? nearestCity(text, zones);
  return near === null ? [] : [near];
}

/** A former or general name, such as US/Pacific or Cuba. */
function otherNameOf(text: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    const current = renamed[timeZone] ?? timeZone;
    return current !== text && areaAndCity.test(current) && calculates(current) ? current : null;
  } catch {
    return null; // RangeError is how Intl says "no such zone".
  }
}

function knownZones(): readonly string[] {
  const listed = Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone);
  return [...new Set([...Object.values(renamed), ...listed])].filter((zone) => areaAndCity.test(zone));
}

function nearestCity(text: string, zones: readonly string[]): string | null {
  const city = nearestWord(cityOf(text), zones.map(cityOf));
  return zones.find((zone) => cityOf(zone) === city) ?? null;
}

function cityOf(zone: string): string {
  return zone
    .slice(zone.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(' ', '_');
}

/** By its code or its name in English, Ukrainian or Russian. */
function zonesOfCountry(text: string): readonly string[] {
  const code = /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : countryNamed(text.trim().toLowerCase());
  if (code === null) return [];
  const zones = new Intl.Locale(`und-${code}`).getTimeZones?.() ?? [];
  return zones.map((zone) => renamed[zone] ?? zone).filter((zone) => areaAndCity.test(zone) && calculates(zone));
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function countryNamed(name: string): string | null {
  if (codesByName.size === 0) listCountries();
  return codesByName.get(name) ?? null;
}

/** Filled when first needed: asking for all names takes some milliseconds. */
const codesByName = new Map<string, string>();

function listCountries(): void {
  const codes = alphabet.flatMap((first) => alphabet.map((second) => first + second));
  for (const locale of ['en', 'uk', 'ru']) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code)?.toLowerCase();
      if (name !== undefined && !codesByName.has(name)) codesByName.set(name, code);
    }
  }
}

/** Asks what every command calculates with; Intl knows names that Temporal refuses. */
function calculates(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false; // RangeError is how Temporal says "no such zone".
  }
}
