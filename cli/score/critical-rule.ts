import type { Question } from '../../shared/model/scorecard.ts';

/** Which answer makes the whole scorecard red; null where none does. */
export function criticalRule(question: Question): string | null {
  switch (question.type) {
    case 'yes-no':
      if (!question.critical) return null;
      return question.full === 'yes' ? 'no is red' : 'yes is red';
    case 'scale':
      return question.critical === undefined ? null : `below ${question.critical.below} is red`;
    case 'choice': {
      if (question.critical === undefined) return null;
      const { below } = question.critical;
      return `${question.options.flatMap(({ id, earns }) => (earns < below ? [id] : [])).join(', ')} is red`;
    }
    case 'number': {
      if (question.critical === undefined) return null;
      return `${question.full < question.none ? 'above' : 'below'} ${question.critical.beyond} is red`;
    }
  }
}
