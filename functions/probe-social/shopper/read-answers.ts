import type { OurMail } from '../../../shared/evaluation/mail/mail-facts.ts';
import { isFromUs } from '../../../shared/evaluation/mail/who-writes.ts';
import { matchAnswer, matchBounce } from '../../../shared/evaluation/shopper/match-answer.ts';
import type { Received } from '../../../shared/evaluation/shopper/take-answer.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { Budget, Io } from '../api.ts';
import { asFound } from '../imap/as-found.ts';
import type { FetchedMail, ListedFolder, MailServer } from '../imap/mail-server.ts';
import { mailKey, readFetched } from '../platforms/mailbox-mail.ts';
import type { FolderPosition } from './memory.ts';

interface FoundAnswer extends Received {
  readonly token: string;
}

export interface AnswersRead {
  readonly found: readonly FoundAnswer[];
  readonly folders: readonly FolderPosition[];
  /** False when the budget or the time ended before the reading did. */
  readonly isComplete: boolean;
}

interface Frame {
  readonly ours: OurMail;
  readonly budget: Budget;
  readonly io: Io;
  readonly startedAt: number;
}

const batchSize = 50;
/** After so long a poll reads no further: its deadline is a minute, and it may have to send something yet. */
const readingMs = 20_000;

/**
 * Reads what is new in the shopper's inbox and spam folder, and says which of it answers an enquiry. Our own mail, which some
 * servers show there, is none.
 */
export async function readAnswers(
  server: MailServer,
  enquiries: readonly TestEnquiry[],
  known: readonly FolderPosition[],
  frame: Frame,
): Promise<AnswersRead> {
  const listed = await server.folders();
  const looked = listed.filter(({ use }) => use === 'inbox' || use === 'spam');
  const folders: FolderPosition[] = [];
  const found: FoundAnswer[] = [];
  let isComplete = true;
  for (const folder of looked) {
    const before = known.find(({ path }) => path === folder.path);
    const read = await readFolder(server, folder, before, { ...frame, enquiries });
    if (read === null) continue;
    folders.push(read.position);
    found.push(...read.found);
    isComplete &&= read.isComplete;
  }
  return { found, folders, isComplete };
}

interface FolderRead {
  readonly position: FolderPosition;
  readonly found: readonly FoundAnswer[];
  readonly isComplete: boolean;
}

/** @returns null for a spam folder that the server does not let us into, or that has gone since it was listed */
async function readFolder(
  server: MailServer,
  { path, use }: ListedFolder,
  known: FolderPosition | undefined,
  frame: Frame & { readonly enquiries: readonly TestEnquiry[] },
): Promise<FolderRead | null> {
  const opened = await (use === 'inbox' ? server.open(path) : server.openIfAllowed(path));
  if (opened === null) return null;
  const { uidValidity, uidNext } = opened;
  const { startedAt, enquiries, budget, io } = frame;
  const isKnown = known !== undefined && known.uidValidity === uidValidity;
  const from = isKnown ? known.next : 1;
  const at = (next: number, readAt: number): FolderPosition => ({ path, uidValidity, next, readAt });
  if (isKnown && uidNext <= from) return { position: at(from, startedAt), found: [], isComplete: true };
  // Days as the server counts them, by its own clock.
  const since = Math.min(startedAt, ...enquiries.map(({ sentAt }) => Date.parse(sentAt))) - dayMs;
  const uids = await server.find({ from, since, newest: uidNext - batchSize });
  const found: FoundAnswer[] = [];
  for (let first = 0; first < uids.length; first += batchSize) {
    const batch = uids.slice(first, first + batchSize);
    const allowsReading = budget.allowsReading && io.now() - startedAt < readingMs;
    if (first > 0 && !allowsReading) {
      const position = at(batch[0] ?? from, known?.readAt ?? 0);
      return { position, found, isComplete: false };
    }
    for (const mail of asFound(batch, await server.texts(batch))) {
      const answer = await answerIn(mail, { ...frame, notBefore: isKnown ? known.readAt : null });
      if (answer !== null) found.push(answer);
    }
  }
  return { position: at(Math.max(uidNext, (uids.at(-1) ?? 0) + 1), startedAt), found, isComplete: true };
}

async function answerIn(
  mail: FetchedMail,
  {
    enquiries,
    ours,
    io,
    notBefore,
  }: Frame & { readonly enquiries: readonly TestEnquiry[]; readonly notBefore: number | null },
): Promise<FoundAnswer | null> {
  if (mail.isDraft) return null;
  const facts = await readFetched(mail, 'inbox', io.now());
  const key = mailKey(facts);
  const isReport = /multipart\/report/i.test(facts.headers.find((each) => each.key === 'content-type')?.value ?? '');
  if (isFromUs(facts, ours) && !isReport) return null;
  const match =
    matchAnswer(facts, enquiries) ??
    matchBounce(
      mail.body?.toString('latin1') ?? '',
      enquiries.filter(() => isReport || facts.envelopeFrom === ''),
    );
  return match === null ? null : { token: match.enquiry.token, key, mail: facts, matchedBy: match.by, notBefore };
}
