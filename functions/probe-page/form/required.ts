import type { FieldDraft } from './form-draft.ts';

/** Does the page say that it must be filled in? */
export function isMarked({ required, label }: FieldDraft): boolean {
  return required || label.includes('*');
}
