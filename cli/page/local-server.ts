import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { UsageError } from '../exit.ts';

export const usualPort = 7171;
/** Several folders may be watched on one machine. */
const portsTried = 50;
/** A browser that still loads something is given this long when the server stops. */
const patienceMs = 2000;

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface LocalServer {
  /** `http://127.0.0.1:7171` */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves on loopback only.
 * @param wanted the port; null for the usual one, or the next that is free
 * @throws UsageError when the wanted port is taken
 */
export async function serveLocally(fetch: Fetch, wanted: number | null): Promise<LocalServer> {
  const ports = wanted === null ? Array.from({ length: portsTried }, (_, next) => usualPort + next) : [wanted];
  for (const port of ports) {
    const server = await listen(fetch, port);
    if (server !== null) return server;
  }
  const which = wanted === null ? `Ports ${usualPort} to ${usualPort + portsTried - 1} are` : `Port ${wanted} is`;
  throw new UsageError(`${which} in use on this machine. Choose another one: --port <number>.`);
}

/** Null when another process has the port. */
async function listen(fetch: Fetch, port: number): Promise<LocalServer | null> {
  let hosts: ReadonlySet<string> = new Set();
  const server = createAdaptorServer({
    // A name that somebody points at this machine (DNS rebinding) would make their page one of ours.
    fetch: (request: Request) => (hosts.has(new URL(request.url).host) ? fetch(request) : wrongHost()),
    overrideGlobalObjects: false,
  }) as Server;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
    throw error;
  }
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  hosts = new Set([`127.0.0.1:${bound}`, `localhost:${bound}`]);
  return { origin: `http://127.0.0.1:${bound}`, close: () => closeServer(server) };
}

function wrongHost(): Response {
  return new Response('This address does not belong to Touchlight. Open the one that it printed.\n', {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** Answers what is under way and hangs up on what still holds a line after that. */
async function closeServer(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(late);
}
