import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMail } from '../../../functions/probe-social/mail/read-mail.ts';
import { aboveQuote } from '../../../shared/evaluation/mail/above-quote.ts';
import { judgeMail } from '../../../shared/evaluation/mail/judge-mail.ts';
import { threadsOf } from '../../../shared/evaluation/mail/thread-of.ts';
import { ours } from './corpus.ts';

const delivery = { receivedAt: '2025-11-04T10:00:00.000Z', folder: 'inbox' } as const;

const names = [
  'From',
  'Subject',
  'Reply-To',
  'Content-Type',
  'List-Id',
  'Received',
  'References',
  'X-SES-Spam-Verdict',
  'Return-Path',
];
const anyHeader = fc
  .tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }))
  .map(([name, value]) => `${name}: ${value}`);
const anyMail = fc
  .tuple(fc.array(anyHeader, { maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 400 }))
  .map(([lines, text]) => `${lines.join('\r\n')}\r\n\r\n${text}`);

it('whatever arrives is read, judged and threaded', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMail, { maxLength: 4 }), async (raws) => {
      const mails = await Promise.all(raws.map((raw) => readMail(raw, delivery)));
      for (const mail of mails) expect(judgeMail(mail, ours).reason).toMatch(/^[a-z-]+$/);
      const threaded = threadsOf(mails, ours).flatMap((thread) => thread.mails);
      // Only a copy, with the same id and sender, is left out.
      const distinct = new Set(
        mails.map(({ messageId, from }, at) => JSON.stringify(messageId === null ? at : [messageId, from])),
      );
      expect(threaded.length).toBe(distinct.size);
    }),
    { numRuns: 300 },
  );
});

it('what is kept of a text are lines of it', () => {
  const piece = fc.constantFrom(
    '> a',
    'From: a@b.example',
    'To: c',
    'Date: 10:00',
    '--',
    'On 4 Nov 2025 a@b.example wrote:',
    'Yes',
    '',
    '----- Original Message -----',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (lines) => {
      const kept = aboveQuote(lines.join('\n')).split('\n');
      for (const line of kept) expect(['', ...lines]).toContain(line);
      expect(kept.some((line) => line.startsWith('>'))).toBe(false);
    }),
  );
});
