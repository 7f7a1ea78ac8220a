/** Into what the words of customers are divided. */
export const periodKinds = ['week', 'quarter'] as const;
export type PeriodKind = (typeof periodKinds)[number];
