import type { Calendar, Configuration, Maintenance, Touchpoint } from '../model/business.ts';
import { type Check, checkSchema } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { type Device, devices } from '../model/device.ts';
import type { ProbeSpec } from '../model/probe-spec.ts';
import type { Threshold } from '../model/threshold.ts';
import { fieldSpeed } from '../probes/field-speed/spec.ts';
import { form } from '../probes/form/spec.ts';
import { isGroup } from './data-path.ts';
import { durationWritten, parseDuration } from './duration.ts';
import { arrivalChecksOf, sendingFormsOf } from './expand-arrivals.ts';
import { channelsOf } from './expand-channels.ts';
import { chatQuestionOf } from './expand-chat-question.ts';
import { competitorsOf } from './expand-competitors.ts';
import { ownerOf } from './expand-escalation.ts';
import { inboundOf } from './expand-inbound.ts';
import { loyaltyCheckOf } from './expand-loyalty.ts';
import { pageOf } from './expand-page.ts';
import { ownActionsOf } from './expand-plan.ts';
import { policyOf } from './expand-policy.ts';
import { seenFrom } from './expand-regions.ts';
import { withCompared } from './expand-same-facts.ts';
import { scorecardOf } from './expand-scorecard.ts';
import { shopperAddress, shopperCheckIn, shopperOf } from './expand-shopper.ts';
import { type FileSocial, socialChecksOf } from './expand-social.ts';
import { themeModelOf } from './expand-themes.ts';
import type { FileLoyalty } from './file-loyalty.ts';
import { type FileConfiguration, type FileTouchpoint, websiteProbes } from './file-schema.ts';
import { type DayOff, daysOff } from './holidays.ts';
import { parseWeekMoment, shiftsOfHours } from './hours.ts';
import { readLocalTime } from './local-time.ts';
import { namedForms, placeOfForm } from './named-forms.ts';
import type { TemplateSource } from './scorecard-templates.ts';

type FileWebsite = Extract<FileTouchpoint, { kind: 'website' }>;
type Settings = Readonly<Record<string, unknown>>;

/**
 * The file's meaning: every default filled in, every check spelt out per device and page.
 * @param file a file without faults
 * @param today `2026-11-22`; holidays are resolved from the year before to two years after
 * @param templates of scorecards
 */
export function expand(file: FileConfiguration, today: string, templates: TemplateSource): Configuration {
  const calendar = calendarOf(file, today);
  const touchpoints = touchpointsOf(file, calendar, templates);
  return {
    business: file.business,
    timeZone: file.timeZone,
    language: file.language ?? 'en',
    calendar,
    alerts: alertsOf(file),
    digest: digestOf(file),
    inbound: inboundOf(file),
    page: pageOf(file),
    regions: file.regions ?? [],
    touchpoints,
    competitors: competitorsOf(file, touchpoints, today),
    maintenance: windowsOf(file),
    plan: ownActionsOf(file),
  };
}

function alertsOf({ alerts = {} }: FileConfiguration): Configuration['alerts'] {
  const escalateTo = [alerts.then ?? []].flat();
  return {
    email: [alerts.email ?? []].flat(),
    ...(escalateTo.length > 0 && { escalateTo }),
    channels: channelsOf(alerts),
  };
}

function calendarOf(file: FileConfiguration, today: string): Calendar {
  const hours = file.hours ?? {};
  const { holidays } = hours;
  return {
    timeZone: file.timeZone,
    shifts: shiftsOfHours(hours),
    holidays: daysOff(listedHolidays(holidays), yearsAround(today)).map(({ date }) => date),
  };
}

/** Years in which holidays are looked up. */
function yearsAround(today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1, year + 2];
}

/** The days off from today on, for a year. */
export function daysOffAhead(file: FileConfiguration, today: string): readonly DayOff[] {
  const end = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const all = daysOff(listedHolidays(file.hours?.holidays), yearsAround(today));
  return all.filter(({ date }) => today <= date && date < end);
}

/** The entries of the file's `holidays`: one, several or none. */
export function listedHolidays(holidays: unknown): readonly string[] {
  return [holidays].flat().filter((each) => typeof each === 'string');
}

