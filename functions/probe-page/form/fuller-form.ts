import { sayForm } from '../../../shared/probes/form/statements.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { mainForm, purposeOf, roleOf } from './purpose.ts';

/** Can a visitor say there what it is about, or only who they are? */
export function takesMessage({ form }: PlacedForm): boolean {
  return form.fields.some((field) => field.seen && roleOf(field) === 'message');
}

/** Beside a form that only takes a name and a number, the one that takes a message; null where there is none. */
export function fullerForm(tried: PlacedForm, found: readonly PlacedForm[]): PlacedForm | null {
  if (takesMessage(tried)) return null;
  const fuller = found.filter((placed) => purposeOf(placed.form) === 'contact' && takesMessage(placed));
  const main = mainForm(fuller.map(({ form }) => form));
  return fuller.find(({ form }) => form === main) ?? null;
}

/** Of two forms, the one that nobody can use decides; its page is named. */
export function decidedBy(failed: Measured, { form }: PlacedForm): Measured {
  const page = URL.parse(form.page)?.pathname;
  if (page === undefined || 'page' in failed.reason.params) return failed;
  return { ...failed, reason: sayForm('form/one-of-several', { page, says: failed.reason }) };
}
