import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from '../mailbox/support/a-mail.ts';
import { anInbox, stamped } from './an-inbox.ts';

const ten = '2026-11-16T08:00:00Z'; // a Monday, 10:00 in Kyiv
const question = {
  from: 'Ann Kovalenko <ann@mail.example>',
  subject: 'Order 4711',
  id: 'q1@mail.example',
  text: 'Where is my order? I paid last week.',
};
const answer = {
  from: 'Olena <olena@coffeelab.example>',
  to: 'ann@mail.example',
  subject: 'Re: Order 4711',
  id: 'a1@coffeelab.example',
  inReplyTo: 'q1@mail.example',
  text: 'It left this morning, and you will have it tomorrow.',
};

let inbox: Awaited<ReturnType<typeof anInbox>>;
beforeEach(async () => {
  inbox = await anInbox(ten);
});
afterEach(() => inbox.bucket.close());

describe('mail that SES has received', () => {
  it('shows who waits, and a copy of the reply stops the clock', async () => {
    const since = inbox.clock.now - hourMs;
    inbox.receive('o1', question, since);
    const first = await inbox.poll();
    expect(first.result.measurements).toMatchObject({ unanswered: 1 });
    expect([...inbox.store.conversations.values()]).toMatchObject([
      {
        state: 'waiting',
        waitingSince: '2026-11-16T07:00:00.000Z',
        author: 'Ann K.',
        text: 'Where is my order? I paid last week.',
        permalink: 'INBOX: “Order 4711”',
      },
    ]);
    inbox.clock.now += 2 * hourMs;
    inbox.receive('o2', answer);
    const second = await inbox.poll();
    expect(second).toMatchObject({ light: 'green', reason: 'Customers who wait longer than promised: 0.' });
    expect(second.result.measurements).toMatchObject({ unanswered: 0, answeredWithinSlaRatio: 1 });
  });

  it.each([
    ['in Reply-To', ['Reply-To: Touchlight <shopper+tl-7k3q9zb@probe.example>'], 'May I park?'],
    [
      'in the text alone',
      [],
      'Name: Touchlight TL-7K3Q9ZB\nEmail: shopper+tl-7k3q9zb@probe.example\nMessage:\nMay I park?',
    ],
  ])(
    'nobody waits behind what a mystery shopper has sent through a form that names it %s',
    async (_, headers, text) => {
      const mail = {
        from: 'wordpress@coffeelab.example',
        subject: 'New message',
        id: 'f1@coffeelab.example',
        headers,
        text,
      };
      inbox.receive('o1', mail);
      expect((await inbox.poll()).result.measurements).toMatchObject({ unanswered: 0 });
      expect([...inbox.store.conversations.values()].map(({ reason }) => reason)).toEqual(['test-message']);
    },
  );

  it('is red once the promise is over', async () => {
    inbox.receive('o1', question);
    await inbox.poll();
    inbox.clock.now += 7 * hourMs;
    const { light, reason } = await inbox.poll();
    expect(light).toBe('red');
    expect(reason).toMatch(/^No answer for 6 h of business time to the mail in INBOX: “Order 4711”/);
  });

  it('arrived when SES says, whatever Date, a Received of the sender’s or the bucket say', async () => {
    const at = inbox.clock.now - 90 * minuteMs;
    const forged = [
      'Received: from a by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x for b@c.example; Mon, 1 Jun 2026 10:00:00 +0000 (UTC)',
      'Date: Tue, 1 Sep 2026 08:00:00 +0000',
    ];
    const mail = stamped(`${forged.join('\r\n')}\r\n${aMail(question)}`, at);
    inbox.receive('o1', mail, inbox.clock.now - minuteMs); // stored later: a copy
    await inbox.poll();
    expect([...inbox.store.conversations.values()].map(({ waitingSince }) => waitingSince)).toEqual([
      '2026-11-16T06:30:00.000Z',
    ]);
  });

  it('arrived when it was stored where the topmost Received is not SES’s, or says no time', async () => {
    const elsewhere = 'Received: from a by mx.other.example; Mon, 1 Jun 2026 10:00:00 +0000';
    const below =
      'Received: from b by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x; Tue, 2 Jun 2026 10:00:00 +0000';
    const timeless = 'Received: from b by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x; yesterday';
    inbox.receive('o1', `${elsewhere}\r\n${below}\r\n${aMail(question)}`);
    inbox.receive('o2', `${timeless}\r\n${aMail({ ...question, id: 'q2@mail.example', from: 'bo@mail.example' })}`);
    await inbox.poll();
    const since = [...inbox.store.conversations.values()].map(({ waitingSince }) => waitingSince);
    expect(since).toEqual(['2026-11-16T07:59:57.000Z', '2026-11-16T07:59:57.000Z']);
  });

  it('never arrived later than it was stored', async () => {
    inbox.receive('o1', stamped(aMail(question), inbox.clock.now + dayMs), inbox.clock.now - minuteMs);
    await inbox.poll();
    expect([...inbox.store.conversations.values()][0]?.waitingSince).toBe('2026-11-16T07:59:02.000Z');
  });
});

