import { answerBatch, graphError, graphFaults, graphPage, graphTime, tokenOf } from './graph.ts';
import { type Field, parseFields, pick } from './graph-fields.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const instagramToken = 'EAAG-instagram-token-of-coffee-lab';
/** By Instagram's own login: it ends after 60 days unless it is renewed, and knows neither batches nor `debug_token`. */
export const instagramLogin = { login: 'instagram', token: 'IGAA-token-0-of-coffee-lab' } as const;

export interface InstagramOptions {
  /** When the token of Instagram's own login was made, epoch ms: younger than a day it cannot be renewed. */
  readonly loggedInAt?: number;
}

const dayMs = 24 * 3_600_000;

/** Instagram by the Graph API: one level of replies, pages of 50, `user` only on own comments, the account renamed now and then. */
export function instagramStub(world: World, { loggedInAt = 0 }: InstagramOptions = {}): StubPlatform {
  const username = () => (world.now % 2 === 0 ? 'coffeelab' : 'CoffeeLab');
  const tokens = new Map<string, number>([[instagramLogin.token, loggedInAt]]);
  const renew = (madeAt: number): StubAnswer => {
    if (world.now - madeAt < dayMs) return graphError(100);
    const token = `IGAA-token-${tokens.size}-of-coffee-lab`;
    tokens.set(token, world.now);
    return { body: { access_token: token, token_type: 'bearer', expires_in: 60 * 86_400 } };
  };
  const answer = (request: StubRequest): StubAnswer => {
    const token = tokenOf(request) ?? '';
    const madeAt = tokens.get(token);
    const isLive = madeAt !== undefined && world.now - madeAt < 60 * dayMs;
    if (token !== instagramToken && !isLive) return graphError(190, 463);
    if (request.path === 'refresh_access_token') return renew(madeAt ?? 0);
    if (isLive && (request.method === 'POST' || request.path === 'debug_token')) return graphError(100);
    if (request.method === 'POST') return answerBatch(request, world, answer);
    const [first = '', edge] = request.path.split('/');
    const fields = parseFields(request.query.get('fields') ?? 'id,text,timestamp');
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
    route: ({ method, path }) =>
      method === 'POST' ? 'batch' : (path.split('/')[1] ?? (path.endsWith('_token') ? path : 'account')),
    answer,
  };
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
