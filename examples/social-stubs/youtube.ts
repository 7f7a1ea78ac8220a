import { googleError, googleFaults } from './google.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const youtubeKey = 'AIza-youtube-key-of-coffee-lab';

/** YouTube's Data API: five inline replies at most, a total that is larger than what is ever listed, no lift by replies. */
export function youtubeStub(world: World): StubPlatform {
  const answer = (request: StubRequest): StubAnswer => {
    const { query, path } = request;
    if (query.get('key') !== youtubeKey) return googleError(400, 'badRequest', 'INVALID_ARGUMENT', 'API_KEY_INVALID');
    const ids = query.get('id');
    if (path === 'channels')
      return { body: { items: [{ id: world.business.id, snippet: { title: world.business.name } }] } };
    if (path === 'comments') return { body: replies(world, request) };
    if (ids !== null) {
      const found = ids.split(',').flatMap((id) => world.find(id) ?? []);
      return { body: { items: found.filter(({ deleted }) => !deleted).map((entry) => thread(world, entry)) } };
    }
    if (query.get('allThreadsRelatedToChannelId') !== world.business.id)
      return googleError(404, 'channelNotFound', 'NOT_FOUND');
    const all = world
      .roots()
      .filter(({ deleted, hidden }) => !deleted && !hidden)
      .toReversed();
    return { body: page(all, request, (entry) => thread(world, entry)) };
  };
  return {
    world,
    route: ({ path, query }) => (query.has('id') && path === 'commentThreads' ? 'commentThreads by id' : path),
    answer,
    faults: {
      ...googleFaults('quotaExceeded'),
      'expired-token': () => googleError(400, 'keyInvalid', 'INVALID_ARGUMENT'),
      'throttled-with-hint': () => googleError(403, 'userRateLimitExceeded', 'PERMISSION_DENIED'),
      'wrong-shape': () => ({ body: { items: 'none' } }),
      'endless-pages': () => ({ body: { items: [], nextPageToken: `Q${Math.random()}` } }),
    },
  };
}

function page(entries: readonly Entry[], { query }: StubRequest, show: (entry: Entry) => unknown) {
  const most = Math.min(Number(query.get('maxResults') ?? 20), 100);
  const start = Number(query.get('pageToken')?.slice(1) ?? 0);
  const items = entries.slice(start, start + most).map(show);
  return {
    kind: 'youtube#commentThreadListResponse',
    pageInfo: { totalResults: items.length, resultsPerPage: most },
    ...(start + most < entries.length && { nextPageToken: `Q${start + most}` }),
    items,
  };
}

function below(world: World, rootId: string): Entry[] {
  return world.thread(rootId).filter(({ id, deleted }) => id !== rootId && !deleted);
}

function replies(world: World, request: StubRequest) {
  return page(below(world, request.query.get('parentId') ?? ''), request, (entry) => comment(entry));
}

function thread(world: World, entry: Entry) {
  const all = below(world, entry.id);
  return {
    kind: 'youtube#commentThread',
    id: entry.id,
    snippet: {
      channelId: world.business.id,
      videoId: `video-${entry.postId}`,
      isPublic: !entry.hidden,
      // One more than there are: YouTube counts replies that it does not show.
      totalReplyCount: all.length > 5 ? all.length + 1 : all.length,
      topLevelComment: comment(entry),
    },
    // The newest of them, in an order of YouTube's own.
    ...(all.length > 0 && { replies: { comments: all.slice(-5).toReversed().map(comment) } }),
  };
}

/** `.000Z` and `Z` are both seen. */
function time(ms: number): string {
  const text = new Date(ms).toISOString();
  return ms % 120_000 === 0 ? text : text.replace('.000Z', 'Z');
}

function comment(entry: Entry) {
  return {
    kind: 'youtube#comment',
    id: entry.id,
    snippet: {
      textDisplay: entry.text,
      ...(entry.author !== null && {
        authorDisplayName: entry.byBusiness ? entry.author.name : `@${entry.author.name}`,
        authorChannelId: { value: entry.author.id },
      }),
      viewerRating: entry.liked ? 'like' : 'none',
      publishedAt: time(entry.at),
      updatedAt: time(entry.editedAt ?? entry.at),
    },
  };
}
