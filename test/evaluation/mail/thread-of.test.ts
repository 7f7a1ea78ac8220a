import { describe, expect, it } from 'vitest';
import { threadSubject, threadsOf } from '../../../shared/evaluation/mail/thread-of.ts';
import { aMail } from './a-mail.ts';
import { ours } from './corpus.ts';

const at = (hour: number, day = 4) =>
  `2025-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ann = [{ name: 'Ann', address: 'ann@home.example' }];
const bob = [{ name: 'Bob', address: 'bob@home.example' }];
const jo = [{ name: 'Jo', address: 'jo@coffeelab.example' }];
const question = aMail({ messageId: 'q@home', from: ann, subject: 'Price', receivedAt: at(9) });

const idsOf = (threads: ReturnType<typeof threadsOf>) =>
  threads.map(({ mails }) => mails.map(({ messageId }) => messageId));

describe('mails are grouped to conversations', () => {
  it('by what they refer to, in whatever order they are given', () => {
    const answer = aMail({
      messageId: 'a@us',
      from: jo,
      to: ann,
      inReplyTo: ['q@home'],
      subject: 'AW: Price',
      receivedAt: at(10),
    });
    const thanks = aMail({ messageId: 't@home', from: ann, references: ['q@home', 'a@us'], receivedAt: at(11) });

    const threads = threadsOf([thanks, question, answer], ours);

    expect(idsOf(threads)).toEqual([['q@home', 'a@us', 't@home']]);
    expect(threads[0]?.key).toBe('q@home');
  });

  it('by subject and customer where nothing is referred to, in every language', () => {
    const reminder = aMail({ messageId: 'r@home', from: ann, subject: 'Отв: PRICE', receivedAt: at(11) });
    const stranger = aMail({ messageId: 's@home', from: bob, subject: 'Re: Price', receivedAt: at(12) });

    expect(idsOf(threadsOf([question, reminder, stranger], ours))).toEqual([['q@home', 'r@home'], ['s@home']]);
  });

  it('an answer out of a CRM under a subject of its own joins what the customer asked', () => {
    const crm = aMail({ messageId: 'crm@bitrix', from: jo, to: ann, subject: 'Your offer 17', receivedAt: at(12) });
    const other = aMail({ messageId: 'o@home', from: bob, subject: 'Hours', receivedAt: at(10) });

    expect(idsOf(threadsOf([question, other, crm], ours))).toEqual([['q@home', 'crm@bitrix'], ['o@home']]);
  });

  it('another subject of the same customer is another matter, and so is the same one after a month', () => {
    const another = aMail({ messageId: 'x@home', from: ann, subject: 'Parking', receivedAt: at(10) });
    const later = aMail({ messageId: 'y@home', from: ann, subject: 'Price', receivedAt: '2025-12-20T09:00:00.000Z' });

    expect(idsOf(threadsOf([question, another, later], ours))).toEqual([['q@home'], ['x@home'], ['y@home']]);
  });

  it('messages of one form are as many conversations as there are visitors', () => {
    const form = (id: string, visitor: string, hour: number) =>
      aMail({
        messageId: id,
        from: [{ name: 'Website', address: 'wordpress@coffeelab.example' }],
        replyTo: [{ name: null, address: visitor }],
        subject: 'New message',
        text: null,
        receivedAt: at(hour),
      });
    const threads = threadsOf(
      [form('1', 'ann@home.example', 9), form('2', 'bob@home.example', 10), form('3', 'ann@home.example', 11)],
      ours,
    );

    expect(idsOf(threads)).toEqual([['1', '3'], ['2']]);
  });

  it('a mail that shows that two threads are one joins them, and a copy in a second folder counts once', () => {
    const second = aMail({ messageId: 'b@home', from: bob, subject: 'Other', receivedAt: at(10) });
    const joint = aMail({ messageId: 'j@home', from: bob, references: ['q@home', 'b@home'], receivedAt: at(11) });

    expect(idsOf(threadsOf([question, second, joint, { ...question, folder: 'archive' }], ours))).toEqual([
      ['q@home', 'b@home', 'j@home'],
    ]);
  });

  it('who uses the id of another mail does not hide it', () => {
    const forged = aMail({ messageId: 'q@home', from: bob, subject: 'Price', receivedAt: at(8) });
    const [thread] = threadsOf([forged, question], ours);
    expect(thread?.mails).toHaveLength(2);
  });

  it('mails without an id have a key all the same', () => {
    const [first, second] = threadsOf(
      [aMail({ messageId: null, subject: '' }), aMail({ messageId: null, subject: '', from: bob })],
      ours,
    );
    expect(first?.key).toBe('2025-11-04T10:00:00.000Z ann@home.example ');
    expect(second?.key).toBe('2025-11-04T10:00:00.000Z bob@home.example ');
  });
});

it.each([
  'Price',
  'Re: Price',
  'RE: FW: price',
  'AW: WG: Price',
  'Re[2]: Price',
  'Відп: Price',
  'Odp: Price',
  'TR: RE : Price',
  'R: I: Price',
  'Automatic reply: Price',
  '[Ticket#5512] Re: Price',
  'Re: Price [#5512]',
])('"%s" is about "price"', (subject) => {
  expect(threadSubject(subject)).toBe('price');
});
