import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const linkedInToken = 'AQX-linkedin-token-of-coffee-lab';

export interface LinkedInOptions {
  /** However many are asked for. */
  readonly largestPage?: number;
  readonly saysTotal?: boolean;
}

const refusal = (status: number, message: string): StubAnswer => ({ status, body: { status, message } });

/** LinkedIn's Community Management API: nobody has a name, comments stand in no order, and numbers of comments are asked for apart. */
export function linkedInStub(
  world: World,
  { largestPage = 100, saysTotal = false }: LinkedInOptions = {},
): StubPlatform {
  const answer = answersOf(world, (all, query) => listed(all, query, largestPage, saysTotal));
  return {
    world,
    route: ({ path }) => /^[a-zA-Z]+/.exec(path)?.[0] ?? '',
    answer: (request) => {
      const { authorization, 'linkedin-version': version } = request.headers;
      if (authorization !== `Bearer ${linkedInToken}`) return refusal(401, 'Invalid access token');
      return version === '202610' ? answer(request) : refusal(426, 'Requested version is not active');
    },
    faults: {
      'expired-token': () => refusal(401, 'The token used in the request has expired'),
      'missing-permission': () => refusal(403, 'Not enough permissions to access: partnerApiPosts.FINDER-author'),
      quota: () => refusal(429, 'Resource level throttle APPLICATION DAY limit for calls to this resource is reached.'),
      throttled: () => refusal(429, 'Too many requests'),
      'wrong-shape': () => ({ body: { elements: 'none', results: 'none' } }),
      'endless-pages': () => ({ body: { elements: [], paging: { start: 0, count: 100, links: [{ rel: 'next' }] } } }),
    },
  };
}

const postUrn = (id: string): string => `urn:li:share:${id}`;
/** Comments are named by the activity, which has another number than the post. */
const commentUrn = ({ postId, id }: Pick<Entry, 'postId' | 'id'>): string =>
  `urn:li:comment:(urn:li:activity:9${postId},${id})`;
const numberOf = (urn: string): string => /(\d+)\)?$/.exec(urn)?.[1] ?? '';

type Lister = (all: readonly unknown[], query: URLSearchParams) => Record<string, unknown>;

function answersOf(world: World, list: Lister): (request: StubRequest) => StubAnswer {
  return ({ path, query }) => {
    const [resource, encoded = '', edge, id] = path.split('/');
    if (resource === 'organizations') return { body: { id: Number(encoded), localizedName: world.business.name } };
    if (resource === 'posts') return { body: list(posts(world), query) };
    if (resource === 'socialMetadata') return { body: { results: counts(world, query.get('ids') ?? '') } };
    const urn = decodeURIComponent(encoded);
    if (edge !== 'comments' || !exists(world, urn)) return refusal(404, 'Not found');
    if (id === undefined) return { body: list(commentsOf(world, urn).map(comment), query) };
    const entry = world.find(id);
    return entry === undefined || entry.deleted ? refusal(404, 'Not found') : { body: comment(entry) };
  };
}

function exists(world: World, urn: string): boolean {
  if (urn.startsWith('urn:li:share:')) return world.posts.some(({ id }) => postUrn(id) === urn);
  return world.find(numberOf(urn))?.deleted === false;
}

/** The oldest first: nothing says in which order they come. Replies to replies hang on the first-level comment, too. */
function commentsOf(world: World, urn: string): Entry[] {
  const id = numberOf(urn);
  const isPost = urn.startsWith('urn:li:share:');
  const all = isPost ? world.under(id).filter(({ parentId }) => parentId === null) : repliesTo(world, id);
  return all.filter(({ deleted }) => !deleted);
}

function repliesTo(world: World, rootId: string): Entry[] {
  return world.thread(rootId).filter(({ id }) => id !== rootId);
}

function counts(world: World, ids: string): Record<string, unknown> {
  const urns = ids.match(/urn:li:share:\d+|urn:li:comment:\(urn:li:activity:\d+,\d+\)/g) ?? [];
  return Object.fromEntries(
    urns
      .filter((urn) => exists(world, urn))
      .map((urn) => {
        const all = urn.startsWith('urn:li:share:') ? world.under(numberOf(urn)) : repliesTo(world, numberOf(urn));
        return [urn, { commentSummary: { count: all.filter(({ deleted }) => !deleted).length } }];
      }),
  );
}

function posts(world: World) {
  return world.posts.toReversed().map(({ id, at }) => ({ id: postUrn(id), createdAt: at, author: 'x' }));
}

/** Where it says how many there are, it gives no link to the next page. */
function listed(all: readonly unknown[], query: URLSearchParams, largestPage: number, saysTotal: boolean) {
  const start = Number(query.get('start') ?? 0);
  const count = Math.min(Number(query.get('count') ?? 10), largestPage);
  const isLast = saysTotal || start + count >= all.length;
  const links = isLast ? [] : [{ rel: 'next', type: 'application/json', href: '/rest/next' }];
  const elements = all.slice(start, start + count);
  return { elements, paging: { start, count, links, ...(saysTotal && { total: all.length }) } };
}

function comment(entry: Entry) {
  const { id, author, byBusiness, text, at, parentId, rootId, postId } = entry;
  return {
    id,
    commentUrn: commentUrn(entry),
    actor: byBusiness ? `urn:li:organization:${author?.id}` : `urn:li:person:${author?.id}`,
    message: { text, attributes: [] },
    created: { time: at },
    ...(parentId !== null && { parentComment: commentUrn({ postId, id: rootId }) }),
  };
}
