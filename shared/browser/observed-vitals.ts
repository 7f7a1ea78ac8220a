import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** An element as a person would point at it. */
export interface ObservedElement {
  readonly tag: string;
  /** Its words or its alternative text, cut short. */
  readonly text: string;
}

/** What the observer below leaves in the page as `__touchlight`: a name of ours, so that no page's own variable is met. */
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
}

let observer: Promise<string> | undefined;

/** Google's web-vitals in the page's main frame, told at each change: a lab visit ends before the page is hidden. */
export function observerScript(): Promise<string> {
  observer ??= (async () => {
    const folder = path.dirname(fileURLToPath(import.meta.resolve('web-vitals')));
    const library = await readFile(path.join(folder, 'web-vitals.attribution.iife.js'), 'utf8');
    return `if (window.top === window) (() => {
${library}
const seen = (window.__touchlight = { longTasks: [] });
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
})();`;
  })();
  return observer;
}
