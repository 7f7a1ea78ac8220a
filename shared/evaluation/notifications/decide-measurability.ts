import type { Check } from '../../model/check.ts';
import type { Instant } from '../../model/instant.ts';
import type { Notice, Sent } from '../../model/notification.ts';
import { isUnmeasurable } from '../incidents/is-unmeasurable.ts';
import { isOverdue, type LightNow, lightAt } from '../incidents/light-at.ts';
import { type Decision, notify, quiet } from './decision.ts';
import type { Watched } from './root-cause.ts';
import { nextNumber, openUnmeasurable, type SentHistory } from './sent-history.ts';

/**
 * Can the check be measured at all, as far as ops do not know it yet?
 * @param expectedSince since when runs are to be expected, where that may be later than the last one
 */
export function decideMeasurability(
  { check, status, seen, sent }: Watched,
  expectedSince: Instant | null,
  now: Instant,
): Decision {
  const { checkId, unknownSince, lastRunAt } = status;
  if (seen.lost !== null) return decideSilence({ check, seen, sent, expectedSince }, now);
  const lastSent = openUnmeasurable(sent);
  if (unknownSince !== null && isUnmeasurable(status, check.policy)) {
    if (lastSent !== null) return quiet(checkId, 'already-sent');
    const blindness = { cause: status.lastCause ?? null, finding: status.lastFinding };
    return notify({ ...unmeasurableNotice(checkId, unknownSince, sent), blindness });
  }
  if (unknownSince !== null) return quiet(checkId, 'briefly-grey');
  if (lastSent === null) return quiet(checkId, 'measured');
  // A longer cadence makes an old light count again; it measures nothing.
  if (!isNewerThan(lastRunAt, lastSent, now)) return quiet(checkId, 'not-measured');
  const n = nextNumber(sent, lastSent.subjectAt, 'sighted');
  return notify({ checkId, reason: 'sighted', light: seen.light, subjectAt: lastSent.subjectAt, n, incident: null });
}

/** Has it run since the silence that was sent? A clock that stood ahead dates the silence, or the alert, in the future. */
function isNewerThan(lastRunAt: Instant, { subjectAt, sentAt }: Sent, now: Instant): boolean {
  if (lastRunAt === subjectAt) return false;
  return sentAt > now || lastRunAt > subjectAt || (subjectAt > sentAt && lastRunAt > sentAt);
}

/** A configured check that has no status: has it had the time to be measured? */
export function decideNeverMeasured(check: Check, sent: SentHistory, expectedSince: Instant, now: Instant): Decision {
  return decideSilence({ check, seen: lightAt(undefined, check, now), sent, expectedSince }, now);
}

interface Silence {
  readonly check: Check;
  readonly seen: LightNow;
  readonly sent: SentHistory;
  readonly expectedSince: Instant | null;
}

/** A check that has stopped running, or never began. A new check or cadence gets its time before an alert is sent. */
function decideSilence({ check, seen, sent, expectedSince }: Silence, now: Instant): Decision {
  const { id: checkId } = check;
  if (openUnmeasurable(sent) !== null) return quiet(checkId, 'already-sent');
  const { measuredAt, lost } = seen;
  const since =
    [measuredAt, expectedSince]
      .flatMap((at) => at ?? [])
      .toSorted()
      .at(-1) ?? now;
  if (lost !== 'clock-ahead' && !isOverdue(check, since, now)) return quiet(checkId, 'newly-configured');
  return notify({ ...unmeasurableNotice(checkId, since, sent), measuredAt, blindness: { cause: lost, finding: null } });
}

function unmeasurableNotice(checkId: string, subjectAt: Instant, sent: SentHistory): Notice {
  const n = nextNumber(sent, subjectAt, 'blind');
  return { checkId, reason: 'blind', light: 'unknown', subjectAt, n, incident: null };
}
