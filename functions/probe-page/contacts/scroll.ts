import type { Page } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/** Down to the end and back, so that what appears on scrolling has appeared. */
export async function scrollThrough(page: Page, signal: AbortSignal): Promise<void> {
  await withinDeadline(page.evaluate(scrollDownAndUp), signal);
}

/** Runs in the page. */
async function scrollDownAndUp(): Promise<void> {
  const mostSteps = 25;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const step = Math.max(innerHeight * 0.8, document.documentElement.scrollHeight / mostSteps);
  for (let y = 0; y < document.documentElement.scrollHeight && y < step * mostSteps; y += step) {
    window.scrollTo({ top: y, behavior: 'instant' });
    await pause(30);
  }
  await pause(150);
  window.scrollTo({ top: 0, behavior: 'instant' });
  await pause(200); // what fades in at the top again has begun to
}
