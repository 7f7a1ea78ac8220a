import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';

const plain: MailFacts = {
  headers: [],
  from: [{ name: 'Ann Koval', address: 'ann@home.example' }],
  to: [{ name: null, address: 'info@coffeelab.example' }],
  cc: [],
  replyTo: [],
  subject: 'A cake',
  messageId: 'a@home.example',
  inReplyTo: [],
  references: [],
  envelopeFrom: null,
  receivedAt: '2025-11-04T10:00:00.000Z',
  text: 'Do you bake for twenty people?',
  folder: 'inbox',
};

/** A customer's question, but for what the test says. */
export function aMail(but: Partial<MailFacts> = {}): MailFacts {
  return { ...plain, ...but };
}

/** @param lines "Auto-Submitted: auto-replied" */
export function headers(...lines: readonly string[]): Pick<MailFacts, 'headers'> {
  return {
    headers: lines.map((line) => {
      const at = line.indexOf(':');
      return { key: line.slice(0, at).toLowerCase(), value: line.slice(at + 1).trim() };
    }),
  };
}
