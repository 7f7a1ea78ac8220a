import type { Conversation } from '../../model/conversation.ts';
import { shortText } from './conversation.ts';
import type { SurveyComment } from './survey-comments.ts';

/** Answers that nothing but their order in a file tells apart: those of one second and one score. */
export interface AlikeComments {
  readonly comments: readonly SurveyComment[];
  /** That they may have, or had: at least as many as there are comments. */
  readonly ids: readonly string[];
}

/**
 * Gives each the id that it had, in whatever order a file has them now: by who wrote it, or by the words. Where one of them was forgotten,
 * those that are not known again may be it, and are forgotten, too.
 */
export function settleAlike(
  { comments, ids }: AlikeComments,
  known: ReadonlyMap<string, Conversation>,
): SurveyComment[] {
  const before = ids.flatMap((id) => known.get(id) ?? []);
  const free = new Set(ids);
  const settled = comments.map((comment): SurveyComment | null => {
    const same = before.find((each) => free.has(each.id) && isSameAnswer(each, comment));
    if (same === undefined) return null;
    free.delete(same.id);
    return { ...comment, id: same.id };
  });
  const isAnyForgotten = before.some(({ forgotten }) => forgotten);
  const next = [...free].toSorted((a, b) => Number(isOfForgotten(known, b)) - Number(isOfForgotten(known, a)));
  return comments.map((comment, index): SurveyComment => {
    const found = settled[index];
    if (found) return found;
    return { ...comment, id: next.shift() ?? comment.id, isForgotten: isAnyForgotten };
  });
}

function isOfForgotten(known: ReadonlyMap<string, Conversation>, id: string): boolean {
  return known.get(id)?.forgotten === true;
}

function isSameAnswer({ forgotten, authorId, text }: Conversation, comment: SurveyComment): boolean {
  if (forgotten || text === '') return false;
  return authorId !== null && comment.authorId !== null
    ? authorId === comment.authorId
    : text === shortText(comment.text);
}
