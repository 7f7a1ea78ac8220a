import { toInstant } from '../../model/instant.ts';
import { parseJson } from '../../model/parse-json.ts';
import { storedBoardEntry } from '../../model/stored-shapes.ts';
import { type BusinessScope, boardKey, boardPartition, isSeen, touchpointsPrefix } from '../../model/table-keys.ts';
import { minuteMs } from '../../model/time-spans.ts';
import type { BoardStore } from '../../ports/board-store.ts';
import { type Condition, deleteItem, getItem, putItem, queryItems, type Table } from './table.ts';

/** Sweeps side by side are never so far apart: what is dated later comes from a clock that was ahead. */
const SIDE_BY_SIDE_MS = 15 * minuteMs;

/** Two sweeps side by side: what was looked at later stays. */
const noLaterOne = (readAt: string): Condition => ({
  expression: 'attribute_not_exists(readAt) OR readAt <= :readAt OR readAt > :ahead',
  values: { ':readAt': readAt, ':ahead': toInstant(Date.parse(readAt) + SIDE_BY_SIDE_MS) },
});

/** The entry travels as JSON text: a thousand of them are read at once, and text is read ten times faster than maps. */
export function createBoardStore(table: Table, business?: BusinessScope): BoardStore {
  return {
    async list() {
      const items = await queryItems(table, {
        partition: boardPartition,
        sortKeys: { beginsWith: touchpointsPrefix('board', business) },
        // People who have acknowledged something see it on the next page.
        consistent: true,
      });
      const entries = items.flatMap((item) => parse(item) ?? []);
      return entries.filter(({ touchpointId }) => isSeen(touchpointId, business));
    },

    async load(touchpointId) {
      const item = await getItem(table, boardKey(touchpointId));
      return item === null ? null : parse(item);
    },

    async save(entry) {
      await putItem(table, {
        type: 'board',
        key: boardKey(entry.touchpointId),
        attributes: { readAt: entry.readAt, entry: JSON.stringify(entry) },
        condition: noLaterOne(entry.readAt),
      });
    },

    async remove(touchpointId) {
      await deleteItem(table, boardKey(touchpointId));
    },
  };
}

/** One that cannot be read is left out: the next sweep writes it again. */
function parse({ entry }: Readonly<Record<string, unknown>>) {
  return typeof entry === 'string' ? (storedBoardEntry.safeParse(parseJson(entry)).data ?? null) : null;
}
