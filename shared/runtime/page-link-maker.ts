import { toInstant } from '../model/instant.ts';
import type { PageSession } from '../model/page-session.ts';
import { dayMs } from '../model/time-spans.ts';
import { linkTo, sign } from './page-links.ts';

export interface LinkMakerOptions {
  /** Where the live page is; it ends with a slash where it has a path. */
  readonly page: string;
  readonly key: () => Promise<string>;
  /** Whose page it is (`pageAudience`). */
  readonly audience: string;
  readonly now: () => number;
}

interface LinkFor extends Pick<PageSession, 'role' | 'who'> {
  readonly days: number;
}

/** Makes links for one reader; each leads to a path of the page. */
export type LinkMaker = (reader: LinkFor) => (path: string) => string;

/** @throws what reading the key throws: a message is worth sending without links, too */
export async function createLinkMaker({ page, key, audience, now }: LinkMakerOptions): Promise<LinkMaker> {
  const seal = { key: await key(), audience, use: 'link' } as const;
  return ({ role, who, days }) => {
    const token = sign({ role, who, until: toInstant(now() + days * dayMs) }, seal);
    return (path) => linkTo(page, path, token);
  };
}
