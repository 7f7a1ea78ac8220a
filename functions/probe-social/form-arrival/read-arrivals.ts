import type { Place, SentMessage, Sighting } from '../../../shared/evaluation/arrivals/decide-arrival.ts';
import { findMarker } from '../../../shared/evaluation/arrivals/find-marker.ts';
import { isRefusedBySes } from '../../../shared/evaluation/mail/header-marks.ts';
import type { OurMail } from '../../../shared/evaluation/mail/mail-facts.ts';
import { dayMs, minuteMs } from '../../../shared/model/time-spans.ts';
import type { Budget, Io } from '../api.ts';
import { firstTextBytes } from '../imap/first-bytes.ts';
import type { FetchedMail, ListedFolder, MailServer, SpecialUse } from '../imap/mail-server.ts';
import { mailKey, readFetched } from '../platforms/mailbox-mail.ts';
import type { FolderPosition } from './memory.ts';

type Wanted = Pick<SentMessage, 'marker' | 'sentAt'>;

interface Found extends Sighting {
  readonly marker: string;
  readonly use: SpecialUse | null;
}

export interface ArrivalsRead {
  readonly found: readonly Found[];
  readonly folders: readonly FolderPosition[];
  readonly hasSpamFolder: boolean;
  /** False when the budget or the time ended before the reading did. */
  readonly isComplete: boolean;
  /** The inbox is empty, although mails have come into it. */
  readonly isEmptied: boolean;
}

interface Frame {
  readonly ours: OurMail;
  readonly budget: Budget;
  readonly io: Io;
  readonly startedAt: number;
  /** Look everywhere, and not only where the message should be and where it is sorted out. */
  readonly isThorough: boolean;
  /** SES has received the mails: it sorts nothing out, but marks what it takes for spam. */
  readonly isReceived: boolean;
}

/** Where a form's message is looked for, most likely first. Sent holds the business's answers to it, and drafts hold nothing. */
const uses: readonly (SpecialUse | null)[] = ['inbox', 'spam', 'sent', 'all', 'archive', null, 'trash'];
const batchSize = 100;
/** After so long a poll reads no further: its deadline is a minute. */
const readingMs = 25_000;
/** A mail that came so long before a message was sent is read only where the whole batch is small: clocks differ. */
const earlierMs = 10 * minuteMs;
const fewMails = 50;
/** The beginning of a mail may be the ornaments of its template. */
const longTextBytes = 256 * 1024;
const longTextsAtOnce = 10;

/**
 * Looks for messages in all folders, each from where the last reading ended. The marker is looked for in what was fetched: a
 * server's own search may miss it. Text is fetched only of mails whose headers do not tell.
 */
export async function readArrivals(
  server: MailServer,
  wanted: readonly Wanted[],
  known: readonly FolderPosition[],
  frame: Frame,
): Promise<ArrivalsRead> {
  const listed = await server.folders();
  const looked = frame.isThorough ? uses : uses.slice(0, 2);
  const folders = looked.flatMap((use) => listed.filter((each) => each.use === use));
  const positions = new Map(known.map((each) => [each.path, each]));
  const found: Found[] = [];
  let [isComplete, isEmptied] = [true, false];
  let hasSpamFolder = listed.some(({ use }) => use === 'spam');
  for (const folder of folders) {
    if (!allowsReading(frame)) {
      isComplete = false;
      break;
    }
    const read = await readFolder(server, folder, positions.get(folder.path), { wanted, ...frame });
    if (read === null) {
      hasSpamFolder &&= folder.use !== 'spam';
      continue;
    }
    positions.set(folder.path, read.position);
    found.push(...read.found);
    isComplete &&= read.isComplete;
    isEmptied ||= folder.use === 'inbox' && read.isEmptied;
  }
  return {
    found: withoutSentCopies(found),
    folders: listed.flatMap(({ path }) => positions.get(path) ?? []),
    hasSpamFolder,
    isComplete,
    isEmptied,
  };
}

/** A site that sends through the mailbox's own account leaves a copy in Sent, which a folder of all mail shows once more. */
function withoutSentCopies(found: readonly Found[]): readonly Found[] {
  const sent = new Set(found.flatMap(({ use, isEcho, key }) => (use === 'sent' && !isEcho ? [key] : [])));
  return found.filter(({ use, isEcho, key }) => isEcho || (use !== 'sent' && !(use === 'all' && sent.has(key))));
}

