import type { FetchMessageObject, ListResponse } from 'imapflow';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { DeadlineError, withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { Budget, Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { asFound } from './as-found.ts';
import { firstTextBytes } from './first-bytes.ts';
import { createClient, type ImapClient, type MailServerAccess } from './imap-client.ts';
import { isRefusal, toFault } from './imap-fault.ts';

/** What a folder is for, by the server's own marks (RFC 6154), else by its usual names. */
export type SpecialUse = 'inbox' | 'sent' | 'spam' | 'archive' | 'all' | 'trash' | 'drafts';

export interface ListedFolder {
  readonly path: string;
  readonly use: SpecialUse | null;
}

interface OpenFolder {
  /** With another value than before, all UIDs known of this folder are void (RFC 3501, section 2.3.1.1). */
  readonly uidValidity: string;
  /** The UID that the next new mail gets. */
  readonly uidNext: number;
  /** How many mails are in it. */
  readonly mails: number;
}

interface MailQuery {
  /** From this UID on. */
  readonly from: number;
  /** Of these, what was received on that day or later, epoch milliseconds. */
  readonly since?: number;
  /** Beside them, from this UID on whatever day the server gives: its clock may be days behind. */
  readonly newest?: number;
}

/** A mail as the server hands it over. */
export interface FetchedMail {
  readonly uid: number;
  /** When the server received it, epoch milliseconds; null where it says nothing that is a time. */
  readonly receivedAt: number | null;
  readonly headers: Buffer;
  /** Not sent yet; Gmail shows drafts among all mail. */
  readonly isDraft: boolean;
  /** Cut; null where it was not asked for. */
  readonly body: Buffer | null;
}

/** Reads folders without changing them: EXAMINE and BODY.PEEK only, so nothing is ever marked as read. */
export interface MailServer {
  folders(): Promise<readonly ListedFolder[]>;
  /** @throws ApiFault `gone` when there is no such folder */
  open(path: string): Promise<OpenFolder>;
  /** The same for a folder that may be left out: null where the server does not let us in. */
  openIfAllowed(path: string): Promise<OpenFolder | null>;
  /** UIDs in the open folder, in ascending order. */
  find(query: MailQuery): Promise<readonly number[]>;
  /** Mails that were just found, without their text, in ascending order of UID. @throws ApiFault `wrong-answer` when none of them comes */
  headers(uids: readonly number[]): Promise<readonly FetchedMail[]>;
  /** The same with the first bytes of what is behind the headers. */
  texts(uids: readonly number[], bytes?: number): Promise<readonly FetchedMail[]>;
  close(): void;
}

/**
 * Logs in. Each question is one of the budget's requests, the login included.
 * @throws ApiFault for whatever the server says or does not say, DeadlineError when the poll must end
 */
export async function openMailServer(access: MailServerAccess, budget: Budget, io: Io): Promise<MailServer> {
  const trouble = Promise.withResolvers<never>();
  trouble.promise.catch(() => {}); // heard by whatever is asked at that moment
  const client = createClient(access, trouble.reject);
  let isLoggedIn = false;
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    if (budget.isSpent) throw new ApiFault('endless', sayResponses('responses/too-many-requests', {}));
    budget.spend();
    try {
      return await withinDeadline(Promise.race([work(), trouble.promise]), io.signal);
    } catch (error) {
      client.close();
      if (error instanceof DeadlineError) throw error;
      const fault = toFault(error, access, io.now());
      throw isLoggedIn ? withoutBlame(fault) : fault;
    }
  };
  await ask(() => client.connect());
  isLoggedIn = true;
  return {
    folders: () => ask(() => listFolders(client)),
    open: (path) => ask(() => examine(client, path)),
    openIfAllowed: (path) => ask(() => examine(client, path).catch(nullWhereRefused)),
    find: (query) => ask(() => findUids(client, query)),
    headers: (uids) => ask(async () => asFound(uids, await fetchMails(client, uids, [firstHeaders]))),
    texts: (uids, bytes = firstTextBytes) => ask(() => fetchMails(client, uids, [firstHeaders, firstText(bytes)])),
    // Nothing was changed that a LOGOUT would have to settle, and it would be a command more at each poll.
    close: () => client.close(),
  };
}

/** A login that was taken and has ended since, as access tokens do, is no fault of the secret: the next poll logs in again. */
function withoutBlame(fault: ApiFault): ApiFault {
  return fault.kind === 'auth' ? new ApiFault('transient', fault.clue) : fault;
}

const uses: Readonly<Record<string, SpecialUse>> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Junk': 'spam',
  '\\Archive': 'archive',
  '\\All': 'all',
  '\\Trash': 'trash',
  '\\Drafts': 'drafts',
};

