import { incidentInWords } from '../../functions/notify/word-notice.ts';
import { knownIncidents } from '../../shared/evaluation/incidents/known-incidents.ts';
import { type LightNow, lightAt } from '../../shared/evaluation/incidents/light-at.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import { type AlertReader, alertReaders } from '../../shared/model/alert-reader.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Sent } from '../../shared/model/notification.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { coversWindow } from '../../shared/probes/index.ts';
import { exitCodes } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { readSpan } from '../options/span.ts';
import type { Terminal } from '../terminal.ts';

export interface IncidentsOptions {
  readonly config: string;
  readonly stack?: string;
  readonly since: string;
  /** Only those that are not over. */
  readonly open?: boolean;
  /** How loud the alerts were, instead of what they were about. */
  readonly noise?: boolean;
}

/** One incident with every alert sent about it. */
interface IncidentHistory {
  readonly incident: Incident;
  /** The light of its check now: grey where nobody measures it any more. */
  readonly seen: LightNow;
  readonly sent: readonly Sent[];
  readonly acknowledged: Acknowledgement | null;
}

/** A configured check whose light does not count any more. */
interface Unseen {
  readonly checkId: string;
  readonly seen: LightNow;
}

/** What is open and what was, and which alerts were sent when. */
export async function showIncidents(options: IncidentsOptions, terminal: Terminal): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const now = Date.now();
  const at = toInstant(now);
  const since = toInstant(now - readSpan('--since', options.since, { min: '1h', max: '400d' }));
  const history = await openHistory(options);
  try {
    if (options.noise === true) {
      const { showNoise } = await import('./noise.ts');
      return await showNoise(configuration, history.stores, { from: since, now }, terminal);
    }
    const all = await Promise.all(
      configuration.touchpoints.map((touchpoint) => incidentsOf(touchpoint, history.stores, { since, now: at })),
    );
    const unseen = all.flatMap((each) => each.unseen);
    const incidents = all
      .flatMap((each) => each.incidents)
      .filter(({ incident }) => options.open !== true || incident.state === 'open')
      .toSorted(byUrgency);
    terminal.printJson({
      version: 1,
      since,
      incidents: incidents.map((one) => describe(one, at)),
      notMeasured: unseen.map(({ checkId, seen }) => ({ checkId, why: seen.lost, since: seen.measuredAt })),
    });
    if (incidents.length === 0) {
      const none = `No incident${options.open === true ? ' is open' : ` since ${options.since} ago`} (${history.place}).`;
      // Where nobody has looked, no incident is no good news.
      const nothingMeasured = `Nothing has been measured yet, so nothing can be said (${history.place}).`;
      terminal.print(all.some(({ hasRun }) => hasRun) ? none : nothingMeasured);
    }
    for (const each of incidents) print(each, configuration, at, terminal);
    const isSaid = (checkId: string): boolean =>
      incidents.some(({ incident }) => incident.state === 'open' && incident.checkId === checkId);
    if (all.some(({ hasRun }) => hasRun)) {
      for (const each of unseen) if (!isSaid(each.checkId)) printUnseen(each, configuration, at, terminal);
    }
    if (incidents.length > 0) terminal.print(terminal.dim(whoGetsAlerts(configuration, options)));
    return incidents.some((each) => each.incident.state === 'open' && lightOf(each) === 'red')
      ? exitCodes.red
      : exitCodes.ok;
  } finally {
    await history.close();
  }
}

