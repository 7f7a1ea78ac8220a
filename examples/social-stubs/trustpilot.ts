import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const trustpilotCredential = { apiKey: 'tp-key-of-coffee-lab', apiSecret: 'tp-secret-of-coffee-lab' } as const;
const accessToken = 'tp-access-token';

/** Trustpilot's business API: `responded` filter, `next-page` links, an empty list beyond the end. */
export function trustpilotStub(world: World): StubPlatform {
  const answer = (request: StubRequest): StubAnswer => {
    const { path, headers } = request;
    if (path.startsWith('oauth/')) {
      const basic = Buffer.from(`${trustpilotCredential.apiKey}:${trustpilotCredential.apiSecret}`).toString('base64');
      if (headers.authorization !== `Basic ${basic}`) return { status: 401, body: {} };
      return { body: { access_token: accessToken, expires_in: '359999' } };
    }
    if (headers.authorization !== `Bearer ${accessToken}`) return { status: 401, body: { message: 'Invalid token' } };
    const id = /^private\/reviews\/(.+)$/.exec(path)?.[1];
    if (id !== undefined) {
      const entry = world.find(id);
      return entry === undefined || entry.deleted ? { status: 404, body: {} } : { body: review(world, entry) };
    }
    if (!path.includes(world.business.id)) return { status: 404, body: {} };
    if (path.startsWith('private/')) return { body: list(world, request) };
    return { body: { displayName: world.business.name, score: { stars: 4, trustScore: trustScore(world) } } };
  };
  return {
    world,
    answer,
    route: ({ path, query }) => {
      if (path.startsWith('oauth/')) return 'token';
      if (path.startsWith('private/reviews')) return 'review';
      if (!path.startsWith('private/')) return 'score';
      return query.has('responded') ? 'reviews without reply' : 'reviews';
    },
    faults: {
      'wrong-shape': () => ({ body: { access_token: 1, reviews: 'none', score: 'high' } }),
      'endless-pages': ({ path }, { now }) => ({
        body: path.startsWith('oauth/')
          ? { access_token: accessToken }
          : { reviews: [anyReview(now)], links: [{ rel: 'next-page' }] },
      }),
    },
  };
}

function anyReview(now: number) {
  return { id: 'same', createdAt: new Date(now).toISOString() };
}

function visible(world: World): Entry[] {
  return world.roots().filter(({ deleted }) => !deleted);
}

function trustScore(world: World): number {
  const all = visible(world);
  return all.length === 0 ? 0 : all.reduce((sum, { stars }) => sum + (stars ?? 0), 0) / all.length;
}

function list(world: World, { query }: StubRequest) {
  const since = Date.parse(`${query.get('startDateTime') ?? '2000-01-01T00:00:00'}Z`);
  const responded = query.get('responded');
  const wanted = visible(world).filter(
    (entry) => entry.at >= since && (responded === null || String(replyTo(world, entry) !== undefined) === responded),
  );
  const size = Math.min(Number(query.get('perPage') ?? 20), 100);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  const shown = wanted.toReversed().slice(start, start + size);
  return {
    links: start + size < wanted.length ? [{ href: 'https://api.example/next', method: 'GET', rel: 'next-page' }] : [],
    reviews: shown.map((entry) => review(world, entry)),
  };
}

function replyTo(world: World, { id }: Entry): Entry | undefined {
  return world.thread(id).find(({ byBusiness, deleted }) => byBusiness && !deleted);
}

function time(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function review(world: World, entry: Entry) {
  const reply = replyTo(world, entry);
  return {
    id: entry.id,
    stars: entry.stars,
    title: null,
    text: entry.text,
    createdAt: time(entry.at),
    updatedAt: entry.editedAt === null ? null : time(entry.editedAt),
    companyReply: reply === undefined ? null : { text: reply.text, createdAt: time(reply.at), updatedAt: null },
    consumer: { id: entry.author?.id, displayName: entry.author?.name },
    status: entry.hidden ? 'reported' : 'active',
  };
}
