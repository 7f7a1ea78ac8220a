import type { Frame } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { evaluateInTree } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';

const patienceMs = 2_000;
const buttons = 'button, input[type="submit"], input[type="button"], [role="button"], a';

const words = {
  yes: intoPage(patterns.affirm),
  send: intoPage(patterns.send),
  back: intoPage(patterns.backOrCancel),
  cookie: intoPage(patterns.cookieCover),
};

/** Remembers which buttons can be seen before the form's own is pressed, and what they say. */
export async function noteButtons(frame: Frame, signal: AbortSignal): Promise<void> {
  await withinDeadline(
    evaluateInTree(frame, noteInPage, { buttons }).catch(() => {}),
    signal,
  );
}

/**
 * Does the page ask for one press more: "Yes, send it" in a dialog that asks whether to send, "Send" under a summary of what
 * was typed?
 */
export function asksToConfirm(frame: Frame, formKey: string, signal: AbortSignal): Promise<boolean> {
  return withinDeadline(
    evaluateInTree(frame, markConfirmation, { ...words, buttons, formKey }).catch(() => false),
    signal,
  );
}

/** @returns false where it cannot be pressed */
export function pressConfirmation(frame: Frame, signal: AbortSignal): Promise<boolean> {
  const button = frame.locator('[data-touchlight-confirm]').first();
  const pressed = button.click({ timeout: patienceMs, noWaitAfter: true }).then(
    () => true,
    () => false,
  );
  return withinDeadline(pressed, signal);
}

/** Runs in the page. */
function noteInPage({ buttons: selector, tree }: { readonly buttons: string; readonly tree: ShadowTree }): void {
  for (const button of tree.all(selector)) {
    const isShown = button.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (isShown) button.setAttribute('data-touchlight-shown', (button.textContent ?? '').trim());
    else button.removeAttribute('data-touchlight-shown');
  }
}

interface ConfirmationNeeds {
  readonly yes: IntoPage;
  readonly send: IntoPage;
  readonly back: IntoPage;
  readonly cookie: IntoPage;
  readonly buttons: string;
  readonly formKey: string;
  readonly tree: ShadowTree;
}

/** Runs in the page: only what was not there before, in a box that asks for nothing to be typed. */
function markConfirmation({ formKey, tree, buttons: selector, ...needs }: ConfirmationNeeds): boolean {
  const says = ({ source, flags }: IntoPage, text: string): boolean => new RegExp(source, flags).test(text);
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().height > 8;
  const labelOf = (b: Element): string => (b instanceof HTMLInputElement ? b.value : (b.textContent ?? '')).trim();
  const isEmptyField = (field: Element): boolean =>
    isShown(field) && (!('value' in field) || field.value === '' || field.matches('[type="password"]'));
  const asks = (box: Element): boolean =>
    tree.all('input:not([type="hidden"], [type="submit"], [type="button"]), textarea', box).some(isEmptyField);
  const form = tree.find(`[data-touchlight="${formKey}"]`);
  const isAway = form === null || !tree.all('input, textarea, select', form).some(isShown);
  const isOver = (box: Element): boolean =>
    box.matches('dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]') ||
    getComputedStyle(box).position === 'fixed';

  function boxOf(button: Element): Element | null {
    for (let at: Element | null = button; at !== null && at !== document.body; at = tree.parentOf(at))
      if (isOver(at)) return at;
    const isAside = tree.closest(button, 'header, nav, footer, aside') !== null;
    return isAway && !isAside ? (button.closest('form') ?? button.parentElement?.parentElement ?? null) : null;
  }

  function isAsked(button: Element): boolean {
    const label = labelOf(button);
    const isNew = button.getAttribute('data-touchlight-shown') !== (button.textContent ?? '').trim();
    const leadsAway = button.matches('a[href]:not([href^="#"], [href^="javascript:"])');
    if (!isNew || leadsAway || label.length > 60 || button.matches(':disabled') || !isShown(button)) return false;
    if (!(says(needs.yes, label) || says(needs.send, label)) || says(needs.back, label)) return false;
    const box = boxOf(button);
    return box !== null && !asks(box) && !says(needs.cookie, (box.textContent ?? '').slice(0, 1_500));
  }

  for (const old of tree.all('[data-touchlight-confirm]')) old.removeAttribute('data-touchlight-confirm');
  const button = tree.all(selector).find(isAsked);
  button?.setAttribute('data-touchlight-confirm', '');
  return button !== undefined;
}
