import type { Configuration } from '../../../shared/model/business.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { DayRollUp } from '../../../shared/model/status.ts';
import type { WatchedTouchpoint } from '../../../shared/model/watched-touchpoint.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { aDay } from '../../support/a-week.ts';
import { type Known, storesOf } from '../coffee-lab.ts';

export interface KnownDetails extends Known {
  readonly results?: readonly Result[];
  readonly days?: readonly { readonly checkId: string; readonly day: DayRollUp }[];
  readonly watch?: WatchedTouchpoint;
}

/** A table that knows this and answers what the pages of one touchpoint ask; any other question fails the test. */
export function detailStores(configuration: Configuration, known: KnownDetails): Stores {
  const { statuses = [], incidents = [], results = [], days = [], watch = null } = known;
  const stores = storesOf(configuration, known);
  const newestFirst = incidents.toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1));
  const resultsOf = (id: string) =>
    results.filter(({ checkId }) => checkId === id).toSorted((a, b) => (a.scheduledAt < b.scheduledAt ? 1 : -1));
  const unbounded = async (): Promise<never> => {
    throw new Error('This page reads no whole history.');
  };
  return {
    ...stores,
    board: {
      ...stores.board,
      load: async (id) => (await stores.board.list()).find(({ touchpointId }) => touchpointId === id) ?? null,
    },
    statuses: { ...stores.statuses, list: async (id) => statuses.filter(({ touchpointId }) => touchpointId === id) },
    incidents: {
      list: unbounded,
      newest: async (id, limit, before) => {
        const own = newestFirst.filter(({ touchpointId }) => touchpointId === id);
        const behind = own.findIndex(
          ({ checkId, openedAt }) => checkId === before?.checkId && openedAt === before.openedAt,
        );
        return own.slice(behind + 1, behind + 1 + limit);
      },
    },
    results: {
      ...stores.results,
      list: async (id, { from, to }) =>
        resultsOf(id).filter(({ scheduledAt }) => scheduledAt >= from && scheduledAt < to),
      newest: async (id, limit) => resultsOf(id).slice(0, limit),
    },
    days: {
      list: async (id, { from, to }) =>
        days.filter(({ checkId, day: { date } }) => checkId.startsWith(`${id}/`) && date >= from && date < to),
    },
    touchpoints: { ...stores.touchpoints, load: async () => watch },
  };
}

/** Thirty green days before Monday, 23 November. */
export function greenMonth(checkId: string) {
  return Array.from({ length: 30 }, (_, n) => {
    const date = new Date(Date.parse('2026-10-24') + n * 86_400_000).toISOString().slice(0, 10);
    return { checkId, day: aDay(date, checkId, n) };
  });
}