describe('verdicts', () => {
  const verdicts = { spam: 'X-SES-Spam-Verdict: PASS', virus: 'X-SES-Virus-Verdict: PASS' };

  it.each([
    { of: 'spam', stamp: { spam: 'FAIL' } },
    { of: 'a virus', stamp: { virus: 'FAIL' } },
  ])('of $of are believed, and a second verdict that the sender forged is not', async ({ stamp }) => {
    const forged = `${verdicts.spam}\r\n${verdicts.virus}\r\n${aMail(question)}`;
    inbox.receive('o1', stamped(forged, inbox.clock.now - minuteMs, stamp));
    const { light } = await inbox.poll();
    expect(light).toBe('green');
    expect(inbox.standing()).toEqual(['no-reply-needed: spam']);
  });

  it('that the sender wrote against himself below SES’s own change nothing', async () => {
    const forged = 'X-SES-Spam-Verdict: FAIL\r\nX-SES-Virus-Verdict: FAIL';
    inbox.receive('o1', stamped(`${forged}\r\n${aMail(question)}`, inbox.clock.now - minuteMs));
    await inbox.poll();
    expect(inbox.standing()).toEqual(['waiting Ann K. Where is my order? I paid last week.']);
  });
});

describe('an inbox', () => {
  it('in which nothing lies is grey, with what to check; SES’s own notice and an empty object are nothing', async () => {
    inbox.receive('AMAZON_SES_SETUP_NOTIFICATION', stamped('Subject: Amazon SES Setup Notification\r\n\r\nHi', 0));
    inbox.receive('empty', '');
    const { light, reason } = await inbox.poll();
    expect(light).toBe('unknown');
    expect(reason).toContain('no mail lies in s3://bucket/inbox/mailbox/');
    expect(inbox.standing()).toEqual([]);
  });

  it('is grey on a laptop, which receives no mail', async () => {
    const { light, reason } = await inbox.poll({ inboxes: true });
    expect(light).toBe('unknown');
    expect(reason).toContain('source: inbound');
  });

  it('from which everything has expired still shows who waits', async () => {
    inbox.receive('o1', question);
    await inbox.poll();
    inbox.bucket.objects.clear();
    inbox.clock.now += 7 * hourMs;
    expect((await inbox.poll()).light).toBe('red');
  });

  it('shows a mail once that SES has stored twice', async () => {
    inbox.receive('o1', question);
    inbox.receive('o1-again', question);
    await inbox.poll();
    inbox.clock.now += 15 * minuteMs;
    inbox.receive('o1-later', question);
    await inbox.poll();
    expect(inbox.standing()).toEqual(['waiting Ann K. Where is my order? I paid last week.']);
  });

  it('is read further where the last poll ended, and a mail that appeared late is not lost', async () => {
    inbox.receive('o1', question);
    await inbox.poll();
    inbox.bucket.requests.length = 0;
    // Filed under a second that was read already.
    inbox.receive(
      'late',
      { ...question, id: 'q2@mail.example', from: 'Bo Late <bo@mail.example>' },
      inbox.clock.now - 20_000,
    );
    inbox.clock.now += 15 * minuteMs;
    await inbox.poll();
    expect(inbox.standing()).toHaveLength(2);
    inbox.clock.now += 15 * minuteMs;
    inbox.receive('o3', { ...question, id: 'q3@mail.example', from: 'Cy New <cy@mail.example>' });
    await inbox.poll();
    inbox.bucket.requests.length = 0;
    inbox.clock.now += 15 * minuteMs;
    await inbox.poll();
    // What came within the last two minutes before the last mail is looked at again: here that mail alone.
    expect(inbox.bucket.requests).toEqual(['LIST inbox/mailbox/', 'GET inbox/mailbox/o3 bytes=0-32767']);
  });

  it('that S3 does not show is no empty one', async () => {
    inbox.receive('o1', question);
    await inbox.poll();
    inbox.bucket.fault = 503;
    await expect(inbox.poll()).rejects.toThrow();
    inbox.bucket.fault = null;
    expect(inbox.standing()).toHaveLength(1);
  });

  it('loses nothing when a mail expires while it is read', async () => {
    inbox.receive('o1', question);
    inbox.receive('o2', { ...question, id: 'q2@mail.example', from: 'Bo Kept <bo@mail.example>' });
    inbox.bucket.afterListing = () => inbox.bucket.objects.delete('inbox/mailbox/o1');
    expect((await inbox.poll()).result.measurements).toMatchObject({ unanswered: 1 });
    expect(inbox.standing()).toEqual(['waiting Bo K. Where is my order? I paid last week.']);
  });
});

