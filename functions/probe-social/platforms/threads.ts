import { z } from 'zod';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import {
  type ListedPost,
  type PostMemory,
  postMemorySchema,
  type Reading,
  readChangedPosts,
} from '../changed-posts.ts';
import type { Platform, PlatformAccess, Poll, PollOutcome } from '../platform.ts';
import { graphPages, openGraph, pageOf } from './graph.ts';
import { checkDaily, loginEnd, loginLife, type MetaLogin } from './meta-login.ts';
import { type Reply, replyFields, replySchema, replyTrees, toThread } from './threads-replies.ts';

/**
 * Replies to an account's posts on Threads; `page` is the account's number, the secret a token of the account itself, which
 * ends after 60 days. Threads counts no replies, so a poll with nothing new lists the posts in one call, and reads one page of
 * replies of each post under which somebody waits and of 25 others in turn.
 */
export const threads: Platform = {
  id: 'threads',
  budget: 60,
  rereadLimit: 300,
  poll,
  async identify(access) {
    const api = openThreads(access);
    const query = { fields: 'id,username' };
    const { username } = await api.call({ path: access.account, query, schema: accountSchema });
    // The account's own replies are of no interest, but without threads_read_replies they are refused.
    await api.call({ path: `${access.account}/replies`, query: { fields: 'id', limit: 1 }, schema: pageOf(idSchema) });
    const may = ['posts of this account and replies to them'];
    return { who: `@${username} (${access.account})`, may, ...(await loginLife(access, login)) };
  },
};

const login: MetaLogin = { host: 'https://graph.threads.net/', grantType: 'th_refresh_token' };

function openThreads(access: PlatformAccess): Api {
  return openGraph({ ...access, base: access.base ?? 'https://graph.threads.net/v1.0/' });
}

const memorySchema = z
  .object({
    posts: postMemorySchema,
    /** Posts with more replies than one poll may read. */
    tooLong: z.array(z.string()),
    tokenCheckedAt: z.number(),
    tokenExpiresAt: z.number().nullable(),
  })
  .catch({ posts: {}, tooLong: [], tokenCheckedAt: 0, tokenExpiresAt: null });

const idSchema = z.looseObject({ id: z.string() });
const accountSchema = z.looseObject({ id: z.string(), username: z.string() });
const postSchema = z.looseObject({
  id: z.string(),
  permalink: z.string().optional(),
  media_type: z.string().optional(),
  has_replies: z.boolean().default(true),
});

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openThreads(poll);
  const memory = memorySchema.parse(poll.memory);
  const token = await checkDaily(poll.now, memory, () => loginEnd(poll, login));
  const links = await listPosts(api, poll);
  const reader = new ReplyReader(api, poll, links, memory.tooLong);
  const posts = whoseTurn([...links.keys()], memory.posts, poll);
  const read = await readChangedPosts(posts, memory.posts, poll, (id, reading) => reader.read(id, reading));
  const tooLong = [...reader.tooLong].filter((id) => links.has(id));
  return {
    memory: { posts: read.memory, tooLong, ...token },
    complete: read.complete,
    ...(token.tokenExpiresAt !== null && { tokenExpiresAt: token.tokenExpiresAt }),
    ...(tooLong.length > 0 && {
      blindSpots: [sayResponses('responses/replies-unread', { platform: 'threads', threads: tooLong.length })],
    }),
  };
}

/** Posts that have replies, newest first, with their links. What was reposted is another account's, with its replies. */
async function listPosts(api: Api, poll: Poll): Promise<ReadonlyMap<string, string | null>> {
  const links = new Map<string, string | null>();
  const query = {
    fields: 'id,permalink,media_type,has_replies,timestamp',
    since: Math.floor(poll.since / 1000),
    limit: 100,
  };
  for await (const page of graphPages(api, `${poll.account}/threads`, query, postSchema)) {
    for (const { id, permalink, media_type: type, has_replies: hasReplies } of page.data)
      if (hasReplies && type !== 'REPOST_FACADE') links.set(id, permalink ?? null);
    if (!poll.budget.allowsReading) break;
  }
  return links;
}

