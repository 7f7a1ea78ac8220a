import { z } from 'zod';
import type { FolderRole } from '../../../shared/evaluation/mail/mail-facts.ts';
import { dayMs, hourMs } from '../../../shared/model/time-spans.ts';
import type { Budget, Io } from '../api.ts';
import type { FetchedMail, ListedFolder, MailServer, SpecialUse } from '../imap/mail-server.ts';

/** Where the reading of a folder stands. */
const folderSchema = z.object({
  path: z.string(),
  role: z.enum(['inbox', 'sent', 'spam', 'archive', 'trash']),
  /** Empty before the first reading. */
  uidValidity: z.string(),
  /** The first UID that was not read; 0 before the first reading. */
  next: z.number(),
  /** When it was last looked into, epoch milliseconds. */
  lookedAt: z.number().default(0),
});
export type Folder = z.infer<typeof folderSchema>;

export const foldersSchema = z.object({
  folders: z.array(folderSchema),
  /** When the folders were listed, epoch milliseconds. */
  listedAt: z.number(),
});
export type FoldersMemory = z.infer<typeof foldersSchema>;
export const noFolders: FoldersMemory = { folders: [], listedAt: 0 };

/** Beside mails that have come, the folders are listed again after a day; of a mailbox where nothing comes, after three. */
const listAgainMs = dayMs;
const listIdleMs = 3 * dayMs;
/** New mail comes in and answers go out elsewhere; these are only where a mail may have been moved to. */
const quiet: ReadonlySet<FolderRole> = new Set<FolderRole>(['archive', 'spam', 'trash']);
const quietAgainMs = hourMs;
const quietLateMs = 1.5 * hourMs;
/** Headers of so many mails in one answer. */
const batchSize = 500;

/** Gmail's folder of all mail stands for the inbox, what was sent and what was archived. */
function rolesOf(listed: readonly ListedFolder[]): readonly Pick<Folder, 'path' | 'role'>[] {
  const pathOf = (use: SpecialUse): string[] => listed.flatMap((each) => (each.use === use ? each.path : []));
  const of = (use: SpecialUse, role: Folder['role']) =>
    pathOf(use)
      .slice(0, 1)
      .map((path) => ({ path, role }));
  const places = [...of('sent', 'sent'), ...of('inbox', 'inbox')];
  const everything = of('all', 'archive');
  const kept =
    everything.length > 0
      ? everything.map(({ path }) => ({ path, role: 'inbox' as const }))
      : [...of('archive', 'archive'), ...places];
  return [...of('spam', 'spam'), ...of('trash', 'trash'), ...kept];
}

interface ReadingFrame {
  readonly now: number;
  /** Older mails are not read. */
  readonly since: number;
  readonly budget: Budget;
  readonly io: Pick<Io, 'now'>;
}

/** After so long a poll reads no further: what is stored at its end must not be lost to its deadline, a minute. */
const readingMs = 20_000;

/** Reads what is new in the folders, in the order in which it came as far as one poll sees, and remembers how far it came. */
export class FolderReader {
  #memory: FoldersMemory;
  readonly #server: MailServer;
  readonly #frame: ReadingFrame;
  #open = '';

  constructor(memory: FoldersMemory, server: MailServer, frame: ReadingFrame) {
    this.#memory = memory;
    this.#server = server;
    this.#frame = frame;
  }

  get memory(): FoldersMemory {
    return this.#memory;
  }

  /** There are commands and time left. */
  get allowsReading(): boolean {
    const { budget, io, now } = this.#frame;
    return budget.allowsReading && io.now() - now < readingMs;
  }

