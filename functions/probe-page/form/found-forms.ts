import type { FoundForm } from '../../../shared/model/found.ts';
import type { PlacedForm } from './find-forms.ts';
import type { FormDraft } from './form-draft.ts';
import { captchaOf, purposeOf, roleOf } from './purpose.ts';
import type { SubmittedForm } from './submit-form.ts';

/** The forms that a visitor meets, for the details of a result; with what came of the one that was tried. */
export function detailsOf(found: readonly PlacedForm[], seen?: { main: FormDraft; submitted: SubmittedForm }) {
  const forms = found
    .filter(({ form }) => form.seen)
    .map(({ form }) => describe(form, form === seen?.main ? seen.submitted : null));
  return { forms: [...new Map(forms.map((form) => [JSON.stringify({ ...form, page: '' }), form])).values()] };
}

function describe(form: FormDraft, submitted: SubmittedForm | null): FoundForm {
  const met = new Set(submitted?.filled.map(({ field }) => field.key));
  return {
    page: form.page,
    purpose: purposeOf(form),
    fields: form.fields.map((field) => ({
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

function submitAsSeen(form: FormDraft, { sent, handedOver }: SubmittedForm): FoundForm['submit'] {
  const [request] = sent;
  if (handedOver !== null) return 'mailto';
  if (request === undefined) return captchaOf(form) === 'none' ? 'none' : submitAsWritten(form);
  return request.type === 'document' ? 'post' : 'fetch';
}
