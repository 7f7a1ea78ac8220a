import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What happens to what the server says:
 * - `hangs`: nothing more is passed on, and the connection stays open;
 * - `stalls`: the same, in the middle of an answer;
 * - `drops`: the connection ends in the middle of an answer;
 * - `throttles`: Microsoft 365 asks for a pause;
 * - `forbids`: the command is refused, and the connection goes on;
 * - `over-quota`: Gmail's allowance of a day is used up;
 * - `ends-login`: the login has ended since the connection was opened; `ends-session`: the same, as Gmail and Exchange say it.
 */
type WireFault = 'hangs' | 'stalls' | 'drops' | 'throttles' | 'over-quota' | 'forbids' | 'ends-login' | 'ends-session';

const refusals: Readonly<Partial<Record<WireFault, string>>> = {
  throttles: 'BAD Request is throttled. Suggested Backoff Time: 600000 milliseconds',
  'over-quota': 'NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)',
  'ends-login': 'NO [AUTHENTICATIONFAILED] Session has expired, log in again',
};
const farewell = '* BYE Session invalidated - AccessTokenExpired\r\n';

/** Stands between the poll and the mail server: it hears every command, and can do what servers do on bad days. */
export class Wire {
  /** What was asked since the last `forget`, without the tags: `LOGIN`, `EXAMINE INBOX`. */
  readonly commands: string[] = [];
  /** What happens meanwhile, before the server hears a command. */
  onCommand: (command: string) => void = () => {};
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #serverPort: number;
  #oauth: { readonly accessToken: string; readonly login: string } | null = null;
  #broken: { readonly fault: WireFault; readonly command: string } | null = null;

  constructor(serverPort: number) {
    this.#serverPort = serverPort;
    this.#server = createServer({ noDelay: true }, (client) => this.#join(client));
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  forget(): void {
    this.commands.length = 0;
  }

  /** Takes this access token (XOAUTH2) for the password: the server knows only passwords. */
  translate(accessToken: string, login: string): void {
    this.#oauth = { accessToken, login };
  }

  /** From the next connection on, to another server. */
  leadTo(serverPort: number): void {
    this.#serverPort = serverPort;
  }

  /** From the next command on that begins so. */
  break(fault: WireFault, command: string): void {
    this.#broken = { fault, command };
  }

  heal(): void {
    this.#broken = null;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(client: Socket): void {
    const upstream = connect({ port: this.#serverPort, host: '127.0.0.1', noDelay: true });
    let fault: WireFault | null = null;
    for (const socket of [client, upstream]) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      for (const { tag, command } of commandsIn(data)) {
        this.commands.push(command.replace(/^LOGIN .*/, 'LOGIN'));
        this.onCommand(command);
        if (this.#forbids(command)) {
          client.write(`${tag} NO [NOPERM] Not allowed\r\n`);
          return;
        }
        if (this.#broken !== null && command.startsWith(this.#broken.command)) fault = this.#broken.fault;
        const refusal = fault === null ? undefined : refusals[fault];
        if (refusal !== undefined) client.write(`${tag} ${refusal}\r\n`);
        if (fault === 'ends-session') client.end(farewell);
      }
      if (fault !== 'ends-session' && (fault === null || refusals[fault] === undefined))
        this.#pass(data, client, upstream);
    });
    upstream.on('data', (data) => {
      const half = data.subarray(0, Math.floor(data.length / 2));
      if (fault === 'drops') client.write(half, () => client.destroy());
      else if (fault === 'stalls') {
        client.write(half);
        fault = 'hangs';
      } else if (fault !== 'hangs') client.write(this.#oauth === null ? data : withOAuth(data));
    });
  }

  #forbids(command: string): boolean {
    return this.#broken?.fault === 'forbids' && command.startsWith(this.#broken.command);
  }

  #pass(data: Buffer, client: Socket, upstream: Socket): void {
    const [, tag, initial = ''] = /^(\w+) AUTHENTICATE XOAUTH2 ([\w+/=]+)\r\n$/.exec(data.toString('latin1')) ?? [];
    if (this.#oauth === null || tag === undefined) upstream.write(data);
    else if (Buffer.from(initial, 'base64').toString().includes(`auth=Bearer ${this.#oauth.accessToken}\u0001`))
      upstream.write(`${tag} LOGIN ${this.#oauth.login}\r\n`);
    else client.write(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n`);
  }
}

function commandsIn(data: Buffer): readonly { readonly tag: string; readonly command: string }[] {
  return data
    .toString('latin1')
    .split('\r\n')
    .flatMap((line) => {
      const [, tag, command] = /^([0-9A-F]+) ((?:UID )?[A-Z]+.*)$/.exec(line) ?? [];
      return tag === undefined || command === undefined ? [] : [{ tag, command }];
    });
}

function withOAuth(data: Buffer): Buffer {
  return Buffer.from(data.toString('latin1').replace('AUTH=PLAIN AUTH=LOGIN', 'AUTH=XOAUTH2 SASL-IR'), 'latin1');
}
