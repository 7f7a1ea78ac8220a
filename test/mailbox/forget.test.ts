import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetAuthor } from '../../functions/probe-social/forget-author.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail } from './support/mail-server.ts';

const monday = Date.parse('2026-11-16T08:00:00Z');

describe.skipIf(!canServeMail)('a person who wrote to a mailbox', () => {
  let served: ServedMailbox;
  beforeAll(async () => {
    served = await aMailbox('2026-11-16T08:10:00Z');
    const question = { from: 'Ann Kovalenko <ann@mail.example>', subject: 'Order 4711', text: 'Where is my order?' };
    await served.server.put('INBOX', aMail({ ...question, id: 'q@mail.example' }), monday);
    await served.server.put(
      'INBOX',
      aMail({ ...question, from: 'Bo <bo@mail.example>', id: 'b@mail.example' }),
      monday,
    );
    await served.mailbox.poll();
  });
  afterAll(() => served.close());

  it('is kept between polls without name, address or words', () => {
    expect(JSON.stringify(served.mailbox.store.poll)).not.toMatch(/ann|kovalenko|order/i);
  });

  it('is forgotten by the address, and stays forgotten, and waits all the same', async () => {
    const { mailbox, server } = served;
    expect(await forgetAuthor(mailbox.check.id, 'Ann@mail.example', mailbox.store)).toBe(1);
    const again = { from: 'Ann Kovalenko <ann@mail.example>', subject: 'Re: Order 4711', text: 'Hello? Where is it?' };
    await server.put(
      'INBOX',
      aMail({ ...again, id: 'q2@mail.example', inReplyTo: 'q@mail.example' }),
      monday + 15 * minuteMs,
    );
    mailbox.now += 20 * minuteMs;
    expect((await mailbox.poll()).result.measurements).toMatchObject({ unanswered: 2 });
    expect(JSON.stringify(mailbox.conversations)).not.toMatch(/ann|kovalenko|where is it/i);
    expect(mailbox.conversations.map(({ author, forgotten }) => [author, forgotten]).toSorted()).toEqual([
      ['', true],
      ['Bo', false],
    ]);
  });
});
