import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { FoundForm } from '../../../shared/model/found.ts';
import { isHiddenTrap } from './fill.ts';
import type { FormDraft } from './form-draft.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { onlyReloads } from './only-reloads.ts';
import { captchaOf, purposeOf, roleOf } from './purpose.ts';
import type { SubmittedForm } from './submit-form.ts';

const longestTitle = 80;

/**
 * The forms that a visitor meets, for the details of a result; with what came of the one that was tried. One that stands on
 * every page is named once, on the first.
 */
export function detailsOf(found: readonly PlacedForm[], seen?: { main: FormDraft; submitted: SubmittedForm }) {
  const forms = new Map<string, FoundForm>();
  for (const { form } of found) {
    if (!form.seen && !opensForCustomers(form)) continue;
    const others = found.filter((other) => other.form !== form && other.form.page === form.page);
    const described = describe(form, form === seen?.main ? seen.submitted : null, others);
    const key = JSON.stringify({ ...described, page: '', submit: '' });
    if (!forms.has(key)) forms.set(key, described);
  }
  return { forms: [...forms.values()] };
}

/** In a dialog that was not opened, say. */
function opensForCustomers(form: FormDraft): boolean {
  return /^(contact|booking|order)$/.test(
    purposeOf({ ...form, fields: form.fields.map((f) => ({ ...f, seen: true })) }),
  );
}

function describe(form: FormDraft, submitted: SubmittedForm | null, others: readonly PlacedForm[]): FoundForm {
  const met = new Set(submitted?.filled.map(({ field }) => field.key));
  const title = shorten(oneLine(form.heading.trim() || form.submitText.trim()), longestTitle);
  const anchor = form.anchors.find(
    (name) => /^[\w-]{1,60}$/.test(name) && others.every((other) => !other.form.anchors.includes(name)),
  );
  return {
    page: form.page,
    title: title === '' ? null : title,
    anchor: anchor ?? null,
    purpose: purposeOf(form),
    fields: form.fields
      .filter((field) => met.has(field.key) || !isHiddenTrap(field, form))
      .map((field) => ({
        name: field.name,
        type: field.type,
        role: field.seen || met.has(field.key) ? roleOf(field) : 'other',
        required: field.required,
      })),
    submit: submitted === null ? submitAsWritten(form) : submitAsSeen(form, submitted),
    captcha: captchaOf(form),
  };
}

function submitAsWritten({ action, method }: FormDraft): FoundForm['submit'] {
  if (/^mailto:/i.test(action ?? '')) return 'mailto';
  return action === null || /^#?$/.test(action) ? 'none' : method === 'dialog' ? 'none' : 'post';
}

function submitAsSeen(form: FormDraft, submitted: SubmittedForm): FoundForm['submit'] {
  const { sent, handedOver } = submitted;
  const [request] = sent;
  if (handedOver !== null) return 'mailto';
  if (onlyReloads(form, submitted)) return 'none';
  if (request === undefined) return captchaOf(form) === 'none' ? 'none' : submitAsWritten(form);
  return request.type === 'document' ? 'post' : 'fetch';
}
