import type { Answer, TestEnquiry } from '../../shared/model/test-enquiry.ts';

/** An enquiry that was sent on a Monday at ten in Kyiv and waits. */
export function anEnquiry(given: Partial<TestEnquiry> = {}): TestEnquiry {
  return {
    checkId: 'enquiries/shopper',
    slot: '2026-11-16.1',
    token: 'TL-7K3Q9ZB',
    scenario: 'question',
    subject: 'Parking (test TL-7K3Q9ZB)',
    to: 'hello@firm.example',
    form: null,
    isBlind: false,
    delivery: 'sent',
    attempts: 1,
    sentAt: '2026-11-16T08:00:00.000Z',
    messageIds: ['tl-7k3q9zb.1@shopper.example'],
    answers: [],
    nudgedAt: null,
    closing: null,
    revision: 1,
    ...given,
  };
}

/** A person's, an hour later. */
export function anAnswer(given: Partial<Answer> = {}): Answer {
  return {
    key: 'a',
    receivedAt: '2026-11-16T09:00:00.000Z',
    kind: 'human',
    reason: 'written',
    confidence: 'sure',
    matchedBy: 'reference',
    marked: null,
    text: 'Yes, behind the house.',
    template: '',
    ...given,
  };
}
