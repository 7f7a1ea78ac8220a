/**
 * The embedded table's server, in a thread of its own: dynalite answers a failing disk by throwing where nobody can catch
 * it. Here that ends the thread, at the first failed write, and not the process; what was acknowledged before is on disk.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';

/** Between two threads of ours: no schema, whose library would take a quarter of the time until the table listens. */
export interface TableWorkerData {
  readonly path: string;
  readonly accessKeyId: string;
}

export interface TableWorkerReady {
  readonly port: number;
}

const { path, accessKeyId } = workerData as TableWorkerData;
const server = dynalite({ path, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });

// dynalite lets any origin in. A page that Touchlight visits on this machine could reach the port; it cannot know the key.
const answer = server.listeners('request');
server.removeAllListeners('request');
server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (!request.headers.authorization?.includes(`Credential=${accessKeyId}/`)) {
    response.writeHead(403).end();
    return;
  }
  for (const listener of answer) listener.call(server, request, response);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The table listens on no port.');
  parentPort?.postMessage({ port: address.port } satisfies TableWorkerReady);
});

parentPort?.once('message', () => {
  server.close((error) => {
    if (error !== undefined && error !== null) throw error;
    parentPort?.close();
  });
  server.closeAllConnections();
});