  /** @returns false when the budget ended before the reading did */
  async readNew(take: TakeMails): Promise<boolean> {
    const age = this.#frame.now - this.#memory.listedAt;
    if (age >= listIdleMs) {
      const isFirst = this.#memory.listedAt === 0;
      await this.#list();
      // Listing takes as many commands as a poll may: where nothing has come for days, nothing is read beside it.
      if (!isFirst) return true;
    }
    const due = this.#due();
    const backlogs: Backlog[] = [];
    // Of a slow server, each poll opens a folder that no poll has opened before.
    const inTurn = due.toSorted((a, b) => Number(a.next > 0) - Number(b.next > 0));
    for (const folder of inTurn) {
      if (backlogs.length > 0 && !this.allowsReading) break;
      const uids = await this.#newIn(folder);
      const isSame = this.#memory.folders.some(
        ({ path, uidValidity }) => path === folder.path && uidValidity === folder.uidValidity,
      );
      backlogs.push({ path: folder.path, uids, reachedAt: 0, emptyAt: isSame ? folder.lookedAt : 0 });
    }
    const isAllOpened = backlogs.length === due.length;
    const hasNew = backlogs.some(({ uids }) => uids.length > 0);
    let isFirst = true;
    for (let next = furthestBehind(backlogs); next !== undefined; next = furthestBehind(backlogs)) {
      if (!isFirst && !this.allowsReading) return false;
      await this.#readBatch(next, take);
      isFirst = false;
    }
    if (hasNew && age >= listAgainMs && age < listIdleMs && this.allowsReading) await this.#list();
    return isAllOpened;
  }

  /** What lies under these UIDs, with the beginning of its text. */
  async readTexts(path: string, uids: readonly number[]): Promise<readonly FetchedMail[]> {
    await this.#examine(path);
    return this.#server.texts(uids);
  }

  /**
   * Where new mail lies; and of the quiet folders one at a time, so that a poll with nothing new costs the server four commands.
   * Where polls are rarer than the quarter of an hour that is the default, those that have waited long come together.
   */
  #due(): readonly Folder[] {
    const age = ({ lookedAt }: Folder): number => this.#frame.now - lookedAt;
    const isLate = (each: Folder): boolean => each.next === 0 || age(each) > quietLateMs;
    const waiting = this.#memory.folders.filter((each) => quiet.has(each.role) && age(each) >= quietAgainMs);
    const [inTurn] = waiting.some(isLate) ? [] : waiting.toSorted((a, b) => age(b) - age(a));
    return this.#memory.folders.filter((each) => !quiet.has(each.role) || isLate(each) || each === inTurn);
  }

  /** The folders are found by what they are for. */
  async #list(): Promise<void> {
    const { folders } = this.#memory;
    const listed = rolesOf(await this.#server.folders());
    const known = (path: string) => folders.find((each) => each.path === path);
    this.#memory = {
      ...this.#memory,
      listedAt: this.#frame.now,
      folders: listed.map(({ path, role }) => ({ uidValidity: '', next: 0, lookedAt: 0, ...known(path), path, role })),
    };
  }

  async #newIn(folder: Folder): Promise<readonly number[]> {
    const opened = await (quiet.has(folder.role) ? this.#examineQuiet(folder.path) : this.#examine(folder.path));
    this.#advance(folder.path, { lookedAt: this.#frame.now });
    if (opened === null) return [];
    const { uidValidity, uidNext } = opened;
    const isKnown = folder.next > 0 && uidValidity === folder.uidValidity;
    if (isKnown && uidNext <= folder.next) return [];
    const from = isKnown ? folder.next : 1;
    const uids = await this.#server.find(isKnown ? { from } : { from, since: this.#frame.since });
    // Also where nothing is new: the next poll then has nothing to look for.
    this.#advance(folder.path, { uidValidity, next: uids[0] ?? uidNext });
    return uids;
  }

  async #examine(path: string) {
    const opened = await this.#server.open(path);
    this.#open = path;
    return opened;
  }

  /** Who waits is seen without it. It may have been renamed: the next poll that finds a mail lists the folders again. */
  async #examineQuiet(path: string) {
    const opened = await this.#server.openIfAllowed(path);
    if (opened !== null) this.#open = path;
    else this.#memory = { ...this.#memory, listedAt: Math.min(this.#memory.listedAt, this.#frame.now - listAgainMs) };
    return opened;
  }

  async #readBatch(backlog: Backlog, take: TakeMails): Promise<void> {
    const folder = this.#memory.folders.find(({ path }) => path === backlog.path);
    const batch = backlog.uids.slice(0, batchSize);
    const last = batch.at(-1);
    if (folder === undefined || last === undefined) return;
    if (this.#open !== folder.path) await this.#examine(folder.path);
    const mails = await this.#server.headers(batch);
    await take(mails, folder, backlog.emptyAt);
    backlog.uids = backlog.uids.slice(batchSize);
    backlog.reachedAt = mails.at(-1)?.receivedAt ?? backlog.reachedAt;
    this.#advance(folder.path, { next: last + 1 });
  }

  #advance(path: string, to: Partial<Folder>): void {
    const folders = this.#memory.folders.map((each) => (each.path === path ? { ...each, ...to } : each));
    this.#memory = { ...this.#memory, folders };
  }
}

/** What of a folder is still to be read. */
interface Backlog {
  readonly path: string;
  uids: readonly number[];
  /** When the last mail came that was read. */
  reachedAt: number;
  /** When it was looked into before, epoch milliseconds: they were not there then. 0 where nothing is known of it. */
  readonly emptyAt: number;
}

/** @param notBefore when they were not there yet, epoch milliseconds; 0 where nobody knows */
type TakeMails = (mails: readonly FetchedMail[], folder: Folder, notBefore: number) => Promise<void>;

/** Folders are read side by side in time, so that an answer is near its question. */
function furthestBehind(backlogs: readonly Backlog[]): Backlog | undefined {
  return backlogs.filter(({ uids }) => uids.length > 0).toSorted((a, b) => a.reachedAt - b.reachedAt)[0];
}
