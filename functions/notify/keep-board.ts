import { boardEntry } from '../../shared/evaluation/board/board-entry.ts';
import {
  isSettledStrip,
  monthStrip,
  stripDates,
  stripIncidentsFrom,
  stripUntil,
} from '../../shared/evaluation/board/month-strip.ts';
import { knownIncidents } from '../../shared/evaluation/incidents/known-incidents.ts';
import type { Situation } from '../../shared/evaluation/notifications/plan-notifications.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { BoardEntry } from '../../shared/model/board.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Stores } from '../../shared/ports/stores.ts';

export interface BoardDeps {
  readonly stores: Pick<Stores, 'board' | 'days' | 'incidents'>;
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

/** Closed days do not change: they are read once a day, as soon as they are settled. */
async function stripOf(looked: Looked, { stores, configuration }: BoardDeps): Promise<BoardEntry['strip']> {
  const { touchpointId, calendar, now, statuses, watch = null } = looked;
  const { timeZone } = calendar;
  const until = stripUntil(now, timeZone);
  const touchpoint = configuration.touchpoints.find(({ id }) => id === touchpointId);
  if (touchpoint === undefined) return { until, lights: '' };
  const known = await stores.board.load(touchpointId);
  if (known !== null && known.strip.until === until && isSettled(known, timeZone)) return known.strip;
  const [days, history] = await Promise.all([
    stores.days.list(touchpointId, stripDates(now, timeZone)),
    stores.incidents.list(touchpointId, { from: stripIncidentsFrom(now), to: now }),
  ]);
  const incidents = knownIncidents(history, statuses);
  return monthStrip({ touchpoint, statuses, days, incidents, watch }, { now, calendar });
}

/** A last day that is grey may still come in: a check that runs seldom closes it with its first run of the next. */
function isSettled({ strip, readAt }: BoardEntry, timeZone: string): boolean {
  return strip.lights !== '' && !strip.lights.endsWith('u') && isSettledStrip(strip, readAt, timeZone);
}
