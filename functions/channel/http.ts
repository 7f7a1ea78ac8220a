import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { PrivateAddressError, refusalOf } from '../../shared/browser/public-addresses.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import { parseJson } from '../../shared/model/parse-json.ts';
import { ChannelFault } from './channel-fault.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The same as it came, for what is no JSON. */
  readonly text: string;
  /** What `Retry-After` asks for. */
  readonly retryAfterMs: number | null;
}

interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Transport {
  /**
   * Posts and reads the answer, of whatever status. Redirects are not followed: they would carry the secret somewhere else.
   * @throws ChannelFault whose text names neither the address nor a secret
   */
  post(request: HttpRequest): Promise<HttpAnswer>;
}

export interface TransportOptions {
  /** Refuses private addresses; absent on a laptop. */
  readonly lookup?: LookupFunction;
  readonly now: () => number;
  /** For the whole answer. */
  readonly withinMs?: number;
}

const answerWithinMs = 10_000;
const longestAnswer = 256 * 1024;

export function createTransport({ lookup, now, withinMs = answerWithinMs }: TransportOptions): Transport {
  return {
    async post({ url, headers, body }) {
      // Node's own error about it would carry the whole of it into the log, and it may be a secret.
      if (!URL.canParse(url)) throw new ChannelFault('secret', 'Its address cannot be read.');
      if ((await refusalOf(url, lookup)) !== null) throw privateAddress();
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      const signal = AbortSignal.timeout(withinMs);
      return new Promise((resolve, reject) => {
        let isSent = false;
        const fail = (error: unknown): void => reject(faultOf(error, isSent, signal, withinMs));
        const { request } = url.startsWith('https:') ? https : http;
        const sending = request(
          url,
          {
            method: 'POST',
            headers: { ...headers, 'content-length': String(bytes.byteLength), 'user-agent': 'Touchlight' },
            signal,
            ...(lookup && { lookup }),
          },
          (response) => void readAnswer(response, now).then(resolve, fail),
        );
        sending.on('finish', () => {
          isSent = true;
        });
        sending.on('error', fail);
        sending.end(bytes);
      });
    },
  };
}

async function readAnswer(response: http.IncomingMessage, now: () => number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > longestAnswer) break; // what is cut off is no JSON
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const status = response.statusCode ?? 0;
  return { status, text, body: parseJson(text), retryAfterMs: retryAfter(response.headers['retry-after'], now()) };
}

/** Seconds, or a date. */
function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The system's own message may quote the address, and Telegram's addresses contain the token. */
function faultOf(error: unknown, isSent: boolean, signal: AbortSignal, withinMs: number): ChannelFault {
  if (error instanceof ChannelFault) return error;
  if (error instanceof PrivateAddressError) return privateAddress();
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = signal.aborted ? `no answer within ${withinMs / 1000} s` : codeInWords(code);
  return new ChannelFault(isSent ? 'silence' : 'trouble', why);
}

function codeInWords(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name is not known';
  if (code === 'ECONNREFUSED') return 'it refuses the connection';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'it broke the connection';
  return /^[A-Z0-9_]{3,60}$/.test(code) ? `the connection failed (${code})` : 'the connection failed';
}

function privateAddress(): ChannelFault {
  return new ChannelFault('private-address', 'its address is not on the public internet');
}

/** What is wrong with an answer that is not the one hoped for, where a platform has no better word for it. */
export function faultOfStatus({ status, text, retryAfterMs }: HttpAnswer, says = ''): ChannelFault {
  const answer = says === '' ? `HTTP ${status}` : `HTTP ${status}: ${quoted(says)}`;
  if (status === 429) return new ChannelFault('busy', answer, { retryAfterMs });
  if (status === 503 && retryAfterMs !== null) return new ChannelFault('busy', answer, { retryAfterMs });
  if (status === 401 || status === 403) return new ChannelFault('auth', answer);
  // What has moved is not followed.
  if (status === 404 || status === 410 || (status >= 300 && status < 400)) return new ChannelFault('place', answer);
  if (status >= 400 && status < 500 && status !== 408) return new ChannelFault('message', answer);
  return new ChannelFault('trouble', status < 300 && text !== '' ? 'an answer of another shape' : answer);
}

/** Part of what an API says: short, on one line, and nothing that looks like a token. */
export function quoted(says: string): string {
  return `"${shorten(oneLine(says).replaceAll(/[A-Za-z0-9_:/+=.-]{24,}/g, '…'), 120)}"`;
}
