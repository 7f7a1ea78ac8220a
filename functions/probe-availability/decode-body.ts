import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';
import sniffEncoding from 'html-encoding-sniffer';

/** What the beginning of a page may grow to: a bomb is not a page. */
const maxOutputLength = 1024 * 1024;

/** The beginning of a body as text; some servers compress whatever is asked. Empty when it cannot be read. */
export function decodeBody(bytes: Buffer, headers: IncomingHttpHeaders): string {
  try {
    const plain = decompress(bytes, headers['content-encoding'] ?? '');
    const label = /charset\s*=\s*["']?([^\s"';]+)/i.exec(headers['content-type'] ?? '')?.[1];
    // As browsers do: a byte order mark, else the header, else what the page itself declares.
    const encoding = sniffEncoding(plain, {
      defaultEncoding: 'UTF-8',
      ...(label !== undefined && { transportLayerEncodingLabel: label }),
    });
    return new TextDecoder(encoding).decode(plain);
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
