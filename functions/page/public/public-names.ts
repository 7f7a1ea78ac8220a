import { digestWords } from '../../../shared/i18n/digest.ts';
import { nameTouchpoints } from '../../../shared/i18n/name-touchpoints.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { ownId } from '../../../shared/model/check-id.ts';

/**
 * What strangers read in place of a touchpoint's id: its kind, as in mails, and its id only where two of a kind are public. A title of its
 * own stays inside.
 */
export function publicNames({ touchpoints, page, language }: Configuration): (id: string) => string {
  const shown = new Set(page?.publicTouchpoints ?? []);
  const all = touchpoints.filter(({ id }) => shown.has(id)).map(({ id, kind }) => ({ id, kind }));
  const { nameOf } = nameTouchpoints(all, { words: digestWords[language], language });
  return (id) => nameOf(all.find((each) => ownId(each.id) === id)?.id ?? id);
}
