/** What is spent on a language model in one month. */
export interface SpendingKey {
  /** Of a fleet; null for a configuration of its own. */
  readonly business: string | null;
  /** `2026-11`, in UTC, as AWS bills. */
  readonly month: string;
}

/** Amounts are whole billionths of a dollar. Each step is atomic, so processes that spend side by side keep to one cap. */
export interface ModelSpending {
  /** Sets an amount aside, unless it would lead beyond the cap. What is never settled stays spent. */
  reserve(key: SpendingKey, amount: number, cap: number): Promise<'reserved' | 'over-cap'>;
  /**
   * Not to be repeated when it fails: what was set aside stays spent then.
   * @param difference what it really cost, less what was set aside
   */
  settle(key: SpendingKey, difference: number): Promise<void>;
  spent(key: SpendingKey): Promise<number>;
}
