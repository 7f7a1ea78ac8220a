import { describe, expect, it } from 'vitest';
import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { matchAnswer, matchBounce } from '../../../shared/evaluation/shopper/match-answer.ts';
import { anEnquiry } from '../../support/an-enquiry.ts';
import { aMail, headers } from '../mail/a-mail.ts';

const one = anEnquiry();
const other = anEnquiry({
  slot: '2026-11-23.1',
  token: 'TL-0000ZZZ',
  messageIds: ['tl-0000zzz.1@shopper.example', '0102018f3a1b2c3d-4e5f6071-8293-a4b5-c6d7-e8f901234567-000000'],
});
const to = (address: string): Partial<MailFacts> => ({ to: [{ name: null, address }] });
const quote = '\n\nOn Mon, 16 Nov 2026, Alex wrote:\n> (test TL-7K3Q9ZB)\n> Is there somewhere to park?';

const mails: readonly [string, Partial<MailFacts>, readonly [string, string] | null][] = [
  ['sent to the address of the enquiry', to('shopper+tl-7k3q9zb@shopper.example'), ['TL-7K3Q9ZB', 'address']],
  [
    'delivered there, no matter whom it names',
    headers('Delivered-To: <Shopper+TL-7K3Q9ZB@shopper.example>'),
    ['TL-7K3Q9ZB', 'address'],
  ],
  ['to a mailbox called like the token', to('tl-7k3q9zb@shop.probe.example'), ['TL-7K3Q9ZB', 'address']],
  ['in reply to our mail', { inReplyTo: ['tl-7k3q9zb.1@shopper.example'] }, ['TL-7K3Q9ZB', 'reference']],
  [
    'in a thread with our mail, under another domain',
    { references: ['x@y', 'TL-7K3Q9ZB.1@mx.example'] },
    ['TL-7K3Q9ZB', 'reference'],
  ],
  [
    'in reply to the id that Amazon SES has given it',
    { inReplyTo: ['0102018f3a1b2c3d-4e5f6071-8293-a4b5-c6d7-e8f901234567-000000@eu-west-1.amazonses.com'] },
    ['TL-0000ZZZ', 'reference'],
  ],
  ['with the token in its subject', { subject: 'Re: [#4711] tl-7k3q9zb' }, ['TL-7K3Q9ZB', 'subject']],
  [
    'with the token above the quote',
    { text: `About TL-7K3Q9ZB: yes, behind the house.${quote}` },
    ['TL-7K3Q9ZB', 'text'],
  ],
  [
    'that refers to one and names another: the reference is surer than words',
    { inReplyTo: ['tl-0000zzz.1@shopper.example'], subject: 'TL-7K3Q9ZB' },
    ['TL-0000ZZZ', 'reference'],
  ],
  ['with the token in the quote only', { text: `Yes, behind the house.${quote}` }, null],
  ['with the token inside a longer word', { subject: 'XTL-7K3Q9ZBX' }, null],
  ['with a token that somebody guessed', { subject: 'TL-7K3Q9ZC', text: 'TL-7K3Q9ZC' }, null],
  ['to the shopper and no more', to('shopper@shopper.example'), null],
  ['with an address that ends alike', to('shopper+xtl-7k3q9zb@shopper.example'), null],
  ['without text, subject and ids', { text: null, subject: '', messageId: null }, null],
];

describe('which enquiry a mail answers', () => {
  it.each(mails)('a mail %s', (_, given, expected) => {
    const match = matchAnswer(aMail(given), [one, other]);
    expect(match && [match.enquiry.token, match.by]).toEqual(expected);
  });

  it('is told by the quote where the enquiry went through a form, whose mail has an id that nobody knows', () => {
    const byForm = { ...one, form: { visitAt: one.sentAt, why: null } };
    const answer = aMail({ subject: 'Re: Message from the website', text: `Yes, behind the house.${quote}` });
    const match = matchAnswer(answer, [other, byForm]);
    expect(match && [match.enquiry.token, match.by]).toEqual(['TL-7K3Q9ZB', 'quote']);
    expect(matchAnswer(aMail({ text: 'Yes, behind the house.' }), [byForm])).toBeNull();
  });

  it('is known of a bounce by the headers that it returns', () => {
    const returned = 'Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <tl-0000zzz.1@shopper.example>\r\n';
    expect(matchBounce(returned, [one, other])?.enquiry.token).toBe('TL-0000ZZZ');
    expect(matchBounce('550 5.1.1 User unknown', [one, other])).toBeNull();
  });
});
