import { z } from 'zod';
import { aStubServer, type StubAnswer, type StubServer } from './stub-server.ts';

export const slackToken = 'xoxb-fake-1234567890-fakeFAKEfake';
export const slackChannel = 'C0123456789';

interface Shown {
  readonly ts: string;
  text: string;
  blocks: readonly unknown[] | null;
  readonly thread: string | null;
  readonly broadcast: boolean;
  metadata: unknown;
}

export interface Slack extends StubServer {
  readonly posts: () => readonly Shown[];
  readonly replies: () => readonly Shown[];
  readonly forget: (ts: string) => void;
  /** May the app read the channel? */
  mayRead: boolean;
}

const blockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('header'),
    text: z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(150) }),
  }),
  z.object({
    type: z.literal('section'),
    text: z.object({ type: z.literal('mrkdwn'), text: z.string().min(1).max(3000) }),
  }),
  z.object({
    type: z.literal('actions'),
    elements: z.array(
      z.object({ type: z.literal('button'), text: z.object({ text: z.string().max(75) }), url: z.url().max(3000) }),
    ),
  }),
]);
const askedSchema = z.object({
  channel: z.string(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_broadcast: z.boolean().optional(),
  text: z.string().optional(),
  blocks: z.array(blockSchema).max(50).optional(),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
  oldest: z.string().optional(),
});

/** The methods of Slack's Web API that post, edit and list, with their limits; it answers 200 and says what is wrong. */
export async function aSlack(): Promise<Slack> {
  const messages: Shown[] = [];
  const stub = { mayRead: true };
  const no = (error: string): StubAnswer => ({ status: 200, body: { ok: false, error } });
  const yes = (body: object): StubAnswer => ({ status: 200, body: { ok: true, ...body } });

  const server = await aStubServer(({ path, headers, body }) => {
    if (headers.authorization !== `Bearer ${slackToken}`) return no('invalid_auth');
    const reading = askedSchema.safeParse(JSON.parse(body.toString()));
    if (!reading.success) return no('invalid_blocks');
    const { channel, ts, thread_ts, reply_broadcast = false, text = '', blocks = null, metadata } = reading.data;
    if (channel !== slackChannel) return no('channel_not_found');
    if (path === '/conversations.history') {
      if (!stub.mayRead) return no('missing_scope');
      return yes({ messages: messages.filter(({ thread }) => thread === null) });
    }
    if (path === '/chat.postMessage') {
      const at = `1764000000.${String(messages.length + 1).padStart(6, '0')}`;
      messages.push({ ts: at, text, blocks, thread: thread_ts ?? null, broadcast: reply_broadcast, metadata });
      return yes({ channel, ts: at });
    }
    const shown = messages.find((each) => each.ts === ts);
    if (shown === undefined) return no('message_not_found');
    Object.assign(shown, { text, blocks, metadata });
    return yes({ channel, ts });
  });
  return Object.assign(stub, server, {
    posts: () => messages.filter(({ thread }) => thread === null),
    replies: () => messages.filter(({ thread }) => thread !== null),
    forget: (ts: string) =>
      void messages.splice(
        messages.findIndex((each) => each.ts === ts),
        1,
      ),
  });
}
