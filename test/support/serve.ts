import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface TestServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  readonly hits: readonly string[];
  close(): Promise<void>;
}

type Answer = string | ((request: http.IncomingMessage, response: http.ServerResponse) => void);

/** A real server on loopback: paths to HTML or to a function that answers. Anything else is 404. */
export async function serve(
  pages: Readonly<Record<string, Answer>>,
  options: { tls?: boolean | { readonly key: string; readonly cert: string } } = {},
): Promise<TestServer> {
  const hits: string[] = [];
  const answer = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    hits.push(`${request.method} ${path}`);
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  };
  const selfSigned = { key: tlsFixture('key.pem'), cert: tlsFixture('certificate.pem') };
  const server = options.tls
    ? https.createServer(options.tls === true ? selfSigned : options.tls, answer)
    : http.createServer(answer);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http${options.tls ? 's' : ''}://127.0.0.1:${port}/`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = await serve({});
  await server.close();
  return Number(new URL(server.url).port);
}

/** A file of test/fixtures/tls, described there. */
export function tlsFixture(name: `${string}.pem`): string {
  return readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');
}
