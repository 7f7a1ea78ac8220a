import type { Configuration } from '../model/business.ts';
import type { FileConfiguration } from './file-schema.ts';

/** Mail that SES receives; null where it receives none. */
export function inboundOf({ inbound }: FileConfiguration): Configuration['inbound'] {
  if (inbound === undefined) return null;
  return { domain: inbound.domain.toLowerCase(), ruleSet: inbound.ruleSet ?? null, after: inbound.after ?? null };
}
