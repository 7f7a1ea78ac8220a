import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { swipeUp } from './swipe.ts';

const swipeMs = 900;
const mostSections = 8;

/**
 * Moves to the next screen of a page that does not scroll but turns like a book: by the wheel, a swipe, or a key.
 * @returns false when the page scrolls as others do, or has come to its end
 */
export async function turnSections(visit: Visit, look: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  const { page, device } = visit;
  if (!(await withinDeadline(page.evaluate(standsStill), signal))) return;
  let before = await withinDeadline(page.evaluate(whatIsInView), signal);
  for (let section = 0; section < mostSections; section += 1) {
    if (device === 'mobile') await withinDeadline(swipeUp(page), signal);
    else await withinDeadline(page.mouse.wheel(0, 400), signal);
    await withinDeadline(page.waitForTimeout(swipeMs), signal);
    let after = await withinDeadline(page.evaluate(whatIsInView), signal);
    if (after === before) {
      await withinDeadline(page.keyboard.press('PageDown'), signal);
      await withinDeadline(page.waitForTimeout(swipeMs), signal);
      after = await withinDeadline(page.evaluate(whatIsInView), signal);
    }
    if (after === before || (await look())) return;
    before = after;
  }
}

/** Runs in the page: can it not be scrolled, although there is more of it? */
function standsStill(): boolean {
  const root = document.scrollingElement ?? document.documentElement;
  const isLocked = [document.documentElement, document.body].some((e) =>
    /hidden|clip/.test(getComputedStyle(e).overflowY),
  );
  if (root.scrollHeight > innerHeight + 60 && !isLocked) return false;
  const boxes = [...document.querySelectorAll('section, article, div, li, main')].slice(0, 2_000);
  return boxes.some((box) => {
    const { top, left, width, height } = box.getBoundingClientRect();
    if (width < innerWidth * 0.6 || height < innerHeight * 0.5 || (box.textContent ?? '').trim() === '') return false;
    const isElsewhere = top >= innerHeight - 2 || left >= innerWidth - 2;
    return isElsewhere || !box.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
}

/** Runs in the page. */
function whatIsInView(): string {
  const points = [0.15, 0.35, 0.5, 0.65, 0.85].flatMap((y) => [0.25, 0.5, 0.75].map((x) => [x, y] as const));
  return points
    .map(([x, y]) => {
      const hit = document.elementFromPoint(innerWidth * x, innerHeight * y);
      const text = hit?.textContent?.trim() ?? '';
      return `${hit?.localName} ${text.length > 300 ? text.length : text}`;
    })
    .join('\n');
}