/** How many posts each poll reads of those that may have changed. */
const inTurn = 25;

/** Longest unread first: posts never read, those under which somebody waits, and some of the others. */
function whoseTurn(listed: readonly string[], memory: PostMemory, { waiting, now }: Poll): ListedPost[] {
  const places = new Set(waiting.flatMap(({ place }) => (place === null ? [] : [place])));
  const readAt = (id: string): number => memory[id]?.readAt ?? 0;
  const all = [...new Set([...listed, ...places])].toSorted((a, b) => readAt(a) - readAt(b));
  const isSettled = (id: string): boolean => {
    const known = memory[id];
    return known !== undefined && known.cursor === null && known.fingerprint !== '' && !places.has(id);
  };
  const later = new Set(all.filter(isSettled).slice(inTurn));
  return all.map((id) => ({ id, fingerprint: later.has(id) ? (memory[id]?.fingerprint ?? '') : String(now) }));
}

/** Where the budget ended: replies above were read, but what they reply to was not, so the next poll begins again. */
const again = 'again';

interface Replies {
  readonly replies: readonly Reply[];
  /** All there are, down to what is known, or cut by the end of the budget. */
  readonly end: 'all' | 'known' | 'cut';
}

class ReplyReader {
  readonly tooLong: Set<string>;
  readonly #api: Api;
  readonly #poll: Poll;
  readonly #links: ReadonlyMap<string, string | null>;
  #postsRead = 0;

  constructor(api: Api, poll: Poll, links: ReadonlyMap<string, string | null>, tooLong: readonly string[]) {
    this.#api = api;
    this.#poll = poll;
    this.#links = links;
    this.tooLong = new Set(tooLong);
  }

  async read(postId: string, { knownUntil }: Reading): Promise<string | null> {
    this.#postsRead += 1;
    const isAlone = this.#postsRead === 1;
    const missing = new Set(this.#poll.waiting.filter(({ place }) => place === postId).map(({ id }) => id));
    try {
      const { replies, end } = await this.#newestFirst(postId, missing, knownUntil);
      if (end === 'cut' && !isAlone) return again;
      if (end === 'cut') this.tooLong.add(postId);
      if (end === 'all') this.tooLong.delete(postId);
      for (const tree of replyTrees(replies, postId)) {
        // Whose reply was deleted leaves those below without it; where the reading was cut, it only was not read.
        if (tree.isRooted || end === 'all')
          this.#poll.onThread(toThread(tree, postId, this.#links.get(postId) ?? null));
      }
      if (end !== 'cut') await this.#lookFor(missing);
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
      // The post was deleted, and with it what was below.
      for (const id of missing) this.#poll.onGone(id);
    }
    return null;
  }

  /**
   * Down to what is known, to everybody who waits, and to the first-level reply above each reply.
   * @param missing loses those that were found
   */
  async #newestFirst(postId: string, missing: Set<string>, knownUntil: number): Promise<Replies> {
    const replies: Reply[] = [];
    const query = { fields: replyFields, reverse: 'true', limit: 100 };
    for await (const page of graphPages(this.#api, `${postId}/conversation`, query, replySchema)) {
      replies.push(...page.data);
      for (const { id } of page.data) missing.delete(id);
      if (page.after === null) return { replies, end: 'all' };
      const isKnown = missing.size === 0 && page.data.some(({ timestamp }) => Date.parse(timestamp) < knownUntil);
      if (isKnown && replyTrees(replies, postId).every(({ isRooted }) => isRooted)) return { replies, end: 'known' };
      if (!this.#poll.budget.allowsReading) return { replies, end: 'cut' };
    }
    return { replies, end: 'all' };
  }

  /** Not among the replies of its post: deleted, or merely not shown there. */
  async #lookFor(missing: ReadonlySet<string>): Promise<void> {
    for (const id of missing) {
      if (!this.#poll.budget.allowsReading) return;
      try {
        await this.#api.call({ path: id, query: { fields: 'id' }, schema: idSchema });
      } catch (error) {
        if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
        this.#poll.onGone(id);
      }
    }
  }
}
