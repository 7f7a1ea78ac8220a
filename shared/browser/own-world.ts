import type { CDPSession } from 'playwright-core';

/** How many of these a document has started so far. */
export interface Starts {
  /** Tells it from the documents before and after it: when it began, in epoch milliseconds. */
  readonly documentAt: number;
  readonly timers: number;
  readonly frames: number;
  readonly idles: number;
}

/**
 * Prepares a fresh world of ours. The browser numbers a document's timers, animation frames and idle callbacks in sequence,
 * whichever world starts them: `pageStarts` takes a number of each and leaves out what our world has started itself.
 */
const preparation = `(() => {
if (globalThis.pageStarts) return;
const ours = { timers: 0, frames: 0, idles: 0 };
const counted = (kind, start) => (...given) => { ours[kind] += 1; return start(...given); };
globalThis.setTimeout = counted('timers', setTimeout);
globalThis.requestAnimationFrame = counted('frames', requestAnimationFrame);
globalThis.requestIdleCallback = counted('idles', requestIdleCallback);
globalThis.pageStarts = () => {
  const [timer, frame, idle] = [setTimeout(() => {}), requestAnimationFrame(() => {}), requestIdleCallback(() => {})];
  clearTimeout(timer);
  cancelAnimationFrame(frame);
  cancelIdleCallback(idle);
  return { documentAt: performance.timeOrigin, timers: timer - ours.timers, frames: frame - ours.frames, idles: idle - ours.idles };
};
})();`;

/**
 * Evaluates in a world of our own beside the document that the main frame shows, where no variable or function of the page's
 * is met. A promise is waited for.
 * @throws Error when the document is replaced meanwhile
 */
export async function evaluateInOwnWorld(session: CDPSession, expression: string): Promise<unknown> {
  const { frameTree } = await session.send('Page.getFrameTree');
  // Asked for by the same name, it is the same world again.
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'touchlight',
  });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${preparation}\n${expression}`,
    contextId,
    returnByValue: true,
    awaitPromise: true,
  });
  return result.value;
}
