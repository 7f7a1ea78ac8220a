import { sayForm } from '../../../shared/probes/form/statements.ts';
import { type Measured, unknown } from '../../../shared/runtime/probe.ts';
import { patterns } from '../lexicon/index.ts';
import type { FormDraft } from './form-draft.ts';
import { type Purpose, purposeOf, purposesOf, roleOf } from './purpose.ts';

/** Whether a mystery shopper may write through a form, asked anew at each of its steps. */
export interface Fitness {
  mayGoOn(form: FormDraft): boolean;
  /** Why it may not; null while it may. */
  readonly unfit: Measured | null;
}

/**
 * It never books, orders, reserves or reviews anything: a first step that asks who writes may be followed by one that asks for a day. And
 * without a message or an email address nobody could answer it.
 */
export function enquiryFitness(): Fitness {
  const fitness = {
    unfit: null as Measured | null,
    mayGoOn(form: FormDraft): boolean {
      fitness.unfit ??= bindingAt(form);
      return fitness.unfit === null;
    },
  };
  return fitness;
}

/** Of a form that is not filled in yet. */
export function unfitForEnquiry(form: FormDraft): Measured | null {
  const purpose = purposeOf(form);
  if (purpose !== 'contact') return notFor(purpose);
  const binding = bindingAt(form);
  if (binding !== null) return binding;
  const roles = new Set(form.fields.map(roleOf));
  const missing = (['message', 'email'] as const).find((role) => !roles.has(role));
  return missing === undefined ? null : unknown('nothing-sent', sayForm('form/takes-no-enquiry', { missing }));
}

const binding: ReadonlySet<Purpose> = new Set<Purpose>(['booking', 'order', 'comment', 'newsletter', 'login']);

/** What it would bind the shopper to, also where it only asks for what a contact form asks for. */
function bindingAt(form: FormDraft): Measured | null {
  const { heading, submitText } = form;
  const purpose = purposesOf(form).find((each) => binding.has(each));
  if (purpose !== undefined) return notFor(purpose);
  if (patterns.callBack.test(submitText)) return null;
  if (patterns.booking.test(heading) || patterns.booking.test(submitText)) return notFor('booking');
  return patterns.order.test(submitText) || patterns.checkout.test(submitText) ? notFor('order') : null;
}

function notFor(purpose: Purpose): Measured {
  return unknown('nothing-sent', sayForm('form/not-for-enquiries', { purpose }));
}
