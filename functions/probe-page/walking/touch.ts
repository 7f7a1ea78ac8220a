import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/**
 * Does something to the page and waits for what comes of it, at most `patienceMs`.
 * @param act resolves to false or null when there was nothing to do; then nothing is waited for
 * @returns what `act` said, and whether the page has certainly come to rest
 */
export async function touch<T>(
  { activity }: Visit,
  act: () => Promise<T>,
  patienceMs: number,
  signal: AbortSignal,
): Promise<{ readonly done: T; readonly atRest: boolean }> {
  const before = await withinDeadline(activity.starts(), signal);
  const done = await withinDeadline(act(), signal);
  const didNothing = done === null || done === false;
  const atRest = didNothing || (await withinDeadline(activity.settled(before, patienceMs), signal));
  return { done, atRest };
}
