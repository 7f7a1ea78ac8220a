import { z } from 'zod';
import type { Statement } from '../../../shared/model/finding.ts';
import { isTelegramAccount } from '../../../shared/model/social-platform.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api } from '../api.ts';
import { type Answer, ApiFault, errorCode, faultByStatus } from '../api-fault.ts';
import { type Platform, type PlatformAccess, type Poll, type PollOutcome, part } from '../platform.ts';
import { chatsSchema, endPrivateChats, TelegramChats } from './telegram-chats.ts';
import { ledgerSchema, TelegramLedger } from './telegram-ledger.ts';
import { connectionSchema, updateSchema } from './telegram-message.ts';
import type { TelegramOwner } from './telegram-owner.ts';

/**
 * Comments in a Telegram channel's discussion group, read by a bot that is admin there, and on request the private chats of a
 * business account that has connected the bot; `page` is the channel's id (-100...), or the account's where there is no channel.
 * Telegram lists no history: it delivers each message once and keeps what is undelivered for 24 hours. So what belongs together is
 * remembered here, without its words, and deleted comments stay until answered or expired. With nothing new a poll makes one call.
 */
export const telegram: Platform = {
  id: 'telegram',
  budget: 30,
  // Telegram lets nobody be read again; of so many who wait, the thread is remembered.
  rereadLimit: 200,
  poll,
  async identify(access) {
    const api = openTelegram(access);
    const bot = await call(api, 'getMe', {}, botSchema);
    const life = { expiresAt: null, renewedBy: 'nobody: it does not end' } as const;
    const privately =
      bot.can_connect_to_business === true
        ? 'private chats of a business account that connects it'
        : 'no private chats: its business mode is off';
    if (!isChannel(access)) return { who: `@${bot.username}`, may: [privately], ...life };
    const channel = await call(api, 'getChat', { chat_id: access.account }, chatSchema);
    const isPrivate = bot.can_read_all_group_messages !== true;
    const group = channel.linked_chat_id;
    return {
      who: `@${bot.username} for ${channel.title ?? access.account}`,
      may: [
        isPrivate ? 'messages of groups where it is admin' : 'all messages of its groups',
        group === undefined ? 'the channel has no discussion group' : `discussion group ${group}`,
        privately,
      ],
      ...life,
    };
  },
};

/** Otherwise an account, of which there is nothing but private chats. */
function isChannel({ account }: PlatformAccess): boolean {
  return !isTelegramAccount(account);
}

const botSchema = z.looseObject({
  username: z.string(),
  can_read_all_group_messages: z.boolean().optional(),
  can_connect_to_business: z.boolean().optional(),
});
const chatSchema = z.looseObject({ title: z.string().optional(), linked_chat_id: z.number().optional() });

const memorySchema = z
  .object({ offset: z.number(), polledAt: z.number(), ledger: ledgerSchema, chats: chatsSchema })
  .catch({
    offset: 0,
    polledAt: 0,
    ledger: { chat: '', topics: {}, messages: [], names: [] },
    chats: null,
  });

const pageSize = 100;

const businessUpdates = [
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
];

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openTelegram(poll);
  const { polledAt, ...memory } = memorySchema.parse(poll.memory);
  const ledger = new TelegramLedger(memory.ledger, poll);
  const ask = (id: string) => call(api, 'getBusinessConnection', { business_connection_id: id }, connectionSchema);
  const chats = asksForChats(poll) ? new TelegramChats(memory.chats, businessAccountOf(poll), ask, poll) : null;
  const remember = () => ({ ledger: ledger.memory(), ...(chats !== null && { chats: chats.memory() }) });
  let { offset } = memory;
  let complete = false;
  const wanted = [
    ...['message', 'edited_message'],
    ...(poll.likesAnswer ? ['message_reaction'] : []),
    ...(chats === null ? [] : businessUpdates),
  ];
  while (!complete && poll.budget.allowsReading) {
    const query = { offset, limit: pageSize, timeout: 0, allowed_updates: JSON.stringify(wanted) };
    const updates = await call(api, 'getUpdates', query, z.array(updateSchema));
    // What was confirmed must not come again.
    if (updates.length > 0 && updates.every(({ update_id: id }) => id < offset)) {
      throw new ApiFault('endless', sayResponses('responses/same-messages', {}));
    }
    for (const update of updates) {
      ledger.take(update);
      await chats?.take(update);
      offset = Math.max(offset, update.update_id + 1);
    }
    ledger.report();
    chats?.report();
    complete = updates.length < pageSize;
    // The next request confirms these updates, and Telegram forgets them: they must be stored before.
    if (!complete) await poll.checkpoint({ offset, polledAt: poll.now, ...remember() });
  }
  if (chats === null) endPrivateChats(poll);
  else chats.endEarlier();
  const hasGap = polledAt > 0 && poll.now - polledAt > dayMs;
  return {
    memory: { offset, polledAt: poll.now, ...remember() },
    complete,
    ...(chats?.owner.isConnected === false && { unreadable: sayUnconnected(chats.owner) }),
    blindSpots: [
      ...(hasGap ? [sayResponses('responses/messages-lost', { platform: 'telegram' })] : []),
      ...(chats?.owner.isConnected === true && chats.owner.hasOthers
        ? [sayResponses('responses/other-accounts', { isOwnConnected: true })]
        : []),
    ],
  };
}

function asksForChats(poll: Poll): boolean {
  return poll.messages || !isChannel(poll);
}

/** Whose private chats are read; null where the file does not say. */
function businessAccountOf(poll: Poll): string | null {
  return isChannel(poll) ? poll.businessAccount : poll.account;
}

function sayUnconnected({ hasOthers }: TelegramOwner): Statement {
  return hasOthers
    ? sayResponses('responses/other-accounts', { isOwnConnected: false })
    : sayResponses('responses/no-business-account', {});
}

async function call<T>(
  api: Api,
  method: string,
  form: Record<string, string | number>,
  schema: z.ZodType<T>,
): Promise<T> {
  const answer = await api.call({ path: method, form, schema: z.looseObject({ result: schema }) });
  return answer['result'];
}

function openTelegram(access: PlatformAccess): Api {
  // The token stands in the address; addresses are never logged and never part of a fault.
  const base = `${access.base ?? 'https://api.telegram.org/'}bot${part(access.credential, 'token')}/`;
  return access.open({ base, classify: classifyTelegram, headers: async () => ({}) });
}

const errorSchema = z.looseObject({
  ok: z.literal(false),
  error_code: z.number(),
  parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
});

function classifyTelegram(answer: Answer, now: number): ApiFault | null {
  const parsed = errorSchema.safeParse(answer.body);
  if (!parsed.success) return faultByStatus(answer, now);
  const { error_code: code, parameters } = parsed.data;
  const clue = errorCode(code);
  const retryAfter = parameters?.retry_after;
  if (code === 401 || code === 404) return new ApiFault('auth', clue);
  if (code === 403) return new ApiFault('permission', clue);
  if (code === 400) return new ApiFault('gone', clue);
  if (code === 409) return new ApiFault('setup', sayResponses('responses/other-reader', {}));
  if (code === 429) {
    return new ApiFault('throttled', clue, retryAfter === undefined ? null : now + retryAfter * 1000);
  }
  return new ApiFault(code >= 500 ? 'transient' : 'refused', clue);
}
