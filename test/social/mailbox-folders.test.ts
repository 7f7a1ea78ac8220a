import { describe, expect, it } from 'vitest';
import { Budget } from '../../functions/probe-social/api.ts';
import type { ListedFolder, MailServer } from '../../functions/probe-social/imap/mail-server.ts';
import { FolderReader, noFolders } from '../../functions/probe-social/platforms/mailbox-folders.ts';
import { hourMs, minuteMs } from '../../shared/model/time-spans.ts';

/** Servers that only their providers run: what they call their folders. The rest is told on a real server in test/mailbox. */
const listings: Readonly<Record<string, readonly ListedFolder[]>> = {
  Gmail: [
    { path: 'INBOX', use: 'inbox' },
    { path: '[Gmail]', use: null },
    { path: '[Gmail]/All Mail', use: 'all' },
    { path: '[Gmail]/Drafts', use: 'drafts' },
    { path: '[Gmail]/Sent Mail', use: 'sent' },
    { path: '[Gmail]/Spam', use: 'spam' },
    { path: '[Gmail]/Trash', use: 'trash' },
    { path: 'Receipts', use: null },
  ],
  Exchange: [
    { path: 'INBOX', use: 'inbox' },
    { path: 'Archive', use: 'archive' },
    { path: 'Deleted Items', use: 'trash' },
    { path: 'Drafts', use: 'drafts' },
    { path: 'Junk Email', use: 'spam' },
    { path: 'Sent Items', use: 'sent' },
  ],
};

function aServer(listed: readonly ListedFolder[], onOpen: (path: string) => void): MailServer {
  return {
    folders: async () => listed,
    async open(path) {
      onOpen(path);
      return { uidValidity: '1', uidNext: 1, mails: 0 };
    },
    async openIfAllowed(path) {
      return this.open(path);
    },
    find: async () => [],
    headers: async () => [],
    texts: async () => [],
    close: () => {},
  };
}

function reading(listed: readonly ListedFolder[], startsAt: number) {
  const opened: string[] = [];
  const server = aServer(listed, (path) => opened.push(path));
  let memory = noFolders;
  return async (now: number): Promise<readonly string[]> => {
    opened.length = 0;
    const frame = { now: startsAt + now, since: 0, budget: new Budget(60), io: { now: () => startsAt + now } };
    const reader = new FolderReader(memory, server, frame);
    expect(await reader.readNew(async () => {})).toBe(true);
    ({ memory } = reader);
    return opened.toSorted();
  };
}

describe('the folders of a mailbox', () => {
  it('on a server that takes half a minute for each are opened one a poll, none twice before all were', async () => {
    let now = Date.parse('2026-11-16T08:00:00Z');
    const opened: string[] = [];
    const server = aServer(listings['Exchange'] ?? [], (path) => {
      now += 30_000;
      opened.push(path);
    });
    let memory = noFolders;
    const isDone: boolean[] = [];
    for (let poll = 0; poll < 5; poll++) {
      const reader = new FolderReader(memory, server, {
        now,
        since: 0,
        budget: new Budget(60),
        io: { now: () => now },
      });
      isDone.push(await reader.readNew(async () => {}));
      ({ memory } = reader);
    }
    expect(opened.toSorted()).toEqual(['Archive', 'Deleted Items', 'INBOX', 'Junk Email', 'Sent Items']);
    expect(isDone).toEqual([false, false, false, false, false]);
  });

  it.each([
    ['Gmail', ['[Gmail]/All Mail', '[Gmail]/Spam', '[Gmail]/Trash'], ['[Gmail]/All Mail']],
    ['Exchange', ['Archive', 'Deleted Items', 'INBOX', 'Junk Email', 'Sent Items'], ['INBOX', 'Sent Items']],
  ] as const)(
    'at %s are found by what they are for; those to which mails are moved take turns, each about once an hour',
    async (provider, all, each) => {
      const read = reading(listings[provider] ?? [], Date.parse('2026-11-16T08:00:00Z'));
      expect(await read(0)).toEqual(all);
      expect(await read(15 * minuteMs)).toEqual(each);
      const moved = all.filter((path) => !each.some((other) => other === path));
      const beside: string[] = [];
      for (let minute = 60; minute < 60 + 15 * moved.length; minute += 15)
        beside.push(...(await read(minute * minuteMs)).filter((path) => !each.some((other) => other === path)));
      expect(beside.toSorted()).toEqual(moved);
      // Polls that are hours apart have no turns to wait for.
      expect(await read(5 * hourMs)).toEqual(all);
    },
  );
});
