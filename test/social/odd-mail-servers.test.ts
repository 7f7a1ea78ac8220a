import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { watchMailbox } from '../mailbox/support/watch-mailbox.ts';

type Words = (tag: string) => string;

const header = 'From: Ann <ann@mail.example>\r\nTo: info@coffeelab.example\r\nMessage-ID: <q1@mail.example>\r\n\r\n';
const text = 'Do you sell tea?';
const literal = (words: string): string => `{${words.length}}\r\n${words}`;
const capability = '* CAPABILITY IMAP4rev1 NAMESPACE AUTH=PLAIN\r\n';

/** What a server says to each command whose answer a story does not change: one mail in the inbox, and none in Sent. */
function usual(command: string, folder: string): Words {
  const isSent = folder.includes('Sent');
  if (command.startsWith('CAPABILITY')) return (tag) => `${capability}${tag} OK\r\n`;
  if (command.startsWith('NAMESPACE')) return (tag) => `* NAMESPACE (("" "/")) NIL NIL\r\n${tag} OK\r\n`;
  if (command.startsWith('LIST')) return (tag) => `* LIST () "/" INBOX\r\n* LIST (\\Sent) "/" Sent\r\n${tag} OK\r\n`;
  if (command.startsWith('EXAMINE'))
    return (tag) =>
      `* ${isSent ? 0 : 1} EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT ${isSent ? 1 : 2}]\r\n${tag} OK\r\n`;
  if (command.startsWith('UID SEARCH')) return (tag) => `* SEARCH${isSent ? '' : ' 1'}\r\n${tag} OK\r\n`;
  if (!command.startsWith('UID FETCH')) return (tag) => `${tag} OK\r\n`;
  const body = command.includes('TEXT') ? ` BODY[TEXT]<0> ${literal(text)}` : '';
  return (tag) =>
    `* 1 FETCH (UID 1 FLAGS () INTERNALDATE "16-Nov-2026 07:00:00 +0000" BODY[HEADER]<0> ${literal(header)}${body})\r\n${tag} OK\r\n`;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** One poll of a server that answers a command in a way of its own. */
async function polled(command: string, words: Words, greeting = '* OK ready\r\n') {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.write(greeting);
    let [rest, folder] = ['', ''];
    socket.on('data', (data) => {
      const lines = `${rest}${data.toString('latin1')}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, tag = '', asked = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        if (asked.startsWith('EXAMINE')) folder = asked;
        const isChanged = asked.startsWith(command) && !folder.includes('Sent');
        socket.write(Buffer.from((isChanged ? words : usual(asked, folder))(tag), 'latin1'));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const mailbox = await watchMailbox(
    typeof address === 'object' && address !== null ? address.port : 0,
    '2026-11-16T08:00:00Z',
  );
  closing.push(async () => {
    await mailbox.wire.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { result } = await mailbox.poll();
  return { cause: result.cause, reason: result.reason, waiting: mailbox.conversations.map((each) => each.text) };
}

/** Whatever real servers never say, and broken or hostile ones may: the real ones are in test/mailbox. */
describe('a mail server', () => {
  it.each<[string, string, Words]>([
    ['as usual', 'nothing else', (tag) => `${tag} OK\r\n`],
    ['that names no next number', 'EXAMINE', (tag) => `* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n${tag} OK\r\n`],
    ['whose numbers are never valid', 'EXAMINE', (tag) => `* 1 EXISTS\r\n* OK [UIDNEXT 2]\r\n${tag} OK\r\n`],
    ['that says nothing of a folder', 'EXAMINE', (tag) => `${tag} OK\r\n`],
    ['that finds words among numbers', 'UID SEARCH', (tag) => `* SEARCH abc -1 1\r\n${tag} OK\r\n`],
    [
      'of four billion mails',
      'EXAMINE',
      (tag) => `* 4294967295 EXISTS\r\n* OK [UIDVALIDITY 4294967295]\r\n* OK [UIDNEXT 4294967295]\r\n${tag} OK\r\n`,
    ],
  ])('%s is read', async (_, command, words) => {
    expect(await polled(command, words)).toMatchObject({ cause: null, waiting: [text] });
  });

  it.each<[string, string, Words, string, string]>([
    ['without folders', 'LIST', (tag) => `${tag} OK\r\n`, 'wrong-answer', '"LIST"'],
    ['without an inbox', 'LIST', (tag) => `* LIST (\\Sent) "/" Sent\r\n${tag} OK\r\n`, 'wrong-answer', '"LIST"'],
    [
      'that opens no inbox',
      'LIST',
      (tag) => `* LIST () NIL ""\r\n* LIST (\\Noselect) "/" INBOX\r\n${tag} OK\r\n`,
      'wrong-answer',
      '"LIST"',
    ],
    ['that does not search', 'UID SEARCH', (tag) => `${tag} NO [SERVERBUG]\r\n`, 'transient', '"SEARCH"'],
    ['that finds a mail and hands none over', 'UID FETCH', (tag) => `${tag} OK\r\n`, 'wrong-answer', '"FETCH"'],
    [
      'that breaks off its brackets',
      'UID FETCH',
      (tag) => `* 1 FETCH ((((\r\n${tag} OK\r\n`,
      'wrong-answer',
      '"FETCH"',
    ],
    [
      'of a mail with fewer than no bytes',
      'UID FETCH',
      (tag) => `* 1 FETCH (UID 1 BODY[HEADER]<0> {-5}\r\nabc)\r\n${tag} OK\r\n`,
      'wrong-answer',
      '"FETCH"',
    ],
    [
      'of a mail without headers',
      'UID FETCH',
      (tag) => `* 1 FETCH (UID 1 FLAGS () BODY[HEADER]<0> NIL)\r\n${tag} OK\r\n`,
      'wrong-answer',
      '"BODY[HEADER]"',
    ],
    [
      'that begins a mail of 100 GB',
      'UID FETCH',
      () => '* 1 FETCH (UID 1 BODY[HEADER]<0> {99999999999}\r\nabc',
      'wrong-answer',
      '32 MB',
    ],
    ['that answers another command and leaves', 'EXAMINE', () => 'ZZ OK\r\n* BYE\r\n', 'transient', 'no connection'],
  ])('%s is grey and says why', async (_, command, words, cause, says) => {
    const { reason, ...read } = await polled(command, words);
    expect(read).toEqual({ cause, waiting: [] });
    expect(reason).toContain(says);
  });
});
