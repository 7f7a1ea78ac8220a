import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import { quoted, type Statement } from '../../shared/model/finding.ts';
import { type FormArrivalStatements, sayFormArrival } from '../../shared/probes/form-arrival/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';

type Id = keyof FormArrivalStatements;

const sent = { sentAt: '2026-11-28T07:00:00.000Z', timeZone: 'Europe/Kyiv' };
const mailbox = 'info@coffeelab.example';
const why = quoted('HTTP 500');

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Each in Id]: readonly FormArrivalStatements[Each][] } = {
  'form-arrival/arrived': [
    { ...sent, arrivalMs: 0, folder: null, copies: 1 },
    { ...sent, arrivalMs: 12_000, folder: null, copies: 1 },
    { ...sent, arrivalMs: 120_000, folder: 'Website', copies: 1 },
    { ...sent, arrivalMs: 120_000, folder: null, copies: 2 },
  ],
  'form-arrival/answered': [sent],
  'form-arrival/in-spam': [{ ...sent, folder: 'Junk' }],
  'form-arrival/marked-as-spam': [sent],
  'form-arrival/late': [1, 3, 15, 1440].map((withinMinutes) => ({ ...sent, arrivalMs: 1_200_000, withinMinutes })),
  'form-arrival/never': [1, 2, 15].flatMap((withinMinutes) =>
    [true, false].map((confirmed) => ({ ...sent, confirmed, withinMinutes, mailbox })),
  ),
  'form-arrival/under-way': [{ ...sent, until: '2026-11-28T07:15:00.000Z' }],
  'form-arrival/nothing-sent': [{ days: 7 }],
  'form-arrival/unfinished': [sent],
  'form-arrival/not-accepted': [{ ...sent, why }],
  'form-arrival/still-reading': [{ ...sent, mailbox }],
  'form-arrival/no-spam-folder': [{ ...sent, mailbox }],
  'form-arrival/emptied': [{ ...sent, mailbox }],
  'form-arrival/too-early': [{ ...sent, receivedAt: '2026-11-28T06:00:00.000Z' }],
  'form-arrival/unreadable': [
    { mailbox, why, secret: null },
    { mailbox, why, secret: 'info-mailbox' },
  ],
  'form-arrival/no-list': [{}],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

describe('what form-arrival says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^\p{Lu}.*[.!?]["»]?$/su);
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      const { brief } = wordFinding({ kind: 'cause', cause: null, says }, 'form-arrival', language);
      expect(brief).not.toMatch(/undefined| {2}|\(\)|[.:,]$/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it('is that the form thanks and nobody gets the message', () => {
    const never = sayFormArrival('form-arrival/never', { ...sent, confirmed: true, withinMinutes: 15, mailbox });
    expect(wordStatement(never, 'en')).toBe(
      'The form says thank you, but nobody gets the message: what it sent Sat 28 Nov 2026, 09:00 did not arrive in info@coffeelab.example within 15 minutes, not even in spam. Customers who write now are lost. Ask your developer where the form sends its messages, and to look into the mail log of the site.',
    );
    expect(wordStatement(never, 'uk')).toContain('не надійшло до info@coffeelab.example протягом 15 хвилин');
    expect(wordStatement(never, 'ru')).toContain('не пришло в info@coffeelab.example в течение 15 минут');
  });
});
