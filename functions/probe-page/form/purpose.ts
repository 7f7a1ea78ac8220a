import type { FoundForm } from '../../../shared/model/found.ts';
import { patterns } from '../lexicon/index.ts';
import type { FieldDraft, FormDraft } from './form-draft.ts';

export type Role = FoundForm['fields'][number]['role'];
export type Purpose = FoundForm['purpose'];
export type Captcha = FoundForm['captcha'];

/** What a field asks for. */
export function roleOf({ type, words, autocomplete, label }: FieldDraft): Role {
  if (type === 'checkbox') return patterns.consent.test(words) ? 'consent' : 'other';
  if (/^(radio|select|date|time|datetime-local|month|week|number|range|file|color|password|search|url)$/.test(type)) {
    return type === 'number' && patterns.phone.test(label) ? 'phone' : 'other';
  }
  if (type === 'email' || autocomplete === 'email') return 'email';
  if (type === 'tel' || /^tel(-national)?$/.test(autocomplete)) return 'phone';
  if (type === 'textarea') return 'message';
  if (/^(name|given-name|family-name)$/.test(autocomplete)) return 'name';
  const said = [label.toLowerCase(), words.replaceAll(/[_[\]]/g, ' ')];
  for (const text of said) {
    if (patterns.email.test(text)) return 'email';
    if (patterns.phone.test(text)) return 'phone';
    if (patterns.otherField.test(text)) return 'other';
    if (patterns.name.test(text)) return 'name';
    if (patterns.message.test(text)) return 'message';
  }
  return 'other';
}

/** What the form is for, judged by what it asks and what its heading and button say. */
export function purposeOf(form: FormDraft): Purpose {
  const purpose = purposeBy(
    form,
    form.fields.filter(({ seen }) => seen),
  );
  // A first step may ask for next to nothing; what the form is for stands in the steps that are still hidden.
  return purpose === 'other' ? purposeBy(form, form.fields) : purpose;
}

/** By what can be seen now, and by all that later steps may ask. */
export function purposesOf(form: FormDraft): readonly Purpose[] {
  const seen = form.fields.filter((field) => field.seen);
  return [purposeBy(form, seen), purposeBy(form, form.fields)];
}

function purposeBy(form: FormDraft, fields: readonly FieldDraft[]): Purpose {
  const roles = new Set(fields.map(roleOf));
  const asks = (types: RegExp): boolean => fields.some(({ type }) => types.test(type));
  const said = `${form.heading} ${form.submitText} ${fields.map(({ label }) => label).join(' ')}`;
  const own = `${form.words} ${form.submitText}`.replaceAll(/[_-]/g, ' ');

  if (asks(/^password$/)) return 'login';
  const isSearch =
    asks(/^search$/) ||
    /search/.test(form.words) ||
    patterns.search.test(form.submitText) ||
    (fields.length > 0 && fields.every(({ words }) => patterns.search.test(words)));
  if (isSearch && !roles.has('email') && !roles.has('phone') && !roles.has('message')) return 'search';
  const reaches = roles.has('email') || roles.has('phone');
  const writes = asks(/^textarea$/);
  const onlyEmail = roles.has('email') && !writes && !roles.has('phone');
  if (
    onlyEmail &&
    fields.filter((f) => roleOf(f) === 'other').length === 0 &&
    (patterns.newsletter.test(`${said} ${own}`) || fields.length === 1)
  )
    return 'newsletter';
  const rates = fields.some(({ words }) => patterns.ratingField.test(words)) || patterns.reviewForm.test(form.words);
  if (writes && (rates || patterns.review.test(`${form.heading} ${form.submitText}`)) && !roles.has('phone'))
    return 'comment';
  if (asks(/^(date|time|datetime-local)$/)) return 'booking';
  const ordering = `${form.submitText} ${form.words}`;
  // A plumber is "ordered", too: only who asks for goods or where to bring them takes an order.
  const asksForGoods = fields.some(({ words, type }) => type === 'number' || patterns.goods.test(words));
  if (
    (reaches || roles.has('name')) &&
    (patterns.checkout.test(ordering) || (patterns.order.test(ordering) && asksForGoods))
  )
    return 'order';
  if (
    patterns.booking.test(form.submitText) &&
    (reaches || roles.has('name')) &&
    !patterns.callBack.test(form.submitText)
  )
    return 'booking';
  if (patterns.booking.test(form.heading) && asks(/^(select|radio)$/) && reaches) return 'booking';
  if (reaches && (writes || roles.has('name') || roles.has('phone'))) return 'contact';
  if (writes || (roles.has('name') && !patterns.search.test(own))) return 'contact';
  return 'other';
}

/** Which captcha guards the form; one that a script only loads for the whole page counts, too. */
export function captchaOf({ captchaMarks }: Pick<FormDraft, 'captchaMarks'>): Captcha {
  // formsubmit.co takes its settings from hidden fields; this one says whether it asks a riddle on a page of its own.
  const marks = captchaMarks.filter((mark) => !/^input\b.*\s_captcha\s/.test(mark)).join('\n');
  if (/h-captcha|hcaptcha/i.test(marks)) return 'hcaptcha';
  if (/turnstile|challenges\.cloudflare/i.test(marks)) return 'turnstile';
  if (/g-recaptcha|recaptcha/i.test(marks)) return 'recaptcha';
  return /captcha/i.test(marks) ? 'other' : 'none';
}

/** Contact first: the others are looked at only when there is none. */
const rank: readonly Purpose[] = ['contact', 'booking', 'order', 'comment', 'other'];

/**
 * The form that a customer writes through; null when there is none. A newsletter is none, unless the owner names its page.
 */
export function mainForm(forms: readonly FormDraft[], named = false): FormDraft | null {
  const usable = forms.filter(({ seen }) => seen);
  for (const purpose of named ? [...rank, 'newsletter'] : rank) {
    const [fullest] = usable
      .filter((form) => purposeOf(form) === purpose && canBeAnswered(form))
      .toSorted((a, b) => asksForCustomer(b) - asksForCustomer(a));
    if (fullest !== undefined) return fullest;
  }
  return null;
}

/** Beside a calculator or a call-back field, the form that asks who writes, and what, is the one to watch. */
function asksForCustomer({ fields }: FormDraft): number {
  const roles = fields.filter(({ seen }) => seen).map(roleOf);
  return new Set(roles.filter((role) => /^(name|email|phone|message)$/.test(role))).size;
}

function canBeAnswered(form: FormDraft): boolean {
  const roles = form.fields.map(roleOf);
  return purposeOf(form) !== 'other' || roles.includes('email') || roles.includes('phone');
}
