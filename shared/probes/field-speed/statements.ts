import type { Device } from '../../model/device.ts';
import { type Statement, sayer } from '../../model/finding.ts';

/** Whose visits the numbers are of, and when those were. */
type Visitors = {
  readonly device: Device;
  /** `2026-09-25`: the last of 28 days. */
  readonly until: string;
  /** The page that was asked for; null for the whole site. */
  readonly page: string | null;
  /** Google knows too few visitors of that page, so the numbers are the whole site's. */
  readonly insteadOfPage: boolean;
  /** The address under which Google knows the site, where that is not its own; otherwise null. */
  readonly knownAs: string | null;
};

/** What three of four visits were no worse than; null where Google does not know. */
type Speeds = {
  readonly lcpMs: number | null;
  readonly inpMs: number | null;
  readonly cls: number | null;
  readonly ttfbMs: number | null;
};

/** What the probe may have to say. */
export type FieldSpeedStatements = {
  readonly 'field-speed/summary': Visitors & Speeds;
  /** Behind one number. */
  readonly 'field-speed/visitors': Visitors;
  readonly 'field-speed/too-few': { readonly device: Device; readonly page: string | null };
  /** @param secret its name; @param clue what Google calls it */
  readonly 'field-speed/key-refused': { readonly secret: string; readonly clue: Statement };
  readonly 'field-speed/key-restricted': { readonly secret: string; readonly clue: Statement };
  readonly 'field-speed/throttled': { readonly clue: Statement };
  /** What the secret holds cannot be a key. */
  readonly 'field-speed/no-key': Readonly<Record<string, never>>;
  readonly 'field-speed/setup': { readonly why: Statement };
  readonly 'field-speed/not-asked': { readonly why: Statement };
};

export const sayFieldSpeed = sayer<FieldSpeedStatements>();
