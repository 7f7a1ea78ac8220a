import { isCustomersWord } from '../../shared/evaluation/themes/customers-word.ts';
import { type Reading, readingOf } from '../../shared/evaluation/themes/reading.ts';
import type { Heard } from '../../shared/evaluation/themes/recurring.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Saying } from '../../shared/model/saying.ts';
import { pageKinds } from '../../shared/model/social-platform.ts';
import type { Status } from '../../shared/model/status.ts';
import { themeModelSchema } from '../../shared/model/theme-model.ts';
import type { WatchedTouchpoint } from '../../shared/model/watched-touchpoint.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { survey } from '../../shared/probes/survey/spec.ts';

/** Of one check, the newest: enough to find a quotation for each theme. */
const mostQuotable = 200;

/** Does the check read what customers write in public, or with stars or a score? */
export function readsWords({ probe, options }: Check): boolean {
  return probe === survey.id || (probe === 'responses' && pageKinds.some((kind) => kind === options['platform']));
}

/** Where customers write, and whether it could be read. */
export interface Source {
  readonly checks: readonly Check[];
  readonly statuses: readonly Status[];
  readonly watch: WatchedTouchpoint | null;
}

/**
 * What customers said at one touchpoint within the range, and what may be quoted of it.
 * @param known conversations that were read already; those of the other checks are read here
 */
export async function readHeard(
  { checks, statuses, watch }: Source,
  known: readonly Conversation[],
  stores: Pick<Stores, 'conversations'>,
  written: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
): Promise<Heard> {
  const { now, ...range } = written;
  const unread = checks.filter(({ id }) => !known.some(({ checkId }) => checkId === id));
  const [sayings, others] = await Promise.all([
    Promise.all(checks.map(({ id }) => stores.conversations.listSayings(id, range))),
    Promise.all(unread.map(({ id }) => stores.conversations.list(id))),
  ]);
  return {
    sayings: sayings.flat(),
    quotable: quotableOf([...known, ...others.flat()]),
    capUsd: capOf(checks),
    readings: checks.map((check, n) => {
      const status = statuses.find(({ checkId }) => checkId === check.id);
      return readUntilHeard(readingOf(check, status, watch, now), sayings[n] ?? []);
    }),
  };
}

/** What was heard was read: a survey of too few answers is grey for weeks before a file of it cannot be read. */
function readUntilHeard(reading: Reading, sayings: readonly Saying[]): Reading {
  const { until } = reading;
  if (until === null) return reading;
  const heard = sayings.map(({ at }) => at).toSorted();
  const newest = heard.at(-1) ?? until;
  return { ...reading, until: newest > until ? newest : until };
}

/** Written by customers in public or with stars, so that nobody reads in a mail what was meant for one reader; surveys are such words, too. */
function quotableOf(conversations: readonly Conversation[]): Conversation[] {
  return conversations
    .filter(({ kind, text, reason }) => text !== '' && kind !== 'survey' && isCustomersWord(reason))
    .filter(({ kind, rating }) => (kind !== 'message' && kind !== 'call') || rating !== null)
    .toSorted((a, b) => (a.startedAt > b.startedAt ? -1 : 1))
    .slice(0, mostQuotable);
}

function capOf(checks: readonly Check[]): number | null {
  const caps = checks.flatMap(
    ({ options }) => themeModelSchema.safeParse(options['themes']).data?.atMostUsdAMonth ?? [],
  );
  return caps[0] ?? null;
}

export function joined(all: readonly Heard[]): Heard {
  return {
    capUsd: all.map(({ capUsd = null }) => capUsd).find((cap) => cap !== null) ?? null,
    sayings: all.flatMap(({ sayings }) => sayings),
    quotable: all.flatMap(({ quotable }) => quotable),
    readings: all.flatMap(({ readings = [] }) => readings),
  };
}
