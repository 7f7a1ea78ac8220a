import { z } from 'zod';
import type { ChannelTarget } from '../../../shared/model/channel.ts';
import { shorten } from '../../../shared/model/foreign-text.ts';
import type { Channel, ChannelIo, ChannelMessage } from '../channel.ts';
import { ChannelFault, PostGoneError } from '../channel-fault.ts';
import { faultOfStatus, type HttpAnswer, quoted } from '../http.ts';
import { readSecret } from '../read-secret.ts';
import { writeWithin } from './write-within.ts';

type Target = Extract<ChannelTarget, { kind: 'telegram' }>;
type Parameters = Readonly<Record<string, unknown>>;

const answerSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
});
type Answer = z.infer<typeof answerSchema>;

const messageSchema = z.object({ message_id: z.number().int(), chat: z.object({ id: z.number().int() }) });
const placeSchema = z.object({
  chat: z.union([z.string(), z.number()]),
  message: z.number().int(),
  hasPicture: z.boolean(),
});
type Place = z.infer<typeof placeSchema>;

/** Of a text and of a caption, after the markup is taken out. */
const limits = { text: 4096, caption: 1024 } as const;
const largestPicture = 10 * 1024 * 1024;
/** Telegram asks for at most one message a second in a chat, and 20 a minute in a group. */
const gaps = { chat: 1000, group: 3000 } as const;

/**
 * The Bot API (core.telegram.org/bots/api): `sendMessage` or `sendPhoto`, then `editMessageText` or `editMessageCaption` and an
 * answer to the post, because an edit alone notifies nobody. `secret` is the bot's token.
 */
export function createTelegram(target: Target, io: ChannelIo): Channel {
  const call = createCall(target, io);
  const toChat = target.topic === null ? {} : { message_thread_id: target.topic };

  const sendText = async (chat: Place['chat'], message: ChannelMessage): Promise<Place> => {
    const text = {
      text: toHtml(message, limits.text),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    };
    return placeOf(await call('sendMessage', { chat_id: chat, ...toChat, ...text, ...keyboard(message) }), false);
  };

  const sendPicture = async (message: ChannelMessage): Promise<Place | null> => {
    const picture = target.pictures ? await readPicture(message, io) : null;
    if (picture === null) return null;
    const caption = { caption: toHtml(message, limits.caption), parse_mode: 'HTML' };
    try {
      const sent = await call(
        'sendPhoto',
        { chat_id: target.chat, ...toChat, ...caption, ...keyboard(message) },
        picture,
      );
      return placeOf(sent, true);
    } catch (error) {
      // Too tall, too many pixels: the alert matters more.
      if (error instanceof ChannelFault && error.kind === 'message') return null;
      throw error;
    }
  };

  return {
    gapMs: /^[-@]/.test(target.chat) ? gaps.group : gaps.chat,

    async post(message) {
      return JSON.stringify((await sendPicture(message)) ?? (await sendText(target.chat, message)));
    },

    async update(written, message) {
      const place = placeSchema.parse(JSON.parse(written));
      await edit(place, message, call);
      await reply(place, message, call, toChat);
      return written;
    },
  };
}

type Call = (method: string, parameters: Parameters, picture?: Uint8Array) => Promise<unknown>;

function createCall({ secret, api }: Target, { transport, secrets, pace }: ChannelIo): Call {
  const base = `${(api ?? 'https://api.telegram.org').replace(/\/+$/, '')}/bot`;
  return async (method, parameters, picture) => {
    const token = await readSecret(secrets, secret, /^\d+:[\w-]{20,}$/, "a bot's token, such as 123456:ABC-DEF");
    const ask = async (chat: unknown): Promise<{ readonly http: HttpAnswer; readonly answer: Answer | null }> => {
      await pace();
      const body = await encode({ ...parameters, chat_id: chat }, picture);
      const http = await transport.post({ url: `${base}${token}/${method}`, ...body });
      return { http, answer: answerSchema.safeParse(http.body).data ?? null };
    };
    let { http, answer } = await ask(parameters['chat_id']);
    // A group that has become a supergroup has a new number, and says which.
    const moved = answer?.parameters?.migrate_to_chat_id;
    if (moved !== undefined) ({ http, answer } = await ask(moved));
    if (answer?.ok === true) return answer.result;
    throw faultOf(http, answer);
  };
}

