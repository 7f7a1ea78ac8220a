import { z } from 'zod';
import { type Language, languageSchema } from '../../model/business.ts';
import { channelKinds } from '../../model/channel.ts';
import { touchpointIdSchema, withBusiness } from '../../model/check-id.ts';
import type { NamesReaders } from '../../model/fleet-readers.ts';
import { isGroup, valueAt } from '../data-path.ts';
import { ownerOf } from '../expand-escalation.ts';
import { ownerSchema } from '../file-escalation.ts';
import { guessYaml } from '../yaml-document.ts';

const addresses = z
  .union([z.array(z.email().nullable().catch(null)), z.email().transform((one) => [one])])
  .catch([])
  .transform((all) => all.flatMap((each) => each ?? []));

const language = languageSchema.catch('en');

const touchpoints = z
  .array(z.object({ id: touchpointIdSchema, owner: ownerSchema }).nullable().catch(null))
  .catch([])
  .transform((all) => all.flatMap((each) => each ?? []));

/**
 * Does a broken file still ask for a live page? Without it, its address and the key of all links would be deleted, and others made
 * once the file is right.
 */
export function isPageStillNamed(source: string): boolean {
  return isGroup(valueAt(guessYaml(source), ['page']));
}

/** Does a broken file still name a chat? Without any, the queue of posts would be deleted, and what waits in it lost. */
export function isChatStillNamed(source: string): boolean {
  const data = guessYaml(source);
  return channelKinds.some((kind) => valueAt(data, ['alerts', kind]) != null);
}

/** The language of the page that a broken file still asks for; null where it asks for none. */
export function pageLanguageStillNamed(sources: readonly string[]): Language | null {
  const [source] = sources.filter(isPageStillNamed);
  if (source === undefined) return null;
  return language.parse(valueAt(guessYaml(source), ['language']));
}

/**
 * Whom a broken file still names to be alerted, as far as it can be read. They have confirmed their subscription: without it, they
 * would have to confirm again once the file is right.
 */
export function readersStillNamed(id: string, source: string): NamesReaders {
  const data = guessYaml(source);
  const named = (...path: readonly string[]) => addresses.parse(valueAt(data, path));
  const owned = touchpoints.parse(valueAt(data, ['touchpoints']));
  return {
    id,
    configuration: {
      alerts: { email: named('alerts', 'email'), escalateTo: named('alerts', 'then') },
      touchpoints: owned.map((each) => ({ id: withBusiness(id, each.id), ...ownerOf(each.owner) })),
    },
  };
}
