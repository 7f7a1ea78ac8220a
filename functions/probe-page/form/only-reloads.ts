import type { FormDraft } from './form-draft.ts';
import type { Outgoing } from './outgoing.ts';
import { purposeOf, roleOf } from './purpose.ts';

/**
 * Does the browser only open the form's own page again, with what was typed in its address? It does that of itself where no
 * script prevents it, and a page keeps nothing of it. A search or a calendar is asked in this way; a message is not.
 */
export function onlyReloads(form: FormDraft, sent: readonly Outgoing[]): boolean {
  const writes =
    purposeOf(form) === 'contact' || form.fields.some((field) => field.seen && roleOf(field) === 'message');
  const here = placeOf(form.page);
  return (
    writes &&
    sent.length > 0 &&
    sent.every(({ type, method, url }) => type === 'document' && method === 'GET' && placeOf(url) === here)
  );
}

function placeOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? address : `${url.origin}${url.pathname}`;
}
