import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMail } from './support/a-mail.ts';
import { aMailbox } from './support/a-mailbox.ts';
import { business, FollowedShopper, shopper } from './support/followed-shopper.ts';
import { password } from './support/mail-account.ts';
import { canServeMail } from './support/mail-server.ts';

const human =
  'Good morning! Mornings before eleven are the quietest, and yes, you can pay by card. We look forward to seeing you.\nAnna';
const acknowledgement =
  'Thank you for contacting us. We have received your message and will get back to you within one working day.';
const automatic = { headers: { 'Auto-Submitted': 'auto-replied' } };

describe.skipIf(!canServeMail)('a mystery shopper with a real mailbox', () => {
  let story: FollowedShopper;
  beforeEach(async () => {
    story = await FollowedShopper.open();
  });
  afterEach(() => story.close());

  it('asks once, openly, and is green as soon as a person has answered', async () => {
    expect(await story.run()).toMatchObject({
      light: 'green',
      result: { measurements: { overdue: 0, waitingMinutes: 0 } },
    });
    const { mail, envelopeFrom } = story.mail();
    const { token } = story.enquiry;
    expect(token).toMatch(/^TL-[0-9BCDFGHJKMNPQRSTVWXYZ]{7}$/);
    expect(mail.subject).toContain(token);
    expect(mail.text).toContain(`This is a test message (${token}) that Touchlight sends for Coffee Lab.`);
    expect(mail.headers.some(({ key }) => key === 'auto-submitted')).toBe(false);
    expect(envelopeFrom).toBe(shopper);
    await story.run(15);
    expect(story.inbox).toHaveLength(1);

    await story.reply(human);
    const answered = await story.run(45);
    expect(answered).toMatchObject({ light: 'green', result: { measurements: { firstResponseMinutes: 15 } } });
    expect(answered.says).toContain('was answered by a person after 15 min of business time');
    expect(story.enquiry.answers).toMatchObject([{ kind: 'human', confidence: 'sure', matchedBy: 'reference' }]);
    expect(await story.server.flags('INBOX')).toEqual([]);
  });

  it('thanks once and asks to delete, in the same thread, in a way that no program answers', async () => {
    await story.run();
    await story.run(15);
    await story.reply(human);
    await story.run(15);
    expect(story.inbox).toHaveLength(2);
    const { mail, to } = story.mail(1);
    expect(to).toBe(business);
    expect(mail.inReplyTo).toBe(story.mail().mail.messageId);
    expect(mail.text).toContain('Thank you for your answer!');
    expect(mail.text).toContain(`The message of 16 November was a test (${story.enquiry.token})`);
    expect(Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
    });
    // A robot that answers the closing mail gets no other.
    for (let round = 0; round < 3; round++) {
      await story.reply(acknowledgement, { ...automatic, inReplyTo: mail.messageId, references: mail.messageId });
      await story.reply(human);
      await story.run(15);
    }
    expect(story.inbox).toHaveLength(2);
    expect(story.enquiry.answers).toHaveLength(1);
  });

  it('says how to correct it when a person was so quick that a machine is suspected', async () => {
    await story.run();
    story.now += 60_000;
    await story.reply(human);
    const waiting = await story.run(1);
    expect(story.enquiry.answers).toMatchObject([{ kind: 'automatic', reason: 'answered-at-once' }]);
    const { token } = story.enquiry;
    const hint = `If a person wrote that answer, correct it: "touchlight shopper mark ${token} --human".`;
    expect(waiting.says).toContain(hint);
    expect((await story.run(300)).says).toContain(hint);
  });

  it('notices a password that is no longer accepted although nothing is to be sent, and says so', async () => {
    story.secret = 'wrong';
    // Saturday.
    const closed = await story.run(5 * 24 * 60);
    expect(closed).toMatchObject({ light: 'unknown', result: { cause: 'auth' } });
    expect(closed.says).toContain('The mail server does not accept the login');
    story.secret = password;
    expect(await story.run(15)).toMatchObject({ light: 'unknown', result: { cause: 'not-asked-yet' } });
    expect(story.inbox).toHaveLength(0);
  });

  it('still waits when only a machine has answered, nudges, and is red when the promise is broken', async () => {
    await story.run();
    await story.reply(acknowledgement, automatic);
    const waiting = await story.run(15);
    expect(waiting).toMatchObject({ light: 'green', result: { measurements: { overdue: 0, acknowledgedMinutes: 0 } } });
    expect(waiting.says).toContain('waits for an answer');
    expect(story.enquiry.answers).toMatchObject([{ kind: 'automatic', reason: 'auto-reply-header' }]);
    const near = await story.run(180);
    expect(near).toMatchObject({ light: 'yellow', result: { measurements: { waitingMinutes: 195 } } });
    expect(near.result.nudges?.map(({ says }) => says)).toMatchObject([
      { id: 'shopper/nudge', params: { waitedMinutes: 195, acknowledged: true, dueAt: '2026-11-16T11:30:00.000Z' } },
    ]);
    const late = await story.run(60);
    expect(late).toMatchObject({ light: 'red', result: { measurements: { overdue: 1, acknowledgedMinutes: 0 } } });
    expect(late.says).toContain('A machine has acknowledged it, so it arrived');
    expect(story.inbox).toHaveLength(1);
  });

  it('is yellow when a person answers late, however long it was red', async () => {
    await story.run();
    await story.run(300);
    await story.reply(human);
    const late = await story.run(15);
    expect(late).toMatchObject({
      light: 'yellow',
      result: { measurements: { overdue: 0, firstResponseMinutes: 300 } },
    });
  });

  it('is never answered: red, closed once when it has expired, and red until another one is answered', async () => {
    await story.run();
    expect(await story.run(24 * 60)).toMatchObject({ light: 'red', result: { measurements: { overdue: 1 } } });
    expect(story.inbox).toHaveLength(1);
    await story.run(2 * 24 * 60);
    expect(story.inbox).toHaveLength(2);
    expect(story.mail(1).mail.text).toContain('The test is over.');
    expect(story.enquiry.closing).toMatchObject({ why: 'expired', delivery: 'sent' });
    // The next week, at a moment of its own.
    for (let hours = 0; hours < 5 * 24 && story.enquiries.all.length < 2; hours += 3)
      expect(await story.run(180)).toMatchObject({ light: 'red' });
    expect(story.enquiries.all.map(({ slot }) => slot)).toEqual(['2026-11-16.1', '2026-11-23.1']);
    expect(story.mail(2).mail.subject).not.toContain(story.mail(0).mail.subject?.split(' (test')[0]);
    expect(await story.run(15)).toMatchObject({ light: 'red' });
    await story.reply(human, { inReplyTo: story.mail(2).mail.messageId, references: story.mail(2).mail.messageId });
    expect(await story.run(15)).toMatchObject({ light: 'green', result: { measurements: { overdue: 0 } } });
  });

  it('is red at once when mail to the business bounces, and sends no closing mail there', async () => {
    await story.run();
    await story.post.send(aBounceOf(story.mail().mail.messageId ?? ''));
    const bounced = await story.run(15);
    expect(bounced).toMatchObject({ light: 'red', result: { cause: 'undeliverable' } });
    expect(bounced.says).toContain(`Mail to ${business} comes back as undeliverable`);
    await story.run(3 * 24 * 60);
    expect(story.inbox).toHaveLength(1);
  });

  it('sends one enquiry, one closing mail and takes each answer once, however runs race', async () => {
    await story.runTwiceAtOnce(4);
    expect(story.inbox).toHaveLength(1);
    await story.run(15);
    await story.reply(human);
    story.now += 60_000;
    await story.runTwiceAtOnce(4);
    expect(story.inbox).toHaveLength(2);
    expect(story.enquiry.answers).toHaveLength(1);
    story.store.poll = null; // What was read is forgotten, as with a new version.
    await story.run(60);
    expect(story.inbox).toHaveLength(2);
    expect(story.enquiry.answers).toHaveLength(1);
  });
});

