import { answerBatch, graphError, graphFaults, graphPage, graphTime, tokenOf } from './graph.ts';
import { type Field, parseFields, pick } from './graph-fields.ts';
import { LoginTokens } from './login-tokens.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const instagramToken = 'EAAG-instagram-token-of-coffee-lab';
/** By Instagram's own login: it ends after 60 days unless it is renewed, and knows neither batches nor `debug_token`. */
export const instagramLogin = { login: 'instagram', token: 'IGAA-token-0-of-coffee-lab' } as const;

export interface InstagramOptions {
  /** When the token of Instagram's own login was made, epoch ms: younger than a day it cannot be renewed. */
  readonly loggedInAt?: number;
}

/** Instagram by the Graph API: one level of replies, pages of 50, `user` only on own comments, the account renamed now and then. */
export function instagramStub(world: World, { loggedInAt = world.now }: InstagramOptions = {}): StubPlatform {
  const username = () => (world.now % 2 === 0 ? 'coffeelab' : 'CoffeeLab');
  const tokens = new LoginTokens(world, instagramLogin.token, loggedInAt);
  const answer = (request: StubRequest): StubAnswer => {
    const token = tokenOf(request) ?? '';
    const isLive = tokens.isLive(token);
    if (token !== instagramToken && !isLive) return graphError(190, 463);
    if (request.path === 'refresh_access_token') return tokens.renew(token);
    if (isLive && (request.method === 'POST' || request.path === 'debug_token')) return graphError(100);
    if (request.method === 'POST') return answerBatch(request, world, answer);
    const [first = '', edge] = request.path.split('/');
    const fields = parseFields(request.query.get('fields') ?? 'id,text,timestamp');
    if (first === 'me' && edge === 'conversations') return { body: chats(world, request) };
    if (first.startsWith(chatPrefix)) return chat(world, first, fields, username());
    if (first === 'debug_token')
      return { body: { data: { is_valid: true, expires_at: 0, scopes: ['instagram_basic'] } } };
    if (first === world.business.id && edge === undefined) {
      return { body: pick({ id: world.business.id, username: username() }, fields) };
    }
    if (first === world.business.id) return { body: media(world, fields, request) };
    if (edge === 'comments') return { body: list(world, commentsOf(world, first), fields, request) };
    if (edge === 'replies') return { body: list(world, repliesTo(world, first), fields, request) };
    const entry = world.find(first);
    if (entry === undefined || entry.deleted) return graphError(100, 33);
    return { body: comment(world, entry, fields, username()) };
  };
  return {
    world,
    faults: graphFaults(80002),
    route: ({ method, path }) => {
      if (method === 'POST') return 'batch';
      if (path.startsWith(chatPrefix)) return 'chat';
      return path.split('/')[1] ?? (path.endsWith('_token') ? path : 'account');
    },
    answer,
  };
}

const chatPrefix = 'aWdf';

/** Private chats, the last written first; of each, nothing but when that was. */
function chats(world: World, request: StubRequest): Record<string, unknown> {
  const all = world.roots().flatMap(({ id, inPrivate }) => {
    const last = inPrivate ? world.thread(id).at(-1) : undefined;
    return last === undefined ? [] : [{ id: `${chatPrefix}${id}`, at: last.at }];
  });
  const shown = all.toSorted((a, b) => b.at - a.at).map(({ id, at }) => ({ id, updated_time: graphTime(at) }));
  return graphPage(shown, pageOf(request, 50));
}

/** The newest twenty messages of one; older ones are not to be had. */
function chat(world: World, chatId: string, fields: readonly Field[], username: string): StubAnswer {
  const entries = world.thread(chatId.slice(chatPrefix.length));
  if (entries.length === 0 || entries[0]?.deleted) return graphError(100, 33);
  const [messages] = fields.filter(({ name }) => name === 'messages');
  const shown = entries
    .toReversed()
    .slice(0, Math.min(Number(messages?.modifiers['limit'] ?? 25), 20))
    .map(({ id, at, text, author, byBusiness }) => ({
      id: `m_${id}`,
      created_time: graphTime(at),
      message: text,
      from: byBusiness
        ? { id: 'igs-of-the-account', username }
        : { id: `igs-${author?.id}`, username: author?.name.toLowerCase().replaceAll(' ', '.') },
    }));
  return { body: { id: chatId, messages: { data: shown } } };
}

function media(world: World, fields: readonly Field[], request: StubRequest): Record<string, unknown> {
  const since = Number(request.query.get('since') ?? 0) * 1000;
  const shown = world.posts.filter(({ at }) => at >= since).toReversed();
  return graphPage(
    shown.map(({ id, at }) =>
      pick(
        {
          id,
          timestamp: graphTime(at),
          permalink: `https://www.instagram.com/p/${id}/`,
          comments_count: world.under(id).filter(({ deleted }) => !deleted).length,
          is_comment_enabled: true,
        },
        fields,
      ),
    ),
    pageOf(request, 50),
  );
}

function commentsOf(world: World, postId: string): Entry[] {
  return world
    .under(postId)
    .filter(({ parentId, deleted }) => parentId === null && !deleted)
    .toReversed();
}

/** A reply to a reply hangs on the first-level comment too. */
function repliesTo(world: World, rootId: string): Entry[] {
  return world.thread(rootId).filter(({ id, deleted }) => id !== rootId && !deleted);
}

function list(world: World, entries: readonly Entry[], fields: readonly Field[], request: StubRequest) {
  const page = graphPage(entries, pageOf(request, 50));
  return { ...page, data: (page['data'] as Entry[]).map((entry) => comment(world, entry, fields, 'coffeelab')) };
}

function pageOf(request: StubRequest, most: number) {
  const limit = Math.min(Number(request.query.get('limit') ?? 25), most);
  return { limit, after: request.query.get('after'), address: `${request.base}${request.path}` };
}

function comment(world: World, entry: Entry, fields: readonly Field[], username: string): Record<string, unknown> {
  const name = entry.byBusiness ? username : entry.author?.name.toLowerCase().replaceAll(' ', '.');
  const all = {
    id: entry.id,
    text: entry.text,
    timestamp: graphTime(entry.at),
    ...(name !== undefined && { username: name }),
    ...(entry.author !== null && { from: { id: `igs-${entry.author.id}`, username: name } }),
    ...(entry.byBusiness && { user: { id: entry.author?.id } }),
    ...(entry.parentId !== null && { parent_id: entry.rootId }),
    hidden: entry.hidden,
  };
  return pick(all, fields, ({ name: field, fields: inner, modifiers }) => {
    const below = field === 'replies' ? repliesTo(world, entry.id) : [];
    if (below.length === 0) return undefined;
    const limit = Number(modifiers['limit'] ?? 25);
    const page = graphPage(below, {
      limit: Math.min(limit, 10),
      after: null,
      address: 'https://graph.example/replies',
    });
    return { ...page, data: (page['data'] as Entry[]).map((reply) => comment(world, reply, inner, username)) };
  });
}
