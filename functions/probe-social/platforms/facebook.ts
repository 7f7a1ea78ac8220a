import { z } from 'zod';
import type { Message, Thread } from '../../../shared/model/conversation.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { type ListedPost, postMemorySchema, type Reading, readChangedPosts } from '../changed-posts.ts';
import { aMessage, type Platform, type Poll, type PollOutcome, platformInstant } from '../platform.ts';
import { messengerSchema, noMessages, readMessenger } from './facebook-messenger.ts';
import { debugToken, graphPages, openGraph, pageOf, readByIds } from './graph.ts';

/**
 * Facebook pages by the Graph API: comments under posts and ads, visitors' posts, and on request Messenger. With nothing
 * new a poll makes three list calls and reads everybody who waits in batches of fifty.
 */
export const facebook: Platform = {
  id: 'facebook',
  budget: 60,
  rereadLimit: 300,
  poll,
  async identify(access) {
    const api = openGraph(access);
    const who = await me(api);
    const { expiresAt, scopes } = await debugToken(api, access.credential);
    return {
      who: `${who.name ?? 'page'} (${who.id})`,
      may: scopes,
      expiresAt: expiresAt === null ? null : toInstant(expiresAt),
      renewedBy: expiresAt === null ? 'nobody: it does not end' : 'a person',
    };
  },
};

const memorySchema = z
  .object({
    posts: postMemorySchema,
    visitors: z.record(z.string(), z.string()),
    /** Threads that a poll found and could not read to the end. */
    unfinished: z.array(z.string()),
    messenger: messengerSchema,
    tokenCheckedAt: z.number(),
    tokenExpiresAt: z.number().nullable(),
  })
  .catch({ posts: {}, visitors: {}, unfinished: [], messenger: noMessages, tokenCheckedAt: 0, tokenExpiresAt: null });

const authorSchema = z.looseObject({ id: z.string(), name: z.string().optional() }).optional();

/** What `viewer_reaction` says of the token's owner, here the page, who has left a comment as it is. */
const noReaction = 'NONE';

const commentShape = {
  id: z.string(),
  message: z.string().default(''),
  created_time: platformInstant,
  from: authorSchema,
  parent: z.looseObject({ id: z.string() }).optional(),
  comment_count: z.number().default(0),
  user_likes: z.boolean().default(false),
  reactions: z.looseObject({ summary: z.looseObject({ viewer_reaction: z.string().default(noReaction) }) }).optional(),
  is_hidden: z.boolean().default(false),
  private_reply_conversation: z.unknown().optional(),
  permalink_url: z.string().optional(),
  attachment: z.looseObject({ type: z.string().optional() }).optional(),
  message_tags: z.array(z.looseObject({ offset: z.number(), length: z.number() })).optional(),
};
const commentSchema = z.looseObject(commentShape);
type Comment = z.infer<typeof commentSchema>;

/** A comment or a visitor's post with its replies. */
const threadSchema = z.looseObject({ ...commentShape, comments: pageOf(commentSchema).optional() });

const commentFields =
  'id,message,created_time,from{id,name},parent{id},comment_count,user_likes,reactions.limit(0).summary(viewer_reaction),is_hidden,private_reply_conversation,permalink_url,attachment{type},message_tags';
const replies = `comments.filter(stream).order(reverse_chronological).limit(100){${commentFields}}`;
const visitorFields = 'id,message,created_time,from{id,name},permalink_url,is_hidden';
const countOnly = 'comments.filter(stream).limit(0).summary(true)';

const postSchema = z.looseObject({
  id: z.string(),
  created_time: platformInstant,
  updated_time: z.string().optional(),
  comments: pageOf(z.unknown()).optional(),
});

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openGraph(poll);
  const memory = memorySchema.parse(poll.memory);
  const blindSpots: Statement[] = [];
  const token = await checkTokenDaily(api, poll, memory);
  const { posts, visitors } = await listPosts(api, poll, blindSpots);
  const reader = new CommentReader(api, poll, memory.unfinished);
  const read = await readChangedPosts(posts, memory.posts, poll, (id, reading) => reader.read(id, reading));
  const fresh = visitors.filter(({ id, fingerprint }) => memory.visitors[id] !== fingerprint);
  const skipped = await readThreads(api, poll, [...reader.unfinished], fresh);
  const messenger = poll.messages ? await readMessenger(api, poll, memory.messenger) : null;
  return {
    memory: {
      posts: read.memory,
      visitors: Object.fromEntries(visitors.flatMap(({ id, fingerprint: f }) => (skipped.has(id) ? [] : [[id, f]]))),
      unfinished: [...reader.unfinished].filter((id) => skipped.has(id)),
      ...(messenger !== null && { messenger }),
      ...token,
    },
    complete: read.complete && (messenger?.listing ?? null) === null,
    isFirstReading: messenger?.knownUntil === 0,
    ...(token.tokenExpiresAt !== null && { tokenExpiresAt: token.tokenExpiresAt }),
    blindSpots,
  };
}

