import type { Statement } from '../../../shared/model/finding.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { patterns } from '../lexicon/index.ts';
import type { Filled } from './fill.ts';
import type { FieldDraft, FormDraft } from './form-draft.ts';
import { purposeOf, roleOf } from './purpose.ts';
import { isMarked } from './required.ts';

/** Name, one or two ways to answer, what it is about, and a little more. */
const enough = 7;

/** What a form asks that keeps customers from sending it. Advice to the owner; it changes no light. */
export function adviceOn(form: FormDraft, filled: readonly Filled[]): Statement[] {
  if (purposeOf(form) !== 'contact') return [];
  const insisted = form.fields.filter((field) => field.seen && isMarked(field) && roleOf(field) !== 'consent');
  return [...cutNumbers(filled), ...tooMany(insisted), ...needlessEmail(form, insisted)];
}

/** The business would call a number that is nobody's. */
function cutNumbers(filled: readonly Filled[]): Statement[] {
  return filled
    .flatMap(({ field, displaced }) => (displaced === undefined ? [] : { label: field.label, ...displaced }))
    .slice(0, 1)
    .map((each) => sayForm('form/number-displaced', each));
}

function tooMany(insisted: readonly FieldDraft[]): Statement[] {
  // The choices of one question have one name.
  const questions = new Set(insisted.map(({ key, name, type }) => (type === 'radio' ? (name ?? key) : key)));
  return questions.size > enough ? [sayForm('form/many-required', { required: questions.size })] : [];
}

/** Who is called back gets no mail. */
function needlessEmail({ heading, submitText }: FormDraft, insisted: readonly FieldDraft[]): Statement[] {
  const email = insisted.find((field) => roleOf(field) === 'email');
  const phone = insisted.some((field) => roleOf(field) === 'phone');
  const promisesCall = patterns.callBack.test(submitText) || patterns.callBack.test(heading);
  return email !== undefined && phone && promisesCall ? [sayForm('form/needless-email', { label: email.label })] : [];
}
