import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const vkToken = 'vk1.a.service-token-of-coffee-lab';

const fail = (code: number): StubAnswer => ({
  body: {
    error: {
      error_code: code,
      error_msg: 'In the words of VK',
      request_params: [{ key: 'access_token', value: vkToken }],
    },
  },
});

/** VK: 200 for everything, a pinned post first, ten replies inline, deleted comments as stubs, three requests a second. */
export function vkStub(world: World): StubPlatform {
  let recent: number[] = [];
  const answer = (request: StubRequest): StubAnswer => {
    recent = [...recent.filter((at) => world.now - at < 1000), world.now];
    if (recent.length > 3) return fail(6);
    if (request.headers.authorization !== `Bearer ${vkToken}`) return fail(5);
    if (request.path !== 'execute') return run(world, request.path, request.form);
    const calls = [...(request.form.get('code') ?? '').matchAll(/API\.([a-zA-Z.]+)\((\{.*?\})\)/g)];
    if (calls.length > 25) return fail(13);
    const response = calls.map(([, method = '', given = '{}']) => {
      const form = new URLSearchParams(Object.entries(JSON.parse(given)).map(([name, value]) => [name, String(value)]));
      const { body } = run(world, method, form);
      return (body as { response?: unknown }).response ?? false;
    });
    return { body: { response } };
  };
  return {
    world,
    answer,
    route: ({ path }) => path,
    faults: {
      'expired-token': () => fail(1117),
      'missing-permission': () => fail(15),
      quota: () => fail(29),
      'throttled-with-hint': () => fail(9),
      throttled: () => fail(6),
      'server-error': () => fail(10),
      'wrong-shape': () => ({ body: { response: 'none' } }),
      // An offset has no end of its own: the same full page for ever.
      'endless-pages': () => ({
        body: { response: { count: 1e9, items: Array.from({ length: 100 }, () => samePost(world)) } },
      }),
    },
  };
}

function samePost(world: World) {
  return { id: 1, date: Math.floor(world.now / 1000), comments: { count: 0 } };
}

function run(world: World, method: string, form: URLSearchParams): StubAnswer {
  switch (method) {
    case 'groups.getById':
      return { body: { response: { groups: [{ id: Number(world.business.id), name: world.business.name }] } } };
    case 'wall.get':
      return { body: { response: wall(world, form) } };
    case 'wall.getComment':
      return { body: { response: withPeople(world, oneComment(world, form.get('comment_id') ?? '')) } };
    case 'wall.getComments':
      return { body: { response: comments(world, form) } };
    default:
      return fail(3);
  }
}

function wall(world: World, form: URLSearchParams) {
  const [pinned, ...others] = world.posts;
  const ordered = pinned === undefined ? [] : [pinned, ...others.toReversed()];
  const offset = Number(form.get('offset') ?? 0);
  const items = ordered.slice(offset, offset + Number(form.get('count') ?? 20));
  return {
    count: world.posts.length,
    items: items.map(({ id, at }) => ({
      id: Number(id),
      date: at / 1000,
      ...(id === pinned?.id && { is_pinned: 1 }),
      comments: { count: world.under(id).filter(({ deleted }) => !deleted).length, can_post: 1 },
    })),
  };
}

function oneComment(world: World, id: string) {
  const entry = world.find(id);
  const entries = entry === undefined || (entry.deleted && !hasReplies(world, entry)) ? [] : [entry];
  return { entries, items: entries.map((each) => comment(world, each, 0)) };
}

function comments(world: World, form: URLSearchParams) {
  const root = form.get('comment_id');
  const all =
    root === null
      ? world.under(form.get('post_id') ?? '').filter(({ parentId }) => parentId === null)
      : world.thread(root).filter(({ id, deleted }) => id !== root && !deleted);
  const level = root === null ? all.filter((entry) => !entry.deleted || hasReplies(world, entry)) : all;
  const ordered = form.get('sort') === 'desc' ? level.toReversed() : level;
  const offset = Number(form.get('offset') ?? 0);
  const entries = ordered.slice(offset, offset + Math.min(Number(form.get('count') ?? 10), 100));
  const inline = Math.min(Number(form.get('thread_items_count') ?? 0), 10);
  const below = entries.flatMap((entry) => world.thread(entry.rootId));
  return {
    // All levels together; a reader who pages by it never finds the end.
    count: level.length + below.length,
    current_level_count: level.length,
    ...withPeople(world, { entries: below, items: entries.map((entry) => comment(world, entry, inline)) }),
  };
}

function hasReplies(world: World, { id }: Entry): boolean {
  return world.thread(id).some((entry) => entry.id !== id && !entry.deleted);
}

function withPeople(
  world: World,
  { entries, items }: { readonly entries: readonly Entry[]; readonly items: unknown[] },
) {
  const profiles = new Map(
    entries.flatMap(({ author, byBusiness }) => (author && !byBusiness ? [[author.id, author]] : [])),
  );
  return {
    items,
    profiles: Array.from(profiles.values(), ({ id, name }) => {
      const [first = '', last = ''] = name.split(' ');
      return { id: Number(id), first_name: first, last_name: last };
    }),
    groups: [{ id: Number(world.business.id), name: world.business.name, screen_name: 'coffeelab' }],
  };
}

function comment(world: World, entry: Entry, inline: number): Record<string, unknown> {
  if (entry.deleted)
    return { id: Number(entry.id), date: entry.at / 1000, deleted: true, text: '', ...threadOf(world, entry, inline) };
  const authorId = entry.author === null ? 0 : Number(entry.author.id);
  return {
    id: Number(entry.id),
    from_id: entry.byBusiness ? -authorId : authorId,
    date: entry.at / 1000,
    text: entry.text,
    post_id: Number(entry.postId),
    ...(entry.parentId !== null && { reply_to_comment: Number(entry.parentId) }),
    ...(entry.sticker && { attachments: [{ type: 'sticker' }] }),
    likes: { count: 0, group_liked: entry.liked },
    ...threadOf(world, entry, inline),
  };
}

function threadOf(world: World, entry: Entry, inline: number) {
  if (entry.parentId !== null) return {};
  const below = world.thread(entry.id).filter(({ id, deleted }) => id !== entry.id && !deleted);
  return { thread: { count: below.length, items: below.slice(0, inline).map((each) => comment(world, each, 0)) } };
}
