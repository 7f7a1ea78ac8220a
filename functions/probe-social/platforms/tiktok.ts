import { z } from 'zod';
import type { Message, Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
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
import { openTikTok, tikTokGrantEnd, tikTokRenewer } from './tiktok-access.ts';

/**
 * Comments on the videos of a TikTok business account by the Accounts API; `page` is its `business_id`. With nothing new a poll
 * lists the videos, twenty to a call, and reads those who wait in one call for each of their videos.
 */
export const tiktok: Platform = {
  id: 'tiktok',
  budget: 100,
  rereadLimit: 20,
  poll,
  async identify(access) {
    const granted = openTikTok(access);
    const about = { business_id: access.account, fields: '["username"]' };
    const { username } = (await granted.api.call({ path: 'business/get/', query: about, schema: accountSchema })).data;
    const query = { business_id: access.account, fields: videoFields, max_count: 1 };
    const [video] = (await granted.api.call({ path: 'business/video/list/', query, schema: videosSchema })).data.videos;
    // Whether comments may be read shows only where there is a video.
    if (video !== undefined) await listComments(granted.api, access.account, video.item_id, { max_count: 1 });
    const endsAt = tikTokGrantEnd(granted);
    return {
      who: `@${username} (${access.account})`,
      may: ['videos of this account and comments on them'],
      expiresAt: endsAt === null ? null : toInstant(endsAt),
      renewedBy: tikTokRenewer(granted),
    };
  },
};

const memorySchema = z
  .object({
    posts: postMemorySchema,
    /** Videos with more comments than TikTok lists in order of time. */
    tooLong: z.array(z.string()),
  })
  .catch({ posts: {}, tooLong: [] });

const accountSchema = z.looseObject({ data: z.looseObject({ username: z.string() }) });

/** Seconds since 1970; TikTok writes them as a text. */
const tikTokInstant = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  ])
  .pipe(unixInstant);

const videoFields = '["item_id","create_time","share_url","comments"]';
const videosSchema = z.looseObject({
  data: z.looseObject({
    videos: z
      .array(
        z.looseObject({
          item_id: z.string(),
          create_time: tikTokInstant,
          share_url: z.string().optional(),
          comments: z.number().optional(),
        }),
      )
      .default([]),
    cursor: z.number().default(0),
    has_more: z.boolean().default(false),
  }),
});

const replyShape = {
  comment_id: z.string(),
  create_time: tikTokInstant,
  text: z.string().default(''),
  replies: z.number().default(0),
  /** Written by the account itself. */
  owner: z.boolean(),
  /** By the account. */
  liked: z.boolean().default(false),
  status: z.string().optional(),
  username: z.string().optional(),
  display_name: z.string().optional(),
  parent_comment_id: z.string().nullish(),
};
const replySchema = z.looseObject(replyShape);
const commentSchema = z.looseObject({ ...replyShape, reply_list: z.array(replySchema).default([]) });
type Comment = z.infer<typeof commentSchema>;
type Reply = z.infer<typeof replySchema>;

const commentsSchema = z.looseObject({
  data: z.looseObject({
    comments: z.array(commentSchema).default([]),
    cursor: z.number().default(0),
    has_more: z.boolean().default(false),
  }),
});
const pageSize = 30;
/** Documented: what comes after so many is sorted by likes, and may come twice. */
const inOrder = 500;
/** Documented: ids to a call. */
const mostIds = 30;

async function listComments(api: Api, account: string, videoId: string, rest: Query) {
  const query = { business_id: account, video_id: videoId, status: 'ALL', include_replies: 'true', ...rest };
  return (await api.call({ path: 'business/comment/list/', query, schema: commentsSchema })).data;
}

