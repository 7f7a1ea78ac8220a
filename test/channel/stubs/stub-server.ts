import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface StubRequest {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface StubAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `hang`: no answer ever. `lost-answer`: the request is worked off, and the connection breaks. */
export type StubFault = StubAnswer | 'hang' | 'lost-answer';

export interface StubServer {
  readonly url: string;
  /** Each request meets the next one. */
  readonly faults: StubFault[];
  readonly requests: readonly StubRequest[];
  close(): Promise<void>;
}

/** A real server on loopback that speaks somebody's API, and fails on demand. */
export async function aStubServer(
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
): Promise<StubServer> {
  const faults: StubFault[] = [];
  const requests: StubRequest[] = [];
  const sockets = new Set<Socket>();
  const work = async (incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const request = { path: incoming.url ?? '/', headers: incoming.headers, body };
    requests.push(request);
    const fault = faults.shift();
    if (fault === 'hang') return;
    const given = fault === undefined || fault === 'lost-answer' ? await answer(request) : fault;
    if (fault === 'lost-answer') {
      incoming.socket.destroy();
      return;
    }
    const text = typeof given.body === 'string' ? given.body : JSON.stringify(given.body);
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers }).end(text);
  };
  const server = http.createServer((incoming, response) => void work(incoming, response));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
