import { devices } from '../model/device.ts';
import type { MeasurementSpec, ProbeSpec } from '../model/probe-spec.ts';
import {
  isTelegramAccount,
  pageKinds,
  phoneSourceNames,
  platformNames,
  socialPlatforms,
} from '../model/social-platform.ts';
import type { Threshold } from '../model/threshold.ts';
import { arrivalFindings } from './arrival-findings.ts';
import { channelFindings } from './channel-findings.ts';
import { chatQuestionFindings } from './chat-question-findings.ts';
import { competitorFindings } from './competitor-findings.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { escalationFindings } from './escalation-findings.ts';
import { websiteProbes } from './file-schema.ts';
import { hoursFindings } from './hours-findings.ts';
import { inboundFindings } from './inbound-findings.ts';
import { maintenanceFindings } from './maintenance-findings.ts';
import { namedForm, namedForms, placeOfForm } from './named-forms.ts';
import { livePageFindings } from './page-findings.ts';
import { planFindings } from './plan-findings.ts';
import { shown } from './redact.ts';
import { regionFindings } from './region-findings.ts';
import { sameFactsFindings } from './same-facts-findings.ts';
import type { TemplateSource } from './scorecard-templates.ts';
import { shopperFindings } from './shopper-findings.ts';
import type { Finding } from './structural-faults.ts';
import { submissionFindings } from './submission-findings.ts';
import { anyOf } from './suggest.ts';
import { templateFindings } from './template-findings.ts';

/**
 * What only two places of the file together have wrong. Works on the raw data, because all faults are reported at once: where a
 * part is broken in itself, the questions about it are not asked.
 */
export function crossFindings(data: unknown, templates: TemplateSource): readonly Finding[] {
  const touchpoints = listAt(data, ['touchpoints']);
  return [
    ...duplicateIds(touchpoints),
    ...touchpoints.flatMap((touchpoint, index) =>
      touchpointFindings(touchpoint, ['touchpoints', index], valueAt(data, ['hours'])),
    ),
    ...escalationFindings(data, touchpoints),
    ...channelFindings(data, idsOf(touchpoints)),
    ...inboundFindings(data, touchpoints),
    ...livePageFindings(data, idsOf(touchpoints)),
    ...touchpoints.flatMap((touchpoint, index) => shopperFindings(touchpoint, ['touchpoints', index], touchpoints)),
    ...touchpoints.flatMap((touchpoint, index) => arrivalFindings(touchpoint, ['touchpoints', index], touchpoints)),
    ...touchpoints.flatMap((touchpoint, index) => sameFactsFindings(touchpoint, ['touchpoints', index], touchpoints)),
    ...touchpoints.flatMap((touchpoint, index) =>
      chatQuestionFindings(touchpoint, ['touchpoints', index], touchpoints),
    ),
    ...touchpoints.flatMap((touchpoint, index) =>
      templateFindings(touchpoint, ['touchpoints', index], { templates, language: valueAt(data, ['language']) }),
    ),
    ...hoursFindings(valueAt(data, ['hours'])),
    ...regionFindings(listAt(data, ['regions'])),
    ...competitorFindings(listAt(data, ['competitors']), touchpoints),
    ...planFindings(listAt(data, ['plan']), idsOf(touchpoints)),
    ...listAt(data, ['maintenance']).flatMap((window, index) =>
      maintenanceFindings(window, index, { ids: idsOf(touchpoints), timeZone: valueAt(data, ['timeZone']) }),
    ),
  ];
}

function at(path: Path, message: string, part: Finding['at'] = 'value'): Finding {
  return { path, at: part, message };
}

function listAt(data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
}

function idsOf(touchpoints: readonly unknown[]): readonly string[] {
  return touchpoints.map((each) => valueAt(each, ['id'])).filter((id) => typeof id === 'string');
}

function duplicateIds(touchpoints: readonly unknown[]): readonly Finding[] {
  const firstAt = new Map<unknown, number>();
  return touchpoints.flatMap((touchpoint, index) => {
    const id = valueAt(touchpoint, ['id']);
    const first = firstAt.get(id);
    if (first === undefined) firstAt.set(id, index);
    if (first === undefined || typeof id !== 'string') return [];
    const message = `${shown(id)} is already the id of touchpoints[${first}]; give each touchpoint its own, such as "${id}-2"`;
    return [at(['touchpoints', index, 'id'], message)];
  });
}

