import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { Waits } from './waits.ts';

/**
 * Opens the chat's window as a visitor would and looks whether something can be written there. Nothing is typed, and nothing
 * is sent.
 * @param button the middle of it, or of the window where that has opened by itself: another click would close it
 */
export async function takesMessages(
  { page }: Pick<Visit, 'page'>,
  button: { readonly x: number; readonly y: number; readonly isOpen: boolean },
  { windowMs, pollMs }: Waits,
  signal: AbortSignal,
): Promise<boolean> {
  const fields = async (): Promise<number> => {
    const counts = page.frames().map((frame) => fieldsIn(frame, signal));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  const before = button.isOpen ? 0 : await fields();
  if (!button.isOpen) await withinDeadline(page.mouse.click(button.x, button.y), signal);
  const startedMs = performance.now();
  for (;;) {
    if ((await fields()) > before) return true;
    if (performance.now() - startedMs >= windowMs) return false;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
  }
}

const frameMs = 1_000;

/** A frame that does not answer shows nothing. */
function fieldsIn(frame: Frame, signal: AbortSignal): Promise<number> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(frameMs)]);
  return withinDeadline(frame.evaluate(countFields), patience).catch(() => 0);
}

/** Runs in a frame. */
function countFields(): number {
  const selector =
    'textarea, input:not([type]), input[type="text"], input[type="email"], input[type="tel"], [contenteditable="true"]';
  const hosts = [...document.querySelectorAll('*')].slice(0, 5_000).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const all = [document, ...hosts].flatMap((root) => [...root.querySelectorAll(selector)]);
  return all.filter((field) => {
    const { width, height } = field.getBoundingClientRect();
    return width > 8 && height > 8 && field.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }).length;
}
