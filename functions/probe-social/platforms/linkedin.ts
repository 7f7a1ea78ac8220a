import { z } from 'zod';
import type { Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Api, PageGuard, type Query } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { postMemorySchema, type Reading, readChangedPosts } from '../changed-posts.ts';
import { aMessage, type Platform, type Poll, type PollOutcome } from '../platform.ts';
import { encodeUrn, linkedInTokenEnd, openLinkedIn, urnList } from './linkedin-access.ts';

/**
 * Comments on the posts of a LinkedIn page by the Community Management API; `page` is the organization's number. With nothing new a
 * poll lists the posts, a hundred to a call, and asks for their numbers of comments, fifty to a call: a reply or a deleted comment
 * changes the number of its post, so nobody who waits is read again for nothing.
 */
export const linkedin: Platform = {
  id: 'linkedin',
  budget: 150,
  rereadLimit: 300,
  poll,
  async identify(access) {
    const api = openLinkedIn(access);
    const { localizedName } = await api.call({ path: `organizations/${access.account}`, schema: organizationSchema });
    await api.call({ path: 'posts', query: { ...postsBy(access.account), count: 1 }, schema: postsSchema });
    const endsAt = linkedInTokenEnd(access);
    return {
      who: `${localizedName} (${access.account})`,
      may: ['posts of this page'],
      expiresAt: endsAt === null ? null : toInstant(endsAt),
      renewedBy: 'a person',
    };
  },
};

const memorySchema = z
  .object({
    posts: postMemorySchema,
    /** By post and comment, how many replies were read. */
    replies: z.record(z.string(), z.record(z.string(), z.number())),
  })
  .catch({ posts: {}, replies: {} });

const organizationSchema = z.looseObject({ localizedName: z.string() });
const pagingSchema = z
  .looseObject({
    links: z.array(z.looseObject({ rel: z.string().optional() })).default([]),
    total: z.number().optional(),
  })
  .default({ links: [] });
type Paging = z.infer<typeof pagingSchema>;
const postsSchema = z.looseObject({
  elements: z.array(z.looseObject({ id: z.string(), createdAt: z.number() })),
  paging: pagingSchema,
});
const metadataSchema = z.looseObject({
  results: z.record(
    z.string(),
    z.looseObject({ commentSummary: z.looseObject({ count: z.number().default(0) }).optional() }),
  ),
});
const commentSchema = z.looseObject({
  id: z.string(),
  commentUrn: z.string(),
  actor: z.string(),
  message: z.looseObject({ text: z.string().default('') }).default({ text: '' }),
  created: z.looseObject({ time: z.number() }),
  parentComment: z.string().nullish(),
});
type Comment = z.infer<typeof commentSchema>;
const commentsSchema = z.looseObject({ elements: z.array(commentSchema), paging: pagingSchema });

const pageSize = 100;
const countedAtOnce = 50;
/** The memory lies in one item of the table (400 KB): so many posts, and so many comments that have replies. */
const postsAtMost = 500;
const rememberedAtMost = 5000;

function postsBy(account: string): Query {
  return { q: 'author', author: `urn:li:organization:${account}`, sortBy: 'CREATED' };
}

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openLinkedIn(poll);
  const memory = memorySchema.parse(poll.memory);
  const reader = new PageReader(api, poll, memory.replies);
  const places = poll.waiting.flatMap(({ place }) => (place === null ? [] : [place]));
  const { posts: listed, isCut } = await reader.listPosts();
  const ids = [...new Set([...listed, ...places])];
  const counts = await reader.count(ids);
  // A post whose number LinkedIn keeps to itself is read each time.
  const posts = ids.map((id) => ({ id, fingerprint: String(counts.get(id) ?? poll.now) }));
  const read = await readChangedPosts(posts, memory.posts, poll, (id, reading) => reader.readPost(id, reading));
  const unfinished = ids.filter((id) => (read.memory[id]?.cursor ?? null) !== null);
  const endsAt = linkedInTokenEnd(poll);
  return {
    memory: { posts: read.memory, replies: reader.repliesOf([...unfinished, ...ids]) },
    complete: read.complete,
    ...(isCut && {
      blindSpots: [sayResponses('responses/older-posts-unread', { platform: 'linkedin', posts: postsAtMost })],
    }),
    ...(endsAt !== null && { tokenExpiresAt: endsAt }),
  };
}

class PageReader {
  readonly #api: Api;
  readonly #poll: Poll;
  readonly #replies: Map<string, Record<string, number>>;

  constructor(api: Api, poll: Poll, replies: z.infer<typeof memorySchema>['replies']) {
    this.#api = api;
    this.#poll = poll;
    this.#replies = new Map(Object.entries(replies));
  }

