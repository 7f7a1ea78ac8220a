import { z } from 'zod';
import { aStubServer, type StubAnswer, type StubRequest, type StubServer } from './stub-server.ts';

export const telegramToken = '7700112233:AAHfakeFAKEfakeFAKEfakeFAKEfakeFAK';

interface Shown {
  readonly id: number;
  readonly chat: string;
  text: string;
  readonly picture: Buffer | null;
  readonly repliesTo: number | null;
  readonly topic: number | null;
  buttons: unknown;
}

export interface Telegram extends StubServer {
  /** Messages that answer no other. */
  readonly posts: () => readonly Shown[];
  readonly replies: () => readonly Shown[];
  readonly forget: (id: number) => void;
  /** A group that has become a supergroup: its old number, and its new one. */
  moved: { readonly from: string; readonly to: number } | null;
}

const fieldsSchema = z.object({
  chat_id: z.coerce.string(),
  message_id: z.coerce.number().optional(),
  message_thread_id: z.coerce.number().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  parse_mode: z.literal('HTML'),
  reply_parameters: z.object({ message_id: z.number() }).optional(),
  reply_markup: z.unknown().optional(),
});
type Fields = z.infer<typeof fieldsSchema>;

const chats = ['-1001234567890', '-100999', '@coffeelab', '42'];

/** The part of the Bot API that posts and edits (core.telegram.org/bots/api), with its limits and its answers. */
export async function aTelegram(): Promise<Telegram> {
  const messages: Shown[] = [];
  let nextId = 100;
  const stub = { moved: null as Telegram['moved'] };

  const add = (fields: Fields, text: string, picture: Buffer | null): StubAnswer => {
    const id = nextId++;
    const repliesTo = fields.reply_parameters?.message_id ?? null;
    const topic = fields.message_thread_id ?? null;
    messages.push({ id, chat: fields.chat_id, text, picture, repliesTo, topic, buttons: fields.reply_markup });
    const chat = fields.chat_id.startsWith('@') ? -100555 : Number(fields.chat_id);
    return { status: 200, body: { ok: true, result: { message_id: id, chat: { id: chat } } } };
  };
  const edit = (fields: Fields, text: string): StubAnswer => {
    const shown = messages.find(({ id }) => id === fields.message_id);
    if (shown === undefined) return refusal(400, 'Bad Request: message to edit not found');
    if (shown.text === text && JSON.stringify(shown.buttons) === JSON.stringify(fields.reply_markup))
      return refusal(400, 'Bad Request: message is not modified: specified new message content is exactly the same');
    shown.text = text;
    shown.buttons = fields.reply_markup;
    return { status: 200, body: { ok: true, result: true } };
  };

  const server = await aStubServer(async (request) => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? [];
    if (token !== telegramToken) return refusal(401, 'Unauthorized');
    const { fields, picture } = await fieldsOf(request);
    if (stub.moved?.from === fields.chat_id) {
      const description = 'Bad Request: group chat was upgraded to a supergroup chat';
      const parameters = { migrate_to_chat_id: stub.moved.to };
      return { status: 400, body: { ok: false, error_code: 400, description, parameters } };
    }
    if (!chats.includes(fields.chat_id) && fields.chat_id !== '-100555')
      return refusal(400, 'Bad Request: chat not found');
    const text = fields.caption ?? fields.text ?? '';
    const problem = problemWith(text, fields.caption === undefined ? 4096 : 1024);
    if (problem !== null) return refusal(400, problem);
    if (method === 'sendMessage') return add(fields, text, null);
    if (method === 'sendPhoto') return add(fields, text, picture);
    return edit(fields, text);
  });
  return Object.assign(stub, server, {
    posts: () => messages.filter(({ repliesTo }) => repliesTo === null),
    replies: () => messages.filter(({ repliesTo }) => repliesTo !== null),
    forget: (id: number) => removeFrom(messages, id),
  });
}

function removeFrom(messages: Shown[], id: number): void {
  messages.splice(
    messages.findIndex((each) => each.id === id),
    1,
  );
}

async function fieldsOf({ headers, body }: StubRequest): Promise<{ fields: Fields; picture: Buffer | null }> {
  const type = headers['content-type'] ?? '';
  if (type === 'application/json') return { fields: fieldsSchema.parse(JSON.parse(body.toString())), picture: null };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const photo = form.get('photo');
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const fields: Record<string, unknown> = Object.fromEntries(texts);
  if (typeof fields['reply_markup'] === 'string') fields['reply_markup'] = JSON.parse(fields['reply_markup']);
  const picture = photo instanceof Blob ? Buffer.from(await photo.arrayBuffer()) : null;
  return { fields: fieldsSchema.parse(fields), picture };
}

/** Telegram counts what is left when the markup is taken out, and refuses markup that it does not know. */
function problemWith(html: string, limit: number): string | null {
  const unknown = html.replaceAll(/<\/?b>/g, '').replaceAll(/&(?:amp|lt|gt|quot);/g, 'x');
  if (/[<>&]/.test(unknown)) return "Bad Request: can't parse entities";
  if (unknown.trim() === '') return 'Bad Request: message text is empty';
  return unknown.length > limit ? 'Bad Request: message caption is too long' : null;
}

function refusal(code: number, description: string): StubAnswer {
  return { status: code, body: { ok: false, error_code: code, description } };
}
