import { z } from 'zod';

/** The four lights. `unknown` is shown grey: we could not measure. */
export const lights = ['green', 'yellow', 'red', 'unknown'] as const;
export const lightSchema = z.enum(lights);
export type Light = z.infer<typeof lightSchema>;

/** What is shown of a check: null, a dash, where there is nothing to check. That is no green light. */
export type ShownLight = Light | null;

/** From worst to best. Unknown stands above green: what was not measured must never look healthy. */
export const lightsWorstFirst = ['red', 'yellow', 'unknown', 'green'] as const satisfies readonly Light[];

/** In the order in which a person wants to read: what is bad before what is good. */
export function worstFirst<Item>(items: readonly Item[], lightOf: (item: Item) => ShownLight): Item[] {
  const place = (light: ShownLight): number =>
    light === null ? lightsWorstFirst.length : lightsWorstFirst.indexOf(light);
  return items.toSorted((a, b) => place(lightOf(a)) - place(lightOf(b)));
}
