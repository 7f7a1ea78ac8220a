import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aMail, type MailParts } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail } from './support/mail-server.ts';

const monday = Date.parse('2026-11-16T08:00:00Z'); // 10:00 in Kyiv

describe.skipIf(!canServeMail)('mails of a mailbox that people move', () => {
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

  it('that are thrown away or called spam wait no longer, and wait again when they are taken back', async () => {
    await put('INBOX', 110, {
      from: 'Dan <dan@mail.example>',
      subject: 'An offer for you',
      id: 'o@mail.example',
      text: 'May I show you our cups?',
    });
    expect(await standings()).toMatchObject({ 'INBOX: “An offer for you”': 'waiting: unanswered' });
    await served.server.move('INBOX', 'An offer for you', 'Trash');
    expect(await standings()).toMatchObject({ 'INBOX: “An offer for you”': 'gone: deleted' });
    await served.server.move('Trash', 'An offer for you', 'INBOX');
    expect(await standings()).toMatchObject({ 'INBOX: “An offer for you”': 'waiting: unanswered' });
    await served.server.move('INBOX', 'An offer for you', 'Junk');
    expect(await standings()).toMatchObject({ 'INBOX: “An offer for you”': 'no-reply-needed: spam' });
  });

  it('that are archived still wait', async () => {
    await put('INBOX', 120, {
      from: 'Eva <eva@mail.example>',
      subject: 'My invoice',
      id: 'e@mail.example',
      text: 'Could you send me the invoice?',
    });
    expect(await standings()).toMatchObject({ 'INBOX: “My invoice”': 'waiting: unanswered' });
    await served.server.move('INBOX', 'My invoice', 'Archive');
    expect(await standings()).toMatchObject({ 'INBOX: “My invoice”': 'waiting: unanswered' });
  });
});
