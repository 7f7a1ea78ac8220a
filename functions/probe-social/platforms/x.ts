import { z } from 'zod';
import type { Message } from '../../../shared/model/conversation.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Api, PageGuard } from '../api.ts';
import { aMessage, type Platform, type Poll, type PollOutcome, platformInstant } from '../platform.ts';
import { isRenewable, openX } from './x-access.ts';

/**
 * Mentions on X by the API v2; `page` is the account's numeric id. Each post read costs money,
 * so a poll with nothing new makes two calls that return nothing: mentions and own posts since the last ones known. Who
 * waits is looked up once a day, to see whether the post still exists. Replies that do not mention the account are not seen.
 */
export const x: Platform = {
  id: 'x',
  budget: 25,
  rereadLimit: 300,
  poll,
  async identify(access) {
    const { data } = await openX(access).call({ path: `users/${access.account}`, schema: userSchema });
    return {
      who: `@${data.username} (${data.id})`,
      may: ['public mentions and posts'],
      expiresAt: null,
      renewedBy: isRenewable(access) ? 'touchlight' : 'nobody: it does not end',
    };
  },
};

const memorySchema = z
  .object({
    mentionsSince: z.string().nullable(),
    ownSince: z.string().nullable(),
    lookedUpAt: z.number(),
  })
  .catch({ mentionsSince: null, ownSince: null, lookedUpAt: 0 });

const userSchema = z.looseObject({ data: z.looseObject({ id: z.string(), username: z.string() }) });
const postSchema = z.looseObject({
  id: z.string(),
  text: z.string().default(''),
  author_id: z.string().optional(),
  created_at: platformInstant,
  referenced_tweets: z.array(z.looseObject({ type: z.string(), id: z.string() })).optional(),
});
type Post = z.infer<typeof postSchema>;

const pageSchema = z.looseObject({
  // Absent when there is nothing.
  data: z.array(postSchema).default([]),
  includes: z
    .looseObject({ users: z.array(z.looseObject({ id: z.string(), username: z.string().optional() })).default([]) })
    .optional(),
  errors: z
    .array(
      z.looseObject({
        // Both are optional in X's own schema.
        resource_id: z.string().optional(),
        value: z.string().optional(),
        type: z.string().optional(),
      }),
    )
    .default([]),
  meta: z.looseObject({ newest_id: z.string().optional(), next_token: z.string().optional() }).optional(),
});

const fields = 'author_id,created_at,in_reply_to_user_id,referenced_tweets';

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openX(poll);
  const memory = memorySchema.parse(poll.memory);
  const names = new Map<string, string>();
  const mentions = await readSince(api, poll, 'mentions', memory.mentionsSince, names);
  const own = await readSince(api, poll, 'tweets', memory.ownSince, names);
  const answers = answersByMention(own.posts);
  const liked = poll.likesAnswer ? await likedPosts(api, poll, mentions.posts) : new Set<string>();
  for (const post of mentions.posts) {
    if (post.author_id === poll.account) continue;
    const message = { ...toMessage(post, names, false), liked: liked.has(post.id) };
    poll.onThread(toThread(message, answers.get(post.id)));
  }
  const fresh = new Set(mentions.posts.map(({ id }) => id));
  for (const waiting of poll.waiting) {
    const answer = answers.get(waiting.id);
    const isLiked = liked.has(waiting.id);
    if ((answer === undefined && !isLiked) || fresh.has(waiting.id)) continue;
    // The mention itself is not read again: that would cost, and who waited since when is known.
    const known = aMessage({
      id: waiting.id,
      author: { id: waiting.authorId, name: null, isBusiness: false },
      text: '',
      createdAt: waiting.startedAt,
      liked: isLiked,
    });
    poll.onThread(toThread(known, answer));
  }
  const lookedUpAt = await lookUpDaily(api, poll, memory.lookedUpAt);
  return {
    memory: {
      mentionsSince: mentions.newest,
      ownSince: own.newest,
      lookedUpAt,
    },
    complete: mentions.complete && own.complete,
    ...(!mentions.complete && {
      blindSpots: [sayResponses('responses/mentions-skipped', { platform: 'x' })],
    }),
  };
}

