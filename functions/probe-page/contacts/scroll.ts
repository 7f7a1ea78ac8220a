import type { Page } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/**
 * Down to the end, step by step, so that what appears on scrolling has appeared; and stays there, because some pages hide it
 * again on the way up.
 */
export async function scrollDown(page: Page, signal: AbortSignal): Promise<void> {
  await withinDeadline(page.evaluate(stepDown), signal);
}

export async function scrollUp(page: Page, signal: AbortSignal): Promise<void> {
  await withinDeadline(
    page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' })),
    signal,
  );
}

/** Runs in the page. */
async function stepDown(): Promise<void> {
  const mostSteps = 25;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const step = Math.max(innerHeight * 0.8, document.documentElement.scrollHeight / mostSteps);
  for (let y = 0; y < document.documentElement.scrollHeight && y < step * mostSteps; y += step) {
    window.scrollTo({ top: y, behavior: 'instant' });
    await Promise.race([painted().then(() => pause(15)), pause(120)]);
  }
  await pause(350); // reveal scripts look at the scroll position ten times a second, then fade
}
