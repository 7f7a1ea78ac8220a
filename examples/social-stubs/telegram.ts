import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { Entry, World } from './world.ts';

export const telegramToken = '1234567:AAE-telegram-bot-token';
/** The discussion group; the channel is the world's business. */
const telegramGroup = -100222;

export interface TelegramOptions {
  /** When a business account connected the bot, epoch ms; null when none has. */
  readonly connectedAt?: number | null;
  /** When a stranger connected it, too, in whose chats the same is written as in those of the business. */
  readonly strangerAt?: number | null;
  /** Who has connected the bot is told only when asked: as if the news of it were more than a day old. */
  readonly isSilent?: boolean;
}

const dayMs = 24 * 3_600_000;

const fail = (code: number, description: string, parameters?: unknown): StubAnswer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters !== undefined && { parameters }) },
});

/**
 * Telegram's Bot API: no history, each update until it is confirmed by a higher offset or a day old, some twice; the
 * business answers as the channel, as an anonymous admin, or as a person. In private it writes as its own account.
 */
export function telegramStub(world: World, options: TelegramOptions = {}): StubPlatform {
  let confirmed = 0;
  const answer = (request: StubRequest): StubAnswer => {
    const [bot = '', method] = request.path.split('/');
    if (bot !== `bot${telegramToken}`) return fail(401, 'Unauthorized');
    if (method === 'getMe') return { body: { ok: true, result: botOf } };
    if (method === 'getChat')
      return { body: { ok: true, result: { title: world.business.name, linked_chat_id: telegramGroup } } };
    if (method === 'getBusinessConnection') {
      const asked = request.form.get('business_connection_id');
      const result = [connection, stranger].find(({ id }) => id === asked);
      return result === undefined
        ? fail(400, 'Bad Request: business connection not found')
        : { body: { ok: true, result } };
    }
    if (method !== 'getUpdates') return fail(404, 'Not Found');
    confirmed = Math.max(confirmed, Number(request.form.get('offset') ?? 0));
    const limit = Number(request.form.get('limit') ?? 100);
    const wanted = request.form.get('allowed_updates') ?? '';
    const due = updates(world, wanted, options).filter(
      ({ update_id: id, at }) => id >= confirmed && world.now - at < dayMs,
    );
    return { body: { ok: true, result: due.slice(0, limit).map(({ update }) => update) } };
  };
  return {
    world,
    answer,
    route: ({ path }) => path.split('/')[1] ?? '',
    faults: {
      'expired-token': () => fail(401, 'Unauthorized'),
      'missing-permission': () => fail(403, 'Forbidden: bot was kicked from the supergroup chat'),
      quota: () => fail(429, 'Too Many Requests'),
      'throttled-with-hint': () => fail(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
      throttled: () => fail(429, 'Too Many Requests'),
      'wrong-shape': () => ({ body: { ok: true, result: 'none' } }),
      // The same hundred updates whatever is confirmed.
      'endless-pages': () => ({
        body: { ok: true, result: Array.from({ length: 100 }, (_, i) => ({ update_id: i + 1 })) },
      }),
    },
  };
}

const botOf = { username: 'coffeelab_bot', can_read_all_group_messages: true, can_connect_to_business: true };
const businessAccount = { id: 5000, is_bot: false, first_name: 'Coffee', last_name: 'Lab' };
const connection = {
  id: 'connection-1',
  user: { ...businessAccount, username: 'CoffeeLab' },
  user_chat_id: 5000,
  is_enabled: true,
};
const strangersAccount = { id: 6000, is_bot: false, first_name: 'Mallory' };
const stranger = { id: 'connection-2', user: strangersAccount, user_chat_id: 6000, is_enabled: true };

interface Numbered {
  readonly update_id: number;
  readonly at: number;
  readonly update: Record<string, unknown>;
}

/** Channel posts first appear in the group as forwards; then everything that people wrote and edited. */
function updates(world: World, wanted: string, options: TelegramOptions): Numbered[] {
  const { connectedAt = null, strangerAt = null, isSilent = false } = options;
  const isWanted = (kind: string): boolean => wanted.includes(`"${kind}"`);
  const happened = [
    ...connected(connection, isSilent ? null : connectedAt),
    ...connected(stranger, isSilent ? null : strangerAt),
    ...world.log
      .filter(({ entry }) => entry.inPrivate && strangerAt !== null)
      .map(({ entry, what, at }) => ({
        at,
        order: Number(entry.id),
        update: privateUpdate(world, entry, what, at, stranger),
      })),
    ...world.posts.map(({ id, at }) => ({ at, order: Number(id), update: { message: forward(world, id, at) } })),
    ...world.log
      // It tells of deleted messages in private chats only, and of private chats only where the bot is connected.
      .filter(({ entry, what }) => (entry.inPrivate ? connectedAt !== null : what !== 'removed'))
      .map(({ entry, what, at }) => {
        const update = entry.inPrivate
          ? privateUpdate(world, entry, what, at, connection)
          : updateOf(world, entry, what, at);
        return { at, order: Number(entry.id), update };
      }),
  ]
    .filter(({ update }) => Object.keys(update).every(isWanted))
    .toSorted((a, b) => a.at - b.at || a.order - b.order);
  return happened.map(({ at, update }, index) => ({
    update_id: index + 1,
    at,
    update: { update_id: index + 1, ...update },
  }));
}

function connected(by: typeof connection | typeof stranger, at: number | null) {
  return at === null ? [] : [{ at, order: 0, update: { business_connection: by } }];
}

function updateOf(world: World, entry: Entry, what: World['log'][number]['what'], at: number) {
  if (what === 'written') return { message: message(world, entry, null) };
  if (what === 'edited') return { edited_message: message(world, entry, at) };
  return {
    message_reaction: {
      chat: groupOf(world),
      message_id: Number(entry.id),
      actor_chat: channelOf(world),
      date: Math.floor(at / 1000),
      old_reaction: [],
      new_reaction: what === 'liked' ? [{ type: 'emoji', emoji: '👍' }] : [],
    },
  };
}

/** In the chats of an account; the chat has the customer's id. */
function privateUpdate(
  world: World,
  entry: Entry,
  what: World['log'][number]['what'],
  at: number,
  { id: connectionId, user }: typeof connection | typeof stranger,
) {
  const { author } = world.entry(entry.rootId);
  const [first = '', last] = (author?.name ?? '').split(' ');
  const customer = { id: Number(author?.id), is_bot: author?.isBot === true, first_name: first, last_name: last };
  const chat = { id: customer.id, type: 'private', first_name: first };
  if (what === 'removed') {
    const deleted = { business_connection_id: connectionId, chat, message_ids: [Number(entry.id)] };
    return { deleted_business_messages: deleted };
  }
  const sent = {
    message_id: Number(entry.id),
    business_connection_id: connectionId,
    date: Math.floor(entry.at / 1000),
    ...(what === 'edited' && { edit_date: Math.floor(at / 1000) }),
    chat,
    from: entry.byBusiness || entry.author?.isBot === true ? user : customer,
    ...(entry.author?.isBot === true && { sender_business_bot: { id: 7000, is_bot: true, first_name: 'Helper' } }),
    text: entry.text,
  };
  return what === 'edited' ? { edited_business_message: sent } : { business_message: sent };
}

function groupOf({ groupName }: World) {
  const group = { id: telegramGroup, type: 'supergroup', title: 'Shop chat' };
  return groupName === null ? group : { ...group, username: groupName };
}

function forward(world: World, id: string, at: number) {
  const channel = channelOf(world);
  return {
    message_id: Number(id),
    date: Math.floor(at / 1000),
    chat: groupOf(world),
    from: { id: 777000, first_name: 'Telegram' },
    sender_chat: channel,
    is_automatic_forward: true,
    forward_origin: { type: 'channel', chat: channel, message_id: Number(id) - 900 },
    text: 'New arrival',
  };
}

function message(world: World, entry: Entry, editedAt: number | null) {
  return {
    message_id: Number(entry.id),
    message_thread_id: Number(entry.postId),
    date: Math.floor(entry.at / 1000),
    ...(editedAt !== null && { edit_date: Math.floor(editedAt / 1000) }),
    chat: groupOf(world),
    ...sender(world, entry),
    reply_to_message: { message_id: Number(entry.parentId ?? entry.postId), ...repliedTo(world, entry) },
    ...(entry.sticker ? { sticker: { emoji: '👍' } } : { text: entry.text }),
  };
}

function repliedTo(world: World, { parentId }: Entry) {
  const parent = parentId === null ? undefined : world.find(parentId);
  return parent === undefined
    ? { from: { id: 777000, is_bot: false, first_name: 'Telegram' }, sender_chat: channelOf(world) }
    : sender(world, parent);
}

function channelOf({ business }: World) {
  return { id: Number(business.id), type: 'channel', title: business.name };
}

function sender(world: World, entry: Entry) {
  if (!entry.byBusiness) {
    const [first = 'Deleted', last] = (entry.author?.name ?? 'Deleted Account').split(' ');
    return {
      from: {
        id: Number(entry.author?.id ?? 0),
        is_bot: entry.author?.isBot === true,
        first_name: first,
        last_name: last,
      },
    };
  }
  const asChannel = Number(entry.id) % 2 === 0;
  return asChannel
    ? {
        from: { id: 136817688, is_bot: true, first_name: 'Channel' },
        sender_chat: channelOf(world),
      }
    : {
        from: { id: 1087968824, is_bot: true, first_name: 'Group' },
        sender_chat: groupOf(world),
      };
}
