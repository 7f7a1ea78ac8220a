import { answerBatch, graphError, graphFaults, graphPage, graphTime, tokenOf } from './graph.ts';
import { type Field, parseFields, pick } from './graph-fields.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

/** The page's own token; `user-token` is another kind, which Facebook answers with empty lists. */
export const facebookToken = 'EAAG-page-token-of-coffee-lab';

export interface FacebookOptions {
  /** Epoch seconds; 0 never. */
  readonly tokenExpiresAt?: number;
  /** What the page says of the business, by the names of the Graph API: `phone`, `hours`. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** Facebook's Graph API as far as comments go, with its quirks: see the tests for each. */
export function facebookStub(world: World, { tokenExpiresAt = 0, about = {} }: FacebookOptions = {}): StubPlatform {
  const answer = (request: StubRequest): StubAnswer => {
    const token = tokenOf(request);
    if (token !== facebookToken && token !== 'user-token') return graphError(190, 467);
    const [first = '', edge] = request.path.split('/');
    if (request.method === 'POST') return answerBatch(request, world, answer);
    if (first === 'me') return { body: token === facebookToken ? world.business : { id: '9', name: 'Somebody' } };
    if (first === 'debug_token') return { body: debugToken(tokenExpiresAt) };
    if (edge === undefined && first === world.business.id)
      return {
        body: pick({ ...world.business, ...about }, parseFields(request.query.get('fields') ?? ''), () => undefined),
      };
    if (edge === undefined) return object(world, first, request);
    if (token === 'user-token') return { body: { data: [] } };
    if (edge === 'conversations') return { body: chats(world, request) };
    if (edge === 'messages') return { body: chatMessages(world, first, request) };
    if (edge === 'comments') return { body: comments(world, first, request) };
    if (first === world.business.id) return { body: posts(world, edge, request) };
    return graphError(100, 33);
  };
  return {
    world,
    faults: graphFaults(80001),
    route: ({ method, path }) => (method === 'POST' ? 'batch' : (path.split('/').at(-1) ?? '')),
    answer,
  };
}

function debugToken(expiresAt: number) {
  return {
    data: { app_id: '1', type: 'PAGE', is_valid: true, expires_at: expiresAt, scopes: ['pages_read_engagement'] },
  };
}

/** Posts of the page, newest first. Visitors' posts are entries under no post. */
function posts(world: World, edge: string, request: StubRequest): Record<string, unknown> {
  const since = Number(request.query.get('since') ?? 0) * 1000;
  const fields = parseFields(request.query.get('fields') ?? '');
  const limit = Math.min(Number(request.query.get('limit') ?? 25), 100);
  const page = { limit, after: request.query.get('after'), address: `${request.base}${request.path}` };
  if (edge === 'visitor_posts') {
    const visitors = world
      .roots()
      .filter(({ postId, deleted, inPrivate, at }) => postId === null && !deleted && !inPrivate && at >= since);
    const shown = visitors.toReversed().map((entry) => {
      const below = world.thread(entry.id).filter((each) => each.id !== entry.id && !each.deleted);
      return pick({ ...postFields(entry.id, entry.at, below), message: entry.text }, fields, summaryOf(below));
    });
    return graphPage(shown, page);
  }
  const wanted = world.posts.filter(({ isAd, at }) => at >= since && isAd === (edge === 'ads_posts'));
  const shown = wanted.toReversed().map(({ id, at }) => {
    const below = visible(world.under(id));
    return pick(postFields(id, at, below), fields, summaryOf(below));
  });
  return graphPage(edge === 'published_posts' || edge === 'ads_posts' ? shown : [], page);
}

/** Private chats, the last written first, each with its newest messages first; the platform tells no more of it than that. */
function chats(world: World, { query, base, path }: StubRequest): Record<string, unknown> {
  const [messages] = parseFields(query.get('fields') ?? '').filter(({ name }) => name === 'messages');
  const all = world.roots().flatMap(({ id, inPrivate }) => {
    const messagesOf = inPrivate ? world.thread(id).toReversed() : [];
    return messagesOf[0] === undefined ? [] : [{ id: `t_${id}`, updatedAt: messagesOf[0].at, messagesOf }];
  });
  const shown = all
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .map(({ id, updatedAt, messagesOf }) => ({
      id,
      updated_time: graphTime(updatedAt),
      link: `/${world.business.id}/inbox/${id}/`,
      messages: graphPage(messagesOf.map(chatMessage), {
        limit: Number(messages?.modifiers['limit'] ?? 25),
        after: null,
        address: `${base}${id}/messages`,
      }),
    }));
  const limit = Math.min(Number(query.get('limit') ?? 25), 100);
  return graphPage(shown, { limit, after: query.get('after'), address: `${base}${path}` });
}

function chatMessage({ id, at, text, author }: Entry) {
  return { id: `m_${id}`, created_time: graphTime(at), message: text, from: author };
}

/** All messages of one chat, the newest first. */
function chatMessages(world: World, chatId: string, { query, base, path }: StubRequest): Record<string, unknown> {
  const limit = Math.min(Number(query.get('limit') ?? 25), 100);
  const all = world.thread(chatId.replace(/^t_/, '')).toReversed().map(chatMessage);
  return graphPage(all, { limit, after: query.get('after'), address: `${base}${path}` });
}

function postFields(id: string, at: number, below: readonly Entry[]) {
  const newest = below.reduce((latest, entry) => Math.max(latest, entry.at), at);
  return { id, created_time: graphTime(at), updated_time: graphTime(newest) };
}

function summaryOf(below: readonly Entry[]) {
  return ({ name, modifiers }: Field): unknown =>
    name === 'comments' && modifiers['summary'] === 'true'
      ? { data: [], summary: { order: 'ranked', total_count: below.length, can_comment: true } }
      : undefined;
}

/** Hidden comments are still shown to the page; deleted ones and what was below them are silently absent. */
function visible(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ deleted }) => !deleted);
}

