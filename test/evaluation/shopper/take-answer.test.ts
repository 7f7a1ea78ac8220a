import { describe, expect, it } from 'vitest';
import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { answerOf, withAnswer } from '../../../shared/evaluation/shopper/take-answer.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { anAnswer, anEnquiry } from '../../support/an-enquiry.ts';
import { aMail, headers } from '../mail/a-mail.ts';

const day = [[540, 1080]] as [number, number][];
const calendar = {
  timeZone: 'Europe/Kyiv',
  shifts: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  holidays: [],
};
const monday = (time: string): string => `2026-11-16T${time}:00.000Z`;
/** Word for word, so that a test can read it. */
const digest = (text: string): string => text;
const reply: Partial<MailFacts> = {
  inReplyTo: ['tl-7k3q9zb.1@shopper.example'],
  subject: 'Re: Parking',
  from: [{ name: 'Anna Koval', address: 'hello@firm.example' }],
  to: [{ name: null, address: 'shopper@shopper.example' }],
  receivedAt: monday('09:00'),
  text: 'Hello, there is a car park behind the house, and half an hour is enough for a first visit.',
};
const take = (
  mail: Partial<MailFacts>,
  {
    known = [],
    now = monday('12:00'),
    notBefore = null,
  }: { known?: TestEnquiry[]; now?: string; notBefore?: number | null } = {},
) =>
  answerOf({ key: 'k', mail: aMail({ ...reply, ...mail }), matchedBy: 'reference', notBefore }, anEnquiry(), {
    calendar,
    now,
    ours: { addresses: ['shopper@shopper.example'], domains: [] },
    known,
    digest,
  });

describe('an answer to the shopper', () => {
  it.each([
    ['a person', {}, 'human', 'written'],
    ['a person whose mail our own server takes for spam', headers('X-Spam-Flag: YES'), 'human', 'written'],
    [
      'a person in a ticket system',
      headers('X-Mailer: Zendesk Mailer', 'X-Auto-Response-Suppress: All'),
      'human',
      'written-in-ticket-system',
    ],
    ['a vacation notice', headers('Auto-Submitted: auto-replied'), 'automatic', 'auto-reply-header'],
    [
      'an acknowledgement without any mark',
      { text: 'Thank you for contacting us. We have received your message and will reply within one working day.' },
      'automatic',
      'acknowledgement',
    ],
    ['words within a minute', { receivedAt: monday('08:01') }, 'automatic', 'answered-at-once'],
    [
      'a mail server that tries again',
      {
        subject: 'Delivery delayed',
        from: [{ name: null, address: 'mailer-daemon@firm.example' }],
        ...headers('Content-Type: multipart/report; report-type=delivery-status'),
      },
      'delay',
      'delivery-delay',
    ],
    [
      'a mail server that gives up',
      {
        subject: 'Undelivered Mail',
        from: [{ name: null, address: 'mailer-daemon@firm.example' }],
        ...headers('Content-Type: multipart/report; report-type=delivery-status'),
      },
      'bounce',
      'delivery-report',
    ],
  ] as const)('of %s is told', (_, mail, kind, reason) => {
    expect(take(mail)).toMatchObject({ kind, reason });
  });

  it('that came before with another name and number is a template', () => {
    const text = (name: string, number: string) =>
      `${name}, thanks a lot for writing, colleagues know about request ${number} and are happy to help.`;
    const before = take({ text: text('Dear Ann', '4711') });
    const known = [anEnquiry({ token: 'TL-0000ZZZ', answers: [before] })];
    expect(before.kind).toBe('human');
    expect(take({ text: text('Dear Ann', '4812') }, { known })).toMatchObject({
      kind: 'automatic',
      reason: 'same-text-again',
      confidence: 'sure',
    });
    const corrected = [anEnquiry({ token: 'TL-0000ZZZ', answers: [{ ...before, marked: 'human' as const }] })];
    expect(take({ text: text('Dear Ann', '4812') }, { known: corrected }).kind).toBe('human');
  });

  it.each([
    ['before it was asked', monday('07:00'), null, monday('08:00')],
    ['in the future', monday('15:00'), null, monday('12:00')],
    ['long before a reading that did not find it', monday('08:30'), Date.parse(monday('11:00')), monday('10:58')],
    ['when it says', monday('11:30'), Date.parse(monday('11:00')), monday('11:30')],
  ])('that a wrong clock received %s counts by ours', (_, receivedAt, notBefore, expected) => {
    expect(take({ receivedAt }, { notBefore }).receivedAt).toBe(expected);
  });

  it('keeps a few words of it without the name of who writes', () => {
    const { text } = take({ text: `Anna Koval here. ${'Yes. '.repeat(60)}` });
    expect(text).not.toMatch(/Anna|Koval/);
    expect(text.length).toBeLessThanOrEqual(140);
  });

  it('is taken once, and a person’s also after ten of machines', () => {
    const enquiry = anEnquiry({ answers: [anAnswer()] });
    expect(withAnswer(enquiry, anAnswer())).toBe(enquiry);
    const robots = Array.from({ length: 10 }, (_, index) => anAnswer({ key: `r${index}`, kind: 'automatic' }));
    const busy = anEnquiry({ answers: robots });
    expect(withAnswer(busy, anAnswer({ key: 'r10', kind: 'automatic' }))).toBe(busy);
    expect(withAnswer(busy, anAnswer({ key: 'h' })).answers).toHaveLength(11);
  });
});