describe.skipIf(!canServeMail)('a mailbox of the business to which a shopper writes', () => {
  it('has no customer who waits behind a test enquiry or its closing mail', async () => {
    const served = await aMailbox('2026-11-16T08:00:00Z', { shoppers: ['olena@probe.example'] });
    try {
      const at = Date.parse('2026-11-16T08:00:00Z');
      const from = ['Olena <olena@probe.example>', 'Olena <olena+tl-7k3q9zb@probe.example>', 'Ann <ann@mail.example>'];
      for (const [index, each] of from.entries()) {
        const mail = aMail({ from: each, subject: 'Parking', id: `q${index}@x.example`, text: 'Where can I park?' });
        await served.server.put('INBOX', mail, at);
      }
      const { result } = await served.mailbox.poll();
      expect(result.measurements).toMatchObject({ unanswered: 1 });
      expect(result.details['noReplyNeeded']).toMatchObject({ counts: { 'test-message': 2 } });
    } finally {
      await served.close();
    }
  });
});

function aBounceOf(messageId: string) {
  return {
    envelope: { from: '', to: shopper },
    raw: [
      'From: Mail Delivery System <MAILER-DAEMON@firm.example>',
      `To: ${shopper}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      `<${business}>: host mx.firm.example said: 550 5.1.1 User unknown`,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '--b--',
      '',
    ].join('\r\n'),
  };
}
