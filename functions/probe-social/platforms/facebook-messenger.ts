import { z } from 'zod';
import { dayMs, minuteMs } from '../../../shared/model/time-spans.ts';
import type { Api } from '../api.ts';
import { aMessage, type Poll, platformInstant } from '../platform.ts';
import { graphPages, pageOf } from './graph.ts';

const authorSchema = z.looseObject({ id: z.string(), name: z.string().optional() }).optional();

const messageSchema = z.looseObject({
  id: z.string(),
  created_time: platformInstant,
  message: z.string().default(''),
  from: authorSchema,
});
type ChatMessage = z.infer<typeof messageSchema>;

const chatSchema = z.looseObject({
  id: z.string(),
  updated_time: platformInstant,
  link: z.string().optional(),
  messages: pageOf(messageSchema).optional(),
});

const messageFields = 'id,created_time,from,message';

export const noMessages = { knownUntil: 0, listing: null };

/** Until when all that changed was read (epoch ms; 0 before the first reading), and where a reading stopped that the budget ended. */
export const messengerSchema = z
  .object({
    knownUntil: z.number(),
    listing: z.object({ startedAt: z.number(), after: z.string() }).nullable(),
  })
  .catch(noMessages);
type MessengerMemory = z.infer<typeof messengerSchema>;

/** How long a next page is good for is not documented; after so long, the list is begun again. */
const pageLivesMs = 2 * dayMs;

/** Newest first and without a time filter; a customer who waits has a message newer than our last answer in one of the first pages. */
export async function readMessenger(api: Api, poll: Poll, memory: MessengerMemory): Promise<MessengerMemory> {
  const { knownUntil, listing } = memory;
  const until = Math.max(poll.since, knownUntil - 15 * minuteMs);
  const resumed = listing !== null && poll.now - listing.startedAt < pageLivesMs ? listing : null;
  const startedAt = resumed?.startedAt ?? poll.now;
  const query = {
    platform: 'messenger',
    fields: `id,updated_time,link,messages.limit(20){${messageFields}}`,
    limit: 50,
  };
  for await (const page of graphPages(api, `${poll.account}/conversations`, query, chatSchema, resumed?.after)) {
    for (const chat of page.data) {
      const isNew = Date.parse(chat.updated_time) >= until;
      const read = isNew ? await readOn(api, poll, chat) : chatPart(chat);
      const messages = read.messages.map((message) =>
        aMessage({
          id: message.id,
          author: {
            id: message.from?.id ?? null,
            name: message.from?.name ?? null,
            isBusiness: message.from?.id === poll.account,
          },
          text: message.message,
          createdAt: message.created_time,
        }),
      );
      const permalink = chat.link === undefined ? null : new URL(chat.link, 'https://www.facebook.com').href;
      poll.onThread({
        id: chat.id,
        place: 'messenger',
        kind: 'message',
        permalink,
        rating: null,
        replyRejected: false,
        messages,
        isPartial: read.isPartial,
        isCutShort: read.isCutShort,
      });
    }
    if (page.data.some(({ updated_time: updated }) => Date.parse(updated) < until)) break;
    if (!poll.budget.allowsReading && page.after !== null) {
      return { knownUntil, listing: { startedAt, after: page.after } };
    }
  }
  return { knownUntil: startedAt, listing: null };
}

interface ChatPart {
  /** The newest first. */
  readonly messages: readonly ChatMessage[];
  readonly isPartial: boolean;
  /** No message of ours was found, and there are older ones. */
  readonly isCutShort: boolean;
}

function chatPart({ messages }: z.infer<typeof chatSchema>): ChatPart {
  return { messages: messages?.data ?? [], isPartial: (messages?.after ?? null) !== null, isCutShort: false };
}

/** Back to our last message, which is where a wait begins, as far as the budget allows. */
async function readOn(api: Api, poll: Poll, chat: z.infer<typeof chatSchema>): Promise<ChatPart> {
  const isOurs = ({ from }: ChatMessage): boolean => from?.id === poll.account;
  const first = chatPart(chat);
  const messages = [...first.messages];
  let after = chat.messages?.after ?? null;
  if (after === null || messages.some(isOurs)) return first;
  if (!poll.budget.allowsReading) return { ...first, isCutShort: true };
  const query = { fields: messageFields, limit: 100 };
  for await (const page of graphPages(api, `${chat.id}/messages`, query, messageSchema, after)) {
    messages.push(...page.data);
    after = page.after;
    if (page.data.some(isOurs) || !poll.budget.allowsReading) break;
  }
  return { messages, isPartial: after !== null, isCutShort: after !== null && !messages.some(isOurs) };
}
