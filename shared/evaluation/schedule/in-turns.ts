/**
 * One of each group after the other, round by round, each group in its own order: what comes in a flood waits behind what does not.
 * @param groupOf such as the business
 */
export function inTurns<T>(all: readonly T[], groupOf: (one: T) => string | null): T[] {
  const groups = [...Map.groupBy(all, groupOf).values()];
  if (groups.length < 2) return [...all];
  const longest = groups.reduce((most, { length }) => Math.max(most, length), 0);
  const turns: T[] = [];
  for (let round = 0; round < longest; round++) turns.push(...groups.flatMap((group) => group.slice(round, round + 1)));
  return turns;
}
