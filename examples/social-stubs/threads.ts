import { graphError, graphFaults, graphPage, graphTime, tokenOf } from './graph.ts';
import { type Field, parseFields, pick } from './graph-fields.ts';
import { LoginTokens } from './login-tokens.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const threadsToken = 'THAA-token-0-of-coffee-lab';

export interface ThreadsOptions {
  /** When the token was made, epoch ms: younger than a day it cannot be renewed. */
  readonly loggedInAt?: number;
}

/** Threads: all replies of a post in one flat list, no count of them, no numbers of people, no batches. */
export function threadsStub(world: World, { loggedInAt = world.now }: ThreadsOptions = {}): StubPlatform {
  const tokens = new LoginTokens(world, threadsToken, loggedInAt);
  return {
    world,
    faults: graphFaults(4),
    route: ({ path }) => path.split('/')[1] ?? (path === 'refresh_access_token' ? path : 'by id'),
    answer: (request) => {
      const token = tokenOf(request) ?? '';
      if (!tokens.isLive(token)) return graphError(190, 463);
      if (request.path === 'refresh_access_token') return tokens.renew(token);
      if (request.method !== 'GET') return graphError(100);
      return answer(world, request);
    },
  };
}

function answer(world: World, request: StubRequest): StubAnswer {
  const [first = '', edge] = request.path.split('/');
  const fields = parseFields(request.query.get('fields') ?? 'id');
  if (first === world.business.id) {
    if (edge === 'threads') return { body: posts(world, fields, request) };
    if (edge === 'replies') return { body: list(ownReplies(world), fields, request) };
    return { body: pick({ id: first, username: 'coffeelab' }, fields) };
  }
  if (edge === 'conversation') {
    const isThere = world.posts.some(({ id }) => id === first);
    return isThere ? { body: list(repliesUnder(world, first), fields, request) } : graphError(100, 33);
  }
  const entry = world.find(first);
  return entry === undefined || entry.deleted ? graphError(100, 33) : { body: reply(entry, fields) };
}

function posts(world: World, fields: readonly Field[], request: StubRequest): Record<string, unknown> {
  const since = Number(request.query.get('since') ?? 0) * 1000;
  const shown = world.posts.filter(({ at }) => at >= since).toReversed();
  const all = shown.map(({ id, at }) =>
    pick(
      {
        id,
        timestamp: graphTime(at),
        permalink: `https://www.threads.com/@coffeelab/post/${id}`,
        media_type: 'TEXT_POST',
        has_replies: repliesUnder(world, id).length > 0,
      },
      fields,
    ),
  );
  return graphPage(all, pageOf(request));
}

/** Newest first, whatever their depth. */
function repliesUnder(world: World, postId: string): Entry[] {
  return world
    .under(postId)
    .filter(({ deleted }) => !deleted)
    .toReversed();
}

function ownReplies(world: World): Entry[] {
  return [...world.entries()].filter(({ byBusiness, deleted }) => byBusiness && !deleted).toReversed();
}

function list(entries: readonly Entry[], fields: readonly Field[], request: StubRequest) {
  const shown = request.query.get('reverse') === 'false' ? entries.toReversed() : entries;
  const page = graphPage(shown, pageOf(request));
  return { ...page, data: (page['data'] as Entry[]).map((entry) => reply(entry, fields)) };
}

function pageOf(request: StubRequest) {
  const limit = Math.min(Number(request.query.get('limit') ?? 25), 100);
  return { limit, after: request.query.get('after'), address: `${request.base}${request.path}` };
}

function reply(entry: Entry, fields: readonly Field[]): Record<string, unknown> {
  const name = entry.byBusiness ? 'coffeelab' : entry.author?.name.toLowerCase().replaceAll(' ', '.');
  return pick(
    {
      id: entry.id,
      text: entry.text,
      timestamp: graphTime(entry.at),
      ...(name !== undefined && {
        username: name,
        permalink: `https://www.threads.com/@${name}/post/${entry.id}`,
      }),
      root_post: { id: entry.postId },
      replied_to: { id: entry.parentId ?? entry.postId },
      is_reply: true,
      is_reply_owned_by_me: entry.byBusiness,
      hide_status: entry.hidden ? 'HIDDEN' : 'NOT_HUSHED',
    },
    fields,
  );
}
