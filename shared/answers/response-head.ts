import type { IncomingHttpHeaders } from 'node:http';

/**
 * The head of an HTTP/1 response, read as Chromium reads it, and not as the standard would have it: a site that every browser
 * shows is up, whatever its server makes of the standard. Sources: Chromium's net/http/http_stream_parser.cc, http_util.cc and
 * http_response_headers.cc; each rule is tried on Chromium itself in test/probes/odd-answers.test.ts.
 */
export interface ResponseHead {
  readonly status: number;
  /** Names in lower case. Bytes beyond ASCII are as they came, one character each. */
  readonly headers: IncomingHttpHeaders;
  /** Where the body begins. */
  readonly end: number;
}

/** No browser can read this response. `code` is Chromium's. */
export class ResponseError extends Error {
  override readonly name = 'ResponseError';
  readonly code: string;
  constructor(code: string) {
    super(`The response cannot be read: ${code}.`);
    this.code = code;
  }
}

/** More than this is refused by browsers (Chromium: 256 KB). */
const mostHeadBytes = 256 * 1024;
/** So many bytes of something else may stand in front of the response. */
const slopBytes = 4;

/**
 * @param bytes what has come so far
 * @returns null while the head is incomplete
 * @throws ResponseError where no browser would go on
 */
export function readHead(bytes: Buffer): ResponseHead | null {
  const start = startOf(bytes);
  if (start === null) return null;
  const text = bytes.toString('latin1', start, mostHeadBytes + slopBytes);
  const end = /\n\r?\n/.exec(text);
  if (end === null) {
    if (text.length >= mostHeadBytes) throw new ResponseError('ERR_RESPONSE_HEADERS_TOO_BIG');
    return null;
  }
  const endsAt = end.index + end[0].length;
  if (endsAt > mostHeadBytes) throw new ResponseError('ERR_RESPONSE_HEADERS_TOO_BIG');
  const [statusLine = '', ...lines] = text.slice(0, endsAt).split(/[\r\n]+/);
  const status = Number(/^\S*\s+(\d+)/.exec(statusLine)?.[1] ?? 200);
  // What is only announced is followed by the response itself.
  if (status >= 100 && status < 200) return after(bytes, start + endsAt);
  if (text.slice(0, endsAt).includes('\0')) throw new ResponseError('ERR_INVALID_HTTP_RESPONSE');
  return { status, headers: headersOf(unfolded(lines)), end: start + endsAt };
}

function after(bytes: Buffer, offset: number): ResponseHead | null {
  const head = readHead(bytes.subarray(offset));
  return head === null ? null : { ...head, end: head.end + offset };
}

/** Where the status line begins; null while too little has come to know. */
function startOf(bytes: Buffer): number | null {
  const found = bytes.toString('latin1', 0, slopBytes + 'http'.length).search(/http/i);
  if (found >= 0) return found;
  if (bytes.length < slopBytes + 'http'.length) return null;
  throw new ResponseError('ERR_INVALID_HTTP_RESPONSE');
}

/** A line that begins with a blank goes on with the one before. */
function unfolded(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) whole[whole.length - 1] = `${last} ${line.trim()}`;
    else whole.push(line.trim());
  }
  return whole;
}

/** Browsers do not guess which of two is meant. */
const single = {
  'content-length': 'ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH',
  'content-disposition': 'ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION',
  location: 'ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION',
} as const;

/** Lines that are no headers are passed over. */
function headersOf(lines: readonly string[]): IncomingHttpHeaders {
  const all = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~\w-]+)[ \t]*:[ \t]*([\s\S]*)$/.exec(line) ?? [];
    if (name !== '') all.set(name.toLowerCase(), [...(all.get(name.toLowerCase()) ?? []), value]);
  }
  const isChunked = all.get('transfer-encoding')?.some((value) => /chunked/i.test(value)) === true;
  for (const [name, code] of Object.entries(single)) {
    const isOneOfMany = new Set(all.get(name)).size > 1;
    if (isOneOfMany && !(name === 'content-length' && isChunked)) throw new ResponseError(code);
  }
  return Object.fromEntries(
    [...all].map(([name, values]) => {
      if (name === 'set-cookie') return [name, values];
      return [name, name in single || name === 'content-type' ? values[0] : values.join(', ')];
    }),
  );
}
