import type { Frame } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import type { FieldDraft, FormDraft } from './drafts.ts';
import { type Role, roleOf } from './purpose.ts';
import { type Typing, valueFor } from './typing.ts';

export interface Filled {
  readonly field: FieldDraft;
  readonly role: Role;
  /** The value as it stands in the field afterwards; null when nothing could be put in. */
  readonly value: string | null;
}

/** A field that cannot be typed into by then is covered or disabled; a busy host takes a second. */
const patienceMs = 3_000;

/** Names that only robots' traps have, also when the trap is not hidden well. */
const trapWords = /honey|(^|[\s_-])(hp|url|website|homepage|fax)([\s_-]|$)|leave (this )?(field )?(blank|empty)/;

/**
 * Fills the fields that a visitor would: what is seen and has a role, is required or is chosen from a list. Where nothing is
 * marked as required, a script may want everything.
 */
export async function fillForm(
  frame: Frame,
  form: FormDraft,
  typing: Typing,
  skip: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Filled[]> {
  const filled: Filled[] = [];
  const isMarked = ({ required, label }: FieldDraft): boolean => required || label.includes('*');
  const wantsAll = !form.fields.some(isMarked);
  const groups = new Set<string>();
  for (const field of form.fields) {
    if (!field.seen || skip.has(field.key)) continue;
    if (field.type === 'radio' && groups.has(field.name ?? field.key)) continue;
    groups.add(field.name ?? field.key);
    const role = roleOf(field);
    const isText = /^(text|url|number|search|textarea)$/.test(field.type);
    const given = typing.given(field);
    const isIdle = role === 'other' && isText && !isMarked(field) && (!wantsAll || trapWords.test(field.words));
    if (isIdle && given === null) continue;
    const values = given !== null ? [given] : role === 'phone' ? typing.phoneForms : [valueFor(role, field, typing)];
    const value = await withinDeadline(fillField(frame, field, values, { role, given: given !== null }), signal);
    filled.push({ field, role, value });
  }
  return filled;
}

/** @param values in the order of preference; the first that the field takes as it is stays */
async function fillField(
  frame: Frame,
  field: FieldDraft,
  values: readonly string[],
  { role, given }: { readonly role: Role; readonly given: boolean },
): Promise<string | null> {
  // Typed into and pressed through locators, but asked without: that would bring Playwright's large script into the page's
  // own world, too, which costs more than all the typing.
  const control = frame.locator(`[data-touchlight="${field.key}"]`);
  try {
    switch (field.type) {
      case 'checkbox':
        if (role !== 'consent' && !field.required) return null;
        return await frame.evaluate(tick, field.key);
      case 'radio':
        return await frame.evaluate(tick, field.key);
      case 'select':
        if (given) return (await control.selectOption(values[0] ?? '', { timeout: patienceMs }))[0] ?? null;
        return await frame.evaluate(choose, field.key);
      case 'date':
      case 'time':
      case 'datetime-local':
      case 'month':
      case 'week':
      case 'range':
      case 'color':
        if (!given) return await frame.evaluate(choose, field.key);
        await control.fill(values[0] ?? '', { timeout: patienceMs });
        return values[0] ?? null;
      case 'file':
        return null;
      default:
        if ((await frame.evaluate(readValue, field.key)).readOnly) return null;
        for (const value of values) {
          await control.fill(value, { timeout: patienceMs });
          const taken = await frame.evaluate(readValue, field.key);
          if (taken.valid && taken.value.replace(/\D/g, '').endsWith(lastDigits(value))) return taken.value;
        }
        await control.fill(values[0] ?? '', { timeout: patienceMs });
        return (await frame.evaluate(readValue, field.key)).value;
    }
  } catch {
    return null; // covered, disabled or replaced meanwhile; the form's own validation will say whether it matters
  }
}

/** A mask may rewrite a number, but it must not cut it. */
function lastDigits(value: string): string {
  return /^[+\d\s().-]+$/.test(value) ? value.replace(/\D/g, '').slice(-7) : '';
}

/** Runs in the page. */
function readValue(key: string): { value: string; valid: boolean; readOnly: boolean } {
  const element = document.querySelector(`[data-touchlight="${key}"]`);
  if (element === null) throw new Error('The field has gone.');
  const readOnly = element.hasAttribute('readonly');
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? { value: element.value, valid: element.validity.valid, readOnly }
    : { value: element.textContent, valid: true, readOnly };
}

/** Runs in the page. */
function tick(key: string): string {
  const element = document.querySelector(`[data-touchlight="${key}"]`);
  if (element === null) throw new Error('The field has gone.');
  if (element instanceof HTMLInputElement && !element.checked) element.click();
  return 'on';
}

/** Runs in the page: the first real option, or a day and an hour that a customer would choose. */
function choose(key: string): string {
  const element = document.querySelector(`[data-touchlight="${key}"]`);
  if (element === null) throw new Error('The field has gone.');
  if (element instanceof HTMLSelectElement) {
    const option = [...element.options].find((o) => o.value !== '' && !o.disabled && o.index > 0) ?? element.options[0];
    element.value = option?.value ?? '';
  } else if (element instanceof HTMLInputElement && element.type !== 'range' && element.type !== 'color') {
    const days = element.max === '' ? 7 : 1;
    const day = new Date(
      Math.max(performance.timeOrigin, element.min === '' ? 0 : Date.parse(element.min) || 0) + days * 86_400_000,
    );
    const iso = day.toISOString();
    const values: Record<string, string> = {
      date: iso.slice(0, 10),
      time: '12:00',
      'datetime-local': `${iso.slice(0, 10)}T12:00`,
      month: iso.slice(0, 7),
      week: `${iso.slice(0, 4)}-W26`,
    };
    element.value = values[element.type] ?? '';
  }
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return 'value' in element ? String(element.value) : '';
}

/** Presses the form's button: the one that sends, or the one that leads to the next step. */
export async function pressSubmit(frame: Frame, form: FormDraft, signal: AbortSignal): Promise<boolean> {
  const key = await withinDeadline(
    frame.evaluate(markSubmit, { formKey: form.key, back: intoPage(patterns.backOrCancel) }),
    signal,
  );
  if (!key) return false;
  const button = frame.locator('[data-touchlight-submit]').first();
  await withinDeadline(
    button.click({ timeout: 2_500, noWaitAfter: true }).catch(() => button.evaluate(press).catch(() => {})),
    signal,
  );
  return true;
}

/** Runs in the page. */
function press(element: Element): void {
  if (element instanceof HTMLElement) element.click();
}

/** Runs in the page: marks the button to press; false when there is none that a visitor can see. */
function markSubmit({ formKey, ...order }: { formKey: string; back: IntoPage }): boolean {
  const back = new RegExp(order.back.source, order.back.flags);
  for (const old of document.querySelectorAll('[data-touchlight-submit]'))
    old.removeAttribute('data-touchlight-submit');
  const form = document.querySelector(`[data-touchlight="${formKey}"]`);
  if (form === null) return false;
  const outside =
    form instanceof HTMLFormElement && form.id !== ''
      ? [...document.querySelectorAll(`[form="${CSS.escape(form.id)}"]`)]
      : [];
  // The answer is read where the form is: another tab would be closed as a pop-up.
  if (form instanceof HTMLFormElement && form.target === '_blank') form.target = '_self';
  const all = [
    ...form.querySelectorAll(
      'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"], a',
    ),
    ...outside,
  ];
  const seen = all.filter(
    (b) =>
      b.matches(':not(:disabled)') &&
      b.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      b.getBoundingClientRect().width > 2,
  );
  const label = (b: Element): string =>
    `${b instanceof HTMLInputElement ? b.value : b.textContent} ${b.getAttribute('aria-label') ?? ''}`;
  const forward = seen.filter((b) => !back.test(label(b)));
  const sends = forward.filter((b) => b.matches('[type="submit"], [type="image"], button:not([type])'));
  const plain = forward.filter((b) =>
    b.matches('button, input, [role="button"], a[class*="btn" i], a[class*="button" i], a[href="#"]'),
  );
  const button = sends[0] ?? plain.at(-1);
  button?.setAttribute('data-touchlight-submit', '');
  return button !== undefined;
}
