import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { hasPython, installPythonPackage } from '../../support/python-package.ts';
import { password, user } from './mail-account.ts';

/** A real IMAP server, written in Python: it needs no Docker and keeps its mails in memory. */
export function installMailServer(): string {
  return path.join(path.dirname(installPythonPackage('pymap', '0.36.7')), 'pymap');
}

export const canServeMail = hasPython();

export interface TestMailServer {
  readonly port: number;
  /** Puts a mail into a folder, as if it had come at that time. */
  put(folder: string, mail: string | Buffer, at: number, flags?: readonly string[]): Promise<void>;
  createFolder(path: string): Promise<void>;
  move(folder: string, subject: string, to: string): Promise<void>;
  rename(folder: string, to: string): Promise<void>;
  /** Takes everything out, as a POP3 program does. */
  empty(folder: string): Promise<void>;
  /** Flags of all mails in a folder: a poll must leave no trace there. */
  flags(folder: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** With INBOX, Sent and Trash, and nothing in them. */
export async function startMailServer(): Promise<TestMailServer> {
  const port = await freePort();
  const options = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--no-tls',
    '--no-service',
    'admin',
    '--no-service',
    'managesieve',
  ];
  // Ends when our end of the pipe is closed: also when this process is killed.
  const script = '"$0" "$@" & cat; kill -TERM $!';
  const backend = ['dict', '--demo-data', '--demo-user', user, '--demo-password', password];
  const child = spawn('sh', ['-c', script, installMailServer(), ...options, ...backend], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await answering(port);
  const client = await logIn(port);
  // The server begins with mails for demonstration, and with a trash that takes none.
  for (const folder of ['Sent', 'Trash']) {
    await client.mailboxDelete(folder);
    await client.mailboxCreate(folder);
  }
  await client.mailboxOpen('INBOX');
  await client.messageDelete('1:*');
  return { port, ...actionsOf(client), stop: () => client.logout().then(() => end(child)) };
}

/** What people and other programs do in a mailbox. */
function actionsOf(client: ImapFlow): Omit<TestMailServer, 'port' | 'stop'> {
  return {
    async put(folder, mail, at, flags = []) {
      await client.append(folder, mail, [...flags], new Date(at));
    },
    async createFolder(path) {
      await client.mailboxCreate(path);
    },
    async move(folder, subject, to) {
      await client.mailboxOpen(folder);
      const moved = await client.messageMove({ subject }, to, { uid: true });
      if (moved === false) throw new Error(`Nothing called "${subject}" was moved from ${folder}.`);
    },
    async rename(folder, to) {
      await client.mailboxRename(folder, to);
    },
    async empty(folder) {
      await client.mailboxOpen(folder);
      await client.messageDelete('1:*');
    },
    async flags(folder) {
      await client.mailboxOpen(folder, { readOnly: true });
      const mails = await client.fetchAll('1:*', { flags: true });
      return mails.flatMap(({ flags }) => [...(flags ?? [])]).filter((flag) => flag !== '\\Recent');
    },
  };
}

async function logIn(port: number): Promise<ImapFlow> {
  const auth = { user, pass: password };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false, disableAutoIdle: true });
  await client.connect();
  return client;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const socket = connect({ host: '127.0.0.1', port });
    const isOpen = await new Promise((resolve) =>
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false)),
    );
    socket.destroy();
    if (isOpen === true) return;
    await sleep(200);
  }
  throw new Error('pymap did not answer within 30 seconds.');
}