function touchpointFindings(touchpoint: unknown, path: Path, hours: unknown): readonly Finding[] {
  return [
    ...pageFindings(touchpoint, path),
    ...likesFindings(touchpoint, path),
    ...telegramFindings(touchpoint, path),
    ...phoneFindings(touchpoint, path),
    ...configurable(touchpoint).flatMap(([key, spec]) => {
      const settings = valueAt(touchpoint, ['checks', key]);
      if (!isGroup(settings)) return [];
      const place = [...path, 'checks', key];
      return [...checkFindings(spec, settings, place), ...submissionFindings(spec, settings, hours, place)];
    }),
    ...sameForm(touchpoint, path),
    ...nothingLeft(touchpoint, path),
  ];
}

/** What cannot be seen must not be relied on. */
function likesFindings(touchpoint: unknown, path: Path): readonly Finding[] {
  const kind = pageKinds.find((each) => each === valueAt(touchpoint, ['kind']));
  if (kind === undefined || valueAt(touchpoint, ['likesAnswer']) !== true || socialPlatforms[kind].showsLikes)
    return [];
  const seenOn = anyOf(pageKinds.filter((each) => socialPlatforms[each].showsLikes));
  const message = `${platformNames[kind]} does not show what the business liked, so nobody would be taken as answered; leave likesAnswer out (it works for ${seenOn})`;
  return [at([...path, 'likesAnswer'], message)];
}

/** Anybody may connect a bot to their account, so the file says whose private chats are the business's. */
function telegramFindings(touchpoint: unknown, path: Path): readonly Finding[] {
  const page = valueAt(touchpoint, ['page']);
  const isChannel =
    valueAt(touchpoint, ['kind']) === 'telegram' && typeof page === 'string' && !isTelegramAccount(page);
  const readsChats = isChannel && valueAt(touchpoint, ['messages']) === true;
  const isNamed = valueAt(touchpoint, ['businessAccount']) !== undefined;
  if (readsChats === isNamed) return [];
  if (isNamed) {
    const why = 'goes only with a Telegram channel and messages: true; leave it out';
    return [at([...path, 'businessAccount'], why, 'key')];
  }
  const message =
    'needs the account whose private chats are to be read, because any Telegram user can connect the bot; add businessAccount with its @name or numeric id, or leave messages out';
  return [at([...path, 'messages'], message, 'key')];
}

/** What only one source of calls has must not stand beside another. */
function phoneFindings(touchpoint: unknown, path: Path): readonly Finding[] {
  const source = phoneSourceNames.find((each) => each === valueAt(touchpoint, ['source']));
  if (valueAt(touchpoint, ['kind']) !== 'phone' || source === undefined) return [];
  const isFiles = source === 'csv';
  const foreign = (isFiles ? ['secret', 'api'] : ['folder', 'columns']).filter(
    (key) => valueAt(touchpoint, [key]) !== undefined,
  );
  const why = isFiles ? 'files are read without it' : `${source} is asked for its calls, and no file is read`;
  return foreign.map((key) =>
    at([...path, key], `does not go with source: ${source}, because ${why}; leave it out`, 'key'),
  );
}

/** Every key that may stand under the checks of this touchpoint. */
function configurable(touchpoint: unknown): readonly (readonly [string, ProbeSpec])[] {
  const forms = namedForms(valueAt(touchpoint, ['checks'])).map((name) => [name, namedForm] as const);
  return [...websiteProbes.map((spec) => [spec.id, spec] as const), ...forms];
}

/** A form that would be filled in twice. */
function sameForm(touchpoint: unknown, path: Path): readonly Finding[] {
  const page = valueAt(touchpoint, ['checks', namedForm.id, 'page']);
  const twice = namedForms(valueAt(touchpoint, ['checks'])).filter((name) => placeOfForm(name) === page);
  return twice.map((name) =>
    at(
      [...path, 'checks', name],
      `is the form that ${namedForm.id} looks at already (page: ${page}); leave one out`,
      'key',
    ),
  );
}

function pageFindings(touchpoint: unknown, path: Path): readonly Finding[] {
  const url = valueAt(touchpoint, ['url']);
  const base = typeof url === 'string' && URL.canParse(url) ? url : null;
  const seen = new Map<string, string>();
  if (base !== null) seen.set(new URL(base).href, `the touchpoint's own url`);
  return listAt(touchpoint, ['pages']).flatMap((page, index) => {
    if (typeof page !== 'string' || !page.startsWith('/') || page.startsWith('//')) return [];
    // Not every address has pages: "h:tps://coffeelab.example" is one, of a scheme that nobody knows.
    const address = base !== null && URL.canParse(page, base) ? new URL(page, base).href : page;
    const same = seen.get(address);
    if (same === undefined) seen.set(address, `pages[${index}]`);
    return same === undefined
      ? []
      : [at([...path, 'pages', index], `${shown(page)} is the same page as ${same}; leave it out`)];
  });
}

