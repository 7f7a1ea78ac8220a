import { localMoment } from '../../functions/notify/local-time.ts';
import { formatDuration } from '../../shared/evaluation/format-measurement.ts';
import { knownIncidents } from '../../shared/evaluation/known-incidents.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Sent } from '../../shared/model/notification.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes } from '../exit.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { readSpan } from '../local/span.ts';
import { openHistory } from '../open-history.ts';
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

/** One incident with everything that was said about it. */
interface Told {
  readonly incident: Incident;
  readonly told: readonly Sent[];
  readonly acknowledged: Acknowledgement | null;
}

/** What is open and what was, who was told when. */
export async function showIncidents(options: IncidentsOptions, terminal: Terminal): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const now = Date.now();
  const since = toInstant(now - readSpan('--since', options.since, { min: '1h', max: '400d' }));
  const history = await openHistory(options);
  try {
    if (options.noise === true) {
      const { showNoise } = await import('./noise.ts');
      return await showNoise(configuration, history.stores, { from: since, now }, terminal);
    }
    const all = await Promise.all(
      configuration.touchpoints.map(({ id }) => incidentsOf(id, history.stores, since, toInstant(now + 1))),
    );
    const incidents = all
      .flatMap((each) => each.incidents)
      .filter(({ incident }) => options.open !== true || incident.state === 'open')
      .toSorted(byUrgency);
    terminal.sayJson({ version: 1, since, incidents: incidents.map(describe) });
    if (incidents.length === 0) {
      const none = `No incident${options.open === true ? ' is open' : ` since ${options.since} ago`} (${history.place}).`;
      // Where nobody has looked, no incident is no good news.
      const blind = `Nothing has been measured yet, so nothing can be said (${history.place}).`;
      terminal.say(all.some(({ hasRun }) => hasRun) ? none : blind);
    }
    for (const told of incidents) print(told, configuration, toInstant(now), terminal);
    if (incidents.length > 0) terminal.say(terminal.dim(whoIsTold(configuration, options.stack)));
    return incidents.some(({ incident }) => incident.state === 'open' && incident.light === 'red')
      ? exitCodes.red
      : exitCodes.ok;
  } finally {
    await history.close();
  }
}

/** Those opened since then, and older ones that are still open. */
async function incidentsOf(
  touchpointId: string,
  stores: Stores,
  since: Instant,
  to: Instant,
): Promise<{ readonly hasRun: boolean; readonly incidents: readonly Told[] }> {
  const statuses = await stores.statuses.list(touchpointId);
  const current = statuses.flatMap(({ incident }) => (incident?.state === 'open' ? incident : []));
  const from = current.reduce((min, { openedAt }) => (openedAt !== null && openedAt < min ? openedAt : min), since);
  const range = { from, to };
  const [past, sent, acknowledgements] = await Promise.all([
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
    return { incident, told: sent.filter(isAboutIt).toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1)), acknowledged };
  });
  return { hasRun: statuses.length > 0, incidents };
}

function byUrgency(a: Told, b: Told): number {
  const rank = ({ incident }: Told): string => (incident.state !== 'open' ? '2' : incident.light === 'red' ? '0' : '1');
  return rank(a).localeCompare(rank(b)) || (a.incident.suspectedAt > b.incident.suspectedAt ? -1 : 1);
}

function describe({ incident, told, acknowledged }: Told) {
  const { touchpointId, checkId, state, light, worstLight, suspectedAt, openedAt, resolvedAt } = incident;
  const { reason, expected, actual, evidence } = incident;
  return {
    ...{ touchpointId, checkId, state, light, worstLight, suspectedAt, openedAt, resolvedAt },
    ...{ reason, expected, actual, evidence },
    told: told.map((entry) => ({ reason: entry.reason, light: entry.light, n: entry.n, at: entry.sentAt })),
    acknowledged: acknowledged === null ? null : { at: acknowledged.acknowledgedAt, why: acknowledged.why },
  };
}

function print({ incident, told, acknowledged }: Told, { timeZone }: Configuration, now: Instant, terminal: Terminal) {
  const at = (instant: Instant): string => localMoment(instant, now, timeZone, 'en-GB');
  const { resolvedAt, suspectedAt, checkId, reason } = incident;
  const lasted = formatDuration(Date.parse(resolvedAt ?? now) - Date.parse(suspectedAt));
  const when =
    resolvedAt === null
      ? `since ${at(suspectedAt)} (${lasted})`
      : `${at(suspectedAt)} to ${at(resolvedAt)} (${lasted})`;
  const light = resolvedAt === null ? terminal.light(incident.light) : terminal.light('green');
  const words = told.map((entry) => `${entry.reason} ${at(entry.sentAt)}`);
  terminal.say(
    `${light}  ${terminal.bold(checkId)}  ${when}${resolvedAt === null ? '' : `, was ${incident.worstLight}`}`,
  );
  terminal.say(`          ${reason}`);
  terminal.say(`          ${terminal.dim(words.length === 0 ? 'told to nobody' : `told: ${words.join(', ')}`)}`);
  if (acknowledged !== null) {
    const why = acknowledged.why === '' ? '' : `: ${acknowledged.why}`;
    terminal.say(`          ${terminal.dim(`acknowledged ${at(acknowledged.acknowledgedAt)}${why}`)}`);
  }
}

function whoIsTold({ alerts }: Configuration, stack: string | undefined): string {
  if (stack === undefined)
    return 'Told in the terminal and in .touchlight/alerts/; a stack tells whoever subscribes its topic.';
  const mails = alerts.email.length === 0 ? '' : ` (touchpoints.yaml subscribes ${alerts.email.join(', ')})`;
  return `Told to whoever subscribes the topic of the alerts${mails}.`;
}
