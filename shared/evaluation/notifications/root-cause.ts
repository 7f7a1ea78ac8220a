import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import { type Light, lightsWorstFirst } from '../../model/light.ts';
import type { Status } from '../../model/status.ts';
import { specOf } from '../../probes/index.ts';
import { isUnmeasurable } from '../incidents/is-unmeasurable.ts';
import { isAhead, type LightNow } from '../incidents/light-at.ts';
import { isHushed, isKnown, type SentHistory, sentAboutIncident } from './sent-history.ts';

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
  readonly checkId: CheckId;
  readonly from: Instant;
  /** A run that found it answering again, or other regions to which it answers. */
  readonly to: Instant;
}

/**
 * The one check that speaks for the touchpoint while it does not answer at all; every other one is muted that is not worse. Several
 * may have found it dead: then the worst; then the one the reader has already heard of, so that the root does not wander; then the
 * plain request, whose words fit best; then the first to open. A check mutes nothing if it has seen the touchpoint answer
 * since, cannot measure, or is one that the reader has not heard of yet.
 * @param telling the checks about whose health something is due now
 */
export function findRoot(
  watched: readonly Watched[],
  outages: readonly Outage[],
  telling: ReadonlySet<CheckId>,
): Watched | null {
  const candidates = watched.filter((one) => {
    const { status, check, seen, sent } = one;
    const isDown = isOutage(status.incident) && status.incident?.state === 'open' && status.goodStreak === 0;
    const isSeen = seen.lost === null && !isUnmeasurable(status, check.policy);
    if (!isDown || !isSeen) return false;
    if (isHeardOf(one) || isHushed(status, sent)) return true;
    return telling.has(check.id) && !isSecondary(one, outages);
  });
  const [root] = candidates.toSorted((a, b) => rank(a).localeCompare(rank(b)));
  return root ?? null;
}

/**
 * The outages that are over, that a good run says are ending, or that have become one from here only. An end
 * in the future, written while a clock was ahead, does not count.
 */
export function pastOutages(watched: readonly Watched[], incidents: readonly Incident[], now: Instant): Outage[] {
  const ending = watched.flatMap(({ status }) => {
    const { incident, goodStreak, lastRunAt, lightSince } = status;
    if (incident?.state !== 'open') return [];
    if (goodStreak > 0) return [{ incident, to: lastRunAt }];
    return incident.light === 'yellow' && incident.worstLight === 'red' ? [{ incident, to: lightSince }] : [];
  });
  const over = [...incidents, ...watched.flatMap(({ status }) => status.incident ?? [])].map((incident) => {
    return { incident, to: incident.resolvedAt };
  });
  return [...ending, ...over].flatMap(({ incident, to }) => {
    if (to === null || !isOutage(incident) || isAhead(to, now)) return [];
    return [{ checkId: incident.checkId, from: incident.suspectedAt, to }];
  });
}

/**
 * Did the check go bad within another one's outage, and has it not run since that ended? Its incident is then the
 * secondary to the outage: no alert is sent before a run of its own shows that it lasts. Nobody waits for the next run of a check that has stopped running.
 */
export function isSecondary({ status, seen }: Pick<Watched, 'status' | 'seen'>, outages: readonly Outage[]): boolean {
  const { checkId, incident, lastRunAt } = status;
  const openedAt = incident?.openedAt ?? null;
  if (openedAt === null || seen.lost !== null) return false;
  return outages.some((outage) => outage.checkId !== checkId && outage.from <= openedAt && lastRunAt <= outage.to);
}

/** Red is never muted by yellow: the site is down from one place, and something else is broken everywhere. */
export function outranks(light: Light, root: Watched): boolean {
  const severity = (each: Light): number => lightsWorstFirst.indexOf(each);
  return severity(light) < severity(root.status.incident?.light ?? 'red');
}

function isOutage(incident: Incident | null): boolean {
  return incident?.cause === UNREACHABLE;
}

function rank(watched: Watched): string {
  const heard = isHeardOf(watched) ? 'heard' : 'unheard';
  const plain = specOf(watched.check.probe)?.visit === 'request' ? 'plain' : 'visit';
  const light = watched.status.incident?.light === 'red' ? 'bad' : 'less';
  return `${light} ${heard} ${plain} ${watched.status.incident?.openedAt ?? ''} ${watched.check.id}`;
}

function isHeardOf({ status, sent }: Watched): boolean {
  return isKnown(sentAboutIncident(sent, status.incident?.openedAt ?? ''));
}
