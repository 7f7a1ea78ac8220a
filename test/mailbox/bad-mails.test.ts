import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail } from './support/mail-server.ts';

const monday = Date.parse('2026-11-16T08:00:00Z');
const ann = 'Ann Kovalenko <ann@mail.example>';

function multipart(parts: readonly string[]): string {
  return `--b\r\n${parts.join('\r\n--b\r\n')}\r\n--b--`;
}
const inParts = ['Content-Type: multipart/mixed; boundary=b'];
const plain = (text: string): string => `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`;

function nested(depth: number): string {
  if (depth === 0) return 'Subject: innermost\r\n\r\nNever read.';
  return `Subject: level ${depth}\r\nContent-Type: message/rfc822\r\n\r\n${nested(depth - 1)}`;
}

/** Mails that a mailbox really holds, and what is kept of each. */
const mails: readonly { readonly name: string; readonly mail: string | Buffer; readonly kept: object }[] = [
  {
    name: 'no Message-ID',
    mail: aMail({ from: ann, subject: 'No id', text: 'Do you sell tea?' }),
    kept: { state: 'waiting', text: 'Do you sell tea?', permalink: 'INBOX: “No id”' },
  },
  {
    name: 'no subject',
    mail: aMail({ from: ann, id: 'no-subject@mail.example', text: 'Do you sell mugs?' }),
    kept: { state: 'waiting', text: 'Do you sell mugs?', permalink: 'INBOX' },
  },
  {
    name: 'two senders, one of them forged as ours',
    mail: aMail({
      from: 'info@coffeelab.example',
      headers: [`From: ${ann}`],
      id: 'two@mail.example',
      subject: 'Two',
      text: 'Are you open on Sunday?',
    }),
    kept: { state: 'waiting', text: 'Are you open on Sunday?' },
  },
  {
    name: 'a charset that is not the one it names',
    mail: Buffer.concat([
      Buffer.from(
        aMail({
          from: ann,
          id: 'charset@mail.example',
          subject: 'Charset',
          headers: ['Content-Type: text/plain; charset=us-ascii'],
        }),
      ),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2, 0x21, 0x20, 0x3f]), // "Привіт! ?" in windows-1251
    ]),
    kept: { state: 'waiting', permalink: 'INBOX: “Charset”' },
  },
  {
    name: 'a charset that nobody knows',
    mail: aMail({
      from: ann,
      id: 'unknown@mail.example',
      subject: '=?x-klingon?B?Zm9v?=',
      headers: ['Content-Type: text/plain; charset=x-klingon'],
      text: 'Do you sell ice?',
    }),
    kept: { state: 'waiting', text: 'Do you sell ice?' },
  },
  {
    name: '40 MB, nearly all of it an attachment',
    mail: aMail({
      from: ann,
      id: 'big@mail.example',
      subject: 'Big',
      headers: inParts,
      text: multipart([
        plain('Here are the plans. When can you come?'),
        `Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(510_000)}`,
      ]),
    }),
    kept: { state: 'waiting', text: 'Here are the plans. When can you come?' },
  },
  {
    name: 'a thousand parts',
    mail: aMail({
      from: ann,
      id: 'parts@mail.example',
      subject: 'Parts',
      headers: inParts,
      text: multipart([
        plain('Which one is it?'),
        ...Array.from(
          { length: 1000 },
          (_, n) => `Content-Type: image/png\r\nContent-Disposition: attachment; filename=${n}.png\r\n\r\nx`,
        ),
      ]),
    }),
    kept: { state: 'waiting', text: 'Which one is it?' },
  },
  {
    name: 'forwards in forwards',
    mail: aMail({
      from: ann,
      id: 'nested@mail.example',
      subject: 'Fwd: Fwd: Fwd',
      headers: inParts,
      text: multipart([plain('Can you do this for us, too?'), `Content-Type: message/rfc822\r\n\r\n${nested(300)}`]),
    }),
    kept: { state: 'waiting', text: 'Can you do this for us, too?' },
  },
  {
    name: 'text in HTML only',
    mail: aMail({
      from: ann,
      id: 'html@mail.example',
      subject: 'Html',
      headers: ['Content-Type: text/html; charset=utf-8'],
      text: '<style>p{color:red}</style><p>Where is my&nbsp;order &lt;4711&gt;?</p><script>alert(1)</script>',
    }),
    kept: { state: 'waiting', text: expect.stringMatching(/^Where is my order <4711>\?$/) },
  },
  {
    name: 'a name that steers terminals',
    mail: aMail({
      from: '"\u001b[31mEve\u202e" <eve@mail.example>',
      id: 'esc@mail.example',
      subject: '\u001b[2JEscape',
      text: 'Is it\u0007 open?',
    }),
    kept: {
      state: 'waiting',
      author: '[31m…',
      text: 'Is it open?',
      permalink: 'INBOX: “[2JEscape”',
    },
  },
  {
    name: 'a header without end',
    mail: aMail({
      from: ann,
      id: 'long@mail.example',
      subject: 'Long',
      headers: [`X-Junk: ${'x'.repeat(300_000)}`],
      text: 'Do you read this?',
    }),
    kept: { state: 'waiting', permalink: 'INBOX: “Long”' },
  },
  {
    name: 'an answer to itself',
    mail: aMail({
      from: ann,
      id: 'self@mail.example',
      inReplyTo: 'self@mail.example',
      references: ['self@mail.example'],
      subject: 'Self',
      text: 'Hello, is anybody there?',
    }),
    kept: { state: 'waiting', text: 'Hello, is anybody there?' },
  },
];

describe.skipIf(!canServeMail)('a mail with', () => {
  let served: ServedMailbox;
  let mailbox: ServedMailbox['mailbox'];
  beforeAll(async () => {
    served = await aMailbox('2026-11-16T08:30:00Z');
    ({ mailbox } = served);
    for (const [index, { mail }] of mails.entries()) await served.server.put('INBOX', mail, monday + index * minuteMs);
    await served.server.put('INBOX', '\r\n', monday);
    await served.server.put('INBOX', 'no header at all', monday);
    const { result } = await mailbox.poll();
    expect(result).toMatchObject({ outcome: 'measured', measurements: { unanswered: mails.length } });
  });
  afterAll(() => served.close());

  it.each(mails.map((each, index) => [each.name, index, each.kept] as const))(
    '%s waits like any other',
    (_, index, kept) => {
      const since = new Date(monday + index * minuteMs).toISOString();
      const found = mailbox.conversations.filter(({ waitingSince }) => waitingSince === since);
      expect(found).toMatchObject([kept]);
    },
  );

  it('text of a megabyte is not read beyond its first kilobytes', () => {
    const texts = mailbox.wire.commands.filter((each) => each.includes('TEXT'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every((each) => /BODY\.PEEK\[TEXT\]<0\.16384>/.test(each))).toBe(true);
    expect(
      mailbox.wire.commands.filter((each) => /^(SELECT|STORE|UID STORE|EXPUNGE|APPEND|UID COPY|UID MOVE)/.test(each)),
    ).toEqual([]);
  });
});
