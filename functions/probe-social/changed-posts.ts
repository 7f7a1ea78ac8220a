import { z } from 'zod';
import { dayMs, minuteMs } from '../../shared/model/time-spans.ts';
import type { Budget } from './api.ts';

/** A post as its list shows it: enough to see whether something under it changed. */
export interface ListedPost {
  readonly id: string;
  /** Moves when comments come or go, such as their number. */
  readonly fingerprint: string;
}

/**
 * What is remembered of a post: its fingerprint when it was last read to the end, when that was (epoch ms), and where a
 * reading stopped that the budget ended.
 */
export const postMemorySchema = z.record(
  z.string(),
  z.object({ fingerprint: z.string(), readAt: z.number(), cursor: z.string().nullable(), resumedFor: z.number() }),
);
export type PostMemory = z.infer<typeof postMemorySchema>;
type Remembered = PostMemory[string];

export interface Reading {
  /** Comments older than this have been read before; 0 for a first reading. */
  readonly knownUntil: number;
  /** Where the last reading stopped; null from the start. */
  readonly cursor: string | null;
}

/** One comment may be added and another deleted between two polls, so unchanged posts are read again now and then. */
const rereadAfterMs = dayMs;
/** Where replies do not lift their comment: how old a comment may be whose new replies are still found. */
export const repliesWithinMs = 14 * dayMs;
/** Clocks differ, and lists lag behind. */
const overlapMs = 15 * minuteMs;

/**
 * Reads the posts whose comments changed, newest first, as far as the budget goes, and the longest unread of the others.
 * @param read reads one post's comments; resolves to null at the end, or to a cursor where the budget stopped it
 */
export async function readChangedPosts(
  posts: readonly ListedPost[],
  memory: PostMemory,
  { now, budget }: { readonly now: number; readonly budget: Budget },
  read: (postId: string, reading: Reading) => Promise<string | null>,
): Promise<{ readonly memory: PostMemory; readonly complete: boolean }> {
  const next: PostMemory = {};
  for (const { id } of posts) {
    const known = memory[id];
    if (known !== undefined) next[id] = known;
  }
  let complete = true;
  for (const post of [...posts.filter((each) => hasChanged(each, memory[each.id])), ...stalest(posts, memory, now)]) {
    if (!budget.allowsReading) {
      complete = false;
      break;
    }
    const known = memory[post.id];
    const cursor = await read(post.id, { knownUntil: knownUntil(known), cursor: known?.cursor ?? null });
    next[post.id] = remember(post, known, cursor, now);
    if (cursor !== null) complete = false;
  }
  return { memory: next, complete };
}

function hasChanged({ fingerprint }: ListedPost, known: Remembered | undefined): boolean {
  return known === undefined || known.cursor !== null || known.fingerprint !== fingerprint;
}

function stalest(posts: readonly ListedPost[], memory: PostMemory, now: number): ListedPost[] {
  const due = posts.filter((post) => {
    const known = memory[post.id];
    return !hasChanged(post, known) && known !== undefined && now - known.readAt >= rereadAfterMs;
  });
  return due.toSorted((a, b) => (memory[a.id]?.readAt ?? 0) - (memory[b.id]?.readAt ?? 0)).slice(0, 1);
}

function knownUntil(known: Remembered | undefined): number {
  return known === undefined || known.readAt === 0 ? 0 : known.readAt - overlapMs;
}

/** A reading that stopped half-way keeps its cursor and counts as unread; what came meanwhile is read after its end. */
function remember({ fingerprint }: ListedPost, known: Remembered | undefined, cursor: string | null, now: number) {
  if (cursor !== null) {
    const resumedFor = known?.cursor === null || known === undefined ? now : known.resumedFor;
    return { fingerprint: known?.fingerprint ?? '', readAt: known?.readAt ?? 0, cursor, resumedFor };
  }
  const wasResumed = known !== undefined && known.cursor !== null;
  if (wasResumed) return { fingerprint: '', readAt: known.resumedFor, cursor: null, resumedFor: 0 };
  return { fingerprint, readAt: now, cursor: null, resumedFor: 0 };
}
