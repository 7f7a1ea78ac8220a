import { z } from 'zod';
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
