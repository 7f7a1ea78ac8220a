import { z } from 'zod';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { Api } from '../api.ts';
import { aMessage, type Poll, platformInstant } from '../platform.ts';
import { graphPages } from './graph.ts';

const authorSchema = z.looseObject({ id: z.string(), name: z.string().optional() }).optional();

const chatSchema = z.looseObject({
  id: z.string(),
  updated_time: platformInstant,
  link: z.string().optional(),
  messages: z
    .looseObject({
      data: z.array(
        z.looseObject({
          id: z.string(),
          created_time: platformInstant,
          message: z.string().default(''),
          from: authorSchema,
        }),
      ),
    })
    .optional(),
});

/** Newest first and without a time filter; whoever waits has a message newer than our last answer in one of the first pages. */
export async function readMessenger(api: Api, poll: Poll): Promise<void> {
  const until = (poll.lastPolledAt ?? poll.since) - 15 * minuteMs;
  const query = {
    platform: 'messenger',
    fields: 'id,updated_time,link,messages.limit(20){id,created_time,from,message}',
    limit: 50,
  };
  for await (const page of graphPages(api, `${poll.account}/conversations`, query, chatSchema)) {
    for (const chat of page.data) {
      const messages = (chat.messages?.data ?? []).map((message) =>
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
      });
    }
    if (page.data.some(({ updated_time: updated }) => Date.parse(updated) < until)) return;
    if (!poll.budget.allowsReading) return;
  }
}
