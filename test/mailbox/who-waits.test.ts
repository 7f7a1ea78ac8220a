import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from './support/a-mail.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail } from './support/mail-server.ts';

const monday = Date.parse('2026-11-16T08:00:00Z'); // 10:00 in Kyiv

describe.skipIf(!canServeMail)('a mailbox on a real mail server', () => {
  let served: ServedMailbox;
  let mailbox: ServedMailbox['mailbox'];
  beforeAll(async () => {
    served = await aMailbox('2026-11-16T08:00:00Z');
    ({ mailbox } = served);
  });
  afterAll(() => served.close());

  it('that is empty is green and says so', async () => {
    const { light, result } = await mailbox.poll();
    expect({ light, reason: result.reason }).toEqual({
      light: 'green',
      reason: 'No one is waiting for a reply in the mailbox.',
    });
  });

  it('has a customer who waits, whose few words and folder are kept', async () => {
    const question = aMail({
      from: 'Ann Kovalenko <ann@mail.example>',
      subject: 'Order 4711',
      id: 'q1@mail.example',
      text: 'Where is my order? I paid last week.',
    });
    await served.server.put('INBOX', question, monday);
    mailbox.now = monday + 5 * minuteMs;
    const { light, result } = await mailbox.poll();
    expect(light).toBe('green');
    expect(result.measurements).toMatchObject({ unanswered: 1, overdue: 0, oldestWaitingMinutes: 5 });
    expect(mailbox.conversations).toMatchObject([
      {
        state: 'waiting',
        waitingSince: '2026-11-16T08:00:00.000Z',
        author: 'Ann K.',
        text: 'Where is my order? I paid last week.',
        permalink: 'INBOX: “Order 4711”',
      },
    ]);
  });

  it('asks four commands where nothing is new, and marks nothing as read', async () => {
    mailbox.wire.forget();
    await mailbox.poll();
    expect(mailbox.wire.commands.map((each) => each.split(' ')[0])).toEqual(['AUTHENTICATE', 'EXAMINE', 'EXAMINE']);
    expect(await served.server.flags('INBOX')).toEqual([]);
  });

  it('never asks more than four, and looks into spam, archive and trash about once an hour', async () => {
    for (const folder of ['Junk', 'Archive']) await served.server.createFolder(folder);
    const began = mailbox.now;
    for (const days of [3, 3.1, 5.8]) {
      mailbox.now = began + days * dayMs; // the folders are listed again, then the new ones are opened
      await mailbox.poll();
    }
    const asked: string[][] = [];
    for (let poll = 1; poll <= 32; poll++) {
      mailbox.now += 15 * minuteMs;
      mailbox.wire.forget();
      await mailbox.poll();
      asked.push([...mailbox.wire.commands]);
    }
    mailbox.now = began;
    mailbox.now = began;
    expect(Math.max(...asked.map((each) => each.length))).toBe(4);
    const times = (folder: string) => asked.flat().filter((each) => each.includes(folder)).length;
    // In one poll of the 32, the folders are listed and nothing is read.
    expect(['INBOX', 'Sent', 'Junk', 'Archive', 'Trash'].map(times)).toEqual([31, 31, 7, 7, 7]);
  }, 120_000);

  it('nudges once, with a few words and the folder, when three quarters of the promise are over', async () => {
    mailbox.now = monday + 250 * minuteMs; // ten past two, after lunch
    const { light, result } = await mailbox.poll();
    expect(light).toBe('yellow');
    expect(result.nudges).toMatchObject([{ says: { params: { waits: [{ link: 'INBOX: “Order 4711”' }] } } }]);
    mailbox.now += 15 * minuteMs;
    const again = await mailbox.poll();
    // By its instant, notify knows that this one was sent.
    expect(again.result.nudges?.map(({ at }) => at)).toEqual(result.nudges?.map(({ at }) => at));
  });

  it('turns red when the promise is broken, and green when the answer lies in the Sent folder', async () => {
    mailbox.now = monday + 6 * hourMs;
    const late = await mailbox.poll();
    expect(late.light).toBe('red');
    expect(late.reason).toContain('INBOX: “Order 4711”');
    const answer = aMail({
      from: 'Coffee Lab <info@coffeelab.example>',
      to: 'ann@mail.example',
      subject: 'Re: Order 4711',
      id: 'a1@coffeelab.example',
      inReplyTo: 'q1@mail.example',
      references: ['q1@mail.example'],
      text: 'It is on its way.',
    });
    await served.server.put('Sent', answer, mailbox.now);
    const { light, result } = await mailbox.poll();
    expect(light).toBe('green');
    expect(result.measurements).toMatchObject({
      unanswered: 0,
      answeredWithinSlaRatio: 0,
      medianFirstResponseMinutes: 300,
    });
  });
});
