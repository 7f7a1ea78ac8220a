import { z } from 'zod';
import type { Message, Thread } from '../../../shared/model/conversation.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Api, PageGuard, type Query } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import {
  type ListedPost,
  postMemorySchema,
  type Reading,
  readChangedPosts,
  repliesWithinMs,
} from '../changed-posts.ts';
import { aMessage, type Platform, type Poll, type PollOutcome, unixInstant } from '../platform.ts';
import { callVk, openVk } from './vk-access.ts';

/**
 * Comments on the wall of a VK community, with a service or user token; `page` is the community's number. With nothing new
 * a poll makes one call, and one `execute` for each twelve who wait.
 */
export const vk: Platform = {
  id: 'vk',
  budget: 60,
  rereadLimit: 120,
  poll,
  async identify(access) {
    const { groups } = await callVk(openVk(access), 'groups.getById', { group_id: access.account }, groupsSchema);
    const [group] = groups;
    if (group === undefined) throw new ApiFault('gone', sayResponses('responses/not-there', { what: 'community' }));
    await callVk(openVk(access), 'wall.get', { owner_id: `-${access.account}`, count: 1 }, wallSchema);
    return {
      who: `${group.name} (${group.id})`,
      may: ['the public wall'],
      expiresAt: null,
      renewedBy: 'nobody: it does not end',
    };
  },
};

const memorySchema = z.object({ posts: postMemorySchema }).catch({ posts: {} });

const groupsSchema = z.looseObject({ groups: z.array(z.looseObject({ id: z.number(), name: z.string() })) });

const wallSchema = z.looseObject({
  count: z.number().optional(),
  items: z.array(
    z.looseObject({
      id: z.number(),
      date: z.number(),
      is_pinned: z.number().optional(),
      comments: z.looseObject({ count: z.number().default(0) }).optional(),
    }),
  ),
});

const commentShape = {
  id: z.number(),
  from_id: z.number().default(0),
  date: unixInstant,
  text: z.string().default(''),
  deleted: z.boolean().default(false),
  reply_to_comment: z.number().optional(),
  likes: z.looseObject({ group_liked: z.boolean().optional(), author_liked: z.boolean().optional() }).optional(),
  attachments: z.array(z.looseObject({ type: z.string() })).optional(),
};
const replySchema = z.looseObject(commentShape);
const commentSchema = z.looseObject({
  ...commentShape,
  post_id: z.number().optional(),
  thread: z.looseObject({ count: z.number().default(0), items: z.array(replySchema).default([]) }).optional(),
});
type Comment = z.infer<typeof commentSchema>;
type Reply = z.infer<typeof replySchema>;

const people = {
  profiles: z
    .array(z.looseObject({ id: z.number(), first_name: z.string().default(''), last_name: z.string().default('') }))
    .default([]),
  groups: z.array(z.looseObject({ id: z.number(), name: z.string().default('') })).default([]),
};
const commentsSchema = z.looseObject({
  count: z.number().default(0),
  current_level_count: z.number().optional(),
  items: z.array(commentSchema).default([]),
  ...people,
});
type Comments = z.infer<typeof commentsSchema>;
const pageSize = 100;

async function poll(poll: Poll): Promise<PollOutcome> {
  const memory = memorySchema.parse(poll.memory);
  const reader = new WallReader(openVk(poll), poll);
  const read = await readChangedPosts(await reader.listPosts(), memory.posts, poll, (id, reading) =>
    reader.readPost(id, reading),
  );
  await reader.reread();
  return { memory: { posts: read.memory }, complete: read.complete };
}

class WallReader {
  readonly #api: Api;
  readonly #poll: Poll;
  readonly #owner: string;
  readonly #read = new Set<string>();

  constructor(api: Api, poll: Poll) {
    this.#api = api;
    this.#poll = poll;
    this.#owner = `-${poll.account}`;
  }

