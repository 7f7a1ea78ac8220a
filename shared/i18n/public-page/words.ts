import type { ShownLight } from '../../model/light.ts';

/** What strangers read on the public status page and in its feed. */
export interface PublicPageWords {
  readonly title: (business: string) => string;
  /** How a touchpoint is; `none` where nothing is checked. */
  readonly state: Readonly<Record<Exclude<ShownLight, null> | 'none', string>>;
  readonly since: (moment: string) => string;
  readonly maintenance: (from: string, to: string) => string;
  readonly past: string;
  readonly nothingPast: string;
  /** The same where one is still open. */
  readonly nothingElse: string;
  /** An incident that is over. */
  readonly lasted: (from: string, to: string, length: string) => string;
  readonly feed: string;
  readonly resolved: string;
  readonly open: string;
}
