import type { Instant } from '../../model/instant.ts';
import type { NotByModel, Saying } from '../../model/saying.ts';
import { isModelReader } from '../../model/theme-model.ts';
import type { NotRead } from './reading.ts';

/** What of two periods was read in the same way. */
interface SameReader {
  readonly now: readonly Saying[];
  readonly before: readonly Saying[];
  /** Sources of which a part was read by another reader, so that it is left out. */
  readonly others: readonly NotRead[];
  /** So little was left out that numbers of all texts may stand beside each other. */
  readonly isNearlyAll: boolean;
}

/**
 * Two readers find different things in the same words, so a change is told from texts that one and the same reader has read: at each
 * source only from what was written after the last text of another one. What a new reader has read of earlier texts says nothing of
 * the others: polls see again what nobody has answered, and not what is usual.
 */
export function bySameReader(now: readonly Saying[], before: readonly Saying[]): SameReader {
  const sources = [...new Set([...now, ...before].map(({ checkId }) => checkId))].toSorted();
  const parts = sources.map((checkId) => {
    const own = (all: readonly Saying[]): Saying[] => all.filter((each) => each.checkId === checkId);
    return ofSource(checkId, own(now), own(before));
  });
  return {
    now: parts.flatMap((part) => part.now),
    before: parts.flatMap((part) => part.before),
    others: parts.flatMap((part) => part.others),
    isNearlyAll: parts.every((part) => part.isNearlyAll),
  };
}

function ofSource(checkId: string, now: readonly Saying[], before: readonly Saying[]): SameReader {
  const until = lastOfAnother([...now, ...before]);
  const isLater = ({ at }: Saying): boolean => until === null || at > until;
  const reader = commonReader(now.filter(isLater), before.filter(isLater));
  const isSame = (each: Saying): boolean => isLater(each) && each.readBy === reader;
  const same = { now: now.filter(isSame), before: before.filter(isSame) };
  const source = { checkId, touchpointId: checkId.slice(0, checkId.indexOf('/')) };
  const isChange = until !== null && now.length > 0 && before.length > 0;
  return {
    ...same,
    others: isChange ? [{ ...source, how: 'reread', since: until, splits: true }] : [],
    isNearlyAll: isNearly(same.now, now) && isNearly(same.before, before),
  };
}

const nearly = 0.9;

function isNearly(some: readonly Saying[], all: readonly Saying[]): boolean {
  return some.length >= nearly * all.length;
}

/** When the last text was written that was not read by today's reader. Where the lexicon stood in for a model, that is said by itself. */
function lastOfAnother(all: readonly Saying[]): Instant | null {
  const meant = all.filter(({ instead }) => instead === undefined).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const latest = meant.at(-1)?.readBy;
  return meant.findLast(({ readBy }) => readBy !== latest)?.at ?? null;
}

/** The one that read most in both periods; where none read in both, the one that read the newest text. */
function commonReader(now: readonly Saying[], before: readonly Saying[]): string | undefined {
  const read = (all: readonly Saying[], reader: string): number => all.filter(({ readBy }) => readBy === reader).length;
  const readers = [...new Set([...now, ...before].map(({ readBy }) => readBy))].toSorted();
  const [best] = readers
    .map((reader) => ({ reader, least: Math.min(read(now, reader), read(before, reader)) }))
    .toSorted((a, b) => b.least - a.least);
  if (best !== undefined && best.least > 0) return best.reader;
  return [...now, ...before].toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.readBy;
}

/** How much of what a model was to read, the lexicon read, and why. */
export interface ReadInstead {
  /** Texts that a model was to read. */
  readonly texts: number;
  readonly byLexicon: number;
  readonly why: Readonly<Partial<Record<NotByModel, number>>>;
}

/** Null where no model was to read anything. */
export function readInstead(sayings: readonly Saying[]): ReadInstead | null {
  const byModel = sayings.filter(({ readBy }) => isModelReader(readBy)).length;
  const reasons = sayings.flatMap(({ instead }): NotByModel[] =>
    instead === undefined || instead.why === 'forgotten' ? [] : [instead.why],
  );
  if (byModel + reasons.length === 0) return null;
  const why: Partial<Record<NotByModel, number>> = {};
  for (const reason of reasons) why[reason] = (why[reason] ?? 0) + 1;
  return { texts: byModel + reasons.length, byLexicon: reasons.length, why };
}