/** The latest hundred posts that the account liked; asked only while somebody waits, because each is paid for. */
async function likedPosts(api: Api, poll: Poll, fresh: readonly Post[]): Promise<ReadonlySet<string>> {
  if (poll.waiting.length + fresh.length === 0) return new Set();
  const { data } = await api.call({
    path: `users/${poll.account}/liked_tweets`,
    query: { max_results: 100, 'tweet.fields': 'created_at' },
    schema: pageSchema,
  });
  return new Set(data.map(({ id }) => id));
}

/** Everything newer than the newest known id. Ids exceed what a JavaScript number holds and stay text. */
async function readSince(
  api: Api,
  poll: Poll,
  what: 'mentions' | 'tweets',
  sinceId: string | null,
  names: Map<string, string>,
) {
  const posts: Post[] = [];
  const guard = new PageGuard();
  let newest = sinceId;
  let token: string | undefined;
  for (;;) {
    const page = await api.call({
      path: `users/${poll.account}/${what}`,
      query: {
        max_results: 100,
        since_id: sinceId ?? undefined,
        start_time: sinceId === null ? new Date(poll.since).toISOString() : undefined,
        exclude: what === 'tweets' ? 'retweets' : undefined,
        'tweet.fields': fields,
        // Names cost twice what posts cost, and are worth it only for those who wait on us.
        expansions: what === 'mentions' ? 'author_id' : undefined,
        'user.fields': what === 'mentions' ? 'username' : undefined,
        pagination_token: token,
      },
      schema: pageSchema,
    });
    posts.push(...page.data);
    for (const user of page.includes?.users ?? []) names.set(user.id, `@${user.username ?? ''}`);
    newest = newerId(newest, page.meta?.newest_id ?? null);
    token = page.meta?.next_token;
    if (token === undefined) return { posts, newest, complete: true };
    guard.turn(
      token,
      page.data.map(({ id }) => id),
    );
    if (!poll.budget.allowsReading) return { posts, newest, complete: false };
  }
}

function newerId(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a.length === b.length ? (a > b ? a : b) : a.length > b.length ? a : b;
}

/** The first own post that replies to each post or quotes it. */
function answersByMention(own: readonly Post[]): ReadonlyMap<string, Post> {
  const answers = new Map<string, Post>();
  for (const post of own.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))) {
    const answered = post.referenced_tweets?.filter(({ type }) => type === 'replied_to' || type === 'quoted') ?? [];
    for (const { id } of answered) answers.set(id, post);
  }
  return answers;
}

const idsPerCall = 100;

async function lookUpDaily(api: Api, poll: Poll, lookedUpAt: number): Promise<number> {
  if (poll.now - lookedUpAt < dayMs) return lookedUpAt;
  const ids = poll.waiting.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += idsPerCall) {
    const slice = ids.slice(start, start + idsPerCall);
    const page = await api.call({
      path: 'tweets',
      query: { ids: slice.join(','), 'tweet.fields': fields },
      schema: pageSchema,
    });
    for (const { resource_id, value, type } of page.errors) {
      const id = resource_id ?? value;
      if (id !== undefined && type?.endsWith('resource-not-found')) poll.onGone(id);
    }
  }
  return poll.now;
}

function toMessage(post: Post, names: ReadonlyMap<string, string>, isBusiness: boolean): Message {
  return aMessage({
    id: post.id,
    author: { id: post.author_id ?? null, name: names.get(post.author_id ?? '') ?? null, isBusiness },
    // Every mention begins with our own name, which says nothing.
    text: post.text.replace(/^(@\w+\s+)+/, ''),
    createdAt: post.created_at,
  });
}

function toThread(mention: Message, answer: Post | undefined) {
  const messages =
    answer === undefined ? [mention] : [mention, { ...toMessage(answer, new Map(), true), replyTo: mention.id }];
  return {
    id: mention.id,
    place: null,
    kind: 'mention' as const,
    permalink: `https://x.com/i/web/status/${mention.id}`,
    rating: null,
    replyRejected: false,
    messages,
  };
}
