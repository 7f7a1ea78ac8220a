import { z } from 'zod';

/** The four lights. `unknown` is shown grey: we could not measure. */
export const lights = ['green', 'yellow', 'red', 'unknown'] as const;
export const lightSchema = z.enum(lights);
export type Light = z.infer<typeof lightSchema>;

/** From worst to best. Unknown stands above green: what was not measured must never look healthy. */
export const lightsWorstFirst = ['red', 'yellow', 'unknown', 'green'] as const satisfies readonly Light[];

/** In the order in which a person wants to read: what is bad before what is good. */
export function worstFirst<Item>(items: readonly Item[], lightOf: (item: Item) => Light): Item[] {
  return items.toSorted((a, b) => lightsWorstFirst.indexOf(lightOf(a)) - lightsWorstFirst.indexOf(lightOf(b)));
}
