import { expect, it } from 'vitest';
import { decideVisit, type VisitDecision } from '../../../shared/evaluation/shopper/settle-visit.ts';
import type { Submission } from '../../../shared/model/submission.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { aSubmission } from '../../support/a-submission.ts';

const visitAt = '2026-11-23T10:00:00.000Z';
const sentAt = '2026-11-23T10:00:40.000Z';
const why = sayForm('form/server-error', { status: 500 });
const ended = (outcome: 'measured' | 'failed' | 'unknown'): Submission['outcome'] => ({
  outcome,
  reason: why,
  cause: null,
  measurements: {},
  facts: {},
  details: {},
});

/** What is written down of the visit, how many minutes later, and what that means. */
const stories: readonly [string, Partial<Submission> | null, number, VisitDecision][] = [
  ['nothing yet', null, 30, { reason: 'pending' }],
  ['nothing for half an hour', null, 31, { reason: 'unsent', why: null }],
  ['that it is about to send', { outcome: null }, 30, { reason: 'pending' }],
  ['that it was about to send, and no more', { outcome: null }, 31, { reason: 'uncertain', at: sentAt, why: null }],
  ['that the form took it', { outcome: ended('measured') }, 2, { reason: 'sent', at: sentAt }],
  ['that the server broke', { outcome: ended('failed') }, 2, { reason: 'uncertain', at: sentAt, why }],
  ['that a captcha came in between', { outcome: ended('unknown') }, 2, { reason: 'uncertain', at: sentAt, why }],
  ['that nothing was sent', { sentTo: null, outcome: ended('unknown') }, 2, { reason: 'unsent', why }],
  // A form that opens the visitor's mail program works, but has sent nothing.
  ['that it works and sends nothing', { sentTo: null, outcome: ended('measured') }, 2, { reason: 'unsent', why }],
];

it.each(stories)('a visit that has written down %s', (_, written, minutes, decision) => {
  const now = new Date(Date.parse(visitAt) + minutes * 60_000).toISOString();
  const submission = written === null ? null : aSubmission({ scheduledAt: visitAt, sentAt, ...written });
  expect(decideVisit(submission, { visitAt, now })).toEqual(decision);
});
