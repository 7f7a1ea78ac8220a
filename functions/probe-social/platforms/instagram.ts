import { z } from 'zod';
import type { Message, Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Api } from '../api.ts';
import {
  type ListedPost,
  postMemorySchema,
  type Reading,
  readChangedPosts,
  repliesWithinMs,
} from '../changed-posts.ts';
import { aMessage, type Platform, type Poll, type PollOutcome, platformInstant } from '../platform.ts';
import { debugToken, graphPages, pageOf, readByIds, readOneByOne } from './graph.ts';
import { instagramLogin, instagramTokenEnd, isInstagramLogin, openInstagram } from './instagram-access.ts';
import { chatsMemorySchema, readChats, unknownChats } from './instagram-messages.ts';
import { checkDaily, loginLife } from './meta-login.ts';

/**
 * Instagram comments of a professional account by the Graph API, and on request its private messages. With nothing new a poll
 * makes two calls and reads everybody who waits in batches of fifty. Comments on ads and likes by the account are not to be had there.
 */
export const instagram: Platform = {
  id: 'instagram',
  budget: 60,
  rereadLimit: 300,
  poll,
  async identify(access) {
    const api = openInstagram(access);
    const who = `@${(await account(api, access.account)).username} (${access.account})`;
    if (isInstagramLogin(access))
      return { who, may: ['comments of this account'], ...(await loginLife(access, instagramLogin)) };
    const { expiresAt, scopes } = await debugToken(api, access.credential);
    return {
      who,
      may: scopes,
      expiresAt: expiresAt === null ? null : toInstant(expiresAt),
      renewedBy: expiresAt === null ? 'nobody: it does not end' : 'a person',
    };
  },
};

const memorySchema = z
  .object({
    posts: postMemorySchema,
    unfinished: z.array(z.string()),
    chats: chatsMemorySchema,
    tokenCheckedAt: z.number(),
    tokenExpiresAt: z.number().nullable(),
  })
  .catch({
    posts: {},
    unfinished: [],
    chats: unknownChats,
    tokenCheckedAt: 0,
    tokenExpiresAt: null,
  });

const commentShape = {
  id: z.string(),
  text: z.string().default(''),
  timestamp: platformInstant,
  username: z.string().optional(),
  from: z.looseObject({ id: z.string(), username: z.string().optional() }).optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  hidden: z.boolean().default(false),
  parent_id: z.string().optional(),
};
const replySchema = z.looseObject(commentShape);
const commentSchema = z.looseObject({ ...commentShape, replies: pageOf(replySchema).optional() });
type Comment = z.infer<typeof commentSchema>;
type Reply = z.infer<typeof replySchema>;

const replyFields = 'id,text,timestamp,username,from{id,username},user{id},parent_id,hidden';
const commentFields = `${replyFields},replies.limit(50){${replyFields}}`;

const mediaSchema = z.looseObject({
  id: z.string(),
  timestamp: platformInstant,
  permalink: z.string().optional(),
  comments_count: z.number().default(0),
  is_comment_enabled: z.boolean().optional(),
});

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openInstagram(poll);
  const memory = memorySchema.parse(poll.memory);
  const token = await checkDaily(poll.now, memory, () => instagramTokenEnd(api, poll));
  // Read each time: an account that was renamed would no longer know its own comments.
  const { username } = await account(api, poll.account);
  const reader = new CommentReader(api, poll, username, await permalinks(api, poll));
  const posts = reader.posts();
  const read = await readChangedPosts(posts, memory.posts, poll, (id, reading) => reader.readMedia(id, reading));
  const unfinished = await reader.reread(memory.unfinished);
  const chats = poll.messages ? await readChats(api, poll, username, memory.chats) : null;
  return {
    memory: { posts: read.memory, unfinished, ...token, ...(chats !== null && { chats: chats.memory }) },
    complete: read.complete && chats?.complete !== false,
    isFirstReading: chats?.memory.wasRead === false,
    ...(token.tokenExpiresAt !== null && { tokenExpiresAt: token.tokenExpiresAt }),
  };
}

const accountSchema = z.looseObject({ id: z.string(), username: z.string() });

function account(api: Api, id: string) {
  return api.call({ path: id, query: { fields: 'id,username' }, schema: accountSchema });
}

type Media = z.infer<typeof mediaSchema>;

