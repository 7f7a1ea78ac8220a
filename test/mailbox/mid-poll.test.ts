import { afterEach, describe, expect, it } from 'vitest';
import { toInstant } from '../../shared/model/instant.ts';
import { dayMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aSubmission } from '../support/a-submission.ts';
import { aMail } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { FollowedForm } from './support/followed-form.ts';
import { FollowedShopper } from './support/followed-shopper.ts';
import { canServeMail, startMailServer } from './support/mail-server.ts';

const human = 'Good morning! Yes, you can pay by card, and mornings are quieter. See you soon.';

function question(n: number, at: number): string {
  const headers = [`Date: ${new Date(at).toUTCString()}`];
  const from = `Guest ${n} <guest${n}@mail.example>`;
  return aMail({ from, subject: `Question ${n}`, id: `q${n}@mail.example`, text: `Is table ${n} free?`, headers });
}

function answer(n: number, at: number): string {
  return aMail({
    from: 'info@coffeelab.example',
    to: `guest${n}@mail.example`,
    subject: `Re: Question ${n}`,
    id: `a${n}@coffeelab.example`,
    inReplyTo: `q${n}@mail.example`,
    text: 'Yes, it is.',
    headers: [`Date: ${new Date(at).toUTCString()}`],
  });
}

/** A message that a form has sent now, without a browser. */
async function aFollowedMessage(): Promise<FollowedForm> {
  const story = await FollowedForm.open();
  const sentAt = toInstant(story.now);
  await story.submissions.claim(aSubmission({ scheduledAt: sentAt, sentAt, marker: 'abad1dea' }));
  return story;
}
const message = aMail({ from: 'wordpress@coffeelab.example', subject: 'New', text: 'Test Touchlight (abad1dea)' });

describe.skipIf(!canServeMail)('in the middle of a poll', () => {
  const closing: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of closing.splice(0)) await each.close();
  });
  const closed = <T extends { close(): Promise<void> }>(story: T): T => {
    closing.push(story);
    return story;
  };
  /** A mailbox that has been read, with one question that is new. */
  const asked = async (folders: readonly string[] = []): Promise<ServedMailbox> => {
    const served = closed(await aMailbox('2026-11-16T08:00:00Z'));
    for (const folder of folders) await served.server.createFolder(folder);
    await served.mailbox.poll();
    await served.server.put('INBOX', question(1, served.mailbox.now), served.mailbox.now);
    return served;
  };

  it('a server that stalls within a mail makes everything grey, and loses neither customer, answer nor message', async () => {
    const [{ mailbox }, shopper, form] = await Promise.all([asked(), FollowedShopper.open(), aFollowedMessage()]);
    closed(shopper);
    closed(form);
    await shopper.run();
    await shopper.run(15);
    await shopper.reply(human);
    await form.server.put('INBOX', message, form.now + minuteMs);
    for (const { wire } of [mailbox, shopper, form]) wire.break('stalls', 'UID FETCH');
    const stalled = await Promise.all([mailbox.poll(), shopper.run(15), form.look(5)]);
    expect(stalled).toMatchObject(stalled.map(() => ({ light: 'unknown', result: { cause: 'transient' } })));
    for (const { wire } of [mailbox, shopper, form]) wire.heal();
    const [read, heard, arrived] = await Promise.all([mailbox.poll(), shopper.run(15), form.look(1)]);
    expect(read.result.measurements).toMatchObject({ unanswered: 1, overdue: 0 });
    expect(heard).toMatchObject({ light: 'green', result: { measurements: { firstResponseMinutes: 15 } } });
    expect(arrived).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: minuteMs } } });
  });

  it.each([
    ['ends-login', 'EXAMINE'],
    ['ends-login', 'UID FETCH'],
    ['ends-session', 'EXAMINE'],
    ['ends-session', 'UID FETCH'],
  ] as const)(
    'a login that ends (%s, %s) is not blamed on the secret, and the next poll logs in again',
    async (fault, command) => {
      const { mailbox } = await asked();
      mailbox.wire.break(fault, command);
      const { light, result } = await mailbox.poll();
      expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'transient' });
      expect(result.reason).not.toMatch(/secret/);
      mailbox.wire.heal();
      expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: 1 });
    },
  );

  it('UIDVALIDITY changes after the folders were opened: each mail is one customer, and has its own words', async () => {
    const { mailbox, server } = await asked();
    for (const n of [2, 3]) await server.put('INBOX', question(n, mailbox.now), mailbox.now);
    // The headers take so long that the texts are left to the next poll.
    mailbox.wire.onCommand = (command) => {
      if (command.startsWith('UID FETCH')) mailbox.now += minuteMs;
    };
    expect(await mailbox.poll()).toMatchObject({ light: 'unknown', result: { cause: 'still-reading' } });
    const restored = await startMailServer();
    closed({ close: () => restored.stop() });
    // Restored from a backup, behind what a machine wrote.
    const at = Date.parse('2026-11-16T08:00:00Z');
    const machine = aMail({
      from: 'noreply@shop.example',
      subject: 'Invoice',
      headers: ['Auto-Submitted: auto-generated'],
    });
    for (const mail of [machine, machine, machine, ...[3, 2, 1].map((n) => question(n, at))])
      await restored.put('INBOX', mail, at);
    mailbox.wire.leadTo(restored.port);
    mailbox.wire.onCommand = () => {};
    expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: 3 });
    const words = mailbox.conversations
      .filter(({ state }) => state === 'waiting')
      .map(({ author, text }) => `${author} ${text}`)
      .toSorted();
    expect(words).toEqual([1, 2, 3].map((n) => `Guest ${n}. Is table ${n} free?`));
  });

  it.each(['Archive', 'Junk', 'Trash'])(
    'the folder "%s" is renamed, and what is in the inbox is still seen',
    async (name) => {
      const { mailbox, server } = await asked(['Archive', 'Junk']);
      await server.rename(name, `${name} of 2026`);
      const lights: string[] = [];
      for (let poll = 0; poll < 4; poll++) {
        mailbox.now += 30 * minuteMs;
        lights.push((await mailbox.poll()).light);
      }
      expect(lights).toEqual(['green', 'green', 'green', 'green']);
      expect(mailbox.conversations).toMatchObject([{ state: 'waiting' }]);
    },
  );

  it.each(['Archive', 'Junk', 'Trash'])(
    'the server does not let us into "%s", and who waits is seen all the same',
    async (name) => {
      const { mailbox } = await asked(['Archive', 'Junk']);
      mailbox.wire.break('forbids', `EXAMINE ${name}`);
      mailbox.now += 120 * minuteMs;
      expect(await mailbox.poll()).toMatchObject({ light: 'green', result: { measurements: { unanswered: 1 } } });
      expect(mailbox.wire.commands).toContain(`EXAMINE ${name}`);
    },
  );

  it('the Sent folder is renamed: grey for one poll, in which nobody becomes overdue, then its answers count again', async () => {
    const { mailbox, server } = await asked();
    await mailbox.poll();
    mailbox.now += 200 * minuteMs;
    await server.put('Sent', answer(1, mailbox.now), mailbox.now);
    await server.rename('Sent', 'Sent Items');
    mailbox.now += 60 * minuteMs;
    const lost = await mailbox.poll();
    expect(lost).toMatchObject({ light: 'unknown', result: { cause: 'still-reading' } });
    mailbox.now += 15 * minuteMs;
    const { light, result } = await mailbox.poll();
    expect({ light, ...result.measurements }).toMatchObject({ light: 'green', unanswered: 0, overdue: 0 });
  });

  it('a Sent folder that nobody lets us into stays grey: answers that cannot be seen are not missing', async () => {
    const { mailbox } = await asked();
    mailbox.wire.break('forbids', 'EXAMINE Sent');
    for (let poll = 0; poll < 3; poll++) {
      mailbox.now += 300 * minuteMs;
      expect(await mailbox.poll()).toMatchObject({ light: 'unknown', result: { cause: 'permission' } });
    }
  });
});

