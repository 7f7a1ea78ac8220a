import type { Check } from '../model/check.ts';
import type { Incident } from '../model/incident.ts';
import { probeSpecs } from '../model/probes/index.ts';
import type { Status } from '../model/status.ts';
import { isKnown, type Told, toldAboutIncident } from './told.ts';

const UNREACHABLE = 'unreachable';

/** A configured check with its status and what was told about it. */
export interface Watched {
  readonly check: Check;
  readonly status: Status;
  readonly told: Told;
}

/**
 * The one check that speaks for the touchpoint while it does not answer at all; every other one is muted. Several may
 * have found it dead: then the one the reader has already heard of, so that the root does not wander; then the plain
 * request, whose words fit best; then the first to open.
 * @param incidents current and past ones
 */
export function findRoot(watched: readonly Watched[], incidents: readonly Incident[]): Watched | null {
  const candidates = watched.filter((one) => {
    const { incident } = one.status;
    return isOutage(incident) && incident?.state === 'open' && (isHeardOf(one) || !isEcho(one, incidents));
  });
  const [root] = candidates.toSorted((a, b) => rank(a).localeCompare(rank(b)));
  return root ?? null;
}

/**
 * Did the check go bad within an outage that is over, and has it not run since? Its incident is then the outage's echo:
 * it is not told before a run of its own says that it lasts.
 */
export function isEcho({ status }: Watched, incidents: readonly Incident[]): boolean {
  const openedAt = status.incident?.openedAt ?? null;
  return (
    openedAt !== null &&
    incidents.some(
      (other) =>
        other.checkId !== status.checkId &&
        isOutage(other) &&
        other.resolvedAt !== null &&
        other.suspectedAt <= openedAt &&
        status.lastRunAt <= other.resolvedAt,
    )
  );
}

function isOutage(incident: Incident | null): boolean {
  return incident?.cause === UNREACHABLE && incident.light === 'red';
}

function rank(watched: Watched): string {
  const heard = isHeardOf(watched) ? 'heard' : 'unheard';
  const plain = probeSpecs[watched.check.probe]?.visit === 'request' ? 'plain' : 'visit';
  return `${heard} ${plain} ${watched.status.incident?.openedAt ?? ''} ${watched.check.id}`;
}

function isHeardOf({ status, told }: Watched): boolean {
  return isKnown(toldAboutIncident(told, status.incident?.openedAt ?? ''));
}