  async listPosts(): Promise<ListedPost[]> {
    const listed: ListedPost[] = [];
    const guard = new PageGuard();
    for (let offset = 0; ; offset += pageSize) {
      const query = { owner_id: this.#owner, count: pageSize, offset, filter: 'all' };
      const { items, count = 0 } = await callVk(this.#api, 'wall.get', query, wallSchema);
      for (const { id, comments } of items) listed.push({ id: String(id), fingerprint: String(comments?.count ?? 0) });
      guard.turn(
        String(offset),
        items.map(({ id }) => String(id)),
      );
      // A pinned post comes first whatever its date.
      const isOld = items.some((post) => post.is_pinned !== 1 && post.date * 1000 < this.#poll.since);
      if (isOld || items.length < pageSize || offset + pageSize >= count || !this.#poll.budget.allowsReading)
        return listed;
    }
  }

  /**
   * First-level comments, newest first, each with its first ten replies. A new reply does not lift its comment, so a post
   * whose count changed is read for two weeks beyond what is known.
   */
  async readPost(postId: string, { cursor, knownUntil }: Reading): Promise<string | null> {
    const stopAt = Math.max(this.#poll.since, knownUntil - repliesWithinMs);
    for (let offset = Number(cursor ?? 0); ; offset += pageSize) {
      const page = await callVk(
        this.#api,
        'wall.getComments',
        { ...this.#common(postId), offset },
        commentsSchema,
      ).catch(ignoreClosed);
      for (const comment of page.items) await this.#take(comment, postId, page);
      const isOld = page.items.some(({ date }) => Date.parse(date) < stopAt);
      // `count` counts replies too; `current_level_count` is this level's.
      if (isOld || page.items.length === 0 || offset + pageSize >= (page.current_level_count ?? page.count))
        return null;
      if (!this.#poll.budget.allowsReading) return String(offset + pageSize);
    }
  }

  /** Two calls for each who waits (the comment itself, its replies), and 25 calls to one `execute`. */
  async reread(): Promise<void> {
    const waiting = this.#poll.waiting.filter(({ id }) => !this.#read.has(id));
    for (let start = 0; start < waiting.length; start += 12) {
      const slice = waiting.slice(start, start + 12);
      const calls = slice.flatMap(({ id, place }) => [
        `API.wall.getComment(${JSON.stringify({ owner_id: this.#owner, comment_id: id, extended: 1 })})`,
        `API.wall.getComments(${JSON.stringify({ ...this.#common(place ?? ''), comment_id: id, sort: 'desc', thread_items_count: 0 })})`,
      ]);
      const answers = await callVk(this.#api, 'execute', { code: `return [${calls.join(',')}];` }, executeSchema);
      for (const [index, { id, place }] of slice.entries()) {
        await this.#takeReread(id, place ?? '', answers[2 * index], answers[2 * index + 1]);
      }
    }
  }

  /** A failed call inside `execute` is `false`: not read this time, which says nothing about the comment. */
  async #takeReread(id: string, postId: string, own: unknown, below: unknown): Promise<void> {
    const [root, replies] = [commentsSchema.safeParse(own), commentsSchema.safeParse(below)];
    if (!root.success) return;
    const [comment] = root.data.items;
    if (comment === undefined) this.#poll.onGone(id);
    else if (replies.success) {
      const { items, count, profiles, groups } = replies.data;
      const names = { profiles: [...root.data.profiles, ...profiles], groups: [...groups] };
      const all = [...items];
      const query = { ...this.#common(postId), comment_id: id, thread_items_count: 0 };
      const isPartial = await this.#readOn(all, count, query, names);
      this.#poll.onThread({ ...this.#toThread(comment, all, postId, names), isPartial, isCutShort: isPartial });
    }
  }

  async #take(comment: Comment, postId: string, page: Comments): Promise<void> {
    this.#read.add(String(comment.id));
    const { count = 0, items = [] } = comment.thread ?? {};
    const names = { profiles: [...page.profiles], groups: [...page.groups] };
    const replies: Reply[] = [...items];
    const query = { ...this.#common(postId), comment_id: comment.id, sort: 'asc', thread_items_count: undefined };
    const isPartial = await this.#readOn(replies, count, query, names);
    this.#poll.onThread({ ...this.#toThread(comment, replies, postId, names), isPartial, isCutShort: isPartial });
  }

  /** @returns whether the budget has left some of a comment's replies unread */
  async #readOn(
    replies: Reply[],
    count: number,
    query: Query,
    names: { readonly profiles: Comments['profiles'] },
  ): Promise<boolean> {
    while (replies.length < count && this.#poll.budget.allowsReading) {
      const page = { ...query, offset: replies.length };
      const more = await callVk(this.#api, 'wall.getComments', page, commentsSchema);
      if (more.items.length === 0) return false;
      replies.push(...more.items);
      names.profiles.push(...more.profiles);
    }
    return replies.length < count;
  }

  #common(postId: string) {
    return {
      owner_id: this.#owner,
      post_id: postId,
      need_likes: 1,
      sort: 'desc',
      count: pageSize,
      extended: 1,
      thread_items_count: 10,
    };
  }

  #toThread(
    comment: Comment,
    replies: readonly Reply[],
    postId: string,
    names: Pick<Comments, 'profiles' | 'groups'>,
  ): Thread {
    return {
      id: String(comment.id),
      place: postId,
      kind: 'comment',
      permalink: `https://vk.com/wall${this.#owner}_${postId}?reply=${comment.id}`,
      rating: null,
      replyRejected: false,
      messages: [comment, ...replies].map((each) => this.#toMessage(each, names)),
    };
  }

  #toMessage(comment: Reply, { profiles, groups }: Pick<Comments, 'profiles' | 'groups'>): Message {
    const authorId = comment.from_id === 0 ? null : String(comment.from_id);
    const person = profiles.find(({ id }) => id === comment.from_id);
    const group = groups.find(({ id }) => -id === comment.from_id);
    const isSticker = comment.text === '' && comment.attachments?.[0]?.type === 'sticker';
    return aMessage({
      id: String(comment.id),
      author: {
        id: authorId,
        name: person === undefined ? (group?.name ?? null) : `${person.first_name} ${person.last_name}`.trim(),
        isBusiness: authorId === this.#owner,
      },
      // VK writes whom a reply addresses into its text: "[id123|Anna], ...".
      text: comment.text.replace(addressed, '$1'),
      addressees: [...comment.text.matchAll(addressed)].map(([, name = '']) => name),
      createdAt: comment.date,
      deleted: comment.deleted,
      liked: comment.likes?.group_liked === true,
      noReply: isSticker ? 'sticker' : null,
    });
  }
}

const addressed = /\[(?:id|club|public)\d+\|([^\]]+)\]/g;

const executeSchema = z.array(z.unknown());

const disabledCodes = new Set([212, 213, 801]);

/** Comments that are switched off are nobody's waiting. */
function ignoreClosed(error: unknown): Comments {
  if (!(error instanceof ApiFault)) throw error;
  const { id, params } = error.clue;
  if (id !== 'responses/error-code' || !disabledCodes.has(Number(params['code']))) throw error;
  return { count: 0, items: [], profiles: [], groups: [] };
}
