import { isSound } from '../../model/cause.ts';
import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Status } from '../../model/status.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { WatchedTouchpoint } from '../../model/watched-touchpoint.ts';
import { lookBackDays } from '../conversations/history.ts';
import { isUnmeasurable } from '../incidents/is-unmeasurable.ts';
import { lightAt } from '../incidents/light-at.ts';

/** Within which time what customers wrote at one source is known. */
export interface Reading {
  readonly checkId: string;
  /** Null where nothing is known of a beginning. */
  readonly since: Instant | null;
  /** Since when it has not been read; null where it is read at present. */
  readonly until: Instant | null;
}

/** A source that was not read for the whole of two periods, and why. */
export interface NotRead {
  readonly checkId: string;
  readonly touchpointId: string;
  /** `unread`: not any more; `new`: not yet; `reread`: a part of it by another version of the lexicon, or another model. */
  readonly how: 'unread' | 'new' | 'reread';
  /** Of `reread`, when the last text was written that another one read. */
  readonly since: Instant;
  /** It was read for a part of the two periods only, so that they cannot be compared there. */
  readonly splits: boolean;
}

/** A bot is given nothing that was written before it came; other platforms show a first poll what is there. */
const platformsWithoutPast: ReadonlySet<unknown> = new Set(['telegram']);

/** @param watch since when its checks have been configured; null where no sweep has seen them yet */
export function readingOf(
  check: Check,
  status: Status | undefined,
  watch: WatchedTouchpoint | null,
  now: Instant,
): Reading {
  const configuredSince = watch?.checks[check.id]?.since;
  const pastDays = platformsWithoutPast.has(check.options['platform']) ? 0 : lookBackDays;
  const since = configuredSince === undefined ? null : toInstant(Date.parse(configuredSince) - pastDays * dayMs);
  return { checkId: check.id, since, until: status === undefined ? null : unreadSince(check, status, now) };
}

/** One poll that failed loses nothing: the next one reads what was written meanwhile. */
function unreadSince(check: Check, status: Status, now: Instant): Instant | null {
  const { unknownSince, lastCause, lastRunAt } = status;
  const isSilent = lightAt(status, check, now).lost === 'not-measured';
  if (unknownSince !== null && !isSound(lastCause))
    return isSilent || isUnmeasurable(status, check.policy) ? unknownSince : null;
  return isSilent ? lastRunAt : null;
}

/** @param from of the period before. @param to of the period that is looked at */
export function notReadWithin(
  readings: readonly Reading[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): NotRead[] {
  return readings.flatMap(({ checkId, since, until }): NotRead[] => {
    const source = { checkId, touchpointId: checkId.slice(0, checkId.indexOf('/')) };
    if (until !== null && until < to) return [{ ...source, how: 'unread', since: until, splits: until > from }];
    return since !== null && since > from && since < to ? [{ ...source, how: 'new', since, splits: true }] : [];
  });
}
