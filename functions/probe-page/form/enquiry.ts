import { sayForm } from '../../../shared/probes/form/statements.ts';
import { type Measured, unknown } from '../../../shared/runtime/probe.ts';
import type { FormDraft } from './form-draft.ts';
import { purposeOf, roleOf } from './purpose.ts';

/**
 * Why a mystery shopper may not write through this form; null where it may. It never books, orders, reserves or reviews anything, and
 * without a message or an email address nobody could answer it.
 */
export function unfitForEnquiry(form: FormDraft): Measured | null {
  const purpose = purposeOf(form);
  if (purpose !== 'contact') return unknown('nothing-sent', sayForm('form/not-for-enquiries', { purpose }));
  const roles = new Set(form.fields.map(roleOf));
  const missing = (['message', 'email'] as const).find((role) => !roles.has(role));
  return missing === undefined ? null : unknown('nothing-sent', sayForm('form/takes-no-enquiry', { missing }));
}
