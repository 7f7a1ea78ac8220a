import { describe, expect, it } from 'vitest';
import { quoted } from '../../shared/model/finding.ts';
import { receivedVisit, storedResult, storedSubmission } from '../../shared/model/stored-shapes.ts';
import { submissionSchema } from '../../shared/model/submission.ts';
import { visitRequestSchema } from '../../shared/model/visit.ts';
import { aCheck } from '../support/a-check.ts';
import { writtenLater } from '../support/a-later-version.ts';
import { aResult } from '../support/a-result.ts';
import { aSubmission } from '../support/a-submission.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';

describe('a message that a later version has sent', () => {
  const check = aCheck({ onlyWithin: weekdaysNineToSix });
  const visit = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [check] };

  it('is read as a visit, without what is not known', () => {
    const plain = { ...visit, checks: [aCheck()] };
    const read = receivedVisit.parse(writtenLater(plain));
    expect(read).toEqual(plain);
    expect(visitRequestSchema.parse(read)).toEqual(plain);
    expect(receivedVisit.parse(writtenLater(visit))).toMatchObject(visit);
  });

  it('is read as a visit without the checks of a kind that is not known, and refused when there are no others', () => {
    const stranger = { ...check, id: 'website/page-load@watch', device: 'watch' };
    expect(receivedVisit.parse({ ...visit, checks: [stranger, check] }).checks).toEqual([check]);
    expect(receivedVisit.safeParse({ ...visit, checks: [stranger] }).success).toBe(false);
  });

  it('is read as a result; an outcome that is not known is no measurement', () => {
    const result = aResult({ nudges: [{ at: '2026-11-23T09:00:00.000Z', says: quoted('Answer.') }] });
    expect(storedResult.parse(writtenLater(result))).toEqual(result);
    expect(storedResult.parse({ ...result, outcome: 'guessed' }).outcome).toBe('unknown');
  });
});

describe('a file that a later version has written', () => {
  it('is read as a submission; an outcome that is not known is none', () => {
    const submission = aSubmission();
    const read = storedSubmission.parse(writtenLater(submission));
    expect(read).toEqual(submission);
    expect(submissionSchema.parse(read)).toEqual(submission);
    const outcome = { ...submission.outcome, outcome: 'guessed' };
    expect(storedSubmission.parse({ ...submission, outcome }).outcome?.outcome).toBe('unknown');
    expect(storedSubmission.parse({ ...submission, outcome: null }).outcome).toBeNull();
  });
});
