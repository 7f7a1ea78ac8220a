import type { Configuration } from '../../model/business.ts';
import { pageAddress, pageAudience } from '../../model/page-paths.ts';
import { variables } from '../../model/stack-names.ts';
import { readOptional } from '../../runtime/environment.ts';
import { createLinkMaker, type LinkMaker } from '../../runtime/page-link-maker.ts';
import { createPageKey } from './page-key.ts';

interface LinkedBusiness {
  /** Null where the stack watches one business. */
  readonly id: string | null;
  readonly configuration: Pick<Configuration, 'page'>;
}

/**
 * Links to the deployed page of a business, for the messages that a step sends. Where people sign in under their own names, a link is
 * no key. All businesses of a fleet share the one key, which is read once for all of them.
 * @returns for a business, null where it has no page
 */
export function deployedLinks(now: () => number): (business: LinkedBusiness) => (() => Promise<LinkMaker>) | null {
  const page = readOptional(variables.page);
  const stackName = readOptional(variables.stack);
  if (page === null || stackName === null) return () => null;
  const key = createPageKey(stackName, now);
  return ({ id, configuration: { page: settings } }) => {
    if (settings === null) return null;
    const own = pageAddress(settings.url ?? page, id);
    if (settings.signIn !== null) return async () => () => (path) => new URL(`.${path}`, own).href;
    return () => createLinkMaker({ page: own, key, audience: pageAudience(stackName, id), now });
  };
}
