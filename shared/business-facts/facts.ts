import type { Address } from './addresses.ts';
import type { Phone } from './phones.ts';
import type { Week } from './week.ts';

/** Where something is said of the business. */
export interface Source {
  /** What is written on a page, and its structured data; the profile at Google; the page at Facebook; touchpoints.yaml. */
  readonly kind: 'page' | 'data' | 'google' | 'facebook' | 'file';
  /** Path of the page on the website; null for everything that is none. */
  readonly path: string | null;
}

/** What one source says of the business. Several values are several that hold, or several that nobody can tell apart. */
export interface Stated {
  readonly source: Source;
  readonly names: readonly string[];
  readonly phones: readonly Phone[];
  readonly addresses: readonly Address[];
  readonly weeks: readonly Week[];
  /** It says that the business is closed, for now or for good. */
  readonly closed: 'for-now' | 'for-good' | null;
}

export function stated(source: Source, facts: Partial<Omit<Stated, 'source'>>): Stated {
  return { source, names: [], phones: [], addresses: [], weeks: [], closed: null, ...facts };
}

export function isOfWebsite({ kind }: Source): boolean {
  return kind === 'page' || kind === 'data';
}

export type Fact = 'name' | 'phone' | 'address' | 'hours' | 'closed';
