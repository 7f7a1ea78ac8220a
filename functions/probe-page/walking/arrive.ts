import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

const lateResourcesMs = 1_500;
/** A page that sends the visitor on says so within this; what asks for more is read meanwhile. */
const longestRefreshMs = 6_000;
const splashPollMs = 150;
const mostArrivals = 4;

/**
 * Waits for the page that the visitor is led to: by a press, by `<meta http-equiv="refresh">`, or by the script of an opening
 * page that has nothing on it.
 */
export async function arrive({ page }: Pick<Visit, 'page'>, signal: AbortSignal): Promise<void> {
  for (let arrivals = 0; arrivals < mostArrivals; arrivals += 1) {
    await withinDeadline(
      page.waitForLoadState('load', { timeout: lateResourcesMs }).catch(() => {}),
      signal,
    );
    const onward = await withinDeadline(
      page.evaluate(waysOn, longestRefreshMs).catch(() => 'moving' as const),
      signal,
    );
    if (onward === null) return;
    if (onward === 'moving') continue;
    if (!(await waitToBeSentOn({ page }, onward, signal))) return;
  }
}

/** @returns whether another document has come, or this one has got something on it */
async function waitToBeSentOn(
  { page }: Pick<Visit, 'page'>,
  { afterMs, isEmpty }: Onward,
  signal: AbortSignal,
): Promise<boolean> {
  const { promise: moved, resolve } = Promise.withResolvers<true>();
  const onMove = (): void => resolve(true);
  page.once('domcontentloaded', onMove);
  try {
    for (let waitedMs = 0; waitedMs < afterMs; waitedMs += splashPollMs) {
      const pause = page.waitForTimeout(splashPollMs).then(() => false);
      if (await withinDeadline(Promise.race([moved, pause]), signal)) return true;
      if (
        isEmpty &&
        (await withinDeadline(
          page.evaluate(waysOn, longestRefreshMs).catch(() => null),
          signal,
        )) === null
      )
        return true;
    }
    return false;
  } finally {
    page.off('domcontentloaded', onMove);
  }
}

interface Onward {
  readonly afterMs: number;
  /** There is nothing on the page yet. */
  readonly isEmpty: boolean;
}

/** Runs in the page: how long to wait to be sent on; null when this is the page to look at. */
function waysOn(longestMs: number): Onward | null {
  const patienceMs = 4_000;
  const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content') ?? '';
  const [, seconds] = /^\s*(\d+(?:\.\d+)?)\s*[;,]\s*url\s*=/i.exec(refresh) ?? [];
  const refreshMs = Number(seconds) * 1_000;
  if (seconds !== undefined && refreshMs <= longestMs) return { afterMs: refreshMs + 2_000, isEmpty: false };
  const text = document.body?.innerText.trim() ?? '';
  const holds = 'a[href], button, form, input, img, picture, video, canvas, iframe, [role="button"], svg, h1, h2';
  const isEmpty = text.length < 60 && document.body?.querySelector(holds) === null;
  const isBusy =
    document.scripts.length > 0 && isEmpty && ![...document.querySelectorAll('*')].some((e) => e.shadowRoot);
  return isBusy ? { afterMs: patienceMs, isEmpty } : null;
}