async function poll(poll: Poll): Promise<PollOutcome> {
  const granted = openTikTok(poll);
  const memory = memorySchema.parse(poll.memory);
  const reader = new VideoReader(granted.api, poll, memory.tooLong);
  const videos = await reader.listVideos();
  await reader.reread();
  const read = await readChangedPosts(videos, memory.posts, poll, (id, reading) => reader.readVideo(id, reading));
  const endsAt = tikTokGrantEnd(granted);
  const tooLong = [...reader.tooLong].filter((id) => videos.some((video) => video.id === id));
  return {
    memory: { posts: read.memory, tooLong },
    complete: read.complete,
    ...(endsAt !== null && { tokenExpiresAt: endsAt }),
    ...(tooLong.length > 0 && {
      blindSpots: [sayResponses('responses/replies-unread', { platform: 'tiktok', threads: tooLong.length })],
    }),
  };
}

class VideoReader {
  readonly tooLong: Set<string>;
  readonly #api: Api;
  readonly #poll: Poll;
  readonly #links = new Map<string, string | null>();
  /** Of known conversations, until when all is known, epoch ms. */
  readonly #settledUntil: ReadonlyMap<string, number>;

  constructor(api: Api, poll: Poll, tooLong: readonly string[]) {
    this.#api = api;
    this.#poll = poll;
    this.tooLong = new Set(tooLong);
    this.#settledUntil = new Map(
      [...poll.waiting, ...poll.closed].map(({ id, state, waitingSince, answeredAt }) => {
        const until = state === 'waiting' ? waitingSince : answeredAt;
        return [id, until === null ? 0 : Date.parse(until)];
      }),
    );
  }

  /** Newest first; what is pinned to the top may be older. Without its number of comments, a video is read each time. */
  async listVideos(): Promise<ListedPost[]> {
    const listed: ListedPost[] = [];
    const guard = new PageGuard();
    for (let cursor: number | undefined; ; ) {
      const query = { business_id: this.#poll.account, fields: videoFields, max_count: 20, cursor };
      const { data } = await this.#api.call({ path: 'business/video/list/', query, schema: videosSchema });
      for (const { item_id: id, comments, share_url: link, create_time: at } of data.videos) {
        if (Date.parse(at) < this.#poll.since) continue;
        listed.push({ id, fingerprint: String(comments ?? this.#poll.now) });
        this.#links.set(id, link ?? null);
      }
      const isOld = Date.parse(data.videos.at(-1)?.create_time ?? '') < this.#poll.since;
      if (!data.has_more || isOld || !this.#poll.budget.allowsReading) return listed;
      cursor = data.cursor;
      guard.turn(
        String(cursor),
        data.videos.map(({ item_id: id }) => id),
      );
    }
  }

  /**
   * First-level comments, newest first, each with up to three replies. A new reply does not lift its comment, so a video whose
   * count changed is read for two weeks beyond what is known. Where the budget ends within a page, the cursor names the comment.
   */
  async readVideo(videoId: string, { cursor, knownUntil }: Reading): Promise<string | null> {
    const stopAt = Math.max(this.#poll.since, knownUntil - repliesWithinMs);
    const order = { sort_field: 'create_time', sort_order: 'desc', max_count: pageSize };
    const guard = new PageGuard();
    const [from = '', before, done] = cursor?.split(':') ?? [];
    let next = from === '' ? undefined : from;
    let read = Number(before ?? 0);
    let taken = Number(done ?? 0);
    for (;;) {
      const page = await listComments(this.#api, this.#poll.account, videoId, { ...order, cursor: next });
      for (const [index, comment] of page.comments.entries()) {
        if (index < taken) continue;
        // What is not shown of its replies costs requests of its own.
        const isLong = comment.replies > comment.reply_list.length;
        if (isLong && !this.#poll.budget.allowsReading) return [next, read, index].join(':');
        await this.#take(comment, videoId);
      }
      taken = 0;
      read += page.comments.length;
      if (!page.has_more) this.tooLong.delete(videoId);
      if (!page.has_more || endsBefore(page.comments, stopAt)) return null;
      if (read >= inOrder) {
        this.tooLong.add(videoId);
        return null;
      }
      next = String(page.cursor);
      guard.turn(
        next,
        page.comments.map(({ comment_id: id }) => id),
      );
      if (!this.#poll.budget.allowsReading) return `${next}:${read}`;
    }
  }

  /** Who waits, video by video. One that TikTok does not return when it is asked for by name is gone. */
  async reread(): Promise<void> {
    const byVideo = Map.groupBy(this.#poll.waiting, ({ place }) => place ?? '');
    for (const [videoId, waiting] of byVideo) {
      for (let start = 0; start < waiting.length && !this.#poll.budget.isSpent; start += mostIds) {
        const ids = waiting.slice(start, start + mostIds).map(({ id }) => id);
        const found = await this.#byIds(videoId, ids);
        for (const comment of found) await this.#take(comment, videoId);
        for (const id of ids) if (!found.some(({ comment_id: each }) => each === id)) this.#poll.onGone(id);
      }
    }
  }

  async #byIds(videoId: string, ids: readonly string[]): Promise<readonly Comment[]> {
    const rest = { comment_ids: JSON.stringify(ids), max_count: mostIds };
    try {
      return (await listComments(this.#api, this.#poll.account, videoId, rest)).comments;
    } catch (error) {
      // A video that is no longer listed was deleted; TikTok calls its number wrong.
      const isGone = error instanceof ApiFault && error.kind === 'refused' && !this.#links.has(videoId);
      if (isGone) return [];
      throw error;
    }
  }

  async #take(comment: Comment, videoId: string): Promise<void> {
    // Asked for by its id, a reply may stand beside its comment.
    if (comment.parent_comment_id) return;
    const { replies, isPartial, isCutShort } = await this.#repliesTo(comment, videoId);
    const messages = [comment, ...replies].map(toMessage);
    this.#poll.onThread({ ...this.#threadOf(comment, videoId), messages, isPartial, isCutShort });
  }

  /** All of them, or of a known conversation the newest, down to what is known. */
  async #repliesTo(comment: Comment, videoId: string) {
    const { comment_id: id, reply_list: shown } = comment;
    if (comment.replies <= shown.length) return { replies: shown, isPartial: false, isCutShort: false };
    if (!this.#poll.budget.allowsReading) return { replies: shown, isPartial: true, isCutShort: true };
    const replies: Reply[] = [];
    const guard = new PageGuard();
    const order = { sort_field: 'create_time', sort_order: 'desc', max_count: pageSize, status: 'ALL' };
    for (let cursor: number | undefined; ; ) {
      const query = { business_id: this.#poll.account, video_id: videoId, comment_id: id, ...order, cursor };
      const { data } = await this.#api.call({ path: 'business/comment/reply/list/', query, schema: commentsSchema });
      replies.push(...data.comments);
      if (!data.has_more) return { replies, isPartial: false, isCutShort: false };
      if (endsBefore(data.comments, this.#settledUntil.get(id) ?? 0))
        return { replies, isPartial: true, isCutShort: false };
      if (!this.#poll.budget.allowsReading) return { replies, isPartial: true, isCutShort: true };
      cursor = data.cursor;
      guard.turn(
        String(cursor),
        data.comments.map(({ comment_id: each }) => each),
      );
    }
  }

  #threadOf({ comment_id: id }: Comment, videoId: string): Omit<Thread, 'messages'> {
    const permalink = this.#links.get(videoId) ?? null;
    return { id, place: videoId, kind: 'comment', permalink, rating: null, replyRejected: false };
  }
}

/** Only of what really comes newest first, whatever was asked for. */
function endsBefore(comments: readonly Reply[], until: number): boolean {
  const times = comments.map(({ create_time: at }) => Date.parse(at));
  const isSorted = times.every((at, i) => i === 0 || at <= (times[i - 1] ?? at));
  return isSorted && (times.at(-1) ?? Number.POSITIVE_INFINITY) < until;
}

function toMessage(comment: Reply): Message {
  const { username, display_name: name } = comment;
  return aMessage({
    id: comment.comment_id,
    // Their names are unique, and what a person can find out; their numbers are not.
    author: { id: username ?? null, name: name ?? username ?? null, isBusiness: comment.owner },
    text: comment.text,
    createdAt: comment.create_time,
    hidden: comment.status === 'HIDDEN',
    liked: comment.liked,
  });
}