describe('a bad mail beside good ones', () => {
  const good = { ...question, id: 'good@mail.example', from: 'Good Customer <good@mail.example>' };
  const begins = () => stamped('', inbox.clock.now - minuteMs);

  it.each<{ of: string; raw: () => string | Uint8Array }>([
    { of: 'no bytes that mean anything', raw: () => new Uint8Array(5000).map((_, at) => (at * 7919) % 256) },
    { of: 'only headers', raw: () => begins() },
    {
      of: 'endless headers',
      raw: () => `${begins()}${'X-Long: '.padEnd(900, 'x').concat('\r\n').repeat(2000)}\r\nHello`,
    },
    { of: 'one endless line', raw: () => 'a'.repeat(3_000_000) },
    { of: 'no sender, no subject, no id', raw: () => `${begins()}To: info@coffeelab.example\r\n\r\nHello?` },
    {
      of: 'a multipart that never ends',
      raw: () => `${begins()}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n`.repeat(50),
    },
    {
      of: 'an unknown charset',
      raw: () =>
        stamped(aMail({ ...question, headers: ['Content-Type: text/plain; charset=klingon'] }), inbox.clock.now),
    },
  ])('$of harms none of them', async ({ raw }) => {
    inbox.receive('a-bad', raw());
    inbox.receive('b-good', good);
    await inbox.poll();
    expect(inbox.standing()).toContain('waiting Good C. Where is my order? I paid last week.');
  });

  it('of 40 MB is read by its beginning, and counts', async () => {
    const huge = stamped(
      aMail({ ...question, text: `Where is my order? I paid last week.\r\n\r\n${'> quoted\r\n'.repeat(4_000_000)}` }),
      inbox.clock.now - minuteMs,
    );
    expect(huge.length).toBeGreaterThan(39_000_000);
    inbox.receive('a-huge', huge);
    inbox.receive('b-good', good);
    await inbox.poll();
    expect(inbox.standing().toSorted()).toEqual([
      'waiting Ann K. Where is my order? I paid last week.',
      'waiting Good C. Where is my order? I paid last week.',
    ]);
    expect(inbox.bucket.requests.filter((each) => each.startsWith('GET')).toSorted()).toEqual([
      'GET inbox/mailbox/a-huge bytes=0-32767',
      'GET inbox/mailbox/a-huge bytes=0-49151',
      'GET inbox/mailbox/b-good bytes=0-32767',
      'GET inbox/mailbox/b-good bytes=0-49151',
    ]);
  });
});
