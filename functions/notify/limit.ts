/** Runs each work when fewer than the limit are under way, in the order in which they are asked for. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Touchpoints looked at side by side: a thousand take seconds, a publish waits for few others, and a turn stays short. */
export const touchpointsAtOnce = 8;

export function createLimit(atOnce: number): Limit {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free === 0) await new Promise<void>((start) => waiting.push(start));
    else free--;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
