import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/** Reveal scripts look at the scroll position ten times a second, then fade. */
const revealMs = 350;
/** For scripts that a step wakes a moment later. */
const stepMs = 15;
/** Until the page has been told to scroll. */
const onItsWayMs = 10;

/**
 * Down to the end, step by step, so that what appears on scrolling has appeared; and stays there, because some pages hide it
 * again on the way up.
 * @param meanwhile what we think about until the page is there
 */
export async function scrollDown(
  { page, activity }: Visit,
  signal: AbortSignal,
  meanwhile: () => unknown = () => {},
): Promise<void> {
  const before = await withinDeadline(activity.starts(), signal);
  // No timer ever: then no script looks at the scroll position now and then, and none has put anything off.
  const isWithoutTimers = before?.timers === 0;
  const stepped = page.evaluate(stepDown, isWithoutTimers ? 0 : stepMs);
  const [ours] = await withinDeadline(Promise.all([stepped, page.waitForTimeout(onItsWayMs).then(meanwhile)]), signal);
  const since = isWithoutTimers ? { ...before, timers: ours.timers, frames: before.frames + ours.frames } : null;
  await withinDeadline(activity.settled(since, revealMs), signal);
}

export async function scrollUp(page: Visit['page'], signal: AbortSignal): Promise<void> {
  await withinDeadline(
    page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' })),
    signal,
  );
}

/** Runs in the page. @returns how many timers and frames it has asked for itself */
async function stepDown(pauseMs: number): Promise<{ timers: number; frames: number }> {
  const mostSteps = 25;
  const ours = { timers: 0, frames: 0 };
  const pause = (ms: number): Promise<void> => {
    ours.timers += 1;
    return new Promise((resolve) => setTimeout(resolve, ms));
  };
  const painted = (): Promise<void> => {
    ours.frames += 1;
    return new Promise((resolve) => requestAnimationFrame(() => resolve()));
  };
  const step = Math.max(innerHeight * 0.8, document.documentElement.scrollHeight / mostSteps);
  for (let y = 0; y < document.documentElement.scrollHeight && y < step * mostSteps; y += step) {
    window.scrollTo({ top: y, behavior: 'instant' });
    await Promise.race([painted().then(() => (pauseMs > 0 ? pause(pauseMs) : undefined)), pause(120)]);
  }
  return ours;
}
