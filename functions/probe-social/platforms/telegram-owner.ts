import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ApiFault } from '../api-fault.ts';
import type { Connection } from './telegram-message.ts';

export const ownerSchema = z.object({
  /** Made at the first poll, and never leaves the table: what is sealed with it is of no use elsewhere. */
  key: z.string().min(1),
  /** As the file names the account; null when it names none. */
  named: z.string().nullable(),
  /** The account's id, sealed: a name may pass to somebody else, an id does not. Null until it was seen. */
  account: z.string().nullable(),
  /** By which it is connected now; null when it is not. */
  connection: z.string().nullable(),
  /** Connections of other accounts. */
  others: z.array(z.string()),
  /** Sealed: the account that the file named before; null when it named none, or nothing of it is left. */
  earlier: z.string().nullable().default(null),
});
type OwnerMemory = z.infer<typeof ownerSchema>;

/** Each costs a request where Telegram did not announce it; an owner has one. */
const askedAtMost = 10;
const othersAtMost = 50;

/** @param before what was known of the account that the file named until now, which may be the same one, written otherwise */
export function newOwner(named: string | null, before: OwnerMemory | null = null): OwnerMemory {
  return {
    key: before?.key ?? randomBytes(32).toString('base64url'),
    ...{ named, account: null, connection: null, others: [] },
    earlier: before?.account ?? before?.earlier ?? null,
  };
}

/** What a person's id becomes before it is kept. */
export function sealChat(chatId: string, key: string): string {
  return createHmac('sha256', key).update(chatId).digest('base64url').slice(0, 22);
}

/** Tells the business's own connection to the bot from those of strangers: anybody with Telegram Premium may connect any bot. */
export class TelegramOwner {
  readonly #memory: OwnerMemory;
  #account: string | null;
  #connection: string | null;
  readonly #others: Set<string>;
  readonly #ask: (connectionId: string) => Promise<Connection>;
  /** Of this poll: what the connections turned out to be. */
  readonly #known = new Map<string, boolean>();
  #asked = 0;

  /** @param ask Telegram, whose connection it is */
  constructor(memory: OwnerMemory, ask: (connectionId: string) => Promise<Connection>) {
    this.#memory = memory;
    this.#account = memory.account;
    this.#connection = memory.connection;
    this.#others = new Set(memory.others);
    this.#ask = ask;
  }

  get isConnected(): boolean {
    return this.#connection !== null;
  }

  /** Somebody else has connected the bot, and still is. */
  get hasOthers(): boolean {
    return this.#others.size > 0;
  }

  /** The account is another than the file named before; false until it was seen. */
  get isAnother(): boolean {
    const { earlier } = this.#memory;
    return earlier !== null && this.#account !== null && this.#account !== earlier;
  }

  seal(chatId: string): string {
    return sealChat(chatId, this.#memory.key);
  }

  /** A connection that begins, changes or ends. */
  see(connection: Connection): void {
    const { id, is_enabled: isEnabled } = connection;
    const isOwn = this.#isOwn(connection);
    this.#known.set(id, isOwn);
    if (isOwn && isEnabled) this.#connection = id;
    // The end of an older connection does not end the one that came after it.
    else if (isOwn && this.#connection === id) this.#connection = null;
    if (!isOwn && isEnabled) this.#others.add(id);
    else this.#others.delete(id);
  }

  /** @returns whether what came by this connection is the business's */
  async owns(id: string | undefined): Promise<boolean> {
    if (id === undefined) return false;
    if (id === this.#connection) return true;
    if (this.#others.has(id)) return false;
    if (!this.#known.has(id)) await this.#find(id);
    return this.#known.get(id) === true;
  }

  async #find(id: string): Promise<void> {
    if (this.#asked >= askedAtMost) return;
    this.#asked += 1;
    try {
      this.see(await this.#ask(id));
    } catch (error) {
      // Telegram knows it no more.
      if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
      this.#known.set(id, false);
    }
  }

  #isOwn({ user }: Connection): boolean {
    const { named } = this.#memory;
    const account = this.seal(String(user.id));
    if (named === null) return false;
    if (this.#account !== null) return account === this.#account;
    const names = [String(user.id), ...(user.username === undefined ? [] : [`@${user.username.toLowerCase()}`])];
    if (!names.includes(named.toLowerCase())) return false;
    this.#account = account;
    return true;
  }

  memory(): OwnerMemory {
    const others = [...this.#others].slice(-othersAtMost);
    return { ...this.#memory, account: this.#account, connection: this.#connection, others };
  }
}
