import { googleError, googleFaults, googleTokens } from './google.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

const starWords = ['STAR_RATING_UNSPECIFIED', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];

/**
 * Google's Business Profile reviews: newest change first, `{}` for none, empty fields left out, access tokens of an hour; and
 * `location`, the profile itself, as the Business Information API gives it: only what the mask names.
 */
export function googleReviewsStub(world: World, location: Readonly<Record<string, unknown>> = {}): StubPlatform {
  const tokens = googleTokens(world);
  const answer = (request: StubRequest): StubAnswer => {
    if (request.path === 'token') return tokens.issue(request);
    if (!tokens.accepts(request)) return googleError(401, 'authError', 'UNAUTHENTICATED');
    if (isLocation(request)) return { body: masked(world, location, request) };
    const id = /\/reviews\/(.+)$/.exec(request.path)?.[1];
    if (!request.path.startsWith(world.business.id)) return googleError(404, 'notFound', 'NOT_FOUND');
    if (id === undefined) return { body: list(world, request) };
    const entry = world.find(id);
    if (entry === undefined || entry.deleted) return googleError(404, 'notFound', 'NOT_FOUND');
    return { body: review(world, entry) };
  };
  return {
    world,
    answer,
    route: (request) => {
      if (request.path === 'token') return 'token';
      if (isLocation(request)) return 'location';
      return /\/reviews\//.test(request.path) ? 'review' : 'reviews';
    },
    faults: {
      ...googleFaults('RESOURCE_EXHAUSTED'),
      quota: () => ({ status: 429, body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED', details: [] } } }),
      'throttled-with-hint': () => ({
        ...googleError(429, 'rateLimitExceeded', 'x'),
        headers: { 'retry-after': '30' },
      }),
      'wrong-shape': () => ({ body: { access_token: 'ya29.x', reviews: 'none' } }),
      'endless-pages': ({ path }) => ({
        body: path === 'token' ? { access_token: 'ya29.x' } : { reviews: [], nextPageToken: `C${Math.random()}` },
      }),
    },
  };
}

function isLocation({ path }: StubRequest): boolean {
  return /^locations\/[^/]+$/.test(path);
}

function masked(world: World, location: Readonly<Record<string, unknown>>, { path, query }: StubRequest) {
  if (!world.business.id.endsWith(path)) return {};
  const mask = (query.get('readMask') ?? '').split(',');
  const all = Object.entries({ title: world.business.name, ...location });
  return Object.fromEntries(all.filter(([name]) => mask.includes(name)));
}

function changedAt(entry: Entry): number {
  return entry.editedAt ?? entry.at;
}

function list(world: World, { query }: StubRequest) {
  const all = world
    .roots()
    .filter(({ deleted }) => !deleted)
    .toSorted((a, b) => changedAt(b) - changedAt(a));
  if (all.length === 0) return {};
  const start = Number(query.get('pageToken')?.slice(1) ?? 0);
  const size = Math.min(Number(query.get('pageSize') ?? 50), 50);
  return {
    reviews: all.slice(start, start + size).map((entry) => review(world, entry)),
    averageRating: all.reduce((sum, { stars }) => sum + (stars ?? 0), 0) / all.length,
    totalReviewCount: all.length,
    ...(start + size < all.length && { nextPageToken: `C${start + size}` }),
  };
}

/** Three digits behind the second, or nine, or none. */
function time(ms: number): string {
  const text = new Date(ms).toISOString();
  return ms % 180_000 === 0 ? text.replace('Z', '123456Z') : text;
}

function review(world: World, entry: Entry) {
  const reply = world.thread(entry.id).find(({ byBusiness, deleted }) => byBusiness && !deleted);
  return {
    name: `${world.business.id}/reviews/${entry.id}`,
    reviewId: entry.id,
    reviewer: entry.author === null ? { isAnonymous: true } : { displayName: entry.author.name },
    starRating: starWords[entry.stars ?? 0],
    ...(entry.text !== '' && { comment: entry.text }),
    createTime: time(entry.at),
    updateTime: time(changedAt(entry)),
    ...(reply !== undefined && {
      reviewReply: { comment: reply.text, updateTime: time(changedAt(reply)), reviewReplyState: reply.moderation },
    }),
  };
}
