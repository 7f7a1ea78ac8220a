import type { SheetScore } from './score-sheet.ts';

/** How far evaluators of the same visits agree. */
export interface Agreement {
  /** Share of the compared pairs of answers that agree. */
  readonly share: number;
  /**
   * Cohen's kappa: agreement beyond what chance alone would bring. Below 0.6, the question or its scale is read differently.
   * Null where all answers were the same, so that chance explains everything.
   */
  readonly kappa: number | null;
  /** Pairs of answers that were compared. */
  readonly n: number;
}

/**
 * Compares the answers of each two evaluators of the same visit. Answers agree where they earn the same, rounded to a tenth: a
 * second more of waiting is no other opinion.
 * @param question only this one; otherwise all of them
 * @returns null where no visit was assessed twice
 */
export function agreementOf(sheets: readonly SheetScore[], question?: string): Agreement | null {
  const pairs = [...Map.groupBy(sheets, ({ sheet }) => sheet.visit).values()].flatMap((ofVisit) =>
    eachTwo(ofVisit.toSorted((a, b) => (a.sheet.evaluator < b.sheet.evaluator ? -1 : 1))).flatMap(([one, other]) =>
      [...one.earned].flatMap(([id, share]) => {
        const second = other.earned.get(id);
        if (second === undefined || (question !== undefined && id !== question)) return [];
        return [[category(share), category(second)] as const];
      }),
    ),
  );
  if (pairs.length === 0) return null;
  const n = pairs.length;
  const observed = pairs.filter(([one, other]) => one === other).length / n;
  const ofFirst = Map.groupBy(pairs, ([one]) => one);
  const ofSecond = Map.groupBy(pairs, ([, other]) => other);
  const expected = [...ofFirst].reduce(
    (sum, [each, first]) => sum + (first.length / n) * ((ofSecond.get(each)?.length ?? 0) / n),
    0,
  );
  return { share: observed, kappa: expected === 1 ? null : (observed - expected) / (1 - expected), n };
}

function category(share: number): number {
  return Math.round(share * 10);
}

function eachTwo<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
}
