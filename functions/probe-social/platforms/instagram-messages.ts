import { z } from 'zod';
import { dayMs, minuteMs } from '../../../shared/model/time-spans.ts';
import type { Api } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { aMessage, type Poll, platformInstant } from '../platform.ts';
import { graphPages, pageOf } from './graph.ts';

export const unknownChats = { knownUntil: 0, unread: [], listing: null, wasRead: false };

/** What is remembered of private chats: until when all that changed was listed (epoch ms), and which of those were not read yet. */
export const chatsMemorySchema = z
  .object({
    knownUntil: z.number(),
    unread: z.array(z.string()),
    /** Of a list that was not read to its end: when it was begun, and its next page. */
    listing: z.object({ startedAt: z.number(), after: z.string() }).nullable().default(null),
    /** All of them were read once. */
    wasRead: z.boolean().default(false),
  })
  .catch(unknownChats);
type ChatsMemory = z.infer<typeof chatsMemorySchema>;

const chatSchema = z.looseObject({ id: z.string(), updated_time: platformInstant });

const messageSchema = z.looseObject({
  id: z.string(),
  created_time: platformInstant,
  message: z.string().default(''),
  from: z.looseObject({ id: z.string(), username: z.string().optional() }).optional(),
});
const messagesSchema = z.looseObject({ messages: pageOf(messageSchema).optional() });

/** Documented: of older ones in a chat, Instagram says that they were deleted. */
const readable = 20;
/** The memory lies in one item of the table (400 KB), and each chat costs a request: with so many, the list has time. */
const unreadAtMost = 1000;
/** How long a next page is good for is not documented; after so long, the list is begun again. */
const pageLivesMs = 2 * dayMs;

/**
 * Private chats of the account, by either login. The list tells when each was last written in, without a time filter; what changed
 * is read chat by chat, because Meta refuses to list messages of many chats at once.
 */
export async function readChats(
  api: Api,
  poll: Poll,
  username: string,
  memory: ChatsMemory,
): Promise<{ readonly memory: ChatsMemory; readonly complete: boolean }> {
  const { changed, ...listed } = await listChanged(api, poll, memory);
  const unread: string[] = [];
  for (const id of new Set([...memory.unread, ...changed])) {
    if (poll.budget.allowsReading) await readChat(api, poll, id, username);
    else unread.push(id);
  }
  const complete = listed.listing === null && unread.length === 0;
  return { memory: { ...listed, unread, wasRead: memory.wasRead || complete }, complete };
}

async function listChanged(api: Api, poll: Poll, { knownUntil, unread, listing }: ChatsMemory) {
  const changed: string[] = [];
  if (unread.length >= unreadAtMost) return { changed, knownUntil, listing };
  const stopAt = Math.max(poll.since, knownUntil - 15 * minuteMs);
  const resumed = listing !== null && poll.now - listing.startedAt < pageLivesMs ? listing : null;
  const startedAt = resumed?.startedAt ?? poll.now;
  const query = { platform: 'instagram', fields: 'id,updated_time', limit: 50 };
  for await (const page of graphPages(api, 'me/conversations', query, chatSchema, resumed?.after)) {
    const isOld = ({ updated_time: at }: z.infer<typeof chatSchema>): boolean => Date.parse(at) < stopAt;
    changed.push(...page.data.filter((chat) => !isOld(chat)).map(({ id }) => id));
    if (page.data.some(isOld)) break;
    const isEnough = !poll.budget.allowsReading || unread.length + changed.length >= unreadAtMost;
    if (isEnough && page.after !== null) return { changed, knownUntil, listing: { startedAt, after: page.after } };
  }
  return { changed, knownUntil: startedAt, listing: null };
}

async function readChat(api: Api, poll: Poll, id: string, username: string): Promise<void> {
  const query = { fields: `messages.limit(${readable}){id,created_time,from,message}` };
  try {
    const { messages } = await api.call({ path: id, query, schema: messagesSchema });
    const shown = messages?.data ?? [];
    poll.onThread({
      id,
      place: 'direct',
      kind: 'message',
      rating: null,
      replyRejected: false,
      // Nothing tells the address of a single chat.
      permalink: 'https://www.instagram.com/direct/inbox/',
      messages: shown.map(({ id: messageId, created_time: createdAt, message: text, from }) =>
        aMessage({
          id: messageId,
          author: {
            id: from?.id ?? null,
            name: from?.username ?? null,
            isBusiness: from?.username?.toLowerCase() === username.toLowerCase(),
          },
          text,
          createdAt,
        }),
      ),
      isPartial: shown.length >= readable,
    });
  } catch (error) {
    if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
    poll.onGone(id);
  }
}
