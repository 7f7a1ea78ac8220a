import type { Question, ScorecardTemplate, ScoredVisit } from '../../../../shared/model/scorecard.ts';
import type { Answer } from './assess.ts';
import type { Draft } from './keep-draft.ts';

/** The visit as Touchlight imports it. */
export function toVisit(
  template: ScorecardTemplate,
  draft: Draft,
  answerOf: (question: Question) => Answer | undefined,
): ScoredVisit {
  const contact = draft.contact.trim();
  return {
    scorecard: template.scorecard,
    version: template.version,
    visit: draft.name.trim().replaceAll(/\s+/g, ' ') || draft.visit,
    at: new Date(draft.at).toISOString(),
    evaluator: draft.evaluator.trim(),
    contact: contact === '' ? null : contact,
    answers: template.sections
      .flatMap(({ questions }) => questions)
      .flatMap((question) => {
        const answer = answerOf(question);
        if (answer === undefined) return [];
        const comment = (draft.comments[question.id] ?? '').trim();
        return [{ question: question.id, answer, ...(comment !== '' && { comment }) }];
      }),
  };
}

/** By scorecard and day, so that files of several visits lie side by side in order; those of one visit have names of their own. */
export function visitFile(visit: ScoredVisit, draft: Draft): File {
  const text = `${JSON.stringify(visit, null, 2)}\n`;
  return new File([text], `${visit.scorecard}-${draft.visit}.json`, { type: 'application/json' });
}

export function downloadFile(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function canShareFiles(): boolean {
  const file = new File(['{}'], 'visit.json', { type: 'application/json' });
  return typeof navigator.share === 'function' && navigator.canShare?.({ files: [file] }) === true;
}

/**
 * @returns whether it was shared: a person may think better of it or press twice, and some browsers share no such files
 */
export async function shareFile(file: File): Promise<'shared' | 'cancelled' | 'refused'> {
  try {
    await navigator.share({ files: [file], title: file.name });
    return 'shared';
  } catch (error) {
    const isUnderWay = error instanceof DOMException && /^(Abort|InvalidState)Error$/.test(error.name);
    return isUnderWay ? 'cancelled' : 'refused';
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
