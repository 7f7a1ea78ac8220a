import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface Content {
  readonly type: string;
  readonly content: string | Buffer;
  readonly cache: string;
}

/** Sends content as small as the browser takes it, or 304 when the browser still has it. */
export function send(request: IncomingMessage, response: ServerResponse, status: number, answer: Content): void {
  const etag = `"${createHash('sha256').update(answer.content).digest('base64url').slice(0, 16)}"`;
  response.setHeader('cache-control', answer.cache);
  response.setHeader('etag', etag);
  response.setHeader('vary', 'accept-encoding, cookie');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  if (status === 200 && request.headers['if-none-match'] === etag) return void response.writeHead(304).end();

  const { encoding, body } = compressed(answer, request.headers['accept-encoding'] ?? '');
  if (encoding !== null) response.setHeader('content-encoding', encoding);
  response.writeHead(status, { 'content-type': answer.type, 'content-length': body.length }).end(body);
}

function compressed({ type, content }: Content, accepted: string): { encoding: 'br' | 'gzip' | null; body: Buffer } {
  const body = Buffer.from(content);
  if (!/text|javascript|json|svg/.test(type)) return { encoding: null, body };
  if (/\bbr\b/.test(accepted)) {
    return { encoding: 'br', body: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };
  }
  return /\bgzip\b/.test(accepted) ? { encoding: 'gzip', body: gzipSync(body) } : { encoding: null, body };
}

export function sendText(request: IncomingMessage, response: ServerResponse, status: number, content: string): void {
  send(request, response, status, { type: 'text/plain; charset=utf-8', content, cache: 'no-store' });
}

export function sendJson(request: IncomingMessage, response: ServerResponse, status: number, value: unknown): void {
  send(request, response, status, { type: 'application/json', content: JSON.stringify(value), cache: 'no-store' });
}

export function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
