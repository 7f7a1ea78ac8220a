import type { Submission } from '../../shared/model/submission.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';

/** A list of what was sent, in memory; as strict about the first claim as the real ones. */
export function emptySubmissions(): SubmissionLog & { readonly all: readonly Submission[] } {
  const kept = new Map<string, Submission>();
  const keyOf = ({ checkId, scheduledAt }: Pick<Submission, 'checkId' | 'scheduledAt'>) => `${checkId}#${scheduledAt}`;
  return {
    get all() {
      return [...kept.values()];
    },
    async claim(submission) {
      if (kept.has(keyOf(submission))) return 'taken';
      kept.set(keyOf(submission), submission);
      return 'claimed';
    },
    async complete(submission) {
      kept.set(keyOf(submission), submission);
    },
    async load(checkId, scheduledAt) {
      const found = kept.get(keyOf({ checkId, scheduledAt }));
      if (found === undefined) throw new Error(`${checkId} has not sent at ${scheduledAt}.`);
      return found;
    },
    runsSince: async (checkId, from) =>
      [...kept.values()]
        .filter((submission) => submission.checkId === checkId && submission.scheduledAt >= from)
        .map(({ scheduledAt }) => scheduledAt)
        .toSorted(),
  };
}
