import { ImapFlow, type ListResponse, type Logger } from 'imapflow';
import { isLoopback } from './loopback.ts';

/** Where and as whom to log in. */
export interface MailServerAccess {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly login: { readonly pass: string } | { readonly accessToken: string };
}

/** The server asked for a pause. */
export class Throttled extends Error {
  override readonly name = 'Throttled';
  readonly pauseMs: number;
  constructor(pauseMs: number) {
    super('The server asked for a pause.');
    this.pauseMs = pauseMs;
  }
}

/** Longer than any server needs, shorter than the poll's own deadline. */
export const patienceMs = 20_000;
/** A hostile server must not fill the memory. Two thousand headers are 8 MB. */
const largestLiteralBytes = 4 * 1024 * 1024;
const largestAnswerBytes = 32 * 1024 * 1024;

/**
 * @param onTrouble hears what the library tells nobody who waits for an answer: why the connection was lost, and that the server asked
 *   for a pause, which the library would wait for, for minutes that a poll does not have
 */
export function createClient(access: MailServerAccess, onTrouble: (error: unknown) => void): ImapClient {
  const { host, port, user, login } = access;
  const client = new ImapClient({
    host,
    port,
    secure: port === 993,
    // Elsewhere STARTTLS: a password never travels in the clear, but within this machine.
    ...(port !== 993 && !isLoopback(host) && { doSTARTTLS: true }),
    auth: { user, ...login },
    logger: throttleListener(onTrouble),
    clientInfo: { name: 'Touchlight' },
    disableAutoIdle: true,
    disableAutoEnable: true,
    disableCompression: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    maxLiteralSize: largestLiteralBytes,
    maxLineLength: largestAnswerBytes,
    maxResponseSize: largestAnswerBytes,
  });
  client.on('error', onTrouble);
  return client;
}

/** Nothing is logged: what the library logs holds addresses and subjects. */
function throttleListener(onThrottled: (notice: Throttled) => void): Logger {
  const nothing = (): void => {};
  return {
    debug: nothing,
    info: nothing,
    error: nothing,
    warn({ throttleDelay }: { readonly throttleDelay?: unknown }) {
      if (typeof throttleDelay === 'number') onThrottled(new Throttled(throttleDelay));
    },
  };
}

interface Commands {
  run(command: string, ...args: readonly unknown[]): Promise<unknown>;
}
const { run } = ImapFlow.prototype as unknown as Commands;

/** What the library asks at each login or before each EXAMINE, and a poll that remembers the folders' paths does not need. */
const skipped: Readonly<Record<string, (args: readonly unknown[]) => boolean>> = {
  ID: () => true,
  NAMESPACE: () => true,
  // Of one folder, to learn its delimiter.
  LIST: ([, pattern]) => pattern !== '*',
};

/** Says no more to the server than it must: with nothing new, four commands. */
export class ImapClient extends ImapFlow implements Commands {
  async run(command: string, ...args: readonly unknown[]): Promise<unknown> {
    if (skipped[command]?.(args) === true) return [];
    return run.call(this, command, ...args);
  }

  /** All folders, which needs the name space that is otherwise left out. */
  async listAll(): Promise<readonly ListResponse[]> {
    await run.call(this, 'NAMESPACE');
    return this.list();
  }
}
