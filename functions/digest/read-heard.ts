import type { Heard } from '../../shared/evaluation/themes/recurring.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import type { Instant } from '../../shared/model/instant.ts';
import { pageKinds } from '../../shared/model/social-platform.ts';
import type { Stores } from '../../shared/ports/stores.ts';

/** Of one check, the newest: enough to find a quotation for each theme. */
const mostQuotable = 200;

/** Does the check read what customers write in public, or with stars? */
export function readsWords({ probe, options }: Check): boolean {
  return probe === 'responses' && pageKinds.some((kind) => kind === options['platform']);
}

/** What customers said at one touchpoint within the range, and what may be quoted of it. */
export async function readHeard(
  checks: readonly Check[],
  conversations: readonly Conversation[],
  stores: Pick<Stores, 'conversations'>,
  written: { readonly from: Instant; readonly to: Instant },
): Promise<Heard> {
  const sayings = await Promise.all(checks.map(({ id }) => stores.conversations.listSayings(id, written)));
  return { sayings: sayings.flat(), quotable: quotableOf(conversations) };
}

/** Written in public or with stars, so that nobody reads in a mail what was meant for one reader. */
function quotableOf(conversations: readonly Conversation[]): Conversation[] {
  return conversations
    .filter(({ kind, rating, text }) => text !== '' && ((kind !== 'message' && kind !== 'call') || rating !== null))
    .toSorted((a, b) => (a.startedAt > b.startedAt ? -1 : 1))
    .slice(0, mostQuotable);
}

export function joined(all: readonly Heard[]): Heard {
  return {
    sayings: all.flatMap(({ sayings }) => sayings),
    quotable: all.flatMap(({ quotable }) => quotable),
  };
}
