import type { ReceivedMail, ReceivedMails } from '../../../shared/ports/received-mails.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { Budget, Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { firstTextBytes } from '../imap/first-bytes.ts';
import type { FetchedMail, MailServer } from '../imap/mail-server.ts';
import { receivedBySesAt } from './ses-stamp.ts';

/** As much as is read of a mail on a mail server. */
const headerBytes = 32 * 1024;
/** Pages of a thousand: more can only be meant to stop us. */
const pagesAtMost = 200;
const readAtOnce = 16;
/** A large mail appears some time after the second that it is filed under. Mails that are read twice count once. */
const settlingMs = 120_000;

/**
 * Mails that SES has stored, as a mail server with one folder would show them. A UID is when the mail was stored, in milliseconds; as S3
 * tells whole seconds, the last three digits tell the mails of one second apart.
 */
export function openInbox(mails: ReceivedMails, budget: Budget, io: Io): MailServer {
  let listed: Promise<ReadonlyMap<number, ReceivedMail>> | null = null;
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    if (budget.isSpent) throw new ApiFault('endless', sayResponses('responses/too-many-requests', {}));
    budget.spend();
    return withinDeadline(work(), io.signal);
  };
  const all = () => {
    listed ??= ask(() => listMails(mails));
    return listed;
  };
  const fetch = async (uids: readonly number[], bytes: number): Promise<readonly FetchedMail[]> => {
    const found = await all();
    return ask(() => fetchMails(mails, uids, found, bytes));
  };
  // There is no other folder, and its numbers never change. What is stored from now on has the next ones.
  const open = async () => ({ uidValidity: 'stored', uidNext: io.now() + 1, mails: (await all()).size });
  return {
    folders: async () => [{ path: 'INBOX', use: 'inbox' }],
    open,
    openIfAllowed: open,
    async find({ from, since = 0 }) {
      const uids = [...(await all()).keys()];
      return uids.filter((uid) => uid >= from - settlingMs && uid >= since).toSorted((a, b) => a - b);
    },
    headers: (uids) => fetch(uids, 0),
    texts: (uids, bytes = firstTextBytes) => fetch(uids, bytes),
    close: () => {},
  };
}

async function listMails(mails: ReceivedMails): Promise<ReadonlyMap<number, ReceivedMail>> {
  const found: ReceivedMail[] = [];
  let pages = 0;
  for await (const page of mails.pages()) {
    pages++;
    if (pages > pagesAtMost) throw new ApiFault('endless', sayResponses('responses/too-many-requests', {}));
    found.push(...page);
  }
  const inOrder = found.toSorted((a, b) => a.storedAt - b.storedAt || (a.name < b.name ? -1 : 1));
  const byUid = new Map<number, ReceivedMail>();
  let last = 0;
  for (const mail of inOrder) {
    last = Math.max(mail.storedAt, last + 1);
    byUid.set(last, mail);
  }
  return byUid;
}

async function fetchMails(
  mails: ReceivedMails,
  uids: readonly number[],
  known: ReadonlyMap<number, ReceivedMail>,
  bytesOfText: number,
): Promise<readonly FetchedMail[]> {
  const fetched: FetchedMail[] = [];
  for (let at = 0; at < uids.length; at += readAtOnce) {
    const some = uids.slice(at, at + readAtOnce).map(async (uid): Promise<readonly FetchedMail[]> => {
      const mail = known.get(uid);
      const raw = mail === undefined ? null : await mails.read(mail, headerBytes + bytesOfText);
      return mail === undefined || raw === null ? [] : [toFetched(uid, mail, Buffer.from(raw), bytesOfText)];
    });
    fetched.push(...(await Promise.all(some)).flat());
  }
  return fetched;
}

function toFetched(uid: number, { storedAt }: ReceivedMail, raw: Buffer, bytesOfText: number): FetchedMail {
  const gap = /\r?\n\r?\n/.exec(raw.toString('latin1'));
  const end = gap === null ? raw.length : gap.index + gap[0].length;
  const headers = raw.subarray(0, Math.min(end, headerBytes));
  return {
    uid,
    // Nothing was received after it was stored.
    receivedAt: Math.min(receivedBySesAt(headers) ?? storedAt, storedAt),
    headers,
    isDraft: false,
    body: bytesOfText === 0 ? null : raw.subarray(end, end + bytesOfText),
  };
}
