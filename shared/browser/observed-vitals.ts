import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession } from 'playwright-core';

/** An element as a person would point at it. */
interface ObservedElement {
  readonly tag: string;
  /** Its words or its alternative text, cut short. */
  readonly text: string;
}

/** What the observer below keeps in its world. */
export interface ObservedVitals {
  lcpMs?: number;
  /** The largest element and what its time went to; the four parts add up to lcpMs. */
  lcp?: ObservedElement & {
    readonly url: string;
    readonly ttfbMs: number;
    readonly loadDelayMs: number;
    readonly loadMs: number;
    readonly renderDelayMs: number;
  };
  fcpMs?: number;
  cls?: number;
  /** What moved most. */
  shifted?: ObservedElement;
  ttfbMs?: number;
  longTasks: { startMs: number; durationMs: number }[];
  loadMs?: number;
}

/**
 * What has been observed so far of the document that the page's main frame shows; the first call for a document begins to
 * observe it. The browser keeps the timeline of a load, so this may begin when the load is over, and must not begin before:
 * on a slow phone a script of ours would delay the very paint that it waits for (by 40 ms on a page of 1.4 s). It runs
 * beside the page in a world of its own, where no variable or function of the page's is met.
 * @throws Error when the document is replaced meanwhile
 */
export async function observeVitals(session: CDPSession): Promise<unknown> {
  const evaluate = await inOwnWorld(session);
  const seen = await evaluate('globalThis.readVitals?.()');
  return seen ?? evaluate(await observerScript());
}

/** Has the document that the main frame shows painted anything yet? Asks without observing. */
export async function hasPainted(session: CDPSession): Promise<boolean> {
  const evaluate = await inOwnWorld(session);
  return (await evaluate(`performance.getEntriesByName('first-contentful-paint').length > 0`)) === true;
}

async function inOwnWorld(session: CDPSession): Promise<(expression: string) => Promise<unknown>> {
  const { frameTree } = await session.send('Page.getFrameTree');
  // Asked for by the same name, it is the same world again.
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'touchlight',
  });
  return async (expression) =>
    (await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true })).result.value;
}

let observer: Promise<string> | undefined;

/** Google's web-vitals, told at each change: a lab visit ends before the page is hidden. */
function observerScript(): Promise<string> {
  observer ??= (async () => {
    const folder = path.dirname(fileURLToPath(import.meta.resolve('web-vitals')));
    const library = await readFile(path.join(folder, 'web-vitals.attribution.iife.js'), 'utf8');
    return `(() => {
${library}
const seen = { longTasks: [] };
const all = { reportAllChanges: true };
const describe = (node) => {
  const element = node instanceof Element ? node : node && node.parentElement;
  if (!element) return { tag: '', text: '' };
  const words = element.getAttribute('alt') || element.getAttribute('aria-label') || element.textContent || '';
  return { tag: element.localName, text: words.replace(/\\s+/g, ' ').trim().slice(0, 60) };
};
webVitals.onLCP((m) => {
  const { lcpEntry, url, timeToFirstByte, resourceLoadDelay, resourceLoadDuration, elementRenderDelay } = m.attribution;
  seen.lcpMs = m.value;
  seen.lcp = {
    ...describe(lcpEntry && lcpEntry.element),
    url: url || '',
    ttfbMs: timeToFirstByte,
    loadDelayMs: resourceLoadDelay,
    loadMs: resourceLoadDuration,
    renderDelayMs: elementRenderDelay,
  };
}, all);
webVitals.onFCP((m) => { seen.fcpMs = m.value; }, all);
webVitals.onCLS((m) => {
  const { largestShiftSource } = m.attribution;
  seen.cls = m.value;
  if (largestShiftSource && largestShiftSource.node) seen.shifted = describe(largestShiftSource.node);
}, all);
webVitals.onTTFB((m) => { seen.ttfbMs = m.value; }, all);
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) seen.longTasks.push({ startMs: e.startTime, durationMs: e.duration });
}).observe({ type: 'longtask', buffered: true });
globalThis.readVitals = () => {
  const [navigation] = performance.getEntriesByType('navigation');
  const loadMs = navigation ? navigation.loadEventEnd : 0;
  return { ...seen, ...(loadMs > 0 && { loadMs }) };
};
return globalThis.readVitals();
})()`;
  })();
  return observer;
}
