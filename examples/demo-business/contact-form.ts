import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const maxBodyBytes = 16_384;

const text = (limit: number, what: string, whenEmpty: string) =>
  z
    .string({ error: whenEmpty })
    .trim()
    .min(1, whenEmpty)
    .max(limit, `Please keep your ${what} under ${limit} characters.`);

const emailSentence = 'Please give us an e-mail address that we can answer, such as olena@example.com.';
const consentSentence = 'Please tick the box: without it we may not use your details to answer you.';

const messageSchema = z.object({
  name: text(100, 'name', 'Please tell us your name.'),
  email: z.email({ error: emailSentence }),
  phone: z.string().trim().max(40, 'Please keep your phone number under 40 characters.').default(''),
  message: text(4000, 'message', 'Please write a message.'),
  consent: z.literal(['yes', 'on', true], { error: consentSentence }).transform(() => true as const),
});
export type ContactMessage = z.infer<typeof messageSchema>;

/** What a form answers instead of taking the message; `sentence` is for the visitor. */
export class Refusal extends Error {
  readonly status: 400 | 413 | 415 | 422;
  /** What was typed, so that a page without script can show it again. */
  readonly typed: Readonly<Record<string, unknown>>;
  constructor(status: Refusal['status'], sentence: string, typed: Refusal['typed'] = {}) {
    super(sentence);
    this.status = status;
    this.typed = typed;
  }
}

/** Reads and checks a posted message; throws a Refusal. */
export async function readContactMessage(request: IncomingMessage): Promise<ContactMessage> {
  const typed = await readFields(request);
  const parsed = messageSchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw new Refusal(422, parsed.error.issues[0]?.message ?? 'Please check what you typed.', typed);
}

async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/x-www-form-urlencoded' && type !== 'application/json') {
    throw new Refusal(
      415,
      `This form takes application/x-www-form-urlencoded or application/json, not ${type || 'a body without a type'}.`,
    );
  }
  const body = await readBody(request);
  return type === 'application/json' ? parseJson(body) : Object.fromEntries(new URLSearchParams(body));
}

/** What is too long is read to its end and dropped: a browser that is cut off while sending never sees the answer. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  if (bytes <= maxBodyBytes) return Buffer.concat(chunks).toString('utf8');
  throw new Refusal(413, `Your message is too long: we take ${maxBodyBytes} bytes at most. Please shorten it.`);
}

function parseJson(body: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  } catch {
    throw new Refusal(400, 'The message is not a JSON object. Please send the fields of the form.');
  }
}