function digestOf({ digest }: FileConfiguration): Configuration['digest'] {
  if (digest === undefined) return null;
  const { weekday, atMinute } = parseWeekMoment(digest.at ?? 'Mon 08:00') ?? { weekday: 'mon', atMinute: 480 };
  return {
    to: [digest.to].flat(),
    from: digest.from ?? null,
    weekday,
    atMinute,
    reportsUrl: digest.reportsUrl ?? null,
  };
}

function windowsOf({ maintenance, timeZone }: FileConfiguration): Maintenance[] {
  return (maintenance ?? []).map((window) => maintenanceOf(window, timeZone));
}

function maintenanceOf(window: NonNullable<FileConfiguration['maintenance']>[number], timeZone: string): Maintenance {
  return {
    touchpointId: window.touchpoint,
    from: readLocalTime(window.from, timeZone, 'from'),
    to: readLocalTime(window.to, timeZone, 'to'),
    why: window.why ?? 'maintenance',
  };
}

function touchpointsOf(file: FileConfiguration, calendar: Calendar, templates: TemplateSource): Touchpoint[] {
  const websites = new Map(
    file.touchpoints
      .filter((touchpoint) => touchpoint.kind === 'website')
      .map((website) => [website.id, websiteOf(website, file, calendar)] as const),
  );
  const tests = sendingFormsOf([...websites.values()].flatMap(({ checks }) => checks));
  return file.touchpoints.map((each) => {
    if (each.kind === 'survey' || each.kind === 'orders') return loyaltyOf(each, file);
    if (each.kind === 'website') return websites.get(each.id) ?? websiteOf(each, file, calendar);
    if (each.kind === 'scorecard') {
      const policy = policyOf(file.alerts ?? {}, 'poll');
      return scorecardOf(each, { language: file.language ?? 'en', calendar, policy, templates });
    }
    return each.kind === 'shopper'
      ? shopperOf(each, file, { calendar, checks: [...websites.values()].flatMap(({ checks }) => checks) })
      : socialOf(each, { file, calendar, tests });
  });
}

function loyaltyOf(touchpoint: FileLoyalty, file: FileConfiguration): Touchpoint {
  const { id, kind, owner } = touchpoint;
  const check = loyaltyCheckOf(touchpoint, { policy: policyOf(file.alerts ?? {}, 'poll'), timeZone: file.timeZone });
  return { id, kind, url: null, secret: null, account: null, ...ownerOf(owner), slaMinutes: null, checks: [check] };
}

function websiteOf(website: FileWebsite, file: FileConfiguration, calendar: Calendar): Touchpoint {
  const forAll: Settings = file.alerts ?? {};
  const checks = [
    ...websiteProbes.flatMap((spec) => checksOf(website, spec, forAll, calendar)),
    ...namedForms(website.checks).flatMap((name) => checkOfForm(website, name, forAll, calendar)),
  ].map((check) => withCompared(seenFrom(file.regions ?? [], check), website, file));
  const forms = checks.filter(({ probe }) => probe === form.id);
  return {
    id: website.id,
    kind: 'website',
    url: website.url,
    secret: secretOfWebsite(checks),
    account: null,
    ...ownerOf(website.owner),
    slaMinutes: null,
    checks: [
      ...checks,
      ...arrivalChecksOf(forms, (name) => website.checks?.[name], file, calendar),
      ...chatQuestionOf(checks, shopperCheckIn(file, calendar), { calendar, windows: windowsOf(file) }),
    ],
  };
}

/** The key with which a service is asked about the site. */
function secretOfWebsite(checks: readonly Check[]): string | null {
  const secret = checks.find(({ probe }) => probe === fieldSpeed.id)?.options['secret'];
  return typeof secret === 'string' ? secret : null;
}

function socialOf(
  touchpoint: FileSocial,
  { file, calendar, tests }: { file: FileConfiguration; calendar: Calendar; tests: readonly string[] },
): Touchpoint {
  const policy = policyOf(file.alerts ?? {}, 'poll');
  return {
    id: touchpoint.id,
    kind: touchpoint.kind,
    url: null,
    secret: touchpoint.secret ?? null,
    account: touchpoint.kind === 'phone' ? touchpoint.numbers.join(', ') : touchpoint.page,
    ...ownerOf(touchpoint.owner),
    slaMinutes: touchpoint.sla === undefined ? null : parseDuration(touchpoint.sla.firstResponse),
    checks: socialChecksOf(touchpoint, {
      calendar,
      policy,
      tests,
      shoppers: shopperAddresses(file),
      inbound: inboundOf(file),
      themes: themeModelOf(file),
    }),
  };
}

