import type { Stores } from '../../shared/ports/stores.ts';

export interface StoresUnderTest {
  readonly stores: Stores;
  /** Writes an item as it is, past the adapters. */
  putRaw(item: Record<string, unknown>): Promise<void>;
  getRaw(key: { readonly PK: string; readonly SK: string }): Promise<Record<string, unknown> | null>;
  close(): Promise<void>;
}

export const always = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
export const at = (time: string) => `2026-11-23T${time}:00.000Z`;

/** Fresh names per case, so that the suite also runs on a table that others share. */
let cases = 0;
export const aTouchpoint = () => `site-${process.pid}-${++cases}`;
