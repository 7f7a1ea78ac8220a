import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';

/** What the beginning of a page may grow to: a bomb is not a page. */
const maxOutputLength = 1024 * 1024;

/** The beginning of a body as text; some servers compress whatever is asked. Empty when it cannot be read. */
export function decodeBody(bytes: Buffer, headers: IncomingHttpHeaders): string {
  try {
    const plain = decompress(bytes, headers['content-encoding'] ?? '');
    return new TextDecoder(charsetOf(plain, headers['content-type'] ?? '')).decode(plain);
  } catch {
    return ''; // a lie about its encoding, an unknown one, or a bomb: nothing of it is needed to know that it answered
  }
}

function decompress(bytes: Buffer, encoding: string): Buffer {
  // The end is cut off, which is no error here.
  const zlib = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength };
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return bytes;
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, zlib);
    case 'deflate':
      return inflateSync(bytes, zlib);
    case 'br':
      return brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength });
    default:
      throw new Error(`The encoding ${encoding} is not known.`);
  }
}

/** From the header, else from the page's first kilobyte, as browsers do. */
function charsetOf(bytes: Buffer, contentType: string): string {
  const declared = /charset\s*=\s*["']?([\w-]+)/i;
  const beginning = bytes.subarray(0, 1024).toString('latin1');
  const name = declared.exec(contentType)?.[1] ?? declared.exec(beginning)?.[1] ?? 'utf-8';
  return isKnown(name) ? name : 'utf-8';
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset) instanceof TextDecoder;
  } catch {
    return false;
  }
}
