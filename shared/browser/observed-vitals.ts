import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession } from 'playwright-core';
import { evaluateInOwnWorld } from './own-world.ts';

/**
 * What has been observed so far of the document that the page's main frame shows; the first call for a document begins to
 * observe it. The browser keeps the timeline of a load, so this may begin when the load is over, and must not begin before:
 * on a slow phone a script of ours would delay the very paint that it waits for (by 40 ms on a page of 1.4 s). It runs
 * beside the page in a world of its own, where no variable or function of the page's is met.
 * @throws Error when the document is replaced meanwhile
 */
export function observeVitals(session: CDPSession): Promise<unknown> {
  return observed(session, 'readVitals()');
}

/**
 * Resolves when the observer knows the largest paint so far of the document that the main frame shows.
 * @returns how many milliseconds ago the document had both loaded and painted anything; throws like `observeVitals`
 */
export function largestPaint(session: CDPSession): Promise<number> {
  return observed(session, `paintedMost.then(${msSinceShown})`).then(asMs);
}

/** Like `largestPaint`, but any paint will do, and no more than that is observed. */
export function firstPaint(session: CDPSession): Promise<number> {
  return evaluateInOwnWorld(session, `(${untilPainted})().then(${msSinceShown})`).then(asMs);
}

function asMs(seen: unknown): number {
  return typeof seen === 'number' ? seen : 0;
}

/** Begins to observe where that has not been done. */
async function observed(session: CDPSession, expression: string): Promise<unknown> {
  const unobserved = 'unobserved';
  const seen = await evaluateInOwnWorld(session, `globalThis.readVitals ? ${expression} : '${unobserved}'`);
  return seen === unobserved ? evaluateInOwnWorld(session, `${await observerScript()}\n${expression}`) : seen;
}

/** Runs in our own world. */
function untilPainted(): Promise<void> {
  return new Promise((painted) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) painted();
    }).observe({ type: 'paint', buffered: true });
  });
}

/** Runs in our own world. */
function msSinceShown(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const loadedMs = navigation?.loadEventEnd ?? 0;
  return loadedMs === 0 || paint === undefined ? 0 : performance.now() - Math.max(loadedMs, paint.startTime);
}

let observer: Promise<string> | undefined;

/** Google's web-vitals, reported at each change: a lab visit ends before the page is hidden. */
function observerScript(): Promise<string> {
  observer ??= (async () => {
    const folder = path.dirname(fileURLToPath(import.meta.resolve('web-vitals')));
    const library = await readFile(path.join(folder, 'web-vitals.attribution.iife.js'), 'utf8');
    return `(() => {
${library}
const seen = { longTasks: [] };
const painted = Promise.withResolvers();
globalThis.paintedMost = painted.promise;
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
  painted.resolve();
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
  // A text in another font until its own has arrived waits for nothing.
  const fontsHold = [...document.fonts].some((font) => font.status === 'loaded' && !/^(swap|optional|fallback)$/.test(font.display));
  return { ...seen, fontsHold, ...(loadMs > 0 && { loadMs }) };
};
})();`;
  })();
  return observer;
}
