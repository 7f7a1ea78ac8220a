import { ResponseError, type ResponseHead } from './response-head.ts';

export interface ResponseBody {
  /** As it was sent; may still be compressed. */
  readonly bytes: Buffer;
  /** Is that all of it, as far as the response says where it ends? Else it ends with the connection. */
  readonly isComplete: boolean;
}

/**
 * What has come of a body so far. What is wrong with it ends it: browsers show what they have.
 * @throws ResponseError where they have nothing
 */
export function readBody({ status, headers }: ResponseHead, sent: Buffer): ResponseBody {
  if (status === 204 || status === 304) return { bytes: Buffer.alloc(0), isComplete: true };
  if (/chunked/i.test(headers['transfer-encoding'] ?? '')) return unchunked(sent);
  const length = /^\d+/.exec(headers['content-length'] ?? '')?.[0];
  if (length === undefined) return { bytes: sent, isComplete: false };
  return { bytes: sent.subarray(0, Number(length)), isComplete: sent.length >= Number(length) };
}

const noChunk = 'ERR_INVALID_CHUNKED_ENCODING';

function unchunked(sent: Buffer): ResponseBody {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = sent.indexOf('\n', at);
    if (at === 0 && sent.length > 0 && !/^[0-9a-f]/i.test(sent.toString('latin1', 0, 1)))
      throw new ResponseError(noChunk);
    if (lineEnd < 0) return { bytes: Buffer.concat(chunks), isComplete: false };
    const size = /^([0-9a-f]{1,8})[ \t]*(;.*)?\r?$/i.exec(sent.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined && at === 0) throw new ResponseError(noChunk);
    if (size === undefined || /^0+$/.test(size)) return { bytes: Buffer.concat(chunks), isComplete: true };
    const begin = lineEnd + 1;
    const end = begin + Number.parseInt(size, 16);
    chunks.push(sent.subarray(begin, end));
    const next = /^\r?\n/.exec(sent.toString('latin1', end, end + 2));
    if (next === null) return { bytes: Buffer.concat(chunks), isComplete: sent.length >= end + 2 };
    at = end + next[0].length;
  }
}