describe.skipIf(!canServeMail)('a mail server whose clock is days wrong', () => {
  const days = [
    ['three days ahead', 3],
    ['three days behind', -3],
    ['a month behind', -30],
  ] as const;

  it.each(days)('(%s) hides no answer from a shopper', async (_, ahead) => {
    const story = await FollowedShopper.open();
    try {
      await story.run();
      await story.run(15);
      story.serverAheadMs = ahead * dayMs;
      await story.run(30);
      await story.reply(human);
      const { light, result } = await story.run(15);
      expect(light).toBe('green');
      // Between the poll that did not find it, with the time that filing takes, and the one that did.
      expect(result.measurements['firstResponseMinutes']).toBeGreaterThanOrEqual(43);
      expect(result.measurements['firstResponseMinutes']).toBeLessThanOrEqual(60);
    } finally {
      await story.close();
    }
  });

  it.each(days)('(%s) makes no arrived message a lost one', async (_, ahead) => {
    const story = await aFollowedMessage();
    try {
      await story.server.put('INBOX', message, story.now + ahead * dayMs);
      const { light, says } = await story.look(5).then(() => story.look(15));
      if (ahead > 0) expect(light).toBe('green');
      else expect([light, says]).toEqual(['unknown', expect.stringContaining("the mail server's clock is wrong")]);
    } finally {
      await story.close();
    }
  });

  it.each(days)('(%s) makes nobody wait longer than the business had the mail', async (_, ahead) => {
    const { mailbox, server, close } = await aMailbox('2026-11-16T08:00:00Z');
    try {
      await mailbox.poll();
      mailbox.now += 10 * minuteMs;
      await server.put('INBOX', question(1, mailbox.now), mailbox.now + ahead * dayMs);
      mailbox.now += 5 * minuteMs;
      expect(await mailbox.poll()).toMatchObject({ light: 'green', result: { measurements: { unanswered: 1 } } });
      mailbox.now += 30 * minuteMs;
      await server.put('Sent', answer(1, mailbox.now), mailbox.now + ahead * dayMs);
      mailbox.now += 5 * minuteMs;
      const { unanswered, medianFirstResponseMinutes: minutes = 0 } = (await mailbox.poll()).result.measurements;
      expect(unanswered).toBe(0);
      expect(minutes).toBeGreaterThanOrEqual(30);
      expect(minutes).toBeLessThanOrEqual(40);
    } finally {
      await close();
    }
  });

  it('leaves an old mail old that somebody moves into the inbox', async () => {
    const { mailbox, server, close } = await aMailbox('2026-11-16T08:00:00Z');
    try {
      await mailbox.poll();
      const friday = Date.parse('2026-11-13T08:00:00Z');
      await server.put('INBOX', question(1, friday), friday);
      mailbox.now += 15 * minuteMs;
      expect(await mailbox.poll()).toMatchObject({ light: 'red', result: { measurements: { overdue: 1 } } });
    } finally {
      await close();
    }
  });
});
