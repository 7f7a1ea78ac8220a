import type { Frame } from 'playwright-core';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { evaluateInTree } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';

const openPatienceMs = 1_500;
/** Lists unfold, and some are fetched. */
const unfoldingMs = 1_200;
/** As long as a patient visitor waits for the entries of a drop-down. */
const offerPatienceMs = 5_000;
const pollMs = 100;

interface Marked {
  readonly key: string;
  readonly tree: ShadowTree;
}

/** Ticks a check box or one of several radio buttons, native or made by script. @returns null when it stays as it was */
export function tick(frame: Frame, key: string): Promise<string | null> {
  return evaluateInTree(frame, tickInPage, { key });
}

/**
 * Chooses the first real option of a native drop-down, or a day and an hour that a customer would choose.
 * @param thorough a slider that stands at its beginning is moved, too: some want to be
 */
export function choose(frame: Frame, key: string, thorough = false): Promise<string> {
  return evaluateInTree(frame, chooseInPage, { key, thorough });
}

/** The same, of a drop-down that must be chosen from; its entries may be on their way, or come when it is opened. */
export async function chooseWhenOffered(frame: Frame, key: string, thorough: boolean): Promise<string> {
  const patienceMs = thorough ? offerPatienceMs : unfoldingMs;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    if (await evaluateInTree(frame, offersChoice, { key })) break;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return choose(frame, key, thorough);
}

/**
 * Opens what a script has made (a drop-down, a calendar) as a visitor does and takes the first thing in it that can be
 * taken. @returns what was taken; null when nothing opened
 */
export async function pickFromPopUp(frame: Frame, key: string): Promise<string | null> {
  const control = frame.locator(`[data-touchlight="${key}"]`);
  await evaluateInTree(frame, markVisibleOptions, { selector: options });
  await control.click({ timeout: openPatienceMs }).catch(() => control.focus({ timeout: openPatienceMs }));
  const order = { selector: options, placeholder: intoPage(patterns.chooseOption), key };
  for (let waitedMs = 0; waitedMs < unfoldingMs; waitedMs += pollMs) {
    const taken = await evaluateInTree(frame, takeOption, order);
    if (taken !== null) return taken;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return null;
}

const options =
  '[role="option"], [role="gridcell"], [role="menuitem"], [role="menuitemradio"], li, td, option, button, [class*="option" i], [class*="item" i], [class*="day" i]';

/** Runs in the page. */
function tickInPage({ key, tree }: Marked): string | null {
  const element = tree.find(`[data-touchlight="${key}"]`);
  if (element === null) throw new Error('The field has gone.');
  const isOn = (): boolean =>
    element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
  if (!isOn() && element instanceof HTMLElement) element.click();
  return isOn() ? 'on' : null;
}

/** Runs in the page: opens an empty drop-down as a visitor does, once. */
function offersChoice({ key, tree }: Marked): boolean {
  const element = tree.find(`[data-touchlight="${key}"]`);
  if (!(element instanceof HTMLSelectElement)) return true;
  if ([...element.options].some((option) => option.value !== '' && !option.matches(':disabled'))) return true;
  if (document.activeElement === element) return false;
  element.focus();
  for (const type of ['mousedown', 'mouseup', 'click'])
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  return false;
}

/** Runs in the page. */
function chooseInPage({ key, thorough, tree }: Marked & { readonly thorough: boolean }): string {
  const element = tree.find(`[data-touchlight="${key}"]`);
  if (element === null) throw new Error('The field has gone.');
  // Frameworks watch a field's own `value` and take what a script sets through it for their own doing.
  const put = (value: string): void => {
    const kind = element instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    Reflect.set(kind.prototype, 'value', value, element);
  };
  if (element instanceof HTMLSelectElement) {
    const option =
      [...element.options].find((o) => o.value !== '' && !o.matches(':disabled') && o.index > 0) ?? element.options[0];
    put(option?.value ?? '');
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
    put(values[element.type] ?? '');
  }
  if (thorough && element instanceof HTMLInputElement && element.type === 'range') put(element.max || '100');
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return 'value' in element ? String(element.value) : '';
}

/** Runs in the page: what can be seen before the pop-up opens is none of its options. */
function markVisibleOptions({ selector, tree }: { selector: string; tree: ShadowTree }): void {
  for (const element of tree.all(selector)) {
    element.toggleAttribute(
      'data-touchlight-before',
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
  }
}

interface OptionOrder extends Marked {
  readonly selector: string;
  readonly placeholder: IntoPage;
}

/** Runs in the page. Of a calendar, a late day of the month is taken: an early one may have passed. */
function takeOption({ selector, placeholder, key, tree }: OptionOrder): string | null {
  const asks = new RegExp(placeholder.source, placeholder.flags);
  const control = tree.find(`[data-touchlight="${key}"]`);
  const isOpen = (element: Element): boolean =>
    !element.hasAttribute('data-touchlight-before') &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().height > 4;
  const isFree = (element: Element): boolean =>
    !element.matches(':disabled, [aria-disabled="true"], [class*="disabled" i], [class*="prev" i], [class*="next" i]');
  const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const open = tree
    .all(selector)
    .filter((element) => element !== control && (control === null || !element.contains(control)))
    .filter((element) => isOpen(element) && isFree(element) && words(element) !== '' && words(element).length < 80);
  const innermost = open.filter((element) => !open.some((other) => other !== element && element.contains(other)));
  const days = innermost.filter((element) => /^\d{1,2}$/.test(words(element)));
  const choices = days.length > 20 ? days.slice(-6) : innermost.filter((element) => !asks.test(words(element)));
  const declared = choices.filter((element) => element.matches('[role="option"], [role="gridcell"], option'));
  const taken = (declared.length > 0 ? declared : choices).find((element) => element instanceof HTMLElement);
  if (!(taken instanceof HTMLElement)) return null;
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    const Type = type.startsWith('pointer') ? PointerEvent : MouseEvent;
    taken.dispatchEvent(new Type(type, { bubbles: true, cancelable: true, composed: true }));
  }
  const said = words(taken);
  if (taken.isConnected) taken.click();
  return said;
}
