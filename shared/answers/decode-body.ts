import type { IncomingHttpHeaders } from 'node:http';
import zlib from 'node:zlib';
import sniffEncoding from 'html-encoding-sniffer';
import { ResponseError } from './response-head.ts';

/** What the beginning of a page may grow to: a bomb is not a page. */
const mostBytes = 1024 * 1024;

/**
 * The beginning of a body as text; some servers compress whatever is asked. Empty when it cannot be unpacked here.
 * @throws ResponseError when it is not compressed as its headers say: browsers show an error then
 */
export async function decodeBody(bytes: Buffer, headers: IncomingHttpHeaders): Promise<string> {
  const plain = bytes.length === 0 ? bytes : await decompressed(bytes, headers['content-encoding'] ?? '');
  const label = /charset\s*=\s*["']?([^\s"';]+)/i.exec(headers['content-type'] ?? '')?.[1];
  // As browsers do: a byte order mark, else the header, else what the page itself declares.
  const encoding = sniffEncoding(plain, {
    defaultEncoding: 'UTF-8',
    ...(label !== undefined && { transportLayerEncodingLabel: label }),
  });
  try {
    return new TextDecoder(encoding).decode(plain);
  } catch {
    return '';
  }
}

/** Of several, the last was applied last. One that browsers do not know makes them take all as it comes. */
async function decompressed(bytes: Buffer, header: string): Promise<Buffer> {
  const encodings = header
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '');
  // Node cannot unpack what only some servers send unasked.
  if (encodings.includes('zstd')) return Buffer.alloc(0);
  if (!encodings.every((encoding) => encoding in decoders)) return bytes;
  let plain = bytes;
  for (const encoding of encodings.toReversed()) plain = (await decoders[encoding]?.(plain)) ?? plain;
  return plain;
}

const unzip = (bytes: Buffer): Promise<Buffer> => {
  // What follows the compressed data does not matter to browsers, but to Node's gunzip.
  return outputOf(zlib.createInflateRaw(), withoutGzipHeader(bytes));
};

const decoders: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: unzip,
  'x-gzip': unzip,
  // Some send what they call so without its two bytes of header.
  deflate: (bytes) => outputOf(((bytes[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw(), bytes),
  br: (bytes) => outputOf(zlib.createBrotliDecompress(), bytes),
};

/** RFC 1952, 2.3. */
function withoutGzipHeader(bytes: Buffer): Buffer {
  const [first, second, , flags = 0] = bytes;
  if (first !== 0x1f || second !== 0x8b) throw new ResponseError('ERR_CONTENT_DECODING_FAILED');
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  // A file's name and a comment.
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = bytes.indexOf(0, at) + 1;
  return bytes.subarray((flags & 2) === 0 ? at : at + 2);
}

/** What comes out until the end, wherever the data is cut off, or until it makes no sense any more. */
async function outputOf(decoder: zlib.InflateRaw | zlib.BrotliDecompress, bytes: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  decoder.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) resolve();
  });
  let isNonsense = false;
  decoder.on('error', (error: NodeJS.ErrnoException) => {
    isNonsense = error.code !== 'Z_BUF_ERROR';
    resolve();
  });
  decoder.on('end', resolve);
  decoder.write(bytes);
  decoder.flush(resolve);
  await promise;
  decoder.destroy();
  if (size === 0 && isNonsense) throw new ResponseError('ERR_CONTENT_DECODING_FAILED');
  return Buffer.concat(chunks);
}
