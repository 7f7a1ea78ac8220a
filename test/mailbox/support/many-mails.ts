import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { password, user } from './mail-account.ts';

/** Puts thousands of mails into a folder, many in one command (RFC 3502): one by one they would take minutes. */
export async function putMany(
  port: number,
  folder: string,
  mails: Iterable<{ readonly mail: string; readonly at: number }>,
): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answered = async (tag: string): Promise<void> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('The mail server has hung up.');
      if (!value.startsWith(`${tag} `)) continue;
      if (!value.startsWith(`${tag} OK`)) throw new Error(value);
      return;
    }
  };
  socket.write(`a LOGIN ${user} ${password}\r\n`);
  await answered('a');
  let parts: string[] = [];
  const send = async (): Promise<void> => {
    if (parts.length === 0) return;
    if (!socket.write(`b APPEND ${folder}${parts.join('')}\r\n`)) await once(socket, 'drain');
    parts = [];
    await answered('b');
  };
  for (const { mail, at } of mails) {
    parts.push(` "${imapTime(at)}" {${Buffer.byteLength(mail)}+}\r\n${mail}`);
    if (parts.length === 500) await send();
  }
  await send();
  socket.end('c LOGOUT\r\n');
  await once(socket, 'close');
}

function imapTime(at: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(at).toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}
