import type { Conversation } from '../../../shared/model/conversation.ts';

/** The next so many in a fixed order, so that each has its turn however many wait. */
export function rotate(waiting: readonly Conversation[], after: string | null, limit: number) {
  const sorted = waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (sorted.length <= limit) return { slice: sorted, last: null };
  const start = after === null ? 0 : sorted.findIndex(({ id }) => id > after);
  const slice = [...sorted.slice(Math.max(start, 0)), ...sorted.slice(0, Math.max(start, 0))].slice(0, limit);
  return { slice, last: slice.at(-1)?.id ?? null };
}
