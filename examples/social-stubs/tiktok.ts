import type { StubAnswer, StubFault, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const tikTokToken = 'act.tiktok-token-of-coffee-lab';
/** A person's grant instead: access tokens of a day, and a refresh token that is used up by being used. */
export const tikTokGrant = {
  clientId: 'tiktok-app-of-coffee-lab',
  clientSecret: 'tiktok-app-secret-of-coffee-lab',
  refreshToken: 'rft.tiktok-refresh-token-0',
} as const;

const dayMs = 24 * 3_600_000;
/** Beyond so many comments the real one sorts by likes. */
const inOrder = 500;

export interface TikTokOptions {
  /** It may keep to the order that was asked for, or not: then the oldest come first. */
  readonly isNewestFirst?: boolean;
}

/** TikTok's Accounts API: HTTP 200 whatever happens, times as texts, three replies beside a comment, thirty comments to a page. */
export function tikTokStub(world: World, { isNewestFirst = true }: TikTokOptions = {}): StubPlatform {
  let grants = 0;
  let accessEndsAt = 0;
  const grant = ({ text }: StubRequest): StubAnswer => {
    const sent: Record<string, string> = JSON.parse(text);
    if (sent['client_id'] !== tikTokGrant.clientId || sent['client_secret'] !== tikTokGrant.clientSecret)
      return refusal(40_001);
    if (sent['refresh_token'] !== `rft.tiktok-refresh-token-${grants}`) return refusal(40_104);
    grants += 1;
    accessEndsAt = world.now + dayMs;
    const tokens = {
      access_token: `act.tiktok-access-token-${grants}`,
      refresh_token: `rft.tiktok-refresh-token-${grants}`,
    };
    return success({ ...tokens, expires_in: 86_400, refresh_token_expires_in: 365 * 86_400, scope: 'comment.list' });
  };
  const isKnown = ({ headers }: StubRequest): boolean =>
    headers['access-token'] === tikTokToken ||
    (headers['access-token'] === `act.tiktok-access-token-${grants}` && world.now < accessEndsAt);
  return {
    world,
    faults,
    route: ({ path, query }) => (query.has('comment_ids') ? 'comments by id' : path.replace(/^business\/|\/$/g, '')),
    answer: (request, route) => {
      if (request.method === 'POST') return grant(request);
      if (!isKnown(request)) return refusal(40_105);
      if (request.query.get('business_id') !== world.business.id) return refusal(40_001);
      return answer(world, request, route, isNewestFirst);
    },
  };
}

const success = (data: unknown): StubAnswer => ({ body: { code: 0, message: 'OK', request_id: 'r1', data } });
const refusal = (code: number): StubAnswer => ({
  body: { code, message: "Something in the platform's words", request_id: 'r1', data: {} },
});

const faults: Partial<Record<StubFault, () => StubAnswer>> = {
  'expired-token': () => refusal(40_105),
  'missing-permission': () => refusal(40_001),
  quota: () => refusal(40_100),
  throttled: () => refusal(40_016),
  'server-error': () => refusal(50_002),
  'wrong-shape': () => success({ videos: 'none', comments: 'none' }),
  'endless-pages': () => success({ videos: [], comments: [], has_more: true, cursor: Math.random() }),
};

function answer(world: World, { query }: StubRequest, route: string, isNewestFirst: boolean): StubAnswer {
  const videoId = query.get('video_id') ?? '';
  if (route === 'get') return success({ username: 'coffeelab' });
  if (route === 'video/list') return success(page(videos(world), 'videos', query, 20));
  if (!world.posts.some(({ id }) => id === videoId)) return refusal(40_002);
  const commentId = query.get('comment_id');
  if (commentId !== null) return success(page(repliesTo(world, commentId).map(comment), 'comments', query, 30));
  const ids: string[] | null = JSON.parse(query.get('comment_ids') ?? 'null');
  const all = world.under(videoId).filter(({ deleted }) => !deleted);
  const asked = all.filter(({ id, parentId }) => (ids === null ? parentId === null : ids.includes(id))).toReversed();
  const shown = asked.map((entry) => ({
    ...comment(entry),
    ...(entry.parentId === null && {
      replies: repliesTo(world, entry.id).length,
      reply_list: repliesTo(world, entry.id).slice(0, 3).map(comment),
    }),
  }));
  const ordered = isNewestFirst
    ? [...shown.slice(0, inOrder), ...shown.slice(inOrder).toReversed()]
    : shown.toReversed();
  return success(page(ordered, 'comments', query, 30));
}

function page(all: readonly unknown[], what: string, query: URLSearchParams, most: number) {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Math.min(Number(query.get('max_count') ?? 20), most);
  return { [what]: all.slice(from, to), cursor: to, has_more: to < all.length };
}

function videos(world: World) {
  return world.posts.toReversed().map(({ id, at }) => ({
    item_id: id,
    create_time: seconds(at),
    share_url: `https://www.tiktok.com/@coffeelab/video/${id}`,
    comments: world.under(id).filter(({ deleted }) => !deleted).length,
  }));
}

/** Newest first; a reply to a reply hangs on the first-level comment too. */
function repliesTo(world: World, rootId: string): Entry[] {
  return world
    .thread(rootId)
    .filter(({ id, deleted }) => id !== rootId && !deleted)
    .toReversed();
}

function comment(entry: Entry) {
  const { id, author, byBusiness, at, text, liked, hidden, parentId, rootId } = entry;
  const username = byBusiness ? 'coffeelab' : author?.name.toLowerCase().replaceAll(' ', '.');
  return {
    comment_id: id,
    create_time: seconds(at),
    text,
    likes: liked ? 1 : 0,
    replies: 0,
    owner: byBusiness,
    liked,
    pinned: false,
    status: hidden ? 'HIDDEN' : 'PUBLIC',
    ...(author !== null && { username, display_name: author.name, unique_identifier: `+u${author.id}` }),
    ...(parentId !== null && { parent_comment_id: rootId }),
  };
}

const seconds = (ms: number): string => String(Math.floor(ms / 1000));
