import PQueue from 'p-queue';

/** Asks about each, so many at the same time: the answers in the order of the items. */
export function eachAtOnce<Item, T>(
  atOnce: number,
  items: readonly Item[],
  ask: (item: Item) => Promise<T>,
): Promise<T[]> {
  return new PQueue({ concurrency: atOnce }).addAll(items.map((item) => () => ask(item)));
}