function allowsReading({ budget, io, startedAt }: Frame): boolean {
  return budget.allowsReading && io.now() - startedAt < readingMs;
}

interface FolderRead {
  readonly position: FolderPosition;
  readonly found: readonly Found[];
  readonly isComplete: boolean;
  readonly isEmptied: boolean;
}

/** @returns null for a folder that the server lists and does not let us into */
async function readFolder(
  server: MailServer,
  folder: ListedFolder,
  known: FolderPosition | undefined,
  frame: Frame & { readonly wanted: readonly Wanted[] },
): Promise<FolderRead | null> {
  const opened = await (folder.use === 'inbox' ? server.open(folder.path) : server.openIfAllowed(folder.path));
  if (opened === null) return null;
  const { uidValidity, uidNext, mails } = opened;
  const { path } = folder;
  const isKnown = known !== undefined && known.uidValidity === uidValidity;
  const from = isKnown ? known.next : 1;
  const position = (next: number): FolderPosition => ({ path, uidValidity, next, before: from });
  const isEmptied = mails === 0 && uidNext > from;
  if (isKnown && uidNext <= from) return { position: position(from), found: [], isComplete: true, isEmptied };
  // Days as the server counts them, by its own clock.
  const since = Math.min(...frame.wanted.map(({ sentAt }) => sentAt)) - dayMs;
  const uids = await server.find({ from, since, newest: uidNext - fewMails });
  const found: Found[] = [];
  for (let at = 0; at < uids.length; at += batchSize) {
    const batch = uids.slice(at, at + batchSize);
    if (at > 0 && !allowsReading(frame))
      return { position: position(batch[0] ?? from), found, isComplete: false, isEmptied };
    found.push(...(await readBatch(server, batch, { ...folder, uidValidity }, frame)));
  }
  return { position: position(Math.max(uidNext, (uids.at(-1) ?? 0) + 1)), found, isComplete: true, isEmptied };
}

type OpenFolder = ListedFolder & { readonly uidValidity: string };

async function readBatch(
  server: MailServer,
  uids: readonly number[],
  folder: OpenFolder,
  { wanted, ours, startedAt, io, isReceived }: Frame & { readonly wanted: readonly Wanted[] },
): Promise<readonly Found[]> {
  const mails = await server.headers(uids);
  const earliest = Math.min(...wanted.map(({ sentAt }) => sentAt)) - earlierMs;
  const unread = new Set<number>();
  const found: Found[] = [];
  const look = async (mail: FetchedMail): Promise<void> => {
    if (mail.isDraft) return;
    const facts = await readFetched(mail, folder.use === 'sent' ? 'sent' : 'inbox', io.now());
    for (const each of wanted) {
      const sighting = findMarker(facts, each.marker, ours);
      if (sighting === 'unread' && (mails.length <= fewMails || (mail.receivedAt ?? earliest) >= earliest))
        unread.add(mail.uid);
      if (sighting !== 'message' && sighting !== 'echo') continue;
      found.push({
        marker: each.marker,
        key: mailKey(facts),
        isEcho: sighting === 'echo',
        place: isReceived && isRefusedBySes(facts) ? 'spam' : placeOf(folder.use),
        use: folder.use,
        path: folder.path,
        at: `${folder.uidValidity}:${mail.uid}`,
        receivedAt: mail.receivedAt ?? startedAt,
        seenAt: io.now(),
      });
    }
  };
  for (const mail of mails) await look(mail);
  const texts = unread.size === 0 ? [] : await server.texts([...unread]);
  for (const mail of texts) await look(mail);
  const cut = texts.filter(({ uid, body }) => (body?.length ?? 0) >= firstTextBytes && !found.some(isOf(uid)));
  for (let at = 0; at < cut.length; at += longTextsAtOnce) {
    const some = cut.slice(at, at + longTextsAtOnce).map(({ uid }) => uid);
    for (const mail of await server.texts(some, longTextBytes)) await look(mail);
  }
  return found;
}

function isOf(uid: number): (found: Found) => boolean {
  return ({ at }) => at.endsWith(`:${uid}`);
}

function placeOf(use: SpecialUse | null): Place {
  return use === 'inbox' || use === 'spam' ? use : 'elsewhere';
}
