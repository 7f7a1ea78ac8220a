import type { Check } from '../../model/check.ts';
import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Status } from '../../model/status.ts';
import { specOf } from '../../probes/index.ts';
import { isUnmeasurable } from '../incidents/is-unmeasurable.ts';
import { isAhead, type LightNow } from '../incidents/light-at.ts';
import { isKnown, type SentHistory, sentAboutIncident } from './sent-history.ts';

const UNREACHABLE = 'unreachable';

/** A configured check with its status, its light now, and what was sent about it. */
export interface Watched {
  readonly check: Check;
  readonly status: Status;
  readonly seen: LightNow;
  readonly sent: SentHistory;
}

/** A time in which one check could not reach the touchpoint at all. */
export interface Outage {
  readonly from: Instant;
  /** A run that found it answering again. */
  readonly to: Instant;
}

/**
 * The one check that speaks for the touchpoint while it does not answer at all; every other one is muted. Several may
 * have found it dead: then the one the reader has already heard of, so that the root does not wander; then the plain
 * request, whose words fit best; then the first to open. A check that has seen it answer since, or sees nothing, mutes
 * nobody.
 */
export function findRoot(watched: readonly Watched[], outages: readonly Outage[]): Watched | null {
  const candidates = watched.filter((one) => {
    const { status, check, seen } = one;
    const isDown = isOutage(status.incident) && status.incident?.state === 'open' && status.goodStreak === 0;
    const isSeen = seen.lost === null && !isUnmeasurable(status, check.policy);
    return isDown && isSeen && (isHeardOf(one) || !isSecondary(one, outages));
  });
  const [root] = candidates.toSorted((a, b) => rank(a).localeCompare(rank(b)));
  return root ?? null;
}

/** The outages that are over, or that a good run says are ending; one that a clock that stood ahead has ended later is neither. */
export function pastOutages(watched: readonly Watched[], incidents: readonly Incident[], now: Instant): Outage[] {
  const ending = watched
    .filter(({ status }) => status.incident?.state === 'open' && status.goodStreak > 0)
    .map(({ status }) => ({ incident: status.incident, to: status.lastRunAt }));
  const over = [...incidents, ...watched.flatMap(({ status }) => status.incident ?? [])].map((incident) => {
    return { incident, to: incident.resolvedAt };
  });
  return [...ending, ...over].flatMap(({ incident, to }) => {
    if (incident === null || to === null || !isOutage(incident) || isAhead(to, now)) return [];
    return [{ from: incident.suspectedAt, to }];
  });
}

/**
 * Did the check go bad within another one's outage, and has it not run since that ended? Its incident is then the
 * secondary to the outage: no alert is sent before a run of its own shows that it lasts. An outage of its own is over before its next
 * incident opens. Nobody waits for the next run of a check that has stopped running.
 */
export function isSecondary({ status, seen }: Pick<Watched, 'status' | 'seen'>, outages: readonly Outage[]): boolean {
  const { incident, lastRunAt } = status;
  const openedAt = incident?.openedAt ?? null;
  if (openedAt === null || seen.lost !== null) return false;
  return outages.some((outage) => outage.from <= openedAt && lastRunAt <= outage.to);
}

function isOutage(incident: Incident | null): boolean {
  return incident?.cause === UNREACHABLE;
}

function rank(watched: Watched): string {
  const heard = isHeardOf(watched) ? 'heard' : 'unheard';
  const plain = specOf(watched.check.probe)?.visit === 'request' ? 'plain' : 'visit';
  return `${heard} ${plain} ${watched.status.incident?.openedAt ?? ''} ${watched.check.id}`;
}

function isHeardOf({ status, sent }: Watched): boolean {
  return isKnown(sentAboutIncident(sent, status.incident?.openedAt ?? ''));
}
