import type { Configuration } from '../../model/business.ts';
import { variables } from '../../model/stack-names.ts';
import { readOptional } from '../../runtime/environment.ts';
import { createLinkMaker, type LinkMaker } from '../../runtime/page-link-maker.ts';
import { createPageKey } from './page-key.ts';

/**
 * Links to the deployed page, for the messages that a step sends. Where people sign in under their own names, a link is no key.
 * @returns null where the stack has no page
 */
export function deployedLinks(
  now: () => number,
  { page: settings }: Pick<Configuration, 'page'>,
): (() => Promise<LinkMaker>) | null {
  const page = readOptional(variables.page);
  const audience = readOptional(variables.stack);
  if (page === null || audience === null) return null;
  if (settings?.signIn != null) return async () => () => (path) => new URL(path, page).href;
  const key = createPageKey(audience, now);
  return () => createLinkMaker({ page, key, audience, now });
}
