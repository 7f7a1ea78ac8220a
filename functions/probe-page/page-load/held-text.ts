import type { Visit } from '../../../shared/browser/visit.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';

const patienceMs = 1_500;
/** Nobody notices less. */
const noticedMs = 1_000;

/**
 * When animations of the page have let most of the first screen's text appear, in milliseconds from the start; null where they
 * hold back less, or not for long. No web vital tells: for the browser, transparent text that fades in is painted already.
 * It cannot see what a script fades in step by step.
 * @param lcpMs when the main content was painted
 */
export async function heldTextMs({ page }: Pick<Visit, 'page'>, lcpMs: number | undefined): Promise<number | null> {
  if (lcpMs === undefined) return null;
  const seen = await bestEffort(() => page.evaluate(whenTextAppears), patienceMs);
  return seen.ok && seen.value !== null && seen.value > lcpMs + noticedMs ? Math.round(seen.value) : null;
}

/** Runs in the page. By the area of the texts, half of which has appeared then; null where nothing holds them. */
function whenTextAppears(): number | null {
  const shownAt = new Map<Element, number>();
  for (const { effect, startTime } of document.getAnimations()) {
    if (!(effect instanceof KeyframeEffect) || effect.target === null || effect.pseudoElement !== null) continue;
    const [first, ...later] = effect.getKeyframes();
    const isFadeIn = Number(first?.['opacity'] ?? 1) === 0 && later.some((frame) => Number(frame['opacity'] ?? 0) > 0);
    const { delay = 0, duration, iterations = 1 } = effect.getComputedTiming();
    if (!isFadeIn || typeof duration !== 'number' || iterations > 1) continue;
    const began = typeof startTime === 'number' ? startTime : Number(document.timeline.currentTime ?? 0);
    shownAt.set(effect.target, began + delay + duration / 2);
  }
  if (shownAt.size === 0) return null;
  const texts: { area: number; at: number }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && texts.length < 500; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (
      holder === null ||
      (node.nodeValue ?? '').trim() === '' ||
      !holder.checkVisibility({ visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (width < 2 || height < 2) continue;
    let at = 0;
    for (let up: Element | null = holder; up !== null; up = up.parentElement) at = Math.max(at, shownAt.get(up) ?? 0);
    texts.push({ area: width * height, at });
  }
  const half = texts.reduce((sum, { area }) => sum + area, 0) / 2;
  let seen = 0;
  for (const { area, at } of texts.toSorted((a, b) => a.at - b.at)) {
    seen += area;
    if (seen >= half) return at > 0 ? at : null;
  }
  return null;
}
