import type { Locator } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { isScrollLocked } from '../walking/scroll-lock.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { openAgain, returnTo } from './open-again.ts';

/** Long, because what cannot be seen in time counts as on the first screen. */
const patienceMs = 6_000;

/** Back to the form; null when it is not there any more, `locked` where it stands below the first screen of a page that cannot be scrolled. */
export async function reach(
  placed: PlacedForm,
  visit: Visit,
  signal: AbortSignal,
): Promise<PlacedForm | 'locked' | null> {
  const here = await returnTo(placed, visit, signal);
  if (here === null) return null;
  const element = here.frame.locator(`[data-touchlight="${here.form.key}"]`).first();
  const isBelow = await bestEffort(() => isBelowFirstScreen(element, visit), patienceMs);
  signal.throwIfAborted();
  if (!isBelow.ok || !isBelow.value) return here;
  if (await isScrollLocked(visit, signal)) return 'locked';
  // To be sure, the page may have been opened anew.
  return (await element.count()) > 0 ? here : openAgain(here, visit, signal);
}

async function isBelowFirstScreen(element: Locator, { page }: Visit): Promise<boolean> {
  const box = await element.boundingBox({ timeout: patienceMs });
  const screen = await page.evaluate(() => ({ scrolled: scrollY, height: innerHeight }));
  return box !== null && box.y + screen.scrolled >= screen.height;
}
