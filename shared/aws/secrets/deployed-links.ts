import { variables } from '../../model/stack-names.ts';
import { readOptional } from '../../runtime/environment.ts';
import { createLinkMaker, type LinkMaker } from '../../runtime/page-link-maker.ts';
import { createPageKey } from './page-key.ts';

/**
 * Links to the deployed page, for the messages that a step sends.
 * @returns null where the stack has no page
 */
export function deployedLinks(now: () => number): (() => Promise<LinkMaker>) | null {
  const page = readOptional(variables.page);
  const audience = readOptional(variables.stack);
  if (page === null || audience === null) return null;
  const key = createPageKey(audience, now);
  return () => createLinkMaker({ page, key, audience, now });
}
