import { quoted } from '../../shared/model/finding.ts';
import type { Submission } from '../../shared/model/submission.ts';

/** A confirmed test message. `aSubmission({ outcome: null })` is one whose visit has not ended. */
export function aSubmission(overrides: Partial<Submission> = {}): Submission {
  const scheduledAt = overrides.scheduledAt ?? '2026-11-23T10:00:00.000Z';
  return {
    checkId: 'website/form',
    scheduledAt,
    sentAt: scheduledAt,
    marker: '1f0c2a9b',
    page: 'https://coffeelab.example/contact',
    sentTo: 'https://coffeelab.example/send',
    typed: [{ field: 'Your message', value: 'Touchlight test, please ignore. Is this form working? (1f0c2a9b)' }],
    outcome: {
      outcome: 'measured',
      reason: quoted('The form was sent and confirmed: "Thank you".'),
      cause: null,
      measurements: { confirmationMissing: 0 },
      facts: {},
      details: {},
    },
    ...overrides,
  };
}
