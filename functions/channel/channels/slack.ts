import { z } from 'zod';
import type { ChannelTarget } from '../../../shared/model/channel.ts';
import { shorten } from '../../../shared/model/foreign-text.ts';
import type { Channel, ChannelIo, ChannelMessage } from '../channel.ts';
import { ChannelFault, PostGoneError } from '../channel-fault.ts';
import { faultOfStatus, type HttpAnswer, quoted } from '../http.ts';
import { readSecret } from '../read-secret.ts';
import { outsideAddresses } from './outside-addresses.ts';
import { writeWithin } from './write-within.ts';

type Target = Extract<ChannelTarget, { kind: 'slack' }>;
type Json = Readonly<Record<string, unknown>>;

/** Slack answers 200 to almost everything; `ok` tells. */
const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional() });
const postedSchema = z.object({ channel: z.string(), ts: z.string() });
const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_payload: z.object({ subject: z.string().optional(), message: z.string().optional() }) })
        .optional(),
    }),
  ),
});

const limits = { header: 150, section: 3000, button: 75, fallback: 1000 } as const;

const authErrors = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
];
const placeErrors = ['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action', 'no_permission'];
const goneErrors = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'thread_not_found'];
const troubles = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

/**
 * The Web API (docs.slack.dev): `chat.postMessage`, then `chat.update` and an answer in the thread, because an edit alone notifies
 * nobody. `secret` is a bot token with `chat:write`. With `channels:history` (`groups:history` in a private channel) a post whose
 * answer was lost is found again by its metadata instead of being posted twice.
 */
export function createSlack(target: Target, io: ChannelIo): Channel {
  const call = createCall(target, io);
  const send = async (message: ChannelMessage, more: Json = {}) =>
    JSON.stringify(
      placeOf(await call('chat.postMessage', { channel: target.channel, ...contentOf(message), ...more })),
    );
  return {
    // A message a second in a channel.
    gapMs: 1000,

    post: (message) => send(message, { metadata: metadataOf(message) }),

    async update(written, message) {
      const place = postedSchema.parse(JSON.parse(written));
      await call('chat.update', { ...place, ...contentOf(message), metadata: metadataOf(message) });
      const text = `${escaped(message.title)}\n${escaped(shorten(message.text, limits.fallback))}`;
      await call('chat.postMessage', {
        channel: place.channel,
        thread_ts: place.ts,
        // Who follows the thread hears of a reminder; that it got worse or is over is for all.
        reply_broadcast: message.reason !== 'reminder',
        unfurl_links: false,
        text,
      });
      return written;
    },

    async find(message, since) {
      try {
        const oldest = String(Math.floor(Date.parse(since) / 1000) - 1);
        const asked = { channel: target.channel, oldest, limit: 200, include_all_metadata: true };
        const { messages } = historySchema.parse(await call('conversations.history', asked));
        const found = messages.find(({ metadata }) => metadata?.event_payload.subject === message.subject);
        if (found === undefined) return null;
        const place = JSON.stringify({ channel: target.channel, ts: found.ts });
        return { place, shows: found.metadata?.event_payload.message ?? null };
      } catch (error) {
        // Without the scope nobody can tell: better twice than never.
        if (error instanceof ChannelFault && error.kind === 'auth') return null;
        throw error;
      }
    },
  };
}

function createCall({ secret, api }: Target, { transport, secrets, pace }: ChannelIo) {
  const base = (api ?? 'https://slack.com/api').replace(/\/+$/, '');
  return async (method: string, parameters: Json): Promise<unknown> => {
    const token = await readSecret(secrets, secret, /^xox[a-z.-]+-[\w-]+$/, 'a Slack token, such as xoxb-...');
    await pace();
    const answer = await transport.post({
      url: `${base}/${method}`,
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(parameters),
    });
    const said = answerSchema.safeParse(answer.body).data;
    if (answer.status === 200 && said?.ok === true) return answer.body;
    throw faultOf(answer, said?.error);
  };
}

function faultOf(answer: HttpAnswer, error: string | undefined): Error {
  if (error === undefined) return faultOfStatus(answer);
  const says = quoted(error);
  if (error === 'ratelimited' || error === 'rate_limited')
    return new ChannelFault('busy', says, { retryAfterMs: answer.retryAfterMs });
  if (goneErrors.includes(error)) return new PostGoneError(says);
  if (authErrors.includes(error)) return new ChannelFault('auth', says);
  if (placeErrors.includes(error)) return new ChannelFault('place', says);
  return new ChannelFault(troubles.includes(error) || answer.status >= 500 ? 'trouble' : 'message', says);
}

function placeOf(body: unknown): z.infer<typeof postedSchema> {
  const posted = postedSchema.safeParse(body);
  if (posted.success) return posted.data;
  throw new ChannelFault('silence', 'an answer of another shape');
}

function metadataOf({ subject, id }: ChannelMessage): Json {
  return { event_type: 'touchlight_alert', event_payload: { subject, message: id } };
}

function contentOf(message: ChannelMessage): Json {
  const { title, text, button } = message;
  const body = writeWithin(message, limits.section, (parts, room) =>
    [
      escaped(shorten(parts.text, room)),
      '',
      ...parts.facts.map(([label, value]) => `*${escaped(label)}:* ${escaped(shorten(value, room))}`),
      '',
      `*${escaped(parts.todo.label)}:* ${escaped(shorten(parts.todo.text, room))}`,
      ...(parts.cut === '' ? [] : [escaped(parts.cut)]),
    ].join('\n'),
  );
  return {
    // Read out by screen readers, and shown where no blocks are.
    text: escaped(shorten(`${title}: ${text}`, limits.fallback)),
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: shorten(title, limits.header), emoji: true } },
      { type: 'section', text: { type: 'mrkdwn', text: body, verbatim: true } },
      ...(button === null ? [] : [{ type: 'actions', elements: [linkTo(button)] }]),
    ],
  };
}

function linkTo({ label, url }: NonNullable<ChannelMessage['button']>): Json {
  const text = { type: 'plain_text', text: shorten(label, limits.button), emoji: true };
  return { type: 'button', text, url, action_id: 'open' };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Between a mark and its word, so that it is a mark no more. */
const wordJoiner = '\u2060';

/** `<!channel>` and links need their brackets; a star, tilde, underscore or backtick before a word would format it. */
function escaped(text: string): string {
  return outsideAddresses(text, (words) =>
    words.replaceAll(/(?<![\p{L}\p{N}])[*_~`](?=\S)/gu, `$&${wordJoiner}`),
  ).replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
