import type { Account } from '../account.ts';

/** Something that stops working, as it stops in a real account: a right, a trigger or a setting that is gone. */
export interface Fault {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Where it happens. */
export interface Victim {
  readonly account: Account;
  readonly stack: string;
}

export function policy(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