function comments(world: World, postId: string, { query, base, path }: StubRequest): Record<string, unknown> {
  const fields = parseFields(query.get('fields') ?? '');
  const isStream = query.get('filter') === 'stream';
  const isComment = world.find(postId) !== undefined;
  const entries = isComment ? world.thread(postId).filter(({ id }) => id !== postId) : world.under(postId);
  const all = entries.filter(({ deleted, parentId }) => !deleted && (isStream || isComment || parentId === null));
  const ordered = query.get('order') === 'reverse_chronological' ? all.reverse() : all;
  const limit = Math.min(Number(query.get('limit') ?? 25), 100);
  const page = graphPage(ordered, { limit, after: query.get('after'), address: `${base}${path}` });
  return { ...page, data: (page['data'] as Entry[]).map((entry) => comment(world, entry, fields)) };
}

function object(world: World, id: string, { query }: StubRequest): StubAnswer {
  const entry = world.find(id);
  if (entry === undefined || entry.deleted) return graphError(100, 33);
  return { body: comment(world, entry, parseFields(query.get('fields') ?? '')) };
}

function comment(world: World, entry: Entry, fields: readonly Field[]): Record<string, unknown> {
  const thread = visible(world.thread(entry.rootId));
  const all = {
    id: entry.id,
    message: entry.text,
    created_time: graphTime(entry.at),
    ...(entry.author !== null && { from: entry.author }),
    ...(entry.parentId !== null && entry.postId !== null && { parent: { id: entry.parentId } }),
    comment_count: thread.filter(({ parentId }) => parentId === entry.id).length,
    user_likes: entry.liked && entry.reaction === 'LIKE',
    reactions: { data: [], summary: { viewer_reaction: entry.liked ? entry.reaction : 'NONE' } },
    is_hidden: entry.hidden,
    ...(entry.answeredPrivately && { private_reply_conversation: { id: 't_1' } }),
    ...(entry.sticker && { attachment: { type: 'sticker' } }),
    permalink_url: `https://www.facebook.com/555/posts/${entry.postId ?? entry.id}/?comment_id=${entry.id}`,
  };
  return pick(all, fields, ({ name, fields: inner }) => {
    if (name !== 'comments') return undefined;
    const below = thread.filter(({ id, rootId }) => id !== rootId && rootId === entry.id).reverse();
    const page = graphPage(below, { limit: 100, after: null, address: 'x' });
    return { ...page, data: (page['data'] as Entry[]).map((each) => comment(world, each, inner)) };
  });
}
