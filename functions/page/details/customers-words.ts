import type { Check } from '../../../shared/model/check.ts';
import { specOf } from '../../../shared/probes/index.ts';

/** Those that ask where customers write; of a probe that this version does not have, nobody knows. */
export function mayQuoteCustomers({ probe }: Pick<Check, 'probe'>): boolean {
  return (specOf(probe)?.visit ?? 'poll') === 'poll';
}