const meSchema = z.looseObject({ id: z.string(), name: z.string().optional() });

function me(api: Api) {
  return api.call({ path: 'me', query: { fields: 'id,name' }, schema: meSchema });
}

/**
 * Once a day: a user's token is not refused, it is answered with empty lists, and "nobody wrote" would be a lie. Only a
 * page's own token calls itself by the page's id.
 */
async function checkTokenDaily(api: Api, poll: Poll, { tokenCheckedAt, tokenExpiresAt }: z.infer<typeof memorySchema>) {
  if (poll.now - tokenCheckedAt < dayMs) return { tokenCheckedAt, tokenExpiresAt };
  if ((await me(api)).id !== poll.account) throw new ApiFault('auth', sayResponses('responses/foreign-token', {}));
  const { expiresAt } = await debugToken(api, poll.credential);
  return { tokenCheckedAt: poll.now, tokenExpiresAt: expiresAt };
}

/** Posts of ours and ads, whose comments count, and visitors' posts, which are somebody's question themselves. */
async function listPosts(api: Api, poll: Poll, blindSpots: Statement[]) {
  const own = await listEdge(api, poll, 'published_posts', `id,created_time,updated_time,${countOnly}`);
  const optional = async (edge: string, what: 'comments-on-ads' | 'visitors-posts'): Promise<ListedPost[]> => {
    try {
      return await listEdge(api, poll, edge, `id,created_time,updated_time,${countOnly}`);
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'permission') throw error;
      blindSpots.push(sayResponses('responses/unreadable', { what, clue: error.clue }));
      return [];
    }
  };
  const ads = await optional('ads_posts', 'comments-on-ads');
  const visitors = await optional('visitor_posts', 'visitors-posts');
  const unique = new Map([...own, ...ads].map((post) => [post.id, post]));
  return { posts: [...unique.values()], visitors };
}

async function listEdge(api: Api, poll: Poll, edge: string, fields: string): Promise<ListedPost[]> {
  const query = { fields, since: Math.floor(poll.since / 1000), limit: 100 };
  const listed: ListedPost[] = [];
  for await (const page of graphPages(api, `${poll.account}/${edge}`, query, postSchema)) {
    for (const { id, comments, updated_time: updated } of page.data) {
      listed.push({ id, fingerprint: `${comments?.totalCount ?? 0} ${updated ?? ''}` });
    }
    if (!poll.budget.allowsReading) break;
  }
  return listed;
}

/**
 * Reads a post's comments newest first, replies among them. A reply is newer than what it replies to, so when a first-level
 * comment comes by, its thread is complete and leaves the memory. Whatever is not (the reading stopped before, the platform
 * ordered otherwise) is read again by its id.
 */
class CommentReader {
  readonly unfinished: Set<string>;
  readonly #api: Api;
  readonly #poll: Poll;

  constructor(api: Api, poll: Poll, unfinished: readonly string[]) {
    this.unfinished = new Set(unfinished);
    this.#api = api;
    this.#poll = poll;
  }

