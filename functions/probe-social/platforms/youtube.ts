import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Message, Thread } from '../../../shared/model/conversation.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Api, type ApiOptions, PageGuard } from '../api.ts';
import { type Answer, ApiFault, errorWord, faultByStatus } from '../api-fault.ts';
import {
  aMessage,
  type Platform,
  type PlatformAccess,
  type Poll,
  type PollOutcome,
  platformInstant,
} from '../platform.ts';
import { googleReason, openWithRefresh } from './google-access.ts';

/**
 * YouTube comments by the Data API v3, under all videos of a channel. With nothing new a poll costs three units of the
 * day's 10,000: the newest threads, those who wait, and fifty that were closed lately, because a new reply does not lift
 * an old thread. The secret is an API key, or `clientId`, `clientSecret` and `refreshToken`.
 */
export const youtube: Platform = {
  id: 'youtube',
  budget: 40,
  rereadLimit: 200,
  poll,
  async identify(access) {
    const api = openYoutube(access);
    const { items } = await api.call({
      path: 'channels',
      query: { part: 'snippet', id: access.account, ...key(access) },
      schema: channelsSchema,
    });
    const [channel] = items;
    if (channel === undefined) throw new ApiFault('gone', sayResponses('responses/not-there', { what: 'channel' }));
    return {
      who: `${channel.snippet.title} (${channel.id})`,
      may: [isKey(access) ? 'public comments, by an API key' : 'comments, as the channel'],
      expiresAt: null,
      renewedBy: isKey(access) ? 'nobody: it does not end' : 'touchlight',
    };
  },
};

const memorySchema = z
  .object({
    /** Epoch ms until which the newest threads are known; 0 before the first reading came to its end. */
    knownUntil: z.number(),
    resume: z.object({ pageToken: z.string(), startedAt: z.number() }).nullable(),
    /** Units used, by Pacific date: Google does not say how many are left. */
    quota: z.object({ date: z.string(), units: z.number() }),
    closedAfter: z.string(),
  })
  .catch({ knownUntil: 0, resume: null, quota: { date: '', units: 0 }, closedAfter: '' });

/** Of the day's 10,000; the rest is for whatever else the project does. */
const unitsPerDay = 9000;
const idsPerCall = 50;

const channelsSchema = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), snippet: z.looseObject({ title: z.string() }) })).default([]),
});

const commentSchema = z.looseObject({
  id: z.string(),
  snippet: z.looseObject({
    textDisplay: z.string().default(''),
    authorDisplayName: z.string().optional(),
    authorChannelId: z.looseObject({ value: z.string() }).optional(),
    viewerRating: z.string().optional(),
    moderationStatus: z.string().optional(),
    publishedAt: platformInstant,
    updatedAt: platformInstant.optional(),
  }),
});
type Comment = z.infer<typeof commentSchema>;

const threadSchema = z.looseObject({
  id: z.string(),
  snippet: z.looseObject({
    videoId: z.string().optional(),
    totalReplyCount: z.number().default(0),
    isPublic: z.boolean().default(true),
    topLevelComment: commentSchema,
  }),
  replies: z.looseObject({ comments: z.array(commentSchema).default([]) }).optional(),
});
type YoutubeThread = z.infer<typeof threadSchema>;

const listOf = <T>(item: z.ZodType<T>) =>
  z.looseObject({ items: z.array(item).default([]), nextPageToken: z.string().optional() });

async function poll(poll: Poll): Promise<PollOutcome> {
  const memory = memorySchema.parse(poll.memory);
  const date = pacificDate(poll.now);
  const used = memory.quota.date === date ? memory.quota.units : 0;
  if (used >= unitsPerDay) {
    throw new ApiFault('quota', sayResponses('responses/units-used', { units: used }), pacificMidnight(poll.now));
  }
  const reader = new Reader(openYoutube(poll), poll);
  const newest = await reader.readNewest(memory);
  const closedAfter = await reader.reread(memory.closedAfter);
  return {
    memory: { ...newest, quota: { date, units: used + reader.units }, closedAfter },
    complete: newest.resume === null,
    blindSpots:
      poll.likesAnswer && isKey(poll) ? [sayResponses('responses/likes-unseen', { platform: 'youtube' })] : [],
  };
}

