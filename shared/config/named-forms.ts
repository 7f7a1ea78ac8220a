import { form } from '../probes/form/spec.ts';
import { isGroup } from './data-path.ts';

const prefix = `${form.id}:`;

/** `form:/contact` is the form on that page, `form:/#callback` the one on the first page that stands under that anchor. */
export const namedFormPattern = `^${prefix}/(?!/)[^\\s@]*$`;

/** The form probe as a named form is configured: its name says where it stands. */
export const namedForm = { ...form, options: form.options.omit({ page: true }) };

/** The keys of a website's checks that name a form. */
export function namedForms(checks: unknown): string[] {
  const pattern = new RegExp(namedFormPattern);
  return isGroup(checks) ? Object.keys(checks).filter((key) => pattern.test(key)) : [];
}

/** @returns `/contact` of `form:/contact` */
export function placeOfForm(key: string): string {
  return key.slice(prefix.length);
}

/** `form:contact` was meant to be `form:/contact`; null when no form is named. */
export function formMeant(key: string): string | null {
  if (!key.toLowerCase().startsWith(prefix)) return null;
  const place = placeOfForm(key).replaceAll(/[\s@]/g, '').replace(/^\/*/, '/');
  return `${prefix}${place}`;
}
