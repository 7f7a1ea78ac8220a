import { describe, expect, test } from 'vitest';
import { quoted } from '../../shared/model/finding.ts';
import {
  storedConversation,
  storedIncident,
  storedResult,
  storedStatus,
  storedSubmission,
} from '../../shared/model/stored-shapes.ts';
import { aResult } from '../support/a-result.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aSubmission } from '../support/a-submission.ts';
import { aConversation } from '../support/a-week.ts';
import { attackNames, attacks, harmfulIn } from '../support/attacks.ts';
import { aCause } from '../support/said.ts';

/** Every text inside, however deep. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(wordsIn).join('\n') : '';
}

describe('what is read back holds no harm, whatever version stored it', () => {
  test.each(attackNames)('also where it %s', (name) => {
    const words = attacks[name];
    const nudges = [{ at: '2026-11-23T09:00:00.000Z', says: quoted(words) }];
    const incident = anIncident({ finding: aCause(words, words) });
    const [submission, result] = [aSubmission(), aResult({ reason: words, facts: { lcpMs: words }, nudges })];
    const outcome = submission.outcome && {
      ...submission.outcome,
      reason: quoted(words),
      facts: { page: quoted(words) },
    };
    const read = [
      storedIncident.parse(incident),
      storedStatus.parse(aStatus({ lastFinding: aCause(words), incident, nudges })),
      storedResult.parse(result),
      storedConversation.parse(aConversation({ author: words, text: words, permalink: words })),
      storedSubmission.parse({ ...submission, typed: [{ field: words, value: words }], outcome }),
    ];
    for (const one of read) expect(harmfulIn(wordsIn(one))).toEqual([]);
  });

  test('and what a later version kept at greater length is cut between characters', () => {
    const author = `${'x'.repeat(39)}👩🏽‍🚀`;
    const read = storedConversation.parse({ ...aConversation(), author });
    expect(read.author).toBe('x'.repeat(39));
  });
});
