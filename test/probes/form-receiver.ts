import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Something that reached the server with a visitor's words in it, by whatever way. */
export interface Delivery {
  readonly way: string;
  readonly body: string;
  readonly headers: http.IncomingHttpHeaders;
}

export interface Receiver {
  /** The address of a fixture page in test/fixtures/sites/forms. */
  page(name: string): string;
  readonly deliveries: readonly Delivery[];
  /** Every request line, OPTIONS included. */
  readonly hits: readonly string[];
  close(): Promise<void>;
}

/** `never` takes the message and does not answer. */
type Reply = { readonly status: number; readonly headers?: Record<string, string>; readonly body: string } | 'never';

const thanks: Reply = {
  status: 200,
  body: '<!doctype html><title>Sent</title><h1>Thank you, your message has been sent.</h1>',
};

/** Other answers than the usual ones, by path; `*` to whatever is sent to any other. */
export type Replies = Readonly<Record<string, Reply>>;

/** A site whose server keeps everything that is sent to it: POST bodies, queries, WebSocket frames. */
export async function aReceiver(replies: Replies = {}): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const hits: string[] = [];
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://x');
    hits.push(`${request.method} ${url.pathname}`);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const sent = request.method === 'GET' ? url.search : body;
    if (sent !== '')
      deliveries.push({
        way: `${request.method} ${url.pathname}`,
        body: decodeURIComponent(sent.replaceAll('+', ' ')),
        headers: request.headers,
      });
    const posted = request.method === 'GET' ? undefined : replies['*'];
    const reply = replies[url.pathname] ?? posted ?? usualReply(request.method ?? 'GET', url.pathname);
    if (reply === 'never') return;
    const { status, headers = {}, body: text } = reply;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text);
  };
  const server = http.createServer((request, response) => void answer(request, response));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('upgrade', (request, socket) => {
    acceptWebSocket(request, socket, (delivery) => deliveries.push(delivery));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    page: (name) => `http://127.0.0.1:${port}/${name}`,
    deliveries,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A browser masks what it sends (RFC 6455, 5.3); no frame of these tests is longer than 64 kB. */
function textOf(frame: Buffer): string {
  const head = ((frame[1] ?? 0) & 0x7f) === 126 ? 4 : 2;
  const mask = frame.subarray(head, head + 4);
  return Buffer.from(frame.subarray(head + 4).map((byte, at) => byte ^ (mask[at % 4] ?? 0))).toString('utf8');
}

function acceptWebSocket(
  request: http.IncomingMessage,
  socket: Duplex,
  onDelivery: (delivery: Delivery) => void,
): void {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key.digest('base64')}\r\n\r\n`,
  );
  // Opcodes 1 and 2 carry data (RFC 6455, 5.2); 8 to 10 are the protocol's own.
  socket.on('data', (frame: Buffer) => {
    if (((frame[0] ?? 0) & 0x0f) < 3) onDelivery({ way: 'WebSocket', body: textOf(frame), headers: {} });
  });
  socket.on('error', () => {});
}

function usualReply(method: string, path: string): Reply {
  if (path === '/send') return thanks;
  if (path === '/broken') return { status: 500, body: 'Internal Server Error' };
  if (path === '/gone') return { status: 410, body: 'Gone' };
  if (method !== 'GET') return { status: 404, body: 'Not found' };
  try {
    return { status: 200, body: readFileSync(new URL(`../fixtures/sites/forms${path}.html`, import.meta.url), 'utf8') };
  } catch {
    return { status: 404, body: 'Not found' };
  }
}
