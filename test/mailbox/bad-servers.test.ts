import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail, startMailServer } from './support/mail-server.ts';

const question = (n: number): string =>
  aMail({
    from: `Guest ${n} <guest${n}@mail.example>`,
    subject: `Question ${n}`,
    id: `q${n}@mail.example`,
    text: 'Are you open on Sunday?',
  });

describe.skipIf(!canServeMail)('a mail server', () => {
  let served: ServedMailbox;
  let mailbox: ServedMailbox['mailbox'];
  beforeAll(async () => {
    served = await aMailbox('2026-11-16T08:00:00Z');
    ({ mailbox } = served);
    await served.server.put('INBOX', question(1), mailbox.now);
    mailbox.now += minuteMs;
    expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: 1 });
  });
  afterAll(() => served.close());

  /** What was known stays as it was, and the next poll sees again. */
  const survives = async (then: () => Promise<void>): Promise<void> => {
    const before = mailbox.conversations;
    await then();
    expect(mailbox.conversations).toEqual(before);
    mailbox.wire.heal();
    mailbox.now = Math.max(mailbox.now, Date.parse(mailbox.store.poll?.retryAt ?? '2026-11-16T08:00:00Z')) + 1000;
    expect((await mailbox.poll()).result).toMatchObject({
      outcome: 'measured',
      measurements: { unanswered: before.length },
    });
    expect(mailbox.conversations).toEqual(before);
  };

  it('that no longer takes the password is grey and says whose secret it is', async () => {
    await survives(async () => {
      mailbox.secret = 'changed-yesterday';
      const { light, result } = await mailbox.poll();
      expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'auth' });
      expect(result.reason).toMatch(
        /^The mail server does not accept the login in the secret "info-mailbox" \("?AUTHENTICATIONFAILED"?\)\. Store a new one/,
      );
      expect(JSON.stringify(result)).not.toContain('changed-yesterday');
      mailbox.secret = 'espresso-4711';
    });
  });

  it.each([
    ['asks for a pause', 'throttles', 'throttled', /is limiting requests/],
    ['has given its allowance of the day', 'over-quota', 'quota', /request quota of the mail server is used up/],
  ] as const)('that %s is left alone until then', async (_, fault, cause, sentence) => {
    await survives(async () => {
      mailbox.wire.break(fault, 'EXAMINE');
      const { light, result } = await mailbox.poll();
      expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause });
      expect(result.reason).toMatch(sentence);
      mailbox.wire.forget();
      expect((await mailbox.poll()).result.cause).toBe(cause);
      expect(mailbox.wire.commands).toEqual([]);
    });
  });

  it.each([
    ['AUTHENTICATE', 2],
    ['EXAMINE', 3],
    ['UID FETCH', 4],
    ['LOGOUT', 5],
  ] as const)('that drops the connection within %s loses nothing', async (command, waiting) => {
    await served.server.put('INBOX', question(waiting), mailbox.now - waiting * minuteMs);
    mailbox.wire.break('drops', command);
    const { result } = await mailbox.poll();
    expect(result.cause).toBe(command === 'LOGOUT' ? null : 'transient');
    mailbox.wire.heal();
    expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: waiting });
  });

  it('that says nothing more is grey within the poll', async () => {
    await survives(async () => {
      mailbox.wire.break('hangs', 'EXAMINE');
      const { light, result } = await mailbox.poll();
      expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'transient' });
      expect(result.reason).toMatch(
        /^The mail server is having problems or does not respond \(no response within 20 s\)/,
      );
    });
  });

  it('that was set up anew, with other numbers, is read from the beginning, and who waits is not lost', async () => {
    const [before] = mailbox.conversations;
    const fresh = await startMailServer();
    mailbox.wire.leadTo(fresh.port);
    // What it still has: the first question is not among it.
    await fresh.put('INBOX', question(6), mailbox.now - minuteMs);
    expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: 6 });
    expect(mailbox.conversations).toContainEqual(before);
    await fresh.put('INBOX', question(1), Date.parse('2026-11-16T08:00:00Z'));
    await fresh.put(
      'Sent',
      aMail({
        from: 'info@coffeelab.example',
        to: 'guest1@mail.example',
        subject: 'Re: Question 1',
        id: 'a@coffeelab.example',
        inReplyTo: 'q1@mail.example',
        references: ['q1@mail.example'],
        text: 'Yes, from ten.',
      }),
      mailbox.now,
    );
    expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: 5 });
    expect(mailbox.conversations.find(({ id }) => id === before?.id)).toMatchObject({ state: 'answered' });
    await fresh.stop();
  });

  it('that is not there is grey', async () => {
    mailbox.wire.leadTo(1);
    const { light, result } = await mailbox.poll();
    expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'transient' });
  });
});
