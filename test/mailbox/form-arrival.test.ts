import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSending } from '../../functions/probe-page/form/sending.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aSubmission } from '../support/a-submission.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { aMail } from './support/a-mail.ts';
import { FollowedForm } from './support/followed-form.ts';
import { password } from './support/mail-account.ts';
import { canServeMail, startMailServer } from './support/mail-server.ts';

describe.skipIf(!canServeMail)('a message that a form really sends', () => {
  let browser: SharedBrowser;
  let story: FollowedForm;
  beforeAll(async () => {
    browser = await aSharedBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    story = await FollowedForm.open();
  });
  afterEach(() => story.close());

  it('is followed from the site through SMTP into the inbox, and nobody but Ann waits for an answer to it', async () => {
    expect(await story.look(0)).toMatchObject({ light: 'unknown', result: { cause: 'nothing-sent' } });
    expect(await story.visit()).toMatchObject({ light: 'green' });
    const arrived = await story.look(2);
    expect(arrived).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: 0, inSpam: 0, copies: 1 } } });
    expect(arrived.result.reason).toContain('arrived within a second');
    const mailbox = await story.mailbox();
    expect(mailbox).toMatchObject({ light: 'green', result: { measurements: { unanswered: 1 } } });
    expect(mailbox.result.details['noReplyNeeded']).toMatchObject({ counts: { 'test-message': 1 } });
    expect(await story.server.flags('INBOX')).toEqual([]);
  });

  it('is found by its text alone, and its delay is measured by the mail server', async () => {
    story.site.namesVisitor = false;
    story.fates = [{ folder: 'INBOX', minutesLate: 4 }];
    await story.send(browser);
    expect(await story.look(5)).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: 240_000 } } });
    const mailbox = await story.mailbox();
    expect(mailbox.result.details['noReplyNeeded']).toMatchObject({ counts: { 'test-message': 1 } });
  });

  it('is waited for for a moment by who has just run the form', async () => {
    story.fates = [];
    await story.send(browser);
    story.meanwhile = () => story.server.put('INBOX', story.site.mails[0] ?? '', story.now);
    expect(await story.look(0)).toMatchObject({
      light: 'green',
      result: { measurements: { arrivalMs: 8000, copies: 1 } },
    });
  });

  it('is yellow in spam, and stays so when somebody rescues it', async () => {
    story.fates = [{ folder: 'Junk', minutesLate: 0 }];
    await story.send(browser);
    const inSpam = await story.look(5);
    expect(inSpam).toMatchObject({ light: 'yellow', result: { measurements: { inSpam: 1 } } });
    expect(inSpam.says).toContain('is in the spam folder ("Junk"), where nobody looks for customers');
    await story.server.move('Junk', 'Повідомлення з сайту', 'INBOX');
    expect(await story.look(5)).toMatchObject({ light: 'yellow', result: { measurements: { inSpam: 1 } } });
  });

  it('is yellow when it comes late, red before that, and the next one in time is green', async () => {
    story.fates = [];
    await story.send(browser);
    expect(await story.look(15)).toMatchObject({ light: 'unknown', result: { cause: 'on-its-way' } });
    expect(await story.look(5)).toMatchObject({ light: 'red', result: { cause: 'message-lost' } });
    const [mail] = story.site.mails;
    story.now += 60 * minuteMs;
    await story.server.put('INBOX', mail ?? '', story.now - 2 * minuteMs);
    const late = await story.look(0);
    expect(late).toMatchObject({ light: 'yellow', result: { measurements: { arrivalMs: 78 * minuteMs } } });
    expect(late.says).toContain('message from the form takes 78 min to arrive');
    story.now += 240 * minuteMs;
    story.fates = [{ folder: 'INBOX', minutesLate: 1 }];
    await story.send(browser);
    expect(await story.look(5)).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: minuteMs } } });
  });

  it('is red when it never arrives, and stays so while the next one is on its way', async () => {
    story.site.sendsMail = false;
    await story.send(browser);
    const never = await story.look(20);
    expect(never).toMatchObject({ light: 'red', result: { outcome: 'failed', cause: 'message-lost' } });
    expect(never.says).toContain(
      'form says thank you, but nobody gets the message: what it sent Mon 16 Nov 2026, 10:00 did not arrive in info@coffeelab.example within 15 minutes, not even in spam',
    );
    story.now += 220 * minuteMs;
    await story.send(browser);
    expect(await story.look(5)).toMatchObject({ light: 'red' });
    story.wire.forget();
    expect(await story.look(2 * 24 * 60)).toMatchObject({ light: 'red' });
    expect(await story.look(5)).toMatchObject({ light: 'red' });
    // After a day, nothing is looked for any more, and what is known needs no mailbox.
    expect(story.wire.commands.filter((command) => command === 'LIST "" "*"')).toHaveLength(1);
  });

  it('is grey while the mailbox cannot be read, with the reason, and found afterwards', async () => {
    await story.send(browser);
    story.secret = 'expired';
    const refused = await story.look(20);
    expect(refused).toMatchObject({ light: 'unknown', result: { cause: 'auth' } });
    expect(refused.says).toContain('mail server does not accept the login from the secret "inbox"');
    story.secret = password;
    story.wire.break('drops', 'UID FETCH');
    expect(await story.look(5)).toMatchObject({ light: 'unknown', result: { cause: 'transient' } });
    story.wire.break('throttles', 'NEVER');
    expect(await story.look(20)).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: 0 } } });
  });

  it('is counted when it comes twice, and told from what somebody else writes with the same marker', async () => {
    const scheduledAt = toInstant(story.now);
    const { marker } = createSending(story.check('website/form'), scheduledAt, story.submissions, () => story.now);
    const guess = aMail({ from: 'Mallory <m@mail.example>', subject: 'Hi', text: `I know (${marker})` });
    await story.server.put('INBOX', guess, story.now - 60 * minuteMs);
    story.fates = [];
    await story.send(browser);
    expect(await story.look(20)).toMatchObject({ light: 'unknown', result: { cause: 'wrong-clock' } });
    const [mail] = story.site.mails;
    for (const minutes of [1, 2]) await story.server.put('INBOX', mail ?? '', story.now - (20 - minutes) * minuteMs);
    const twice = await story.look(0);
    expect(twice).toMatchObject({ light: 'green', result: { measurements: { copies: 2 } } });
    expect(twice.result.reason).toContain('The inbox has it 2 times');
  });

  it('is proven by an answer when the message itself is gone, and not by a bounce of the thanks to the visitor', async () => {
    story.fates = [];
    await story.send(browser);
    const [submission] = story.submissions.all;
    const visitor = `touchlight-${submission?.marker}@example.com`;
    const bounce = aMail({
      from: 'Mail Delivery System <MAILER-DAEMON@mx.coffeelab.example>',
      subject: 'Undelivered Mail Returned to Sender',
      text: `The mail system: <${visitor}>: host not found`,
    });
    await story.server.put('INBOX', bounce, story.now + minuteMs);
    expect(await story.look(20)).toMatchObject({ light: 'red', result: { cause: 'message-lost' } });
    const answer = { from: 'info@coffeelab.example', to: visitor, subject: 'Re: Повідомлення з сайту' };
    await story.server.put('Sent', aMail({ ...answer, text: 'Thank you!', inReplyTo: 'x@site' }), story.now);
    expect(await story.look(5)).toMatchObject({ light: 'green', result: { measurements: { inSpam: 0 } } });
  });

  it('is grey when a mail program takes everything out of the inbox', async () => {
    story.fates = [];
    await story.send(browser);
    expect(await story.look(5)).toMatchObject({ light: 'unknown', result: { cause: 'on-its-way' } });
    await story.server.put('INBOX', aMail({ from: 'Eva <eva@mail.example>', subject: 'Hi' }), story.now);
    await story.server.empty('INBOX');
    const emptied = await story.look(20);
    expect(emptied).toMatchObject({ light: 'unknown', result: { cause: 'inbox-emptied' } });
    expect(emptied.says).toContain('The inbox of info@coffeelab.example is empty although mails have come');
  });

  it('is found where a rule has put it, and grey when spam cannot be seen', async () => {
    const other = await FollowedForm.open(['Website']);
    try {
      other.fates = [];
      await other.server.createFolder('Calendar');
      other.wire.break('forbids', 'EXAMINE Calendar');
      await other.send(browser);
      expect(await other.look(20)).toMatchObject({ light: 'unknown', result: { cause: 'no-spam-folder' } });
      expect(other.wire.commands).toContain('EXAMINE Calendar');
      await other.server.put('Website', other.site.mails[0] ?? '', other.now - 19 * minuteMs);
      const moved = await other.look(5);
      expect(moved).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: minuteMs } } });
      expect(moved.result.reason).toContain('It is in the folder "Website", not in the inbox');
    } finally {
      await other.close();
    }
  });

  it('is found under new numbers, by a clock that is wrong, and by one visit that was interrupted', async () => {
    story.serverAheadMs = 45 * minuteMs;
    await story.send(browser);
    expect(await story.look(5)).toMatchObject({
      light: 'green',
      result: { measurements: { arrivalMs: 5 * minuteMs } },
    });
    story.now += 240 * minuteMs;
    const scheduledAt = toInstant(story.now);
    await story.submissions.claim(aSubmission({ scheduledAt, sentAt: scheduledAt, marker: 'abad1dea', outcome: null }));
    expect(await story.look(5)).toMatchObject({ light: 'green' });
    expect(await story.look(20)).toMatchObject({ light: 'unknown', result: { cause: 'sent-before' } });
    const moved = await startMailServer();
    story.wire.leadTo(moved.port);
    const mail = aMail({
      from: 'wordpress@coffeelab.example',
      subject: 'New message',
      text: 'Test Touchlight (abad1dea)',
    });
    await moved.put('INBOX', mail, Date.parse(scheduledAt) + 2 * minuteMs);
    expect(await story.look(5)).toMatchObject({
      light: 'green',
      result: { measurements: { arrivalMs: 2 * minuteMs } },
    });
    await moved.stop();
  });
});
