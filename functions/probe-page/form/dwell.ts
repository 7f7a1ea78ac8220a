import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { RequestInterceptor } from './request-interceptor.ts';

/**
 * What typing starts (a draft is saved, an address is checked) begins within this time, and has mostly ended by then. Only a
 * page that has started something waits for it.
 */
const typingEchoMs = 3_000;
const mostTypingEchoMs = 5_000;
/** A recorder of sessions sends at once what it has seen of a tap. */
const tapEchoMs = 400;
const tapPatienceMs = 800;
const pollMs = 100;

interface Dwelling {
  readonly visit: Visit;
  readonly frame: Frame;
  readonly interceptor: RequestInterceptor;
  /** Not over sooner after the page was opened. */
  readonly notBeforeMs: number;
  readonly signal: AbortSignal;
}

/**
 * Leaves the last field and waits until what typing has started has ended, so that what is sent afterwards follows the
 * press; and as long as a person would have taken.
 */
export async function dwell(
  started: Awaited<ReturnType<Visit['activity']['starts']>>,
  dwelling: Dwelling,
): Promise<void> {
  const { frame, visit, interceptor, notBeforeMs, signal } = dwelling;
  await tapField(dwelling);
  await withinDeadline(
    frame.evaluate(leaveField).catch(() => {}),
    signal,
  );
  interceptor.leave();
  await withinDeadline(visit.activity.settled(started, typingEchoMs), signal);
  await settle(dwelling);
  const openMs = await withinDeadline(
    frame.evaluate(() => performance.now()).catch(() => notBeforeMs),
    signal,
  );
  if (openMs < notBeforeMs) await rest(notBeforeMs - openMs, signal);
}

export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return withinDeadline(new Promise((resolve) => setTimeout(resolve, ms)), signal);
}

async function settle({ interceptor, signal }: Dwelling): Promise<void> {
  for (let waitedMs = 0; waitedMs < mostTypingEchoMs && !interceptor.isSettled(); waitedMs += pollMs)
    await rest(pollMs, signal);
}

/**
 * Taps the field in which the visitor is already, which asks for nothing. Who sends the form's values at that, and once more at
 * the next tap, sends them at every press of a finger: the press of the button proves nothing then.
 */
async function tapField(dwelling: Dwelling): Promise<void> {
  const { interceptor, signal } = dwelling;
  const isSentAtTap = async (): Promise<boolean> => {
    const before = interceptor.typingSent();
    if (!(await tapOnce(dwelling))) return false;
    await rest(tapEchoMs, signal);
    return interceptor.typingSent() > before;
  };
  if (!(await isSentAtTap())) return;
  // A draft of the last key may have come in between; of the next tap comes only what taps send.
  await settle(dwelling);
  const since = interceptor.typingSent();
  if (await isSentAtTap()) interceptor.sentByTaps(since);
}

async function tapOnce({ frame, signal }: Dwelling): Promise<boolean> {
  const tap = async (): Promise<boolean> => {
    const field = (await frame.evaluateHandle(fieldInUse)).asElement();
    if (field === null) return false;
    await field.click({ timeout: tapPatienceMs, noWaitAfter: true });
    return true;
  };
  return withinDeadline(
    tap().catch(() => false),
    signal,
  );
}

/** Runs in the page: a field that shows nothing more when it is tapped once more. */
function fieldInUse(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement;
  const isText = at?.matches('textarea, input[type="email"], input[type="text"], input:not([type])') ?? false;
  const opens = at?.matches('[readonly], [role="combobox"], [aria-haspopup], [aria-expanded], [list]') ?? true;
  return isText && !opens ? at : null;
}

/** Runs in the page. */
function leaveField(): void {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement;
  if (at instanceof HTMLElement) at.blur();
}
