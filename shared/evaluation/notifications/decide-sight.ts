import type { Check } from '../../model/check.ts';
import type { Instant } from '../../model/instant.ts';
import type { Notice } from '../../model/notification.ts';
import { isBlind } from '../incidents/is-blind.ts';
import { isOverdue, type LightNow, lightAt } from '../incidents/light-at.ts';
import { type Decision, quiet, tell } from './decision.ts';
import type { Watched } from './root-cause.ts';
import { nextNumber, openBlindness, type Told } from './told.ts';

/**
 * Can we see the check at all, as far as ops do not know it yet?
 * @param expectedSince since when runs are to be expected, where that may be later than the last one
 */
export function decideSight(
  { check, status, seen, told }: Watched,
  expectedSince: Instant | null,
  now: Instant,
): Decision {
  const { checkId, unknownSince, lastRunAt } = status;
  if (seen.lost !== null) return decideSilence({ check, seen, told, expectedSince }, now);
  const lastTold = openBlindness(told);
  if (unknownSince !== null && isBlind(status, check.policy)) {
    if (lastTold !== null) return quiet(checkId, 'already-told');
    const blindness = { cause: status.lastCause ?? null, finding: status.lastFinding };
    return tell({ ...blindNotice(checkId, unknownSince, told), blindness });
  }
  if (unknownSince !== null) return quiet(checkId, 'briefly-grey');
  if (lastTold === null) return quiet(checkId, 'measured');
  // A longer cadence makes an old light count again; it measures nothing.
  if (lastRunAt <= lastTold.subjectAt) return quiet(checkId, 'not-measured');
  const n = nextNumber(told, lastTold.subjectAt, 'sighted');
  return tell({ checkId, reason: 'sighted', light: seen.light, subjectAt: lastTold.subjectAt, n, incident: null });
}

/** A configured check that has no status: has it had the time to be measured? */
export function decideNeverMeasured(check: Check, told: Told, expectedSince: Instant, now: Instant): Decision {
  return decideSilence({ check, seen: lightAt(undefined, check, now), told, expectedSince }, now);
}

interface Silence {
  readonly check: Check;
  readonly seen: LightNow;
  readonly told: Told;
  readonly expectedSince: Instant | null;
}

/** A check that has stopped running, or never began. A new check or cadence gets its time before anybody is told. */
function decideSilence({ check, seen, told, expectedSince }: Silence, now: Instant): Decision {
  const { id: checkId } = check;
  if (openBlindness(told) !== null) return quiet(checkId, 'already-told');
  const { measuredAt, lost } = seen;
  const since =
    [measuredAt, expectedSince]
      .flatMap((at) => at ?? [])
      .toSorted()
      .at(-1) ?? now;
  if (lost !== 'clock-ahead' && !isOverdue(check, since, now)) return quiet(checkId, 'newly-configured');
  return tell({ ...blindNotice(checkId, since, told), measuredAt, blindness: { cause: lost, finding: null } });
}

function blindNotice(checkId: string, subjectAt: Instant, told: Told): Notice {
  const n = nextNumber(told, subjectAt, 'blind');
  return { checkId, reason: 'blind', light: 'unknown', subjectAt, n, incident: null };
}
