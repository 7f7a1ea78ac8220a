import type { Question, ScoredVisit } from '../../model/scorecard.ts';

type Answer = ScoredVisit['answers'][number]['answer'];

/**
 * What an answer earns of its question's weight, from 0 to 1; null for "does not apply", and for what is no answer to this
 * question (any more): both leave the sum.
 */
export function earnedShare(question: Question, answer: Answer): number | null {
  if (answer === null) return null;
  switch (question.type) {
    case 'yes-no':
      if (answer !== 'yes' && answer !== 'no') return null;
      return answer === question.full ? 1 : 0;
    case 'scale':
      if (typeof answer !== 'number' || !Number.isInteger(answer)) return null;
      if (answer < question.min || answer > question.max) return null;
      return (answer - question.min) / (question.max - question.min);
    case 'choice':
      return question.options.find(({ id }) => id === answer)?.earns ?? null;
    case 'number':
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return null;
      return Math.min(1, Math.max(0, (answer - question.none) / (question.full - question.none)));
  }
}

/** Whether an answer alone makes the scorecard red. */
export function isCriticalFailure(question: Question, answer: Answer): boolean {
  const share = earnedShare(question, answer);
  if (share === null) return false;
  switch (question.type) {
    case 'yes-no':
      return question.critical && share === 0;
    case 'scale':
      return question.critical !== undefined && Number(answer) < question.critical.below;
    case 'choice':
      return question.critical !== undefined && share < question.critical.below;
    case 'number': {
      if (question.critical === undefined) return false;
      const { beyond } = question.critical;
      return question.full < question.none ? Number(answer) > beyond : Number(answer) < beyond;
    }
  }
}
