import { describe, expect, it } from 'vitest';
import { judgeMail } from '../../../shared/evaluation/mail/judge-mail.ts';
import type { AskedBefore } from '../../../shared/evaluation/mail/mail-facts.ts';
import { aMail, headers } from './a-mail.ts';
import { ours } from './corpus.ts';

const zendesk = [
  'Auto-Submitted: auto-generated',
  'X-Auto-Response-Suppress: All',
  'X-Mailer: Zendesk Mailer',
  'X-Zendesk-From-Account-Id: 68b8aed',
];

describe('by headers', () => {
  it('a question of a customer is written by a person, for sure', () => {
    expect(judgeMail(aMail(), ours)).toEqual({
      kind: 'human',
      reason: 'written',
      confidence: 'sure',
      needsText: false,
      isOurs: false,
    });
  });

  it.each([
    ['Auto-Submitted: auto-replied', 'auto-reply-header'],
    ['Auto-Submitted: auto-replied; owner-email="ann@home.example"', 'auto-reply-header'],
    ['Auto-Submitted: auto-generated', 'auto-generated'],
    ['X-Autoreply: yes', 'auto-reply-header'],
    ['Precedence: auto_reply', 'auto-reply-header'],
    ['X-Apple-Action: VACATION', 'auto-reply-header'],
  ])('"%s" makes a mail automatic, whatever it says', (header, reason) => {
    const judgement = judgeMail(aMail(headers(header)), ours);
    expect(judgement).toMatchObject({ kind: 'automatic', reason, confidence: 'sure', needsText: false });
  });

  it.each([
    'Auto-Submitted: no',
    'X-Autoreply: no',
    'X-Auto-Response-Suppress: DR, OOF, AutoReply',
    'X-Auto-Response-Suppress: All',
    'Precedence: normal',
  ])('"%s" says nothing about who wrote it', (header) => {
    expect(judgeMail(aMail(headers(header)), ours).kind).toBe('human');
  });

  it('an agent answers through a system that sets the headers of a robot, so the text decides', () => {
    const answer = aMail({ ...headers(...zendesk), text: 'Hi, it is in stock in size M. Shall I put one aside?' });
    const receipt = aMail({ ...headers(...zendesk), text: 'Your request (48211) has been received.' });
    const unread = aMail({ ...headers(...zendesk), text: null });

    expect(judgeMail(answer, ours)).toMatchObject({
      kind: 'human',
      reason: 'written-in-ticket-system',
      confidence: 'likely',
    });
    expect(judgeMail(receipt, ours)).toMatchObject({ kind: 'automatic', reason: 'acknowledgement' });
    expect(judgeMail(unread, ours)).toMatchObject({ kind: 'human', reason: 'headers-only', needsText: true });
  });

  it('a mail to our own group is no newsletter; the same from a foreign list is', () => {
    const list = (id: string) =>
      headers(`List-Id: <${id}>`, 'Precedence: list', 'List-Unsubscribe: <https://groups.example>');

    expect(judgeMail(aMail(list('info.coffeelab.example')), ours).kind).toBe('human');
    expect(judgeMail(aMail(list('baristas.guild.example')), ours)).toMatchObject({
      kind: 'newsletter',
      reason: 'mailing-list',
    });
  });

  it('a report of a mail server is a bounce, a warning that it will try again is none', () => {
    const report = headers('Content-Type: multipart/report; report-type=delivery-status; boundary=b');

    expect(judgeMail(aMail({ ...report, text: 'Action: failed' }), ours)).toMatchObject({
      kind: 'bounce',
      confidence: 'sure',
    });
    expect(judgeMail(aMail({ ...report, text: 'Action: delayed' }), ours)).toMatchObject({
      kind: 'automatic',
      reason: 'delivery-delay',
    });
  });

  it.each([
    { mark: 'a header of Amazon', mail: headers('X-SES-Outgoing: 2025.11.04') },
    {
      mark: 'an address made for this one mail',
      mail: { envelopeFrom: 'bounces+12-info=coffeelab.example@mg.bank.example' },
    },
  ])('$mark weighs for a machine, but not against a question', ({ mail }) => {
    const notice = aMail({ ...mail, subject: 'Incoming payment', text: 'You received 12.00 from Hotel Post.' });
    expect(judgeMail(notice, ours)).toMatchObject({ kind: 'automatic', reason: 'notice' });
    expect(judgeMail(aMail(mail), ours).kind).toBe('human');
  });

  it('nobody but a program writes with an empty sender in the envelope', () => {
    expect(judgeMail(aMail({ envelopeFrom: '' }), ours)).toMatchObject({ kind: 'automatic', reason: 'null-sender' });
    expect(judgeMail(aMail({ envelopeFrom: '', subject: 'Undelivered Mail Returned to Sender' }), ours).kind).toBe(
      'bounce',
    );
  });
});

