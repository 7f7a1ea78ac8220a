import { connect } from 'node:net';

/** Does anybody listen there? A new connection, so that no kept one answers for it. */
export function listensOn(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
