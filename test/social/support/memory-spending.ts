import type { ModelSpending, SpendingKey } from '../../../shared/ports/model-spending.ts';

export interface MemorySpending extends ModelSpending {
  readonly months: ReadonlyMap<string, number>;
}

/** An account in memory; what the real one does is shown by the stores' contract. */
export function memorySpending(): MemorySpending {
  const months = new Map<string, number>();
  const nameOf = ({ business, month }: SpendingKey): string => (business === null ? month : `${business} ${month}`);
  const of = (key: SpendingKey): number => months.get(nameOf(key)) ?? 0;
  return {
    months,
    async reserve(key, amount, cap) {
      if (of(key) + amount > cap) return 'over-cap';
      months.set(nameOf(key), of(key) + amount);
      return 'reserved';
    },
    async settle(key, difference) {
      months.set(nameOf(key), of(key) + difference);
    },
    spent: async (key) => of(key),
  };
}