describe('whom to believe', () => {
  const received = 'Received: from a by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 1';

  it('believes the verdict that Amazon wrote above its own Received', () => {
    const marks = headers('X-SES-Spam-Verdict: FAIL', received, 'Received: from b by c');
    expect(judgeMail(aMail(marks), ours)).toMatchObject({ kind: 'spam', reason: 'marked-as-spam' });
  });

  it.each([
    { of: 'below the topmost Received', lines: [received, 'Received: from b by c', 'X-SES-Spam-Verdict: FAIL'] },
    { of: 'without any Received', lines: ['X-SES-Spam-Verdict: FAIL'] },
    {
      of: 'above the Received of another server',
      lines: ['X-SES-Spam-Verdict: FAIL', 'Received: from b by mx.other.example'],
    },
    {
      of: 'under a forged Received',
      lines: ['Received: from b by mx.other.example', 'X-SES-Spam-Verdict: FAIL', received],
    },
  ])('does not believe a verdict $of', ({ lines }) => {
    expect(judgeMail(aMail(headers(...lines)), ours).kind).toBe('human');
  });

  it('a second sender does not make a stranger one of us', () => {
    const from = [
      { name: null, address: 'eve@evil.example' },
      { name: null, address: 'info@coffeelab.example' },
    ];
    expect(judgeMail(aMail({ from }), ours)).toMatchObject({ kind: 'human', isOurs: false });
  });
});

describe('forms, colleagues and ourselves', () => {
  const robot = [{ name: 'Coffee Lab', address: 'wordpress@coffeelab.example' }];

  it('what a visitor wrote in the form is written by a person, although our website sends it', () => {
    const form = aMail({ from: robot, replyTo: [{ name: 'Nina', address: 'nina@home.example' }], text: null });
    expect(judgeMail(form, ours)).toMatchObject({ kind: 'human', reason: 'form-message', needsText: false });
  });

  it('asks for the text where a foreign machine sends and somebody else is to be answered: a form, or a letter to many', () => {
    const from = [{ name: null, address: 'noreply@forms.example' }];
    const form = aMail({ from, replyTo: [{ name: 'Nina', address: 'nina@home.example' }], text: null });
    expect(judgeMail(form, ours)).toMatchObject({ kind: 'human', reason: 'form-message', needsText: true });
    expect(judgeMail({ ...form, text: 'Your parcel is here.' }, ours)).toMatchObject({
      kind: 'automatic',
      reason: 'robot-address',
    });
  });

  it('reads the visitor in the labelled lines where no Reply-To names one', () => {
    const text = 'Name: Oleh\nE-mail: oleh@home.example\nПовідомлення: Чи є столик на двох?';
    expect(judgeMail(aMail({ from: robot, text }), ours)).toMatchObject({ kind: 'human', reason: 'form-message' });
  });

  it('a notice of our own website without a visitor is automatic, a colleague is internal', () => {
    expect(judgeMail(aMail({ from: robot, text: 'Plugin updated.' }), ours)).toMatchObject({
      kind: 'automatic',
      reason: 'own-machine',
    });
    const colleague = [{ name: 'Jo', address: 'jo@coffeelab.example' }];
    expect(judgeMail(aMail({ from: colleague }), ours)).toMatchObject({ kind: 'internal', isOurs: true });
  });

  it('what lies in Sent is ours, whatever address it was sent from', () => {
    expect(judgeMail(aMail({ folder: 'sent', to: [{ name: null, address: 'bob@home.example' }] }), ours)).toMatchObject(
      {
        kind: 'human',
        isOurs: true,
      },
    );
  });

  it('to a shopper, the business is the stranger: its colleagues are not his', () => {
    const shopper = { addresses: ['shopper@probe.example'], domains: [] };
    const answer = aMail({
      from: [{ name: 'Jo', address: 'jo@coffeelab.example' }],
      to: [{ name: null, address: 'shopper@probe.example' }],
      text: 'Yes, until eight. Shall I keep you a table?',
    });
    expect(judgeMail(answer, shopper)).toMatchObject({ kind: 'human', isOurs: false });
  });

  it("our answer to a customer is a person's, our own autoresponder's is not", () => {
    const answer = aMail({
      from: [{ name: 'Jo', address: 'jo@coffeelab.example' }],
      to: [{ name: null, address: 'ann@home.example' }],
      folder: 'sent',
      text: 'Hi Ann, it would be 120 euros.',
    });
    expect(judgeMail(answer, ours)).toMatchObject({ kind: 'human', isOurs: true });
    expect(judgeMail({ ...answer, ...headers('Auto-Submitted: auto-replied') }, ours)).toMatchObject({
      kind: 'automatic',
      isOurs: true,
    });
  });
});

describe('an answer to a question that was asked for a test', () => {
  const asked: AskedBefore = { askedAt: '2025-11-04T09:00:00.000Z', isOpen: true, earlierAnswers: [] };
  const answer = aMail({ text: 'Wednesday at ten would be free, shall I book it?', inReplyTo: ['q@probe.example'] });

  it('nobody answers within two minutes', () => {
    const atOnce = { ...asked, askedAt: '2025-11-04T09:58:01.000Z' };
    expect(judgeMail(answer, ours, atOnce)).toMatchObject({ kind: 'automatic', reason: 'answered-at-once' });
    expect(judgeMail(answer, ours, { ...asked, askedAt: '2025-11-04T09:58:00.000Z' }).kind).toBe('human');
  });

  it('the same words to two questions, but for names and numbers, are a template', () => {
    const before = 'Dear Bob,\nrequest 48001 is with our team now.';
    const now = aMail({ text: 'Dear Ann,\nrequest 48307 is with our team now.' });
    expect(judgeMail(now, ours, { ...asked, earlierAnswers: [before] })).toMatchObject({
      kind: 'automatic',
      reason: 'same-text-again',
      confidence: 'sure',
    });
    expect(judgeMail(now, ours, { ...asked, earlierAnswers: ['Dear Bob,\nwe have it in blue.'] }).reason).not.toBe(
      'same-text-again',
    );
  });
});
