import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aMail, type MailParts } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail } from './support/mail-server.ts';

const monday = Date.parse('2026-11-16T08:00:00Z'); // 10:00 in Kyiv
const ours = 'Coffee Lab <info@coffeelab.example>';
const timeAt = (minute: number): string => new Date(monday + minute * minuteMs).toISOString();

describe.skipIf(!canServeMail)('mails of one mailbox', () => {
  let served: ServedMailbox;
  let mailbox: ServedMailbox['mailbox'];
  beforeAll(async () => {
    served = await aMailbox('2026-11-16T08:00:00Z');
    ({ mailbox } = served);
    for (const folder of ['Junk', 'Archive']) await served.server.createFolder(folder);
  });
  afterAll(() => served.close());

  const put = (folder: string, minute: number, parts: MailParts): Promise<void> =>
    served.server.put(folder, aMail(parts), monday + minute * minuteMs);
  /** How the conversation stands after a poll, by the address of the customer's first words or its reason. */
  const standings = async (): Promise<Readonly<Record<string, string>>> => {
    mailbox.now += 2 * hourMs;
    await mailbox.poll();
    return Object.fromEntries(
      mailbox.conversations.map(({ author, permalink, state, reason }) => [
        permalink ?? (author || reason),
        `${state}: ${reason}`,
      ]),
    );
  };

  it('need no reply where a program wrote them, each for its own reason', async () => {
    await put('INBOX', 1, {
      from: 'Bean Weekly <news@beans.example>',
      subject: 'Ten beans for winter',
      id: 'n@beans.example',
      headers: ['List-Id: <weekly.beans.example>', 'List-Unsubscribe: <mailto:off@beans.example>', 'Precedence: bulk'],
      text: 'Ten beans for winter. To unsubscribe, write to us.',
    });
    await put('INBOX', 2, {
      from: 'MAILER-DAEMON@mx.example',
      subject: 'Undelivered Mail Returned to Sender',
      id: 'b@mx.example',
      headers: ['Return-Path: <>', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
      text: '--b\r\n\r\nThe mail could not be delivered.\r\n--b--',
    });
    await put('INBOX', 3, {
      from: 'Carl Braun <carl@kaffee.example>',
      subject: 'Abwesenheitsnotiz: Ihre Bestellung',
      id: 'v@kaffee.example',
      headers: ['Auto-Submitted: auto-replied'],
      text: 'Ich bin bis Montag nicht im Büro.',
    });
    await put('INBOX', 4, {
      from: 'Olha <olha@coffeelab.example>',
      to: 'info@coffeelab.example, petro@coffeelab.example',
      subject: 'Shifts of next week',
      id: 'i@coffeelab.example',
      text: 'Who takes Monday?',
    });
    await put('Junk', 5, {
      from: 'Prince <prince@lagos.example>',
      subject: 'Fortune',
      id: 's@lagos.example',
      text: 'Dear!',
    });
    mailbox.now = monday + 10 * minuteMs;
    const { light, result } = await mailbox.poll();
    expect(light).toBe('green');
    expect(result.details).toMatchObject({
      noReplyNeeded: { counts: { newsletter: 1, bounce: 1, automatic: 1, internal: 1, spam: 1 } },
    });
    expect(mailbox.conversations.map(({ author, text, permalink }) => [author, text, permalink])).toEqual(
      mailbox.conversations.map(() => ['', '', null]),
    );
  });

  it('wait where a person wrote, also through the form of the website', async () => {
    await put('INBOX', 20, {
      from: 'Ann <ann@mail.example>',
      subject: 'Table for six',
      id: 'q1@mail.example',
      text: 'Is Friday free?',
    });
    await put('INBOX', 21, {
      from: 'WordPress <wordpress@coffeelab.example>',
      subject: 'New message from the website',
      id: 'f1@coffeelab.example',
      headers: ['Reply-To: Borys <borys@mail.example>', 'X-Mailer: PHPMailer 6.9'],
      text: 'Name: Borys\r\nEmail: borys@mail.example\r\nMessage: Do you deliver to Lviv?',
    });
    expect(await standings()).toMatchObject({
      'INBOX: “Table for six”': 'waiting: unanswered',
      'INBOX: “New message from the website”': 'waiting: unanswered',
    });
    expect(mailbox.conversations.find(({ permalink }) => permalink?.includes('website'))?.author).toBe('Borys');
  });

  it('are not answered by a program, by a note to a colleague, by a forward to somebody else or by a draft', async () => {
    const about = { inReplyTo: 'q1@mail.example', references: ['q1@mail.example'] };
    await put('Sent', 21, {
      from: ours,
      to: 'ann@mail.example',
      subject: 'Re: Table for six',
      id: 'auto@coffeelab.example',
      headers: ['Auto-Submitted: auto-replied'],
      text: 'Thank you for your message.',
      ...about,
    });
    await put('INBOX', 30, {
      from: 'Olha <olha@coffeelab.example>',
      subject: 'Re: Table for six',
      id: 'note@coffeelab.example',
      text: 'Petro, can you?',
      ...about,
    });
    await put('Sent', 31, {
      from: ours,
      to: 'host@restaurant.example',
      subject: 'Fwd: Table for six',
      id: 'fwd@coffeelab.example',
      text: 'Do you have one?',
      references: ['q1@mail.example'],
    });
    const draft = aMail({
      from: ours,
      to: 'ann@mail.example',
      subject: 'Re: Table for six',
      id: 'draft@coffeelab.example',
      text: 'Fri',
      ...about,
    });
    await served.server.put('Archive', draft, monday + 32 * minuteMs, ['\\Draft']);
    expect(await standings()).toMatchObject({ 'INBOX: “Table for six”': 'waiting: unanswered' });
  });

  it('are answered by a colleague with a copy to the mailbox, and by a ticket system that names no mail', async () => {
    await put('INBOX', 60, {
      from: 'Petro <petro@coffeelab.example>',
      to: 'ann@mail.example',
      subject: 'Re: Table for six',
      id: 'a1@coffeelab.example',
      headers: ['Cc: info@coffeelab.example'],
      inReplyTo: 'q1@mail.example',
      references: ['q1@mail.example'],
      text: 'Friday is free, I have booked it.',
    });
    await put('Sent', 70, {
      from: ours,
      to: 'borys@mail.example',
      subject: 'Re: [Ticket#4711] New message from the website',
      id: 'crm-1@crm.example',
      text: 'Yes, on Tuesdays.',
    });
    await standings();
    expect(mailbox.conversations.filter(({ answeredAt }) => answeredAt !== null)).toMatchObject([
      {
        state: 'answered',
        waitingSince: '2026-11-16T08:20:00.000Z',
        answeredAt: '2026-11-16T09:00:00.000Z',
        responseMinutes: 40,
      },
      {
        state: 'answered',
        waitingSince: '2026-11-16T08:21:00.000Z',
        answeredAt: '2026-11-16T09:10:00.000Z',
        responseMinutes: 49,
      },
    ]);
  });

  it('that only say thanks leave it answered; with another question it waits again', async () => {
    const about = { inReplyTo: 'a1@coffeelab.example', references: ['q1@mail.example', 'a1@coffeelab.example'] };
    const quote = '\r\n\r\nOn Mon, 16 Nov 2026 at 11:00, Petro wrote:\r\n> Friday is free, I have booked it.';
    await put('INBOX', 90, {
      from: 'Ann <ann@mail.example>',
      subject: 'Re: Table for six',
      id: 'q2@mail.example',
      text: `Thank you!${quote}`,
      ...about,
    });
    await standings();
    const isAnns = ({ id }: { readonly id: string }) =>
      mailbox.conversations.find(({ author }) => author === 'Ann')?.id === id;
    expect(mailbox.conversations.find(isAnns)).toMatchObject({ state: 'answered', responseMinutes: 40 });
    await put('INBOX', 100, {
      from: 'Ann <ann@mail.example>',
      subject: 'Re: Table for six',
      id: 'q3@mail.example',
      text: `And may we bring a dog?${quote}`,
      ...about,
    });
    await standings();
    expect(mailbox.conversations.find(isAnns)).toMatchObject({
      state: 'waiting',
      waitingSince: '2026-11-16T09:40:00.000Z',
      text: 'And may we bring a dog?',
    });
  });

  it('of two visitors are two conversations, also where a form sends them under one subject, address or id', async () => {
    const form = (name: string): MailParts => ({
      from: 'WordPress <wordpress@coffeelab.example>',
      subject: 'Message from the website',
      text: `Name: ${name}\r\nEmail: ${name.toLowerCase()}@mail.example\r\nMessage: Do you rent the room?`,
    });
    await put('INBOX', 121, { ...form('Hanna'), id: 'h@coffeelab.example' });
    await put('INBOX', 122, { ...form('Ivan'), id: 'i@coffeelab.example' });
    const sameId = { subject: 'Hello', id: 'always-the-same@mailer.example', text: 'Do you have decaf?' };
    await put('INBOX', 123, { ...sameId, from: 'Jane <jane@mail.example>' });
    await put('INBOX', 124, { ...sameId, from: 'Karl <karl@mail.example>' });
    await standings();
    const authors = (from: number, to: number): readonly string[] =>
      mailbox.conversations
        .filter(({ startedAt }) => startedAt >= timeAt(from) && startedAt <= timeAt(to))
        .map(({ author, state }) => `${author} ${state}`);
    expect(authors(121, 124).toSorted()).toEqual(
      ['hanna waiting', 'ivan waiting', 'Jane waiting', 'Karl waiting'].toSorted(),
    );
    await put('Sent', 126, {
      from: ours,
      to: 'jane@mail.example',
      subject: 'Ticket 7 was solved',
      id: 'c@crm.example',
      text: 'We have.',
    });
    await put('Sent', 127, {
      from: ours,
      to: 'hanna@mail.example',
      subject: 'The room',
      id: 'd@crm.example',
      text: 'We do.',
    });
    await standings();
    expect(authors(121, 124).toSorted()).toEqual(
      ['hanna answered', 'ivan waiting', 'Jane answered', 'Karl waiting'].toSorted(),
    );
  });

  it('are answered also where the clock of who answers is wrong', async () => {
    await put('INBOX', 130, {
      from: 'Fay <fay@mail.example>',
      subject: 'Gift card',
      id: 'g@mail.example',
      text: 'Do you sell gift cards?',
    });
    await put('Sent', 130 - 90, {
      from: ours,
      to: 'fay@mail.example',
      subject: 'Re: Gift card',
      id: 'ga@coffeelab.example',
      inReplyTo: 'g@mail.example',
      references: ['g@mail.example'],
      text: 'Yes, at the counter.',
    });
    await put('INBOX', (2 * dayMs) / minuteMs, {
      from: 'Gus <gus@mail.example>',
      subject: 'From tomorrow',
      id: 'h@mail.example',
      text: 'Are you open?',
    });
    await standings();
    expect(mailbox.conversations.find(({ waitingSince }) => waitingSince === '2026-11-16T10:10:00.000Z')).toMatchObject(
      {
        state: 'answered',
        responseMinutes: 1,
      },
    );
    const fromTomorrow = mailbox.conversations.find(({ permalink }) => permalink === 'INBOX: “From tomorrow”');
    expect(Date.parse(fromTomorrow?.waitingSince ?? '')).toBeLessThanOrEqual(mailbox.now);
  });

  it('are answered under another subject, also where the same poll reads question and answer', async () => {
    await put('INBOX', 300, {
      from: 'Lara <lara@mail.example>',
      subject: 'Espresso machine',
      id: 'l@mail.example',
      text: 'Can you repair it?',
    });
    await put('Sent', 330, { from: ours, to: 'lara@mail.example', subject: 'Your repair', id: 'l@crm.example' });
    await put('INBOX', 301, {
      from: 'WordPress <wordpress@coffeelab.example>',
      subject: 'New message from the website',
      id: 'm@coffeelab.example',
      text: 'Name: Max\r\nEmail: max@mail.example\r\nMessage: Do you rent the room?',
    });
    await put('Sent', 341, { from: ours, to: 'max@mail.example', subject: 'The room', id: 'm@crm.example' });
    await standings();
    const found = mailbox.conversations.filter(({ startedAt }) => [timeAt(300), timeAt(301)].includes(startedAt));
    expect(found.map(({ state, responseMinutes }) => [state, responseMinutes])).toEqual([
      ['answered', 30],
      ['answered', 40],
    ]);
  });
});