function faultOf(http: HttpAnswer, answer: Answer | null): Error {
  const says = answer?.description ?? '';
  if (/message to (edit|be replied|reply) not found|message can't be edited|MESSAGE_ID_INVALID/i.test(says))
    return new PostGoneError(quoted(says));
  const hint = answer?.parameters?.retry_after;
  if (hint !== undefined) return new ChannelFault('busy', quoted(says), { retryAfterMs: hint * 1000 });
  // Telegram answers 404 to a token that it does not know.
  if (answer !== null && (http.status === 401 || http.status === 404)) return new ChannelFault('auth', quoted(says));
  if (answer !== null && (http.status === 403 || /chat not found|not enough rights|thread not found|CHAT_/i.test(says)))
    return new ChannelFault('place', quoted(says));
  return faultOfStatus(http, says);
}

/** An answer that is worded like the post, so that nobody has to look up what it is about. */
async function reply(place: Place, { title, text }: ChannelMessage, call: Call, toChat: Parameters): Promise<void> {
  await call('sendMessage', {
    ...toChat,
    chat_id: place.chat,
    text: `${bold(title)}\n${escaped(text, limits.text / 2)}`,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: place.message, allow_sending_without_reply: true },
  });
}

async function edit(place: Place, message: ChannelMessage, call: Call): Promise<void> {
  const where = { chat_id: place.chat, message_id: place.message, parse_mode: 'HTML', ...keyboard(message) };
  try {
    if (place.hasPicture) await call('editMessageCaption', { ...where, caption: toHtml(message, limits.caption) });
    else await call('editMessageText', { ...where, text: toHtml(message, limits.text) });
  } catch (error) {
    // It was edited before we were stopped.
    if (error instanceof ChannelFault && /message is not modified/i.test(error.message)) return;
    throw error;
  }
}

function placeOf(result: unknown, hasPicture: boolean): Place {
  const sent = messageSchema.safeParse(result);
  if (!sent.success) throw new ChannelFault('silence', 'an answer of another shape');
  return { chat: sent.data.chat.id, message: sent.data.message_id, hasPicture };
}

async function readPicture({ picture }: ChannelMessage, { evidence }: ChannelIo): Promise<Uint8Array | null> {
  if (picture === null || evidence === null) return null;
  // Expired, or out of reach: the alert goes without it.
  const bytes = await evidence.read(picture).catch(() => null);
  return bytes === null || bytes.byteLength === 0 || bytes.byteLength > largestPicture ? null : bytes;
}

async function encode(parameters: Parameters, picture: Uint8Array | undefined) {
  if (picture === undefined) {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(parameters) };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set('photo', new Blob([new Uint8Array(picture)]), 'screenshot');
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? 'multipart/form-data';
  return { headers: { 'content-type': type }, body: new Uint8Array(await encoded.arrayBuffer()) };
}

function keyboard({ button }: ChannelMessage): Parameters {
  const rows = button === null ? [] : [[{ text: button.label, url: button.url }]];
  return { reply_markup: { inline_keyboard: rows } };
}

/** What is written is at least as long as what is counted, so what fits with its markup fits. */
function toHtml(message: ChannelMessage, limit: number): string {
  return writeWithin(message, limit, ({ title, text, facts, todo, cut }, room) =>
    [
      bold(title),
      escaped(text, room),
      '',
      ...facts.map(([label, value]) => `<b>${escaped(label, 60)}:</b> ${escaped(value, room)}`),
      '',
      `<b>${escaped(todo.label, 60)}:</b> ${escaped(todo.text, room)}`,
      ...(cut === '' ? [] : [escaped(cut, 60)]),
    ].join('\n'),
  );
}

function bold(text: string): string {
  return `<b>${escaped(text, 200)}</b>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string, limit: number): string {
  return shorten(text, limit).replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
