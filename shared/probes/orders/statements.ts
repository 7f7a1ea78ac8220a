import { sayer } from '../../model/finding.ts';
import type { ImportStatements } from '../import-statements.ts';

/** The share of customers who bought again, with how far it may be off, and of how many customers. */
interface Rated {
  readonly rate: number;
  readonly margin: number;
  readonly customers: number;
}

interface Window extends Rated {
  readonly days: number;
}

/** What the probe may have to say. */
export type OrdersStatements = ImportStatements & {
  /** @param before the share in as many days before those; @param index the share beside that one, which is 100 */
  readonly 'orders/rate': Readonly<Window> & { readonly before: Readonly<Rated>; readonly index: number | null };
  readonly 'orders/fell': Readonly<Window> & { readonly before: Readonly<Rated>; readonly index: number | null };
  /** The orders do not go back far enough to compare it with anything. @param neededFrom the day from which they would */
  readonly 'orders/first-rate': Readonly<Window> & { readonly neededFrom: string };
  /** The window before had too few customers. @param before so many */
  readonly 'orders/few-before': Readonly<Window> & { readonly before: number; readonly fewest: number };
  /** @param first the day of the first order; @param neededFrom the day from which they are needed */
  readonly 'orders/too-short': { readonly days: number; readonly first: string; readonly neededFrom: string };
  readonly 'orders/too-few': { readonly days: number; readonly customers: number; readonly fewest: number };
  readonly 'orders/none': { readonly days: number };
  /** @param newest the day of the newest order */
  readonly 'orders/old': { readonly newest: string };
};

export const sayOrders = sayer<OrdersStatements>();
