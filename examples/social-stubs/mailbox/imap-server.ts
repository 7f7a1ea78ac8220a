import { createServer, type Server, type Socket } from 'node:net';
import { open } from '../../demo-business/listener.ts';
import { type FolderName, folderNamed, type MailFolders, type StoredMail } from './folders.ts';

/** Who may log in. */
interface Login {
  readonly user: string;
  readonly password: string;
}

export interface ImapServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * As much of IMAP (RFC 3501) as a program needs that only reads: it logs in, lists folders, opens them with EXAMINE, and searches
 * and fetches by UID. Whatever would change a mailbox is refused. On loopback only, and not encrypted.
 */
export async function serveImap(folders: MailFolders, login: Login): Promise<ImapServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    new Session(socket, folders, login).begin();
  });
  const port = await open(server, 0);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const capabilities = 'IMAP4rev1 SPECIAL-USE';
const longestLine = 64 * 1024;
const folderFlags: Readonly<Record<FolderName, string>> = {
  INBOX: '\\HasNoChildren',
  Sent: '\\HasNoChildren \\Sent',
  Junk: '\\HasNoChildren \\Junk',
};

interface Answer<T> {
  readonly untagged: readonly T[];
  /** Behind the command's tag. */
  readonly status: string;
}

const done = 'OK Done';
const noFolder: Answer<string> = { untagged: [], status: 'NO [NONEXISTENT] No such folder' };

class Session {
  readonly #socket: Socket;
  readonly #folders: MailFolders;
  readonly #login: Login;
  #pending = '';
  #isKnown = false;
  #folder: FolderName | null = null;

  constructor(socket: Socket, folders: MailFolders, login: Login) {
    this.#socket = socket;
    this.#folders = folders;
    this.#login = login;
  }

  begin(): void {
    this.#socket.write(`* OK [CAPABILITY ${capabilities}] Coffee Lab's mail\r\n`);
    this.#socket.setEncoding('utf8');
    this.#socket.on('data', (chunk: string) => this.#hear(chunk));
  }

