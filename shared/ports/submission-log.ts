import type { CheckId } from '../model/check-id.ts';
import type { Instant } from '../model/instant.ts';
import type { Submission } from '../model/submission.ts';

/** What was really sent through forms, by run. */
export interface SubmissionLog {
  /**
   * Writes a submission down just before it is sent. `taken` when the same run has done so already: of all deliveries of a
   * run, however they race, one alone gets `claimed`.
   */
  claim(submission: Submission): Promise<'claimed' | 'taken'>;
  /** Completes what was claimed with how it ended. */
  complete(submission: Submission): Promise<void>;
  /** One that `runsSince` has named. */
  load(checkId: CheckId, scheduledAt: Instant): Promise<Submission>;
  /** The scheduled times of the check's runs that have sent, oldest first. @param from inclusive */
  runsSince(checkId: CheckId, from: Instant): Promise<Instant[]>;
}
