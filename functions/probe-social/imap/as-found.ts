import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { ApiFault } from '../api-fault.ts';

/**
 * What was fetched of mails that a search has just found. One may have been deleted in between; where none at all comes, the server's
 * answer was not understood, and taken for an empty one it would be read no more.
 */
export function asFound<T>(uids: readonly number[], mails: readonly T[]): readonly T[] {
  if (mails.length > 0 || uids.length === 0) return mails;
  throw new ApiFault('wrong-answer', sayResponses('responses/other-shape', { path: 'FETCH' }));
}
