import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { arrive } from '../walking/arrive.ts';
import { passGates } from '../walking/gates.ts';
import { type Answer, dismissOverlays, waitOutPreloader } from '../walking/overlays.ts';
import { scrollDown, scrollUp } from '../walking/scroll.ts';
import { steadily } from '../walking/steadily.ts';
import { type Look, lookForChats } from './look.ts';
import type { Waits } from './waits.ts';

export interface AwaitedChat {
  readonly look: Look;
  /** It came only after cookies had been accepted. */
  readonly afterConsent: boolean;
}

/**
 * Waits for a chat as a visitor would meet it: behind banners, which are declined, after a scroll and a movement of the
 * mouse. Where one is expected and does not come to somebody who declines cookies, the page is opened once more and they are
 * accepted.
 * @param isExpected the file says that there is one
 */
export async function awaitChat(
  visit: Visit,
  { isExpected, waits }: { readonly isExpected: boolean; readonly waits: Waits },
  signal: AbortSignal,
): Promise<AwaitedChat> {
  const closed = await enter(visit, 'reject', signal);
  const look = await waitFor(visit, waits, signal);
  const isPromised = isExpected || look.written.length > 0;
  if (look.there.length > 0 || !isPromised || !closed.includes('cookie banner')) return { look, afterConsent: false };
  await startOver(visit, signal);
  await enter(visit, 'accept', signal);
  const second = await waitFor(visit, waits, signal);
  return { look: second, afterConsent: second.there.length > 0 };
}

async function enter(visit: Visit, answer: Answer, signal: AbortSignal): Promise<string[]> {
  const ready = async (): Promise<string[]> => {
    await arrive(visit, signal);
    await waitOutPreloader(visit.page, signal);
    await passGates(visit, signal);
    return dismissOverlays(visit, signal, answer);
  };
  return steadily(visit, ready, signal);
}

async function waitFor(visit: Visit, { chatMs, pollMs }: Waits, signal: AbortSignal): Promise<Look> {
  const { page } = visit;
  const look = (): Promise<Look> => steadily(visit, () => lookForChats(visit, signal), signal);
  const startedMs = performance.now();
  let seen = await look();
  if (seen.there.length > 0 || !seen.hasScripts) return seen;
  await wake(visit, signal);
  for (;;) {
    seen = await look();
    if (seen.there.length > 0 || performance.now() - startedMs >= chatMs) return seen;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
  }
}

/** Many sites hold their chat back until somebody moves. */
async function wake(visit: Visit, signal: AbortSignal): Promise<void> {
  await withinDeadline(visit.page.mouse.move(200, 200), signal);
  await withinDeadline(visit.page.mouse.move(240, 260), signal);
  await scrollDown(visit, signal);
  await scrollUp(visit.page, signal);
}

/** As somebody who has never been here. */
async function startOver({ page }: Visit, signal: AbortSignal): Promise<void> {
  await withinDeadline(page.context().clearCookies(), signal);
  await withinDeadline(page.evaluate(forgetAll), signal);
  await withinDeadline(page.reload({ waitUntil: 'load' }), signal);
}

/** Runs in the page. */
function forgetAll(): void {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // a page that may keep nothing has nothing to forget
  }
}
