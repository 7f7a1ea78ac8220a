import type { Server } from 'node:http';
import type { AddressInfo, Server as AnyServer } from 'node:net';

const host = '127.0.0.1';

/** The port is taken or not allowed; the message says so in a sentence. */
export class PortError extends Error {}

/** Listens on loopback only. Port 0 means any free one; returns the port. Rejects with a PortError. */
export function open(server: AnyServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(explain(error, port));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Closes the listening socket and every connection; the server can be opened again. */
export async function shut(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

export function urlOn(port: number): string {
  return `http://${host}:${port}/`;
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is already in use',
    EACCES: 'may not be used by this account',
  };
  const reason = reasons[error.code ?? ''];
  if (reason === undefined) return error;
  return new PortError(`Port ${port} on ${host} ${reason}. Choose another one, or 0 for any free port.`);
}
