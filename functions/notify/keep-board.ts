import { boardEntry } from '../../shared/evaluation/board/board-entry.ts';
import { daysOfStrip, monthStrip } from '../../shared/evaluation/board/month-strip.ts';
import type { Situation } from '../../shared/evaluation/notifications/plan-notifications.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { BoardEntry } from '../../shared/model/board.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';

export interface BoardDeps {
  readonly stores: Pick<Stores, 'board' | 'days'>;
  readonly configuration: Pick<Configuration, 'touchpoints'>;
}

/** What a look at a touchpoint has read already. */
export type Looked = Omit<Situation, 'acknowledgements'> & { readonly acknowledgements: readonly Acknowledgement[] };

/** Puts a touchpoint on the board of the live page as it is now, or takes it off where it is not configured any more. */
export async function keepBoard(looked: Looked, { stores, configuration }: BoardDeps): Promise<void> {
  const { touchpointId } = looked;
  const strip = await stripOf(looked, { stores, configuration });
  const entry = boardEntry({ ...looked, strip });
  if (entry === null) await stores.board.remove(touchpointId);
  else await stores.board.save(entry);
}

/** Closed days do not change: they are read once a day. */
async function stripOf(looked: Looked, { stores, configuration }: BoardDeps): Promise<BoardEntry['strip']> {
  const { touchpointId, calendar, now, statuses, incidents, watch = null } = looked;
  const dates = daysOfStrip(now, calendar.timeZone).map(({ date }) => date);
  const until = dates.at(-1) ?? now.slice(0, 10);
  const known = await stores.board.load(touchpointId);
  // The last day is closed by its check's first run of the next: it may come late.
  const isSettled = known?.strip.until === until && !known.strip.lights.endsWith('u') && known.strip.lights !== '';
  if (known !== null && isSettled) return known.strip;
  const touchpoint = configuration.touchpoints.find(({ id }) => id === touchpointId);
  if (touchpoint === undefined) return { until, lights: '' };
  const dayAfter = new Date(Date.parse(until) + dayMs).toISOString().slice(0, 10);
  const days = await stores.days.list(touchpointId, { from: dates[0] ?? until, to: dayAfter });
  const lasting = incidents.filter(({ openedAt }) => openedAt !== null);
  return monthStrip({ touchpoint, statuses, days, incidents: lasting, watch }, { now, calendar });
}
