import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { openPage } from './open-page.ts';
import { swipeUp } from './swipe.ts';

const settleMs = 600;

/**
 * Does the page stay on its first screen, although there is more below it? Windows lock it while they are open, and some forget
 * to unlock it when they are closed. Only what happens twice counts, and only where neither a hand nor a key moves anything: pages
 * that turn like a book scroll by a script of their own.
 */
export async function isScrollLocked(visit: Visit, signal: AbortSignal): Promise<boolean> {
  const { page } = visit;
  const start = page.url();
  if (!(await staysPut(visit, signal))) return false;
  return (await openPage(visit, start, signal)) && page.url() === start && (await staysPut(visit, signal));
}

async function staysPut({ page, device }: Visit, signal: AbortSignal): Promise<boolean> {
  const look = () => withinDeadline(page.evaluate(lookAtLock), signal);
  const before = await look();
  if (before === null) return false;
  if (device === 'mobile') await withinDeadline(swipeUp(page), signal);
  else {
    await withinDeadline(page.mouse.move(200, 300), signal);
    await withinDeadline(page.mouse.wheel(0, 500), signal);
  }
  await withinDeadline(page.waitForTimeout(settleMs), signal);
  if ((await look()) !== before) return false;
  await withinDeadline(page.keyboard.press('PageDown'), signal);
  await withinDeadline(page.waitForTimeout(settleMs), signal);
  return (await look()) === before;
}

/** Runs in the page. @returns what stands on a screen that cannot be scrolled; null where nothing speaks for a lock */
function lookAtLock(): string | null {
  const [root, { body }] = [document.documentElement, document];
  const isHidden = (element: Element): boolean => /hidden|clip/.test(getComputedStyle(element).overflowY);
  const isLocked = isHidden(root) || (getComputedStyle(root).overflowY === 'visible' && isHidden(body));
  const height = Math.max(root.scrollHeight, body.scrollHeight);
  if (!isLocked || height < innerHeight + 200) return null;
  const points = [0.15, 0.35, 0.5, 0.65, 0.85].map((y) => document.elementFromPoint(innerWidth / 2, innerHeight * y));
  const isPartOfPage = (hit: Element | null): boolean => {
    for (let at = hit; at !== null && at !== body; at = at.parentElement) {
      const { position, overflowY } = getComputedStyle(at);
      const scrolls = /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight + 20;
      if (position === 'fixed' || at.localName === 'iframe' || scrolls) return false;
    }
    return hit !== null;
  };
  // A window that still stands open may be closed yet.
  if (!points.every(isPartOfPage)) return null;
  // A link within the page still takes visitors down.
  const leadsDown = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].some((link) => {
    const target = link.hash.length > 1 ? document.getElementById(link.hash.slice(1)) : null;
    return target !== null && link.checkVisibility() && link.getBoundingClientRect().bottom < innerHeight;
  });
  if (leadsDown) return null;
  const said = points.map((hit) => `${hit?.localName} ${(hit?.textContent ?? '').trim().slice(0, 200)}`);
  return [scrollY, root.scrollTop, body.scrollTop, ...said].join('\n');
}