class Reader {
  units = 0;
  readonly #api: Api;
  readonly #poll: Poll;
  readonly #read = new Set<string>();

  constructor(api: Api, poll: Poll) {
    this.#api = api;
    this.#poll = poll;
  }

  /** Newest threads first, down to what is known or to the end of the look-back; a long way is gone in several polls. */
  async readNewest({ knownUntil, resume }: z.infer<typeof memorySchema>) {
    const { since, now, budget } = this.#poll;
    const stopAt = Math.max(since, knownUntil - 15 * minuteMs);
    const startedAt = resume?.startedAt ?? now;
    const guard = new PageGuard();
    let pageToken = resume?.pageToken;
    for (;;) {
      const page = await this.#newestPage(pageToken);
      for (const thread of page.items) await this.#take(thread);
      const isOld = page.items.some(({ snippet }) => Date.parse(snippet.topLevelComment.snippet.publishedAt) < stopAt);
      if (isOld || page.nextPageToken === undefined) return { knownUntil: startedAt, resume: null };
      pageToken = page.nextPageToken;
      guard.turn(
        pageToken,
        page.items.map(({ id }) => id),
      );
      if (!budget.allowsReading) return { knownUntil, resume: { pageToken, startedAt } };
    }
  }

  async #newestPage(pageToken: string | undefined) {
    const read = (token: string | undefined) =>
      this.#list('commentThreads', threadSchema, {
        part: 'snippet,replies',
        allThreadsRelatedToChannelId: this.#poll.account,
        order: 'time',
        maxResults: 100,
        textFormat: 'plainText',
        pageToken: token,
      });
    try {
      return await read(pageToken);
    } catch (error) {
      // A page token does not live long; from the start, then.
      if (pageToken !== undefined && error instanceof ApiFault && error.kind === 'refused') return read(undefined);
      throw error;
    }
  }

  /** Who waits, and in turn what was closed lately. @returns where the next poll's turn begins */
  async reread(closedAfter: string): Promise<string> {
    const waiting = this.#poll.waiting.map(({ id }) => id).filter((id) => !this.#read.has(id));
    const closed = this.#poll.closed
      .map(({ id }) => id)
      .filter((id) => !this.#read.has(id))
      .toSorted();
    const turn = [...closed.filter((id) => id > closedAfter), ...closed.filter((id) => id <= closedAfter)];
    const next = turn.slice(0, idsPerCall);
    for (let start = 0; start < waiting.length; start += idsPerCall) {
      await this.#byIds(waiting.slice(start, start + idsPerCall));
    }
    if (next.length > 0) await this.#byIds(next);
    return next.at(-1) ?? '';
  }

  async #byIds(ids: readonly string[]): Promise<void> {
    const query = { part: 'snippet,replies', id: ids.join(','), textFormat: 'plainText' };
    const { items } = await this.#list('commentThreads', threadSchema, query);
    for (const thread of items) await this.#take(thread);
    // The answer is whole and this one is not in it: it was deleted.
    for (const id of ids) if (!items.some((thread) => thread.id === id)) this.#poll.onGone(id);
  }

  async #take(thread: YoutubeThread): Promise<void> {
    this.#read.add(thread.id);
    const inline = thread.replies?.comments ?? [];
    const isWhole = thread.snippet.totalReplyCount <= inline.length;
    const { all, isPartial } = isWhole ? { all: inline, isPartial: false } : await this.#replies(thread.id, inline);
    this.#poll.onThread({ ...toThread(thread, all, this.#poll.account), isPartial, isCutShort: isPartial });
  }

  /** Inline replies are a subset. Their number may be higher than what is ever listed, so pages end the list, not the count. */
  async #replies(parentId: string, inline: readonly Comment[]) {
    const all = new Map(inline.map((comment) => [comment.id, comment]));
    const guard = new PageGuard();
    let pageToken: string | undefined;
    do {
      const query = { part: 'snippet', parentId, maxResults: 100, textFormat: 'plainText', pageToken };
      const page = await this.#list('comments', commentSchema, query);
      for (const comment of page.items) all.set(comment.id, comment);
      pageToken = page.nextPageToken;
      if (pageToken !== undefined)
        guard.turn(
          pageToken,
          page.items.map(({ id }) => id),
        );
    } while (pageToken !== undefined && this.#poll.budget.allowsReading);
    return { all: [...all.values()], isPartial: pageToken !== undefined };
  }

  #list<T>(path: string, item: z.ZodType<T>, query: Record<string, string | number | undefined>) {
    this.units += 1;
    return this.#api.call({ path, query: { ...query, ...key(this.#poll) }, schema: listOf(item) });
  }
}