  async read(postId: string, { knownUntil, cursor }: Reading): Promise<string | null> {
    const stopAt = Math.max(knownUntil, this.#poll.since);
    const query = { filter: 'stream', order: 'reverse_chronological', limit: 100, fields: commentFields };
    const children = new Map<string, Comment[]>();
    let stoppedAt: string | null = null;
    for await (const page of graphPages(this.#api, `${postId}/comments`, query, commentSchema, cursor)) {
      for (const comment of page.data) this.#take(comment, children);
      if (page.data.some((comment) => Date.parse(comment.created_time) < stopAt)) break;
      if (!this.#poll.budget.allowsReading && page.after !== null) {
        stoppedAt = page.after;
        break;
      }
    }
    for (const [parentId, orphans] of children) if (orphans.length > 0) this.unfinished.add(parentId);
    return stoppedAt;
  }

  #take(comment: Comment, children: Map<string, Comment[]>): void {
    const below = children.get(comment.id) ?? [];
    children.delete(comment.id);
    if (comment.parent !== undefined) {
      const siblings = children.get(comment.parent.id) ?? [];
      siblings.push(comment, ...below);
      children.set(comment.parent.id, siblings);
    } else if (comment.comment_count > below.length) this.unfinished.add(comment.id);
    else this.#poll.onThread(toThread(comment, below, this.#poll.account, null));
  }
}

/**
 * In batches: who waits, what the reading left unfinished, and visitors' posts that are new or changed.
 * @returns ids that Facebook left out this time
 */
async function readThreads(
  api: Api,
  poll: Poll,
  unfinished: readonly string[],
  visitors: readonly ListedPost[],
): Promise<ReadonlySet<string>> {
  const waiting = poll.waiting.filter(({ kind }) => kind === 'comment');
  const isVisitors = new Map<string, boolean>();
  for (const id of unfinished) isVisitors.set(id, false);
  for (const { id, place } of waiting) isVisitors.set(id, place === 'visitor');
  for (const { id } of visitors) isVisitors.set(id, true);
  const wanted = Array.from(isVisitors, ([id, isVisitor]) => ({
    id,
    query: { fields: `${isVisitor ? visitorFields : commentFields},${replies}` },
  }));
  const skipped = new Set<string>();
  for (const { id, value } of await readByIds(api, wanted, threadSchema, poll.now)) {
    if (value === 'gone') poll.onGone(id);
    else if (value === 'skipped') skipped.add(id);
    else if (value.parent !== undefined && !isVisitors.has(value.parent.id)) await readRoot(api, poll, value.parent.id);
    else await reportThread(api, poll, value, isVisitors.get(id) ? 'visitor' : null);
  }
  return skipped;
}

/** A reply to a reply leads to its comment one step further up. */
async function readRoot(api: Api, poll: Poll, id: string): Promise<void> {
  const query = { fields: `${commentFields},${replies}` };
  for (const { value } of await readByIds(api, [{ id, query }], threadSchema, poll.now)) {
    if (value === 'gone' || value === 'skipped') continue;
    await reportThread(api, poll, value, null);
  }
}

/** The newest hundred replies come with the comment; the others are read as far as the budget allows. */
async function reportThread(
  api: Api,
  poll: Poll,
  root: z.infer<typeof threadSchema>,
  place: 'visitor' | null,
): Promise<void> {
  const below = [...(root.comments?.data ?? [])];
  let after = root.comments?.after ?? null;
  if (after !== null && poll.budget.allowsReading) {
    const query = { filter: 'stream', order: 'reverse_chronological', limit: 100, fields: commentFields };
    for await (const page of graphPages(api, `${root.id}/comments`, query, commentSchema, after)) {
      below.push(...page.data);
      after = page.after;
      if (!poll.budget.allowsReading) break;
    }
  }
  const isPartial = after !== null;
  poll.onThread({ ...toThread(root, below, poll.account, place), isPartial, isCutShort: isPartial });
}

function toThread(root: Comment, below: readonly Comment[], pageId: string, place: 'visitor' | null): Thread {
  return {
    id: root.id,
    place,
    kind: 'comment',
    permalink: root.permalink_url ?? null,
    rating: null,
    replyRejected: false,
    messages: [root, ...below].map((comment) => toMessage(comment, pageId)),
  };
}

function toMessage(comment: Comment, pageId: string): Message {
  return aMessage({
    id: comment.id,
    // Without an author (deleted account, no permission) it counts as a customer's.
    author: { id: comment.from?.id ?? null, name: comment.from?.name ?? null, isBusiness: comment.from?.id === pageId },
    text: comment.message,
    addressees: (comment.message_tags ?? []).map(({ offset, length }) =>
      comment.message.slice(offset, offset + length),
    ),
    createdAt: comment.created_time,
    hidden: comment.is_hidden,
    // A heart is no like to the field of that name.
    liked: comment.user_likes || (comment.reactions?.summary.viewer_reaction ?? noReaction) !== noReaction,
    noReply: noReplyOf(comment),
  });
}

function noReplyOf(comment: Comment): Message['noReply'] {
  if (comment.private_reply_conversation !== undefined) return 'answered-privately';
  if (comment.message === '' && comment.attachment?.type?.includes('sticker')) return 'sticker';
  const tagged = (comment.message_tags ?? []).reduce((sum, { length }) => sum + length, 0);
  const letters = comment.message.replace(/\s/g, '').length;
  const spaces = comment.message.length - letters;
  return tagged > 0 && tagged + spaces >= comment.message.length ? 'friend-tagged' : null;
}
