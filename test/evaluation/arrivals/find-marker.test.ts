import { describe, expect, it } from 'vitest';
import { findMarker } from '../../../shared/evaluation/arrivals/find-marker.ts';
import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { aMail, headers } from '../mail/a-mail.ts';

const marker = '1f0c2a9b';
const ours = { addresses: ['info@coffeelab.example'], domains: ['coffeelab.example'] };
const visitor = { name: 'Touchlight Test', address: `touchlight-${marker}@example.com` };
const site = { name: 'Coffee Lab', address: 'wordpress@coffeelab.example' };
const anna = { name: 'Anna', address: 'anna@coffeelab.example' };
const stranger = { name: 'Mallory', address: 'm@mail.example' };
const words = `Touchlight test, please ignore. Is this form working? (${marker})`;

function sightingOf(mail: Partial<MailFacts>) {
  return findMarker(aMail({ from: [site], text: 'Nothing of it.', ...mail }), marker, ours);
}

describe('a mail with the marker of a test message', () => {
  it.each<[string, Partial<MailFacts>]>([
    ['whose sender is the visitor', { from: [visitor] }],
    ['that is answered to the visitor', { replyTo: [visitor] }],
    ['that is answered to the visitor, without its text', { replyTo: [visitor], text: null }],
    ['whose subject names it', { subject: `New message ${marker.toUpperCase()}`, text: null }],
    ['whose text names it', { text: `Name: Test\nMessage:\n${words}` }],
    [
      'whose form prints it like the head of a mail',
      { text: `From: Test\nDate: 16.11.2026 10:00\nTo: info\nSubject: x\n${words}` },
    ],
    ['whose form sets it as a quote', { text: `New message:\n\n> ${words}` }],
    ['with a copy to the visitor', { to: [anna], cc: [visitor], text: words }],
    ['in the spam folder', { folder: 'spam', text: words }],
  ])('is the message: %s', (_, mail) => {
    expect(sightingOf(mail)).toBe('message');
  });

  it.each<[string, Partial<MailFacts>]>([
    [
      'an answer to the visitor',
      { from: [anna], to: [visitor], inReplyTo: ['x@site'], text: 'Thank you!', folder: 'sent' },
    ],
    [
      'an answer in a quote',
      { from: [anna], to: [stranger], subject: 'Re: New message', text: `Who is that?\n> ${words}` },
    ],
    [
      'a forward',
      { from: [anna], subject: 'Fwd: New message', text: `---------- Forwarded message ----------\n${words}` },
    ],
  ])('is an echo of it: %s', (_, mail) => {
    expect(sightingOf(mail)).toBe('echo');
  });

  it.each<[string, Partial<MailFacts>]>([
    ['the thanks to the visitor', { to: [visitor], subject: 'We have received your message', text: words }],
    [
      'a bounce of the thanks',
      {
        ...headers('Content-Type: multipart/report; report-type=delivery-status'),
        from: [{ name: 'Mail Delivery System', address: 'mailer-daemon@mx.example' }],
        text: `<${visitor.address}>: host not found`,
      },
    ],
    [
      'a bounce that is not final',
      {
        from: [{ name: 'Mail Delivery System', address: 'mailer-daemon@mx.example' }],
        subject: 'Delayed Mail (still being retried)',
        text: `<${visitor.address}>: host not found`,
      },
    ],
    [
      'a list of what is kept back as spam',
      { from: [{ name: null, address: 'quarantine@messaging.example' }], text: `${visitor.address}: New message` },
    ],
    ['a stranger who answers', { from: [stranger], subject: 'Re: New message', text: words }],
    ['a stranger who quotes', { from: [stranger], text: `Have you seen this?\n> ${words}` }],
    ['a longer word', { text: `https://cdn.example/${marker}0c.png` }],
    ['another marker', { text: 'Touchlight test (deadbeef)' }],
  ])('proves nothing: %s', (_, mail) => {
    expect(sightingOf(mail)).toBe('nothing');
  });

  it('may name it in a text that was not fetched', () => {
    expect(sightingOf({ text: null })).toBe('unread');
  });
});