function shopperAddresses(file: FileConfiguration): string[] {
  const inbound = inboundOf(file);
  return file.touchpoints.flatMap((each) =>
    each.kind === 'shopper' ? shopperAddress(each, inbound).toLowerCase() : [],
  );
}

/** A form that the file names is a check of its own, as a page of its own would be. */
function checkOfForm(website: FileWebsite, name: string, forAll: Settings, calendar: Calendar): Check[] {
  const written = website.checks?.[name];
  if (written === false) return [];
  const page = placeOfForm(name);
  const settings = { ...(isGroup(written) ? written : {}), page };
  const alone = { ...website, checks: { [form.id]: settings } };
  return checksOf(alone, form, forAll, calendar).map((check) => ({
    ...check,
    id: formatCheckId({ touchpointId: website.id, probe: form.id, page, device: null }),
    page,
    url: new URL(page, website.url).href,
  }));
}

function checksOf(website: FileWebsite, spec: ProbeSpec, forAll: Settings, calendar: Calendar): Check[] {
  const written = website.checks?.[spec.id];
  if (written === false || (spec.optIn === true && !isGroup(written))) return [];
  const settings: Settings = isGroup(written) ? written : {};
  const onDevices: readonly (Device | null)[] = spec.perDevice ? devicesOf(settings['devices']) : [null];
  const options = optionsOf(spec, settings);
  const places = spec.id === form.id ? namedForms(website.checks).map(placeOfForm) : [];
  const pages = [null, ...(spec.perPage ? (website.pages ?? []) : [])];
  return pages.flatMap((page) =>
    onDevices.map((device) => ({
      id: formatCheckId({ touchpointId: website.id, probe: spec.id, page, device }),
      touchpointId: website.id,
      probe: spec.id,
      device,
      page,
      url: page === null ? website.url : new URL(page, website.url).href,
      everyMinutes: durationWritten(settings['every']) ?? spec.everyMinutes,
      options,
      thresholds: thresholdsOf(spec, device, settings['thresholds']),
      policy: policyOf({ ...remindersOf(spec), ...forAll, ...settings }, spec.visit),
      ...(reachesPeople(options) && { onlyWithin: calendar }),
      ...(spec.byHours === true && { hours: calendar }),
      ...(places.length > 0 && { namedForms: places }),
    })),
  );
}

function remindersOf({ remindEvery }: ProbeSpec): Settings {
  return remindEvery === undefined ? {} : { remindEvery };
}

/** A form that is really sent lands in somebody's inbox. */
function reachesPeople({ mode, outsideHours }: Check['options']): boolean {
  return mode === 'submit' && outsideHours !== true;
}

function devicesOf(written: unknown): readonly Device[] {
  return Array.isArray(written) ? devices.filter((device) => written.includes(device)) : devices;
}

function optionsOf(spec: ProbeSpec, settings: Settings): Check['options'] {
  const own = Object.entries(settings).filter(([key]) => key in spec.options.shape);
  return checkSchema.shape.options.parse(spec.options.parse(Object.fromEntries(own)));
}

function thresholdsOf(spec: ProbeSpec, device: Device | null, written: unknown): Check['thresholds'] {
  const merged: Record<string, Threshold> = {};
  for (const [id, { threshold, thresholdOn }] of Object.entries(spec.measurements)) {
    const byDefault = (device === null ? undefined : thresholdOn?.[device]) ?? threshold;
    const given = isGroup(written) ? written[id] : undefined;
    const bounds = isGroup(given) ? mergeBounds(byDefault, given) : byDefault;
    if (bounds !== undefined) merged[id] = bounds;
  }
  return merged;
}

function mergeBounds(byDefault: Threshold | undefined, given: Settings): Threshold | undefined {
  const green = typeof given['green'] === 'number' ? given['green'] : byDefault?.green;
  const red = given['red'] === 'never' ? null : typeof given['red'] === 'number' ? given['red'] : byDefault?.red;
  return green === undefined || red === undefined ? byDefault : { green, red };
}
