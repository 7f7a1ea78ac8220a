import type { Visit } from '../../../shared/browser/visit.ts';
import type { ChatVendorId } from '../../../shared/model/chat-vendor.ts';
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
  /** A question stands before the page, such as one for the visitor's age. */
  readonly isGateShut: boolean;
}

/** The chat that the file names, or any; undefined where it names none. */
export type Wanted = ChatVendorId | 'any' | undefined;

interface Awaiting {
  readonly wanted: Wanted;
  readonly waits: Waits;
}

/**
 * Waits for a chat as a visitor would meet it: behind banners, which are declined, after a scroll and a movement of the
 * mouse. Where one is expected and does not come to somebody who declines cookies, the page is opened once more and they are
 * accepted.
 */
export async function awaitChat(visit: Visit, awaiting: Awaiting, signal: AbortSignal): Promise<AwaitedChat> {
  const { wanted } = awaiting;
  const first = await enter(visit, 'reject', signal);
  const look = await waitFor(visit, awaiting, signal);
  const isPromised = wanted !== undefined || look.written.length > 0;
  if (hasCome(look, wanted) || !isPromised || !first.hadBanner) {
    return { look, afterConsent: false, isGateShut: first.isGateShut };
  }
  await startOver(visit, signal);
  const { isGateShut } = await enter(visit, 'accept', signal);
  const second = await waitFor(visit, awaiting, signal);
  return { look: second, afterConsent: hasCome(second, wanted), isGateShut };
}

/** Of the chats that are there, those that the file asks for: another may come at once, and the named one late. */
export function fitting(there: readonly ChatVendorId[], wanted: Wanted): readonly ChatVendorId[] {
  return wanted === undefined || wanted === 'any' ? there : there.filter((id) => id === wanted);
}

function hasCome({ there }: Look, wanted: Wanted): boolean {
  return fitting(there, wanted).length > 0;
}

interface Entered {
  readonly hadBanner: boolean;
  readonly isGateShut: boolean;
}

async function enter(visit: Visit, answer: Answer, signal: AbortSignal): Promise<Entered> {
  const ready = async (): Promise<Entered> => {
    await arrive(visit, signal);
    await waitOutPreloader(visit.page, signal);
    const { isShut } = await passGates(visit, signal);
    const closed = await dismissOverlays(visit, signal, answer);
    return { hadBanner: closed.includes('cookie banner'), isGateShut: isShut };
  };
  return steadily(visit, ready, signal);
}

async function waitFor(visit: Visit, { wanted, waits }: Awaiting, signal: AbortSignal): Promise<Look> {
  const { page } = visit;
  const { chatMs, pollMs } = waits;
  const look = (): Promise<Look> => steadily(visit, () => lookForChats(visit, signal), signal);
  const startedMs = performance.now();
  let seen = await look();
  if (hasCome(seen, wanted) || !seen.hasScripts) return seen;
  await steadily(visit, () => wake(visit, signal), signal);
  for (;;) {
    seen = await look();
    if (hasCome(seen, wanted) || performance.now() - startedMs >= chatMs) return seen;
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
  await withinDeadline(page.reload({ waitUntil: 'domcontentloaded' }), signal);
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