function toThread(thread: YoutubeThread, replies: readonly Comment[], channelId: string): Thread {
  const { videoId, topLevelComment, isPublic } = thread.snippet;
  const at = videoId === undefined ? `channel/${channelId}/community?lc=` : `watch?v=${videoId}&lc=`;
  return {
    id: thread.id,
    place: videoId ?? null,
    kind: 'comment',
    permalink: `https://www.youtube.com/${at}${thread.id}`,
    rating: null,
    replyRejected: false,
    messages: [topLevelComment, ...replies].map((comment) => toMessage(comment, channelId, isPublic)),
  };
}

function toMessage({ id, snippet }: Comment, channelId: string, isPublic: boolean): Message {
  const authorId = snippet.authorChannelId?.value ?? null;
  return aMessage({
    id,
    author: { id: authorId, name: snippet.authorDisplayName ?? null, isBusiness: authorId === channelId },
    text: snippet.textDisplay,
    createdAt: snippet.publishedAt,
    editedAt: snippet.updatedAt ?? null,
    hidden: !isPublic || (snippet.moderationStatus ?? 'published') !== 'published',
    liked: snippet.viewerRating === 'like',
    noReply: snippet.moderationStatus === 'likelySpam' ? 'spam' : null,
  });
}

function openYoutube(access: PlatformAccess): Api {
  const options: Omit<ApiOptions, 'headers'> = {
    base: access.base ?? 'https://www.googleapis.com/youtube/v3/',
    classify: classifyYoutube,
  };
  if (!isKey(access)) return openWithRefresh(access, options);
  return access.open({ ...options, headers: async () => ({}) });
}

function isKey({ credential }: PlatformAccess): boolean {
  return credential['token'] !== undefined;
}

/** An API key goes with the query, because that is the only place where Google takes one. */
function key({ credential }: PlatformAccess): { key?: string } {
  const { token } = credential;
  return token === undefined ? {} : { key: token };
}

const authReasons = new Set(['keyInvalid', 'API_KEY_INVALID', 'accessNotConfigured', 'authError', 'UNAUTHENTICATED']);
const permissionReasons =
  /^(forbidden|insufficientPermissions|commentsDisabled|(channel|authenticatedUserAccount)(Closed|Suspended))$/;

function classifyYoutube(answer: Answer, now: number): ApiFault | null {
  const reason = googleReason(answer);
  if (reason === null) return faultByStatus(answer, now);
  const clue = errorWord(reason);
  if (/^(quota|dailyLimit)Exceeded$/.test(reason)) return new ApiFault('quota', clue, pacificMidnight(now));
  if (/ateLimitExceeded$/.test(reason)) return new ApiFault('throttled', clue);
  if (authReasons.has(reason)) return new ApiFault('auth', clue);
  if (permissionReasons.test(reason)) return new ApiFault('permission', clue);
  if (/NotFound$/.test(reason)) return new ApiFault('gone', clue);
  if (reason === 'processingFailure' || reason === 'backendError') return new ApiFault('transient', clue);
  if (reason === 'invalidPageToken') return new ApiFault('refused', clue);
  return faultByStatus(answer, now) ?? new ApiFault('refused', clue);
}

/** Google counts a day's quota from midnight in California. */
function pacificDate(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('America/Los_Angeles').toPlainDate().toString();
}

function pacificMidnight(now: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('America/Los_Angeles');
  return zoned.startOfDay().add({ days: 1 }).epochMilliseconds;
}
