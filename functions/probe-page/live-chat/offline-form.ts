import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { Box, ShownButton } from './button.ts';
import type { Waits } from './waits.ts';

/**
 * Opens the chat's window as a visitor would and looks whether something can be written there. Nothing is typed, and nothing
 * is sent.
 * @param button where the window has opened by itself it is not pressed: that would close it
 */
export async function takesMessages(
  { page }: Pick<Visit, 'page'>,
  { x, y, window }: Omit<ShownButton, 'state'>,
  { windowMs, pollMs }: Waits,
  signal: AbortSignal,
): Promise<boolean> {
  const fields = async (): Promise<number> => {
    const counts = page.frames().map((frame) => fieldsIn(frame, frame === page.mainFrame() ? window : null, signal));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  const before = window === null ? await fields() : 0;
  if (window === null) await withinDeadline(page.mouse.click(x, y), signal);
  const startedMs = performance.now();
  for (;;) {
    if ((await fields()) > before) return true;
    if (performance.now() - startedMs >= windowMs) return false;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
  }
}

const frameMs = 1_000;

/** A frame that does not answer shows nothing. */
function fieldsIn(frame: Frame, within: Box | null, signal: AbortSignal): Promise<number> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(frameMs)]);
  return withinDeadline(frame.evaluate(countFields, within), patience).catch(() => 0);
}

/** Runs in a frame. Beside an open window the page may have fields of its own. */
function countFields(within: Box | null): number {
  const selector =
    'textarea, input:not([type]), input[type="text"], input[type="email"], input[type="tel"], [contenteditable="true"]';
  const hosts = [...document.querySelectorAll('*')].slice(0, 5_000).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const all = [document, ...hosts].flatMap((root) => [...root.querySelectorAll(selector)]);
  const isBetween = (at: number, start: number, length: number): boolean => at > start && at < start + length;
  return all.filter((field) => {
    const { x, y, width, height } = field.getBoundingClientRect();
    const isInside =
      within === null ||
      (isBetween(x + width / 2, within.x, within.width) && isBetween(y + height / 2, within.y, within.height));
    const isSeen = field.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return isInside && isSeen && width > 8 && height > 8;
  }).length;
}