  /** The newest first. */
  async listPosts(): Promise<{ readonly posts: readonly string[]; readonly isCut: boolean }> {
    const listed = new Set<string>();
    const guard = new PageGuard();
    for (let start: number | null = 0; start !== null && listed.size <= postsAtMost; ) {
      const query = { ...postsBy(this.#poll.account), count: pageSize, start };
      const page: z.infer<typeof postsSchema> = await this.#api.call({ path: 'posts', query, schema: postsSchema });
      const recent = page.elements.filter(({ createdAt }) => createdAt >= this.#poll.since);
      for (const { id } of recent) listed.add(id);
      guard.turn(
        String(start),
        page.elements.map(({ id }) => id),
      );
      start = recent.length < page.elements.length ? null : nextStart(start, page);
    }
    return { posts: [...listed].slice(0, postsAtMost), isCut: listed.size > postsAtMost };
  }

  /** Comments of posts with their replies, or replies of comments. */
  async count(urns: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (let start = 0; start < urns.length; start += countedAtOnce) {
      const path = `socialMetadata?ids=${urnList(urns.slice(start, start + countedAtOnce))}`;
      const { results } = await this.#api.call({ path, schema: metadataSchema });
      for (const [urn, { commentSummary }] of Object.entries(results)) counts.set(urn, commentSummary?.count ?? 0);
    }
    return counts;
  }

  /** All of its comments, because their order is not documented, and the replies of those whose number of replies has changed. */
  async readPost(postId: string, { cursor }: Reading): Promise<string | null> {
    const missing = new Set(this.#poll.waiting.filter(({ place }) => place === postId).map(({ id }) => id));
    const guard = new PageGuard();
    try {
      for (let start = Number(cursor ?? 0); ; ) {
        const page = await this.#comments(postId, start);
        const comments = page.elements.filter(({ parentComment }) => !parentComment);
        for (const { id } of comments) missing.delete(id);
        if (!(await this.#takeAll(comments, postId))) return String(start);
        const next = nextStart(start, page);
        if (next === null) break;
        guard.turn(
          String(start),
          page.elements.map(({ id }) => id),
        );
        if (!this.#poll.budget.allowsReading) return String(next);
        start = next;
      }
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
      // The post was deleted, and with it what was below.
      for (const id of missing) this.#poll.onGone(id);
      return null;
    }
    if (cursor === null) await this.#lookFor(missing, postId);
    return null;
  }

  #comments(urn: string, start: number) {
    const path = `socialActions/${encodeUrn(urn)}/comments`;
    return this.#api.call({ path, query: { start, count: pageSize }, schema: commentsSchema });
  }

  /** @returns whether the budget allowed to read all */
  async #takeAll(comments: readonly Comment[], postId: string): Promise<boolean> {
    const counts = await this.count(comments.map(({ commentUrn }) => commentUrn));
    const known = { ...this.#replies.get(postId) };
    for (const comment of comments) {
      const count = counts.get(comment.commentUrn);
      if (count !== undefined && count > 0 && known[comment.id] === count) continue;
      if (count !== 0 && !this.#poll.budget.allowsReading) return false;
      const { replies, isCut } = count === 0 ? { replies: [], isCut: false } : await this.#repliesTo(comment);
      this.#poll.onThread({ ...this.#toThread(comment, replies, postId), isPartial: isCut, isCutShort: isCut });
      // The answer may be among those that were not read.
      if (isCut) return false;
      // Without replies, it costs nothing to take it again.
      if (count !== undefined && count > 0) known[comment.id] = count;
      else delete known[comment.id];
      this.#replies.set(postId, known);
    }
    return true;
  }

  async #repliesTo({ commentUrn }: Comment): Promise<{ replies: Comment[]; isCut: boolean }> {
    const replies = new Map<string, Comment>();
    const guard = new PageGuard();
    for (let start = 0; ; ) {
      const page = await this.#comments(commentUrn, start);
      for (const reply of page.elements) replies.set(reply.id, reply);
      const next = nextStart(start, page);
      if (next === null || !this.#poll.budget.allowsReading)
        return { replies: [...replies.values()], isCut: next !== null };
      guard.turn(
        String(start),
        page.elements.map(({ id }) => id),
      );
      start = next;
    }
  }

  /** Not among the comments of its post: deleted, or moved within the list while it was read. */
  async #lookFor(missing: ReadonlySet<string>, postId: string): Promise<void> {
    for (const id of missing) {
      if (!this.#poll.budget.allowsReading) return;
      try {
        await this.#api.call({ path: `socialActions/${encodeUrn(postId)}/comments/${id}`, schema: commentSchema });
      } catch (error) {
        if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
        this.#poll.onGone(id);
      }
    }
  }

  /** What is remembered of these posts, as far as there is room; the others are read again as a whole when they change. */
  repliesOf(ids: readonly string[]): Record<string, Record<string, number>> {
    let left = rememberedAtMost;
    const kept = [...new Set(ids)].map((id) => {
      const replies = Object.entries(this.#replies.get(id) ?? {}).slice(0, left);
      left -= replies.length;
      return [id, Object.fromEntries(replies)] as const;
    });
    return Object.fromEntries(kept.filter(([, replies]) => Object.keys(replies).length > 0));
  }

  #toThread(comment: Comment, replies: readonly Comment[], postId: string): Thread {
    const us = `urn:li:organization:${this.#poll.account}`;
    return {
      id: comment.id,
      place: postId,
      kind: 'comment',
      permalink: `https://www.linkedin.com/feed/update/${postId}?commentUrn=${encodeUrn(comment.commentUrn)}`,
      rating: null,
      replyRejected: false,
      messages: [comment, ...replies].map(({ id, actor, message, created }) =>
        aMessage({
          id,
          // LinkedIn does not name people to the app of a page.
          author: { id: actor, name: null, isBusiness: actor === us },
          text: message.text,
          createdAt: toInstant(created.time),
        }),
      ),
    };
  }
}

/** A page may hold fewer than were asked for; null after the last one. */
function nextStart(
  start: number,
  { elements, paging }: { elements: readonly unknown[]; paging: Paging },
): number | null {
  const end = start + elements.length;
  const isLast = !paging.links.some(({ rel }) => rel === 'next') && end >= (paging.total ?? 0);
  if (isLast) return null;
  return elements.length === 0 ? start + pageSize : end;
}
