import type { BoardEntry } from '../../model/board.ts';
import type { Touchpoint } from '../../model/business.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { type ShownLight, worstFirst } from '../../model/light.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { sweepEveryMinutes } from '../notifications/sweep-due.ts';
import { boardLightAt } from './board-entry.ts';

/** Two sweeps may be missed. */
const entryCountsMs = 3 * sweepEveryMinutes * minuteMs;

/**
 * Why a touchpoint is grey:
 * - `never`: nothing of it was ever measured;
 * - `not-updated`: nobody has looked at the board for too long, so whatever it says may be over;
 * - `silent`: its checks do not run any more;
 * - `unmeasured`: they run and see nothing.
 */
type WhyGrey = 'never' | 'not-updated' | 'silent' | 'unmeasured';

export interface BoardRow {
  readonly touchpoint: Pick<Touchpoint, 'id' | 'kind'>;
  /** Null before the first look. */
  readonly entry: BoardEntry | null;
  readonly light: ShownLight;
  /** Null where it is not grey. */
  readonly whyGrey: WhyGrey | null;
}

/** Every configured touchpoint as it counts now, worst first; what is on the board and not configured any more is left out. */
export function boardNow<T extends BoardRow['touchpoint']>(
  touchpoints: readonly T[],
  entries: readonly BoardEntry[],
  now: Instant,
): (BoardRow & { readonly touchpoint: T })[] {
  const byId = new Map(entries.map((entry) => [entry.touchpointId, entry]));
  const rows = touchpoints.map((touchpoint) => {
    const entry = byId.get(touchpoint.id) ?? null;
    return { touchpoint, entry, ...lightOf(entry, now) };
  });
  return worstFirst(rows, ({ light }) => light);
}

function lightOf(entry: BoardEntry | null, now: Instant): Pick<BoardRow, 'light' | 'whyGrey'> {
  if (entry === null) return { light: 'unknown', whyGrey: 'never' };
  if (isOutdated(entry, now)) return { light: 'unknown', whyGrey: 'not-updated' };
  const light = boardLightAt(entry, now);
  if (light !== 'unknown') return { light, whyGrey: null };
  return { light, whyGrey: whyGreyOf(entry) };
}

function isOutdated({ readAt }: BoardEntry, now: Instant): boolean {
  return toInstant(Date.parse(readAt) + entryCountsMs) < now;
}

function whyGreyOf({ light, measuredAt, freshUntil }: BoardEntry): WhyGrey {
  if (measuredAt === null) return 'never';
  // It has turned grey since, or nothing of it counts.
  return light !== 'unknown' || freshUntil === null ? 'silent' : 'unmeasured';
}