  #hear(chunk: string): void {
    this.#pending += chunk;
    if (this.#pending.length > longestLine) this.#socket.destroy();
    const lines = this.#pending.split('\r\n');
    this.#pending = lines.pop() ?? '';
    for (const line of lines) for (const part of this.#replyTo(line)) this.#socket.write(part);
  }

  #replyTo(line: string): readonly (string | Buffer)[] {
    const [, tag, named, rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    if (tag === undefined || named === undefined) return ['* BAD Not a command\r\n'];
    const name = named.toUpperCase();
    const needsLogin = !['CAPABILITY', 'LOGIN', 'LOGOUT', 'NOOP'].includes(name);
    if (needsLogin && !this.#isKnown) return [`${tag} BAD Log in first\r\n`];
    const { untagged, status } = name === 'UID FETCH' ? this.#fetch(rest) : inLines(this.#answer(name, rest));
    return [...untagged, `${tag} ${status}\r\n`];
  }

  #answer(name: string, rest: string): Answer<string> {
    switch (name) {
      case 'CAPABILITY':
        return { untagged: [`CAPABILITY ${capabilities}`], status: done };
      case 'LOGIN':
        return this.#logIn(rest);
      case 'LIST':
        return { untagged: listing(rest), status: done };
      case 'LSUB':
      case 'NOOP':
        return { untagged: [], status: done };
      case 'STATUS':
        return this.#status(rest);
      case 'EXAMINE':
        return this.#examine(rest);
      case 'UID SEARCH':
        return { untagged: [['SEARCH', ...this.#found(rest)].join(' ')], status: done };
      case 'LOGOUT':
        this.#isKnown = false;
        return { untagged: ['BYE'], status: done };
      default:
        return { untagged: [], status: 'BAD This mailbox can only be read' };
    }
  }

  #logIn(rest: string): Answer<string> {
    const [user, password] = words(rest);
    this.#isKnown = user === this.#login.user && password === this.#login.password;
    return {
      untagged: [],
      status: this.#isKnown ? 'OK Welcome' : 'NO [AUTHENTICATIONFAILED] Wrong user or password',
    };
  }

  #status(rest: string): Answer<string> {
    const folder = folderNamed(words(rest)[0] ?? '');
    if (folder === null) return noFolder;
    const { length } = this.#folders.mailsIn(folder);
    const figures = `MESSAGES ${length} UIDNEXT ${length + 1} UIDVALIDITY ${this.#folders.uidValidity}`;
    return { untagged: [`STATUS "${folder}" (${figures})`], status: done };
  }

  #examine(rest: string): Answer<string> {
    this.#folder = folderNamed(words(rest)[0] ?? '');
    if (this.#folder === null) return noFolder;
    const { length } = this.#folders.mailsIn(this.#folder);
    return {
      untagged: [
        'FLAGS (\\Seen)',
        `${length} EXISTS`,
        '0 RECENT',
        `OK [UIDVALIDITY ${this.#folders.uidValidity}]`,
        `OK [UIDNEXT ${length + 1}]`,
      ],
      status: 'OK [READ-ONLY] Done',
    };
  }

  #mails(): readonly StoredMail[] {
    return this.#folder === null ? [] : this.#folders.mailsIn(this.#folder);
  }

  #found(rest: string): number[] {
    const isWanted = uidSet(/\bUID (\S+)/i.exec(rest)?.[1] ?? '1:*', this.#mails().length);
    const since = Date.parse(`${/\bSINCE "?([\w-]+)/i.exec(rest)?.[1] ?? '1-Jan-1970'} UTC`);
    return this.#mails().flatMap(({ uid, at }) => (isWanted(uid) && at >= since ? [uid] : []));
  }

  #fetch(rest: string): Answer<string | Buffer> {
    const [set = '', ...items] = rest.split(' ');
    const isWanted = uidSet(set, this.#mails().length);
    const wanted = [...items.join(' ').matchAll(/PEEK\[(\w+)\](?:<(\d+)\.(\d+)>)?/gi)];
    const untagged = this.#mails()
      .filter(({ uid }) => isWanted(uid))
      .flatMap((mail) => [
        `* ${mail.uid} FETCH (UID ${mail.uid} FLAGS () INTERNALDATE "${internalDate(mail.at)}"`,
        ...wanted.flatMap(([, part = '', from = '0', length]) =>
          literal(mail, part.toUpperCase(), Number(from), Number(length ?? longestLine)),
        ),
        ')\r\n',
      ]);
    return { untagged, status: done };
  }
}

function inLines({ untagged, status }: Answer<string>): Answer<string> {
  return { untagged: untagged.map((line) => `* ${line}\r\n`), status };
}

function literal(mail: StoredMail, part: string, from: number, length: number): (string | Buffer)[] {
  const bytes = (part === 'HEADER' ? mail.headers : mail.text).subarray(from, from + length);
  return [` BODY[${part}]<${from}> {${bytes.length}}\r\n`, bytes];
}

/** Of no name, the character between the parts of a name. */
function listing(rest: string): string[] {
  if (words(rest).at(-1) === '') return ['LIST (\\Noselect) "/" ""'];
  return Object.entries(folderFlags).map(([folder, flags]) => `LIST (${flags}) "/" "${folder}"`);
}

/** `LOGIN "user" pass` has two. */
function words(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '',
  );
}

/** `1:3,7,9:*`; the star is the last mail. */
function uidSet(text: string, last: number): (uid: number) => boolean {
  const ranges = text.split(',').map((range) => {
    const [from = 0, to = from] = range.split(':').map((end) => (end === '*' ? last : Number(end)));
    return { from: Math.min(from, to), to: Math.max(from, to) };
  });
  return (uid) => ranges.some(({ from, to }) => uid >= from && uid <= to);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `16-Nov-2026 08:00:00 +0000` */
function internalDate(ms: number): string {
  const at = new Date(ms);
  const day = String(at.getUTCDate()).padStart(2, ' ');
  return `${day}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)} +0000`;
}
