import { describe, expect, it } from 'vitest';
import { readMail } from '../../../functions/probe-social/mail/read-mail.ts';

const delivery = { receivedAt: '2025-11-04T10:00:00.000Z', folder: 'inbox' } as const;
const read = (...lines: readonly string[]) => readMail(lines.join('\r\n'), delivery);

describe('a mail is read from its bytes', () => {
  it('with its addresses, ids and words decoded', async () => {
    const mail = await read(
      'Return-Path: <Bounce@Home.example>',
      'From: =?utf-8?B?0J7QutGB0LDQvdCw?= <Oksana@Home.example>',
      'To: "Coffee Lab" <info@coffeelab.example>, shop@coffeelab.example',
      'Subject: =?utf-8?Q?=D0=A6=D1=96=D0=BD=D0=B0?=',
      ' =?utf-8?Q?_=D1=82=D0=BE=D1=80=D1=82=D0=B0?=',
      'Message-ID: <a@home.example>',
      'In-Reply-To: <q1@coffeelab.example>',
      'References: <q0@coffeelab.example>',
      ' <q1@coffeelab.example>',
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: base64',
      '',
      '0eqz6/zq6D8=',
    );

    expect(mail).toMatchObject({
      from: [{ name: 'Оксана', address: 'oksana@home.example' }],
      to: [
        { name: 'Coffee Lab', address: 'info@coffeelab.example' },
        { name: null, address: 'shop@coffeelab.example' },
      ],
      subject: 'Ціна торта',
      messageId: 'a@home.example',
      inReplyTo: ['q1@coffeelab.example'],
      references: ['q0@coffeelab.example', 'q1@coffeelab.example'],
      envelopeFrom: 'bounce@home.example',
      text: 'Скільки?',
      folder: 'inbox',
    });
  });

  it('with nothing in it', async () => {
    expect(await readMail('', delivery)).toMatchObject({
      from: [],
      subject: '',
      messageId: null,
      envelopeFrom: null,
      text: '',
    });
  });

  it('with two senders, both of which are told', async () => {
    const { from } = await read('From: eve@evil.example', 'From: Coffee Lab <info@coffeelab.example>', '', 'hello');
    expect(from.map(({ address }) => address)).toEqual(['eve@evil.example', 'info@coffeelab.example']);
  });

  it('with an empty sender in the envelope, which is not an unknown one', async () => {
    expect((await read('Return-Path: <>', 'From: a@b.example', '', 'x')).envelopeFrom).toBe('');
    expect((await read('From: a@b.example', '', 'x')).envelopeFrom).toBeNull();
  });

  it.each(['x-unknown-17', 'utf-99', '"'])('in the charset %s, which nobody knows', async (charset) => {
    const { text, subject } = await read(
      'From: a@b.example',
      'Subject: hello',
      `Content-Type: text/plain; charset=${charset}`,
      '',
      'are you open?',
    );
    expect(text).toBe('are you open?');
    expect(subject).toBe('hello');
  });

  it('of a thousand parts, of which the text is cut', async () => {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nquestion '.concat('x'.repeat(200), '\r\n');
    const { text } = await read(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      part.repeat(1000),
      '--b--',
    );
    expect(text?.length).toBe(60_000);
    expect(text?.startsWith('question x')).toBe(true);
  });

  it('of megabytes, of which only the beginning is read', async () => {
    const attached = `--b\r\nContent-Type: application/pdf\r\n\r\n${'x'.repeat(3_000_000)}\r\n`;
    const late = '--b\r\nContent-Type: text/plain\r\n\r\nbelow the picture';
    const text = '--b\r\nContent-Type: text/plain\r\n\r\nsee the picture';
    const start = ['From: a@b.example', 'Content-Type: multipart/mixed; boundary=b', ''];

    expect((await read(...start, text, attached, late)).text).toBe('see the picture');
    expect((await read(...start, text, late)).text).toContain('below the picture');
    expect((await read('From: a@b.example', '', 'top', '\n'.repeat(20_000), 'bottom')).text).toBe('top');
  });

  it('nested deeper than anybody reads, by its headers', async () => {
    const deep = Array.from(
      { length: 150 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
    );
    const mail = await read('From: a@b.example', 'Subject: deep', ...deep, 'Content-Type: text/plain', '', 'hello');
    expect(mail).toMatchObject({ from: [{ address: 'a@b.example' }], subject: 'deep', text: '' });
    expect(mail.headers.some(({ key }) => key === 'content-type')).toBe(false);
  });

  it('does not open attached mails: what they say, somebody else said', async () => {
    const { text } = await read(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'see below',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: mailer-daemon@c.example',
      'Subject: Undelivered',
      '',
      'could not be delivered',
      '--b--',
    );
    expect(text).toBe('see below');
  });

  it('in HTML, as lines, its quotes marked', async () => {
    const { text } = await read(
      'From: a@b.example',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<HTML><HEAD><STYLE>p{}</STYLE><body><p>Hallo,<br>f&uuml;r 50&nbsp;&euro;&#33;&unknown;</p><!-- no --><blockquote>old<div>older</div></blockquote><p>Ann</p>',
    );
    expect(text).toBe('Hallo,\nfür 50 €!&unknown;\n\n> old\n> older\n> \n\nAnn');
  });

  it('prefers the HTML to "your program cannot show this mail"', async () => {
    const { text } = await read(
      'From: a@b.example',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'No HTML.',
      '--b',
      'Content-Type: text/html',
      '',
      `<p>${'Two tables for Friday, please. '.repeat(20)}</p>`,
      '--b--',
    );
    expect(text?.startsWith('Two tables for Friday')).toBe(true);
  });

  it('tells what a calendar does', async () => {
    const mail = await read('From: a@b.example', 'Content-Type: text/calendar; method=reply', '', 'BEGIN:VCALENDAR');
    expect(mail.calendarMethod).toBe('REPLY');
  });
});