function nothingLeft(touchpoint: unknown, path: Path): readonly Finding[] {
  const checks = valueAt(touchpoint, ['checks']);
  if (!isGroup(checks) || !configurable(touchpoint).every(isOff(checks))) return [];
  return [
    at(
      [...path, 'checks'],
      'switches off every check, so nothing is watched; leave one on, or remove the touchpoint',
      'key',
    ),
  ];
}

function isOff(checks: Readonly<Record<string, unknown>>) {
  return ([key, { optIn }]: readonly [string, ProbeSpec]): boolean =>
    checks[key] === false || (optIn === true && !isGroup(checks[key]));
}

function checkFindings(spec: ProbeSpec, settings: Readonly<Record<string, unknown>>, path: Path): readonly Finding[] {
  const chosen = settings['devices'];
  const repeated = Array.isArray(chosen) ? chosen.findIndex((each, index) => chosen.indexOf(each) !== index) : -1;
  return [
    ...Object.entries(spec.measurements).flatMap(([id, measurement]) => {
      const bounds = valueAt(settings, ['thresholds', id]);
      return isGroup(bounds) && Object.values(bounds).every(isBound)
        ? boundsFindings(id, measurement, bounds, [...path, 'thresholds', id])
        : [];
    }),
    ...(repeated < 0 ? [] : [at([...path, 'devices', repeated], 'lists a device twice; remove one')]),
  ];
}

function boundsFindings(
  id: string,
  measurement: MeasurementSpec,
  bounds: Readonly<Record<string, unknown>>,
  path: Path,
): readonly Finding[] {
  const { green, red } = bounds;
  const impossible = (['green', 'red'] as const).flatMap((side) => {
    const bound = bounds[side];
    const problem = typeof bound === 'number' ? boundProblem(bound, measurement) : null;
    return problem === null ? [] : [at([...path, side], `${shown(bound)} ${problem}`)];
  });
  if (impossible.length > 0) return impossible;
  const known = [measurement.threshold, ...devices.map((device) => measurement.thresholdOn?.[device])].filter(
    (each) => each !== undefined,
  );
  if (known.length === 0) {
    const lacking = (['green', 'red'] as const).filter((side) => bounds[side] === undefined);
    return lacking.map((side) =>
      at([...path, side], `is missing; ${id} has no default bounds, so give both green and red`, 'key'),
    );
  }
  for (const each of known) {
    const finding = orderFinding(id, each, { green, red }, path);
    if (finding !== null) return [finding];
  }
  return [];
}

/** Anything else is a fault already. */
function isBound(bound: unknown): boolean {
  return bound === 'never' || (typeof bound === 'number' && Number.isFinite(bound));
}

function boundProblem(bound: number, { unit }: MeasurementSpec): string | null {
  if (bound < 0) return 'is below zero, which this measurement never is; write 0 or more';
  if ((unit === 'score' || unit === 'ratio') && bound > 1) {
    return `is above the limit of 1; the score runs from 0 to 1: ${bound <= 100 ? `did you mean ${bound / 100}?` : 'write one such as 0.9'}`;
  }
  if (unit === 'ms' && bound > 0 && bound < 20)
    return `ms is less than any page needs; the unit is milliseconds: did you mean ${bound * 1000}?`;
  return null;
}

function orderFinding(
  id: string,
  known: Threshold,
  given: { green: unknown; red: unknown },
  path: Path,
): Finding | null {
  const red = given.red === 'never' ? null : (given.red ?? known.red);
  const green = given.green ?? known.green;
  if (typeof red !== 'number' || typeof green !== 'number') return null;
  const moreIsWorse = known.red === null || known.red > known.green;
  if (green !== red && red > green === moreIsWorse) return null;
  const side = given.red === undefined || given.red === 'never' ? 'green' : 'red';
  const name = (which: 'green' | 'red', bound: number) =>
    `${which} ${bound}${given[which] === undefined ? ' (the default)' : ''}`;
  const order = moreIsWorse
    ? `for ${id}, higher is worse, so green must be below red`
    : `for ${id}, lower is worse, so green must be above red`;
  const remedy = boundsRemedy(known, given, { green, red }, moreIsWorse);
  return at(
    [...path, side],
    `${name('green', green)} and ${name('red', red)} leave no room for yellow; ${order}: ${remedy}`,
  );
}

function boundsRemedy(
  known: Threshold,
  given: { readonly green: unknown; readonly red: unknown },
  { green, red }: { readonly green: number; readonly red: number },
  moreIsWorse: boolean,
): string {
  if (given.red === undefined) return `give a red ${moreIsWorse ? 'above' : 'below'} ${green} too`;
  if (given.green === undefined) return `give a green ${moreIsWorse ? 'below' : 'above'} ${red} too`;
  if (green !== red) return `write green: ${red}, red: ${green}`;
  return `write for example green: ${known.green}, red: ${known.red ?? 'never'}`;
}
