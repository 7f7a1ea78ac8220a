import type { FormDraft } from './form-draft.ts';
import { purposeOf, roleOf } from './purpose.ts';
import type { SubmittedForm } from './submit-form.ts';

type Tried = Pick<SubmittedForm, 'sent' | 'hindered'>;

/**
 * Does the browser only open the form's own page again, with what was typed in its address? It does that of itself where no
 * script prevents it, and a page keeps nothing of it. A search or a calendar is asked in this way; a message is not.
 * Not where our own guard has broken the script that would have prevented it.
 */
export function onlyReloads(form: FormDraft, { sent, hindered }: Tried): boolean {
  const writes =
    purposeOf(form) === 'contact' || form.fields.some((field) => field.seen && roleOf(field) === 'message');
  const here = placeOf(form.page);
  return (
    writes &&
    !hindered &&
    sent.length > 0 &&
    sent.every(({ type, method, url }) => type === 'document' && method === 'GET' && placeOf(url) === here)
  );
}

function placeOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? address : `${url.origin}${url.pathname}`;
}
