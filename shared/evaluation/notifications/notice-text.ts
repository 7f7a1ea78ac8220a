import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Status } from '../../model/status.ts';
import { formatDuration } from '../format-measurement.ts';

/** The sentences of notices, in English. They name no clock time, since they do not know the reader's zone. */
export const noticeText = {
  opened: (incident: Incident) => incident.reason,
  worsened: (incident: Incident) => `Got worse: ${incident.reason}`,
  reminder: (incident: Incident, now: Instant) =>
    `Still failing after ${lasting(incident.suspectedAt, now)}: ${incident.reason}`,
  resolved: (incident: Incident) =>
    `Recovered after ${lasting(incident.suspectedAt, incident.resolvedAt ?? incident.suspectedAt)}. The problem was: ${incident.reason}`,
  removed: (incident: Incident) =>
    `No longer checked: the check was removed from the configuration while this was open, so it may still be failing: ${incident.reason}`,
  flapping: (changes: number, runs: number) =>
    `Keeps changing: ${changes} changes of light in the last ${runs} runs. You will be alerted again when it is stable.`,
  stable: () => 'Stable and green again.',
  blind: ({ unknownSince, lastRunAt, lastReason }: Status) =>
    `Could not be measured for ${lasting(unknownSince ?? lastRunAt, lastRunAt)}: ${lastReason}`,
  neverMeasured: (since: Instant, now: Instant) =>
    `Not measured yet, ${lasting(since, now)} after it was added to the configuration.`,
  notMeasured: (measuredAt: Instant, now: Instant) => `Not measured for ${lasting(measuredAt, now)}.`,
  clockAhead: (measuredAt: Instant, now: Instant) =>
    `The last run is dated ${lasting(now, measuredAt)} in the future, so it says nothing about the present.`,
  lastKnown: (incident: Incident) => `Last known: ${incident.reason}`,
  removedCheck: () => 'No longer checked: the check was removed from the configuration.',
  sighted: ({ lastReason }: Status) => `Can be measured again: ${lastReason}`,
  /** What the root cause's notice says of the checks it speaks for. */
  alsoAffected: (text: string, checkIds: readonly string[]) =>
    checkIds.length === 0 ? text : `${text} Also affected: ${checkIds.join(', ')}.`,
} as const;

function lasting(from: Instant, to: Instant): string {
  return formatDuration(Date.parse(to) - Date.parse(from));
}