async function permalinks(api: Api, poll: Poll): Promise<ReadonlyMap<string, Media>> {
  const listed = new Map<string, Media>();
  const query = {
    fields: 'id,timestamp,permalink,comments_count,is_comment_enabled',
    since: Math.floor(poll.since / 1000),
    limit: 50,
  };
  for await (const page of graphPages(api, `${poll.account}/media`, query, mediaSchema)) {
    for (const media of page.data) listed.set(media.id, media);
    if (!poll.budget.allowsReading) break;
  }
  return listed;
}

class CommentReader {
  readonly #api: Api;
  readonly #poll: Poll;
  readonly #username: string;
  readonly #media: ReadonlyMap<string, Media>;
  readonly #read = new Set<string>();

  constructor(api: Api, poll: Poll, username: string, media: ReadonlyMap<string, Media>) {
    this.#api = api;
    this.#poll = poll;
    this.#username = username.toLowerCase();
    this.#media = media;
  }

  posts(): ListedPost[] {
    const open = [...this.#media.values()].filter((media) => media.is_comment_enabled !== false);
    return open.map(({ id, comments_count: count }) => ({ id, fingerprint: String(count) }));
  }

  /**
   * First-level comments, newest first. A new reply does not lift its comment, so a medium whose count changed is read for
   * two weeks beyond what is known.
   */
  async readMedia(mediaId: string, { cursor, knownUntil }: Reading): Promise<string | null> {
    const query = { fields: commentFields, limit: 50 };
    const stopAt = Math.max(this.#poll.since, knownUntil - repliesWithinMs);
    for await (const page of graphPages(this.#api, `${mediaId}/comments`, query, commentSchema, cursor)) {
      for (const comment of page.data) await this.#take(comment, mediaId);
      if (page.data.some(({ timestamp }) => Date.parse(timestamp) < stopAt)) return null;
      if (!this.#poll.budget.allowsReading && page.after !== null) return page.after;
    }
    return null;
  }

  /** @returns ids that Instagram left out this time */
  async reread(unfinished: readonly string[]): Promise<string[]> {
    const places = new Map<string, string>(unfinished.map((id) => [id, '']));
    for (const { id, place, kind } of this.#poll.waiting)
      if (kind === 'comment' && !this.#read.has(id)) places.set(id, place ?? '');
    const wanted = Array.from(places.keys(), (id) => ({ id, query: { fields: commentFields } }));
    const skipped: string[] = [];
    // Batches are documented for Facebook's host only.
    const read = isInstagramLogin(this.#poll)
      ? readOneByOne(this.#api, wanted, commentSchema, this.#poll.budget)
      : readByIds(this.#api, wanted, commentSchema, this.#poll.now);
    for (const { id, value } of await read) {
      if (value === 'gone') this.#poll.onGone(id);
      else if (value === 'skipped') skipped.push(id);
      else await this.#take(value, places.get(id) ?? '');
    }
    return skipped;
  }

  async #take(comment: Comment, mediaId: string): Promise<void> {
    this.#read.add(comment.id);
    const replies: Reply[] = [...(comment.replies?.data ?? [])];
    let after = comment.replies?.after ?? null;
    if (after !== null && this.#poll.budget.allowsReading) {
      const query = { fields: replyFields, limit: 50 };
      for await (const page of graphPages(this.#api, `${comment.id}/replies`, query, replySchema, after)) {
        replies.push(...page.data);
        after = page.after;
        if (!this.#poll.budget.allowsReading) break;
      }
    }
    const isPartial = after !== null;
    this.#poll.onThread({ ...this.#toThread(comment, replies, mediaId), isPartial, isCutShort: isPartial });
  }

  #toThread(comment: Comment, replies: readonly Reply[], mediaId: string): Thread {
    const permalink = this.#media.get(mediaId)?.permalink;
    return {
      id: comment.id,
      place: mediaId,
      kind: 'comment',
      permalink: permalink === undefined ? null : `${permalink.replace(/\/$/, '')}/c/${comment.id}/`,
      rating: null,
      replyRejected: false,
      messages: [comment, ...replies].map((each) => this.#toMessage(each)),
    };
  }

  #toMessage(comment: Reply): Message {
    const name = comment.username ?? comment.from?.username ?? null;
    // `user` is only returned to the owner of the comment; `from.id` is another id than the account's own.
    const isBusiness = name?.toLowerCase() === this.#username || comment.user !== undefined;
    return aMessage({
      id: comment.id,
      author: { id: comment.from?.id ?? null, name, isBusiness },
      text: comment.text,
      createdAt: comment.timestamp,
      hidden: comment.hidden,
    });
  }
}
