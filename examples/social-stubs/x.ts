import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const xToken = 'AAAA-x-bearer-of-coffee-lab';
/** A person's grant instead: access tokens of two hours, and a refresh token that is used up by being used. */
export const xGrant = {
  clientId: 'x-client-of-coffee-lab',
  clientSecret: 'x-client-secret-of-coffee-lab',
  refreshToken: 'x-refresh-token-0',
} as const;

/** X's API v2: no `data` where there is none, ids beyond 2^53, a mention with errors beside its data. */
export function xStub(world: World): StubPlatform {
  let grants = 0;
  let accessEndsAt = 0;
  const grant = ({ form, headers }: StubRequest): StubAnswer => {
    const basic = Buffer.from(`${xGrant.clientId}:${xGrant.clientSecret}`).toString('base64');
    if (headers.authorization !== `Basic ${basic}`) return { status: 401, body: { error: 'unauthorized_client' } };
    if (form.get('refresh_token') !== `x-refresh-token-${grants}`)
      return { status: 400, body: { error: 'invalid_request' } };
    grants += 1;
    accessEndsAt = world.now + 7200_000;
    const tokens = { access_token: `x-access-token-${grants}`, refresh_token: `x-refresh-token-${grants}` };
    return { body: { token_type: 'bearer', expires_in: 7200, ...tokens } };
  };
  const isKnown = ({ headers: { authorization } }: StubRequest): boolean =>
    authorization === `Bearer ${xToken}` ||
    (authorization === `Bearer x-access-token-${grants}` && world.now < accessEndsAt);
  const answer = (request: StubRequest): StubAnswer => {
    if (request.path === 'oauth2/token') return grant(request);
    if (!isKnown(request)) return { status: 401, body: { title: 'Unauthorized' } };
    const [, account, what] = request.path.split('/');
    if (request.path === 'tweets') return { body: lookUp(world, request) };
    if (account !== world.business.id) return { status: 404, body: {} };
    if (what === undefined) return { body: { data: { id: world.business.id, username: 'coffeelab' } } };
    if (what === 'liked_tweets') return { body: liked(world) };
    return { body: list(world, what, request) };
  };
  const usageCapped = { title: 'UsageCapExceeded', type: 'https://api.x.com/2/problems/usage-capped' };
  return {
    world,
    answer,
    route: ({ path }) => path.split('/')[2] ?? path,
    faults: {
      quota: () => ({ status: 429, body: usageCapped }),
      'throttled-with-hint': (_, { now }) => ({
        status: 429,
        headers: { 'x-rate-limit-reset': String(Math.floor(now / 1000) + 600) },
        body: { errors: [{ code: 88, message: 'Rate limit exceeded' }] },
      }),
      'wrong-shape': () => ({ body: { data: 'none' } }),
      'endless-pages': () => ({ body: { meta: { result_count: 0, next_token: `n${Math.random()}` } } }),
    },
  };
}

/** Beyond what a JavaScript number holds, on purpose. */
const prefix = '199000000000000';
const xId = (id: string) => `${prefix}${id.padStart(6, '0')}`;
const worldId = (id: string) => String(Number(id.slice(prefix.length)));

function list(world: World, what: string, { query }: StubRequest) {
  const since = query.get('since_id');
  const start = query.get('start_time');
  const all = [...world.entries()].filter(
    (entry) =>
      !entry.deleted &&
      entry.byBusiness === (what === 'tweets') &&
      (since === null || xId(entry.id) > since) &&
      (start === null || entry.at >= Date.parse(start)),
  );
  const size = Number(query.get('max_results') ?? 10);
  const from = Number(query.get('pagination_token')?.slice(1) ?? 0);
  const shown = all.toReversed().slice(from, from + size);
  if (shown.length === 0) return { meta: { result_count: 0 } };
  return {
    data: shown.map(post),
    ...(query.has('expansions') && {
      includes: { users: shown.flatMap(({ author }) => (author ? [{ id: author.id, username: author.name }] : [])) },
    }),
    meta: {
      result_count: shown.length,
      newest_id: xId(shown[0]?.id ?? ''),
      oldest_id: xId(shown.at(-1)?.id ?? ''),
      ...(from + size < all.length && { next_token: `n${from + size}` }),
    },
  };
}

function liked(world: World) {
  const shown = [...world.entries()].filter((entry) => entry.liked && !entry.deleted).toReversed();
  return shown.length === 0
    ? { meta: { result_count: 0 } }
    : { data: shown.map(post), meta: { result_count: shown.length } };
}

function lookUp(world: World, { query }: StubRequest) {
  const ids = (query.get('ids') ?? '').split(',');
  const found = ids.flatMap((id) => world.find(worldId(id)) ?? []).filter(({ deleted }) => !deleted);
  const missing = ids.filter((id) => !found.some((entry) => xId(entry.id) === id));
  return {
    ...(found.length > 0 && { data: found.map(post) }),
    ...(missing.length > 0 && {
      // The id stands in one of two places.
      errors: missing.map((id, n) => ({
        ...(n % 2 === 0 ? { resource_id: id } : { value: id }),
        type: 'https://api.x.com/2/problems/resource-not-found',
      })),
    }),
  };
}

function post(entry: Entry) {
  return {
    id: xId(entry.id),
    text: entry.byBusiness ? entry.text : `@coffeelab ${entry.text}`,
    author_id: entry.author?.id,
    created_at: new Date(entry.at).toISOString(),
    ...(entry.parentId !== null && {
      referenced_tweets: [{ type: entry.quotes ? 'quoted' : 'replied_to', id: xId(entry.parentId) }],
    }),
  };
}
