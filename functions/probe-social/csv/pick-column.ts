import type { Column } from './describe-columns.ts';
import { plainName } from './header-name.ts';

/** Which column holds a field; none is that where several could, or where there is no such column. */
export type Picked =
  | { readonly is: 'column'; readonly column: Column }
  | { readonly is: 'several'; readonly columns: readonly Column[] }
  | { readonly is: 'none'; readonly named: string | null };

export const none: Picked = { is: 'none', named: null };

/** The column that touchpoints.yaml names. */
export function pickNamed(columns: readonly Column[], name: string): Picked {
  const column = columns.find(({ plain }) => plain === plainName(name));
  return column === undefined ? { is: 'none', named: name } : { is: 'column', column };
}

/** @param names most telling first, by their letters and digits */
export function pickByName(columns: readonly Column[], names: readonly string[]): Picked {
  const found = names.flatMap((name) => columns.find(({ plain }) => plain === name) ?? []);
  return one(found.slice(0, 1));
}

export function one(columns: readonly Column[]): Picked {
  const [column, ...others] = columns;
  if (column === undefined) return none;
  return others.length === 0 ? { is: 'column', column } : { is: 'several', columns };
}

/** Most of what stands there is such. */
export function isMostly(part: number, { filled }: Column): boolean {
  return filled > 0 && part * 2 >= filled;
}

/** The column with the date: by its name, otherwise the only one whose cells are dates. */
export function pickDate(columns: readonly Column[], names: readonly string[]): Picked {
  const byName = pickByName(columns, names);
  return byName.is === 'column' ? byName : one(columns.filter((each) => isMostly(each.dates, each)));
}

/** "Submit Date (UTC)" says it. */
export function zoneOf({ name }: Column, timeZone: string): string {
  return /\butc\b/i.test(name) ? 'UTC' : timeZone;
}
