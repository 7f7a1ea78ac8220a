import type { Check } from '../../../shared/model/check.ts';
import { specOf } from '../../../shared/probes/index.ts';

/** Those that ask where customers write; of a probe that this version does not have, nobody knows. */
export function mayQuoteCustomers({ probe }: Pick<Check, 'probe'>): boolean {
  const spec = specOf(probe);
  return (spec?.visit ?? 'poll') === 'poll' && spec?.optIn !== true;
}