/** Those opened since then, and older ones that are still open. */
async function incidentsOf(
  { id: touchpointId, checks }: Touchpoint,
  stores: Stores,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<{
  readonly hasRun: boolean;
  readonly incidents: readonly IncidentHistory[];
  readonly unseen: readonly Unseen[];
}> {
  const statuses = await stores.statuses.list(touchpointId);
  const seenNow = (checkId: string): LightNow =>
    lightAt(
      statuses.find((status) => status.checkId === checkId),
      checks.find(({ id }) => id === checkId),
      now,
    );
  const current = statuses.flatMap(({ incident }) => (incident?.state === 'open' ? incident : []));
  const from = current.reduce((min, { openedAt }) => (openedAt !== null && openedAt < min ? openedAt : min), since);
  const range = { from, to: toInstant(Date.parse(now) + 1) };
  const [past, allSent, acknowledgements] = await Promise.all([
    stores.incidents.list(touchpointId, range),
    stores.sent.list(touchpointId, range),
    stores.acknowledgements.list(touchpointId, range),
  ]);
  const isWanted = ({ state, openedAt }: Incident): boolean =>
    state === 'open' || (openedAt !== null && openedAt >= since);
  const known = knownIncidents(past, statuses).filter(isWanted);
  const incidents = known.map((incident) => {
    const isAboutIt = (entry: { readonly checkId: string; readonly subjectAt: string }): boolean =>
      entry.checkId === incident.checkId && entry.subjectAt === incident.openedAt;
    const acknowledged = acknowledgements.find((each) => isAboutIt(each) && each.withdrawnAt === null) ?? null;
    const sent = allSent.filter(isAboutIt).toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
    return { incident, seen: seenNow(incident.checkId), sent, acknowledged };
  });
  const unseen = checks.map(({ id }) => ({ checkId: id, seen: seenNow(id) })).filter(({ seen }) => seen.lost !== null);
  return { hasRun: statuses.length > 0, incidents, unseen };
}

/** Of an incident that is open: the last one known does not count where nobody measures any more. */
function lightOf({ incident, seen }: IncidentHistory): Light {
  return seen.lost === null ? incident.light : seen.light;
}

function byUrgency(a: IncidentHistory, b: IncidentHistory): number {
  const rank = ({ incident }: IncidentHistory): string =>
    incident.state !== 'open' ? '2' : incident.light === 'red' ? '0' : '1';
  return rank(a).localeCompare(rank(b)) || (a.incident.suspectedAt > b.incident.suspectedAt ? -1 : 1);
}

function describe(one: IncidentHistory, now: Instant) {
  const { incident, seen, sent, acknowledged } = one;
  const { touchpointId, checkId, state, worstLight, suspectedAt, openedAt, resolvedAt } = incident;
  const { finding, evidence } = incident;
  const { reason, expected, actual } = incidentInWords(incident, 'en', now);
  const isUnseen = state === 'open' && seen.lost !== null;
  return {
    ...{ touchpointId, checkId, state, light: state === 'open' ? lightOf(one) : incident.light },
    ...{ worstLight, suspectedAt, openedAt, resolvedAt, reason, expected, actual, finding, evidence },
    lastKnown: isUnseen ? { light: incident.light, at: seen.measuredAt } : null,
    told: sent.map((entry) => ({ reason: entry.reason, light: entry.light, n: entry.n, at: entry.sentAt })),
    acknowledged: acknowledged === null ? null : answerOf(acknowledged),
  };
}

function answerOf({ acknowledgedAt, by, why }: Acknowledgement) {
  return { at: acknowledgedAt, ...(by !== undefined && { by }), why };
}

function print(one: IncidentHistory, { timeZone }: Configuration, now: Instant, terminal: Terminal) {
  const { incident, seen, sent, acknowledged } = one;
  const at = (instant: Instant): string => formatFor('en').shortMoment(instant, timeZone, now);
  const { resolvedAt, checkId } = incident;
  const when = whenItWas(incident, at, now);
  const light = terminal.light(resolvedAt === null ? lightOf(one) : 'green');
  const isUnseen = resolvedAt === null && seen.lost !== null;
  const words = sent.map((entry) => `${entry.reason} ${at(entry.sentAt)}`);
  terminal.print(
    `${light}  ${terminal.bold(checkId)}  ${when}${resolvedAt === null ? '' : `, was ${incident.worstLight}`}`,
  );
  terminal.print(
    `          ${isUnseen ? `last known ${incident.light}, ${whyUnseen(seen, at)}: ` : ''}${incidentInWords(incident, 'en', now).reason}`,
  );
  terminal.print(`          ${terminal.dim(words.length === 0 ? 'no alert sent' : `sent: ${words.join(', ')}`)}`);
  if (acknowledged !== null) {
    const by = acknowledged.by === undefined ? '' : ` by ${acknowledged.by}`;
    const why = acknowledged.why === '' ? '' : `: ${acknowledged.why}`;
    terminal.print(`          ${terminal.dim(`acknowledged ${at(acknowledged.acknowledgedAt)}${by}${why}`)}`);
  }
}

/** `since 09:40 (3 hours)`; of what covers days or weeks, only when it was noticed. */
function whenItWas({ checkId, resolvedAt, suspectedAt }: Incident, at: (instant: Instant) => string, now: Instant) {
  if (coversWindow(parseCheckId(checkId).probe)) {
    return `noticed ${at(suspectedAt)}${resolvedAt === null ? '' : `, gone ${at(resolvedAt)}`}`;
  }
  const lasted = formatFor('en').duration(Date.parse(resolvedAt ?? now) - Date.parse(suspectedAt));
  return resolvedAt === null
    ? `since ${at(suspectedAt)} (${lasted})`
    : `${at(suspectedAt)} to ${at(resolvedAt)} (${lasted})`;
}

function printUnseen({ checkId, seen }: Unseen, { timeZone }: Configuration, now: Instant, terminal: Terminal): void {
  const why = whyUnseen(seen, (instant) => formatFor('en').shortMoment(instant, timeZone, now));
  terminal.print(`${terminal.light(seen.light)}  ${terminal.bold(checkId)}  ${why}`);
}

/** `not measured since 29 Oct 10:05` */
function whyUnseen({ lost, measuredAt }: LightNow, at: (instant: Instant) => string): string {
  if (lost === 'removed') return 'no longer checked';
  if (measuredAt === null) return 'not measured yet';
  return lost === 'clock-ahead'
    ? `last run dated in the future (${at(measuredAt)})`
    : `not measured since ${at(measuredAt)}`;
}

/** `chief@coffeelab.example for escalations and website` */
function readerInWords({ email, only }: AlertReader): string {
  if (only === null) return email;
  const what = [...(only.escalated ? ['escalations'] : []), ...only.touchpointIds];
  return `${email} for ${what.join(' and ')}`;
}

function whoGetsAlerts(
  configuration: Configuration,
  { config, stack }: Pick<IncidentsOptions, 'config' | 'stack'>,
): string {
  if (stack === undefined)
    return 'Alerts go to the terminal and to .touchlight/alerts/; a deployed stack sends them to the subscribers of its topic.';
  const readers = alertReaders(configuration).map(readerInWords);
  const mails = readers.length === 0 ? '' : ` (${config} subscribes ${readers.join(', ')})`;
  return `Alerts go to the subscribers of the alert topic${mails}.`;
}
