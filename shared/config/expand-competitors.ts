import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Touchpoint } from '../model/business.ts';
import type { Calendar, Shift } from '../model/calendar.ts';
import { type Check, policySchema } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import type { Competitor } from '../model/competitor.ts';
import type { ProbeSpec } from '../model/probe-spec.ts';
import { availability } from '../probes/availability/spec.ts';
import { contacts } from '../probes/contacts/spec.ts';
import { fieldSpeed } from '../probes/field-speed/spec.ts';
import { pageLoad } from '../probes/page-load/spec.ts';
import type { FileConfiguration } from './file-schema.ts';

/** What does no harm on somebody else's site, and how often at most. */
const harmless = [
  { spec: availability, everyMinutes: 60, atNight: false },
  { spec: pageLoad, everyMinutes: 1440, atNight: true },
  { spec: contacts, everyMinutes: 1440, atNight: true },
  // Asks Google, and not them.
  { spec: fieldSpeed, everyMinutes: 1440, atNight: false },
] as const;

/** In minutes from midnight, by the clocks of January. */
const night = { from: 120, to: 300 } as const;
/** So that they do not all begin as the night does. */
const apartMinutes = 15;

/**
 * Each is looked at as a phone sees it, by the checks that the first website of the file has itself: the rest could not be compared.
 * @param touchpoints of the same file
 * @param today `2026-11-22`
 */
export function competitorsOf(
  { competitors = [], timeZone }: FileConfiguration,
  touchpoints: readonly Touchpoint[],
  today: string,
): Competitor[] {
  const own = touchpoints.find(({ kind }) => kind === 'website');
  if (own === undefined) return [];
  return competitors.map(({ name, url }, index) => ({
    name,
    url,
    checks: harmless.flatMap(({ spec, everyMinutes, atNight }): Check[] => {
      const device = spec.perDevice ? 'mobile' : null;
      const its = own.checks.find((check) => check.probe === spec.id && check.device === device && check.page === null);
      if (its === undefined || isOfOnePage(its)) return [];
      const touchpointId = idOf(url);
      return [
        {
          id: formatCheckId({ touchpointId, probe: spec.id, page: null, device }),
          ...{ touchpointId, probe: spec.id, device, page: null, url },
          everyMinutes: Math.max(everyMinutes, spec.id === fieldSpeed.id ? its.everyMinutes : 0),
          options: optionsOf(spec, its),
          thresholds: {},
          policy: policySchema.parse({}),
          ...(atNight && { onlyWithin: nightOf(timeZone, today, index) }),
          guest: { contact: new URL(own.url ?? url).origin },
        },
      ];
    }),
  }));
}

/** Of a site, Google tells how fast all of it is; beside one page that is no comparison. */
function isOfOnePage({ probe, options }: Check): boolean {
  return probe === fieldSpeed.id && options['page'] !== null;
}

/** Numbers without a country code are read as on the own site: the two compete. Google is asked with the own key. */
function optionsOf(spec: ProbeSpec, its: Check): Check['options'] {
  if (spec.id === fieldSpeed.id) return its.options;
  const { country } = its.options;
  return spec.id === contacts.id && country !== undefined ? { ...emptyOptions(spec), country } : emptyOptions(spec);
}

function emptyOptions(spec: ProbeSpec): Check['options'] {
  return spec.options.parse({}) as Check['options'];
}

/** Where clocks are changed, a day that begins by them could hold two visits or none: the night keeps January's offset all year. */
function nightOf(timeZone: string, today: string, index: number): Calendar {
  const january = Temporal.PlainDate.from(`${today.slice(0, 4)}-01-01`).toZonedDateTime(timeZone);
  const tonight = (): Shift[] => [[night.from + index * apartMinutes, night.to]];
  const shifts: Calendar['shifts'] = {
    ...{ mon: tonight(), tue: tonight(), wed: tonight(), thu: tonight() },
    ...{ fri: tonight(), sat: tonight(), sun: tonight() },
  };
  return { timeZone: january.offset, shifts, holidays: [] };
}

/** Its address alone names it, so that its history survives another order or name; the hash keeps it apart from any touchpoint. */
function idOf(url: string): string {
  const { hostname, href } = new URL(url);
  const readable = hostname
    .replace(/^www\./, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30);
  return `competitor-${readable}-${createHash('sha256').update(href).digest('hex').slice(0, 8)}`;
}
