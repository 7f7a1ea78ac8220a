import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { open, shut, urlOn } from '../demo-business/listener.ts';
import type { World } from './world.ts';

export interface StubRequest {
  readonly method: string;
  /** Without the leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** The body as it came. */
  readonly text: string;
  readonly headers: IncomingMessage['headers'];
  /** The stub's own address, ending with a slash. */
  readonly base: string;
}

export interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text goes out as it is, anything else as JSON. */
  readonly body: unknown;
}

/** What can be wrong with any platform; each stub says it in its platform's own way. */
export const stubFaults = [
  'expired-token',
  'missing-permission',
  'quota',
  'throttled-with-hint',
  'throttled',
  'server-error',
  'html',
  'half-a-page',
  'endless-pages',
  'wrong-shape',
] as const;
export type StubFault = (typeof stubFaults)[number];

/** A platform as a stub plays it. */
export interface StubPlatform {
  readonly world: World;
  /** The name under which a request is counted: `comments`, `batch`. */
  route(request: StubRequest): string;
  answer(request: StubRequest, route: string): StubAnswer;
  /** How the platform says so. `endless-pages` is played by `answer` itself where a fault is not a single answer. */
  readonly faults: Partial<Record<StubFault, (request: StubRequest, world: World) => StubAnswer>>;
}

export interface Stub {
  /** Ends with a slash. */
  readonly url: string;
  readonly world: World;
  /** Requests so far, by route, faults included. */
  readonly counts: Readonly<Record<string, number>>;
  resetCounts(): void;
  /** The next so many requests (to one route, when named) meet the fault. */
  inject(fault: StubFault, options?: { readonly times?: number; readonly route?: string }): void;
  heal(): void;
  close(): Promise<void>;
}

const page = '<!doctype html><title>502</title><h1>Please try again later</h1>';

export async function serveStub(platform: StubPlatform, port = 0): Promise<Stub> {
  let counts: Record<string, number> = {};
  let fault: { readonly name: StubFault; left: number; readonly route: string | undefined } | null = null;
  let url = '';
  const play = (request: StubRequest, route: string): StubAnswer => {
    if (fault === null || fault.left <= 0 || (fault.route !== undefined && fault.route !== route)) {
      return platform.answer(request, route);
    }
    fault.left -= 1;
    const own = platform.faults[fault.name];
    if (own !== undefined) return own(request, platform.world);
    return commonFault(fault.name, () => platform.answer(request, route));
  };
  const server = createServer((incoming, response) => {
    void readRequest(incoming, url).then((request) => {
      const route = platform.route(request);
      counts[route] = (counts[route] ?? 0) + 1;
      send(response, play(request, route));
    });
  });
  server.keepAliveTimeout = 60_000;
  url = urlOn(await open(server, port));
  return {
    url,
    world: platform.world,
    get counts() {
      return counts;
    },
    resetCounts: () => {
      counts = {};
    },
    inject: (name, { times = Number.POSITIVE_INFINITY, route } = {}) => {
      fault = { name, left: times, route };
    },
    heal: () => {
      fault = null;
    },
    close: () => shut(server),
  };
}

function commonFault(name: StubFault, healthy: () => StubAnswer): StubAnswer {
  switch (name) {
    case 'server-error':
      return { status: 503, headers: { 'content-type': 'text/html' }, body: page };
    case 'html':
      return { headers: { 'content-type': 'text/html' }, body: page };
    case 'half-a-page': {
      const text = JSON.stringify(healthy().body);
      return { body: text.slice(0, Math.floor(text.length / 2)) };
    }
    case 'expired-token':
      return { status: 401, body: {} };
    case 'missing-permission':
      return { status: 403, body: {} };
    case 'quota':
    case 'throttled':
      return { status: 429, body: {} };
    case 'throttled-with-hint':
      return { status: 429, headers: { 'retry-after': '1200' }, body: {} };
    case 'endless-pages':
    case 'wrong-shape':
      return healthy();
  }
}

async function readRequest(incoming: IncomingMessage, base: string): Promise<StubRequest> {
  const url = new URL(incoming.url ?? '/', base);
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname.slice(1),
    query: url.searchParams,
    form: new URLSearchParams(text),
    text,
    headers: incoming.headers,
    base,
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: StubAnswer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
