import { Temporal } from 'temporal-polyfill';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

/** In countries with several zones: where most people live. */
export const mainZones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** Intl lists some zones under their former names. */
const todaysNames: Readonly<Record<string, string>> = {
  'Europe/Kiev': 'Europe/Kyiv',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Rangoon': 'Asia/Yangon',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
};

/** What people call their time, and where it is kept: several places share most of these. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  acst: ['Australia/Adelaide', 'Australia/Darwin'],
  aest: ['Australia/Sydney', 'Australia/Brisbane'],
  akst: ['America/Anchorage'],
  art: ['America/Argentina/Buenos_Aires'],
  ast: ['America/Halifax', 'Asia/Riyadh'],
  awst: ['Australia/Perth'],
  bst: ['Europe/London', 'Asia/Dhaka'],
  brt: ['America/Sao_Paulo'],
  cat: ['Africa/Maputo'],
  cest: ['Europe/Berlin', 'Europe/Warsaw', 'Europe/Paris'],
  cet: ['Europe/Berlin', 'Europe/Warsaw', 'Europe/Paris'],
  cst: ['America/Chicago', 'Asia/Shanghai'],
  cdt: ['America/Chicago'],
  ct: ['America/Chicago'],
  eat: ['Africa/Nairobi'],
  edt: ['America/New_York', 'America/Toronto'],
  eest: ['Europe/Kyiv', 'Europe/Bucharest', 'Europe/Helsinki'],
  eet: ['Europe/Kyiv', 'Europe/Bucharest', 'Europe/Helsinki'],
  est: ['America/New_York', 'America/Toronto'],
  et: ['America/New_York', 'America/Toronto'],
  get: ['Asia/Tbilisi'],
  gmt: ['Europe/London', 'UTC'],
  gst: ['Asia/Dubai'],
  hkt: ['Asia/Hong_Kong'],
  hst: ['Pacific/Honolulu'],
  ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  jst: ['Asia/Tokyo'],
  kst: ['Asia/Seoul'],
  mdt: ['America/Denver'],
  mez: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  mesz: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  met: ['Europe/Berlin', 'Europe/Warsaw', 'Europe/Paris'],
  msd: ['Europe/Moscow'],
  msk: ['Europe/Moscow', 'Europe/Minsk'],
  mst: ['America/Denver', 'America/Phoenix'],
  nzst: ['Pacific/Auckland'],
  pdt: ['America/Los_Angeles'],
  pht: ['Asia/Manila'],
  pkt: ['Asia/Karachi'],
  pst: ['America/Los_Angeles', 'Asia/Manila'],
  pt: ['America/Los_Angeles'],
  sast: ['Africa/Johannesburg'],
  sgt: ['Asia/Singapore'],
  trt: ['Europe/Istanbul'],
  wat: ['Africa/Lagos'],
  west: ['Europe/Lisbon'],
  wet: ['Europe/Lisbon'],
  wib: ['Asia/Jakarta'],
  yekt: ['Asia/Yekaterinburg'],
  мск: ['Europe/Moscow'],
};

/** Well known, so that somebody who knows only the offset finds theirs; the nearest to most readers come first. */
const wellKnown = [
  ...['Europe/Kyiv', 'Europe/Berlin', 'Europe/London', 'Europe/Istanbul', 'Europe/Moscow', 'America/New_York'],
  ...['America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'],
  ...['America/Sao_Paulo', 'America/Halifax', 'America/St_Johns', 'Atlantic/Azores', 'Asia/Tbilisi', 'Asia/Dubai'],
  ...['Asia/Tehran', 'Asia/Kabul', 'Asia/Tashkent', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Dhaka', 'Asia/Yangon'],
  ...['Asia/Bangkok', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Adelaide', 'Australia/Sydney', 'Asia/Magadan'],
  ...['Pacific/Auckland'],
];

/** Its standard time counts: that is what somebody who writes an offset mostly means. */
const winter = '2026-01-15T12:00:00Z';

/** Names that every object has, such as `constructor`, are no zones. */
function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** As it is called today: Intl still says Europe/Kiev. */
export function todaysName(zone: string): string {
  return ownValue(todaysNames, zone) ?? zone;
}

/** A machine's own zone as a file may name it: `UTC` where its name is no place's. */
export function usableZone(zone: string): string {
  const today = todaysName(zone);
  return zoneProblem(today) === null ? today : (inAnotherSpelling(zone) ?? 'UTC');
}

/**
 * Only zones of a place (`Europe/Kyiv`) and `UTC`, and only those that can be calculated with: a few that Intl can show are
 * refused by Temporal.
 */
export function zoneProblem(text: string): string | null {
  if (text === 'UTC' || (/^[A-Z][A-Za-z]+\//.test(text) && !/^(Etc|SystemV)\//.test(text) && canCalculate(text))) {
    return null;
  }
  const offset = /^(?:utc|gmt|etc\/gmt)?\s*([+-]\d{1,2}(?::?\d{2})?)$/i.exec(text)?.[1];
  if (offset !== undefined) return offsetProblem(/^etc/i.test(text) ? mirrored(offset) : offset);
  const shared = ownValue(abbreviations, text.trim().toLowerCase());
  if (shared !== undefined) return `is an abbreviation, not a place; did you mean ${anyOf(shared)}?`;
  const meant = inAnotherSpelling(text) ?? ofCountry(text) ?? nearestZone(text);
  if (meant === null) return 'is not a time zone; write one such as Europe/Kyiv or America/New_York';
  return `is not a time zone; ${didYouMean(text, meant, meant)}`;
}

function canCalculate(zone: string): boolean {
  try {
    Temporal.Instant.from(winter).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false; // RangeError is how Temporal says "no such zone".
  }
}

/** Etc/GMT+3 is three hours behind UTC, whatever its name says. */
function mirrored(offset: string): string {
  return `${offset.startsWith('-') ? '+' : '-'}${offset.slice(1)}`;
}

function offsetProblem(offset: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  const wanted = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  const zones = wellKnown.filter((zone) => Temporal.Instant.from(winter).toZonedDateTimeISO(zone).offset === wanted);
  const remedy = zones.length === 0 ? 'write a zone such as Europe/Kyiv' : `did you mean ${anyOf(zones.slice(0, 3))}?`;
  return `is an offset, which is wrong for half of the year where clocks change; ${remedy}`;
}

/** `europe/kyiv`, `utc`, and the old names of one country: `Turkey`, `GB`, `Japan`. */
function inAnotherSpelling(text: string): string | null {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    const zone = /^(Etc\/)?(UTC|GMT|UCT)$/.test(known) ? 'UTC' : todaysName(known);
    return zone !== text && zoneProblem(zone) === null ? zone : null;
  } catch {
    return null; // RangeError is how Intl says "no such zone".
  }
}

/** `UA`, `Ukraine`, `Україна` */
function ofCountry(text: string): string | null {
  const country = /^[A-Z]{2}$/.test(text) ? text : countryCalled(text);
  if (country === null) return null;
  const [first] = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? [];
  const zone = mainZones[country] ?? first;
  return zone === undefined ? null : todaysName(zone);
}

function countryCalled(name: string): string | null {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => `${a}${b}`));
  const wanted = name.trim().toLowerCase();
  for (const locale of ['en', 'uk', 'ru']) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    const found = codes.find((code) => names.of(code)?.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

function nearestZone(text: string): string | null {
  const zones = [...new Set(Intl.supportedValuesOf('timeZone').map(todaysName))];
  const ofCity = zones.find((zone) => cityOf(zone) === cityOf(text));
  if (ofCity !== undefined) return ofCity;
  // A handful of letters is near to some city anywhere on earth.
  if (text.length < 5) return null;
  const city = nearestWord(cityOf(text), zones.map(cityOf));
  return nearestWord(text, zones) ?? zones.find((zone) => cityOf(zone) === city) ?? null;
}

function cityOf(zone: string): string {
  return zone
    .slice(zone.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(' ', '_');
}