async function listFolders(client: ImapClient): Promise<readonly ListedFolder[]> {
  const listed = await client.listAll();
  const folders = listed
    .filter(isSelectable)
    .map(({ path, specialUse }) => ({ path, use: uses[specialUse ?? ''] ?? null }));
  // Every mailbox has one (RFC 3501, section 5.1). Without it, nothing new would ever be seen, and nobody would wait.
  if (!folders.some(({ use }) => use === 'inbox'))
    throw new ApiFault('wrong-answer', sayResponses('responses/other-shape', { path: 'LIST' }));
  return folders;
}

function isSelectable({ flags }: ListResponse): boolean {
  return !flags.has('\\Noselect') && !flags.has('\\NonExistent');
}

async function examine(client: ImapClient, path: string): Promise<OpenFolder> {
  const { uidValidity, uidNext, exists } = await client.mailboxOpen(path, { readOnly: true });
  // A server without UIDNEXT, which RFC 3501 allows, is asked for all that is new; it answers with the last at least.
  return { uidValidity: String(uidValidity ?? ''), uidNext: uidNext ?? 2 ** 32 - 1, mails: exists };
}

function nullWhereRefused(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}

async function findUids(client: ImapClient, { from, since, newest }: MailQuery): Promise<readonly number[]> {
  const recent = since === undefined ? {} : { since: new Date(since) };
  const query = {
    uid: `${from}:*`,
    ...(newest === undefined ? recent : { or: [recent, { uid: `${Math.max(from, newest)}:*` }] }),
  };
  const found = await client.search(query, { uid: true });
  if (!Array.isArray(found)) throw new ApiFault('transient', sayResponses('responses/error-word', { says: 'SEARCH' }));
  // `n:*` names the last mail even where its UID is below n.
  return found.filter((uid) => uid >= from).toSorted((a, b) => a - b);
}

interface Part {
  readonly key: 'HEADER' | 'TEXT';
  readonly start: 0;
  readonly maxLength: number;
}
/** All of them, because what a server found out stands in headers whose order matters; but none is longer than this. */
const firstHeaders: Part = { key: 'HEADER', start: 0, maxLength: 32 * 1024 };
const firstText = (maxLength: number): Part => ({ key: 'TEXT', start: 0, maxLength });

async function fetchMails(
  client: ImapClient,
  uids: readonly number[],
  parts: readonly Part[],
): Promise<readonly FetchedMail[]> {
  const mails: FetchedMail[] = [];
  for await (const each of client.fetch(
    rangesOf(uids),
    { uid: true, flags: true, internalDate: true, bodyParts: [...parts] },
    { uid: true },
  )) {
    const { uid, flags, headers, bodyParts } = each;
    // Taken for mails without headers, all would be nobody's and nobody would wait.
    if (!Buffer.isBuffer(headers))
      throw new ApiFault('wrong-answer', sayResponses('responses/other-shape', { path: 'BODY[HEADER]' }));
    const isDraft = flags?.has('\\Draft') === true;
    mails.push({ uid, receivedAt: timeOf(each), isDraft, headers, body: bodyParts?.get('text') ?? null });
  }
  return mails.toSorted((a, b) => a.uid - b.uid);
}

/** `1:3,7`: a thousand numbers may be longer than the line that a server takes. */
function rangesOf(uids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const uid of uids) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === uid - 1) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

function timeOf({ internalDate }: FetchMessageObject): number | null {
  const at = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return Number.isNaN(at) ? null : at;
}
