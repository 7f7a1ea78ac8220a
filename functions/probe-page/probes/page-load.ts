import type { ObservedVitals, RequestRecord, Visit } from '../../../shared/browser/visit.ts';
import { pageLoad as spec } from '../../../shared/model/probes/page-load.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { failed, measured, type Probe } from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';

/**
 * How long a visitor waits for the page, on this device under its applied throttling: web vitals, long tasks, weight.
 * It cannot see field data: one visit from one place, with an empty cache.
 */
export const pageLoad: Probe<typeof spec, Visit> = {
  spec,
  async measure(visit, { signal }) {
    const fault = landingFault(visit);
    if (fault !== null) return fault;
    const vitals = await withinDeadline(visit.page.evaluate(readVitals), signal);
    const measurements = {
      ...pickNumbers(vitals),
      tbtMs: totalBlockingTime(vitals),
      transferBytes: visit.requests.reduce((sum, request) => sum + request.transferBytes, 0),
      requests: visit.requests.length,
    };
    const rest = {
      measurements,
      details: { slowest: five(visit.requests, durationOf), heaviest: five(visit.requests, (r) => r.transferBytes) },
      evidence: [await screenshot(visit, signal)],
    };
    if (visit.landing.kind === 'page' && !visit.landing.loaded) {
      const waiting = visit.requests.find((request) => request.finishedMs === null);
      const culprit = waiting === undefined ? '' : ` It still waits for ${waiting.url}.`;
      return failed('never-loads', `The page never finishes loading.${culprit}`, rest);
    }
    return measured(describe(visit, measurements.lcpMs, vitals.loadMs), rest);
  },
};

interface Vitals extends ObservedVitals {
  readonly loadMs: number | null;
}

/** Runs in the page. */
function readVitals(): Vitals {
  const seen: unknown = Reflect.get(window, '__touchlight');
  const [navigation] = performance.getEntriesByType('navigation');
  const loadMs = navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : 0;
  return { longTasks: [], ...(seen as ObservedVitals | undefined), loadMs: loadMs > 0 ? loadMs : null };
}

function pickNumbers({ lcpMs, fcpMs, cls, ttfbMs, loadMs }: Vitals) {
  return {
    ...(lcpMs === undefined ? {} : { lcpMs: Math.round(lcpMs) }),
    ...(fcpMs === undefined ? {} : { fcpMs: Math.round(fcpMs) }),
    // A page that never shifts reports no CLS: that is a true zero once something has been painted.
    ...(fcpMs === undefined ? {} : { cls: Math.round((cls ?? 0) * 1000) / 1000 }),
    ...(ttfbMs === undefined ? {} : { ttfbMs: Math.round(ttfbMs) }),
    ...(loadMs === null ? {} : { loadMs: Math.round(loadMs) }),
  };
}

/** Sum of what each long task takes beyond 50 ms after the first paint; web.dev/articles/tbt. */
function totalBlockingTime({ longTasks, fcpMs = 0 }: Vitals): number {
  const blocking = longTasks.map(({ startMs, durationMs }) => {
    const afterPaint = Math.min(durationMs, startMs + durationMs - fcpMs);
    return Math.max(0, afterPaint - 50);
  });
  return Math.round(blocking.reduce((sum, ms) => sum + ms, 0));
}

function durationOf(request: RequestRecord): number {
  return request.finishedMs === null ? Number.POSITIVE_INFINITY : request.finishedMs - request.startedMs;
}

function five(requests: readonly RequestRecord[], weight: (request: RequestRecord) => number): RequestRecord[] {
  return requests.toSorted((a, b) => weight(b) - weight(a)).slice(0, 5);
}

async function screenshot(visit: Visit, signal: AbortSignal) {
  const bytes = await withinDeadline(visit.page.screenshot({ type: 'jpeg', quality: 70 }), signal);
  return { name: `${visit.device}.jpg`, contentType: 'image/jpeg', bytes };
}

function describe(visit: Visit, lcpMs: number | undefined, loadMs: number | null): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const device = visit.device === 'mobile' ? 'On a phone with a slow connection' : 'On a desktop computer';
  const main =
    lcpMs === undefined ? 'no main content was painted' : `the main content is visible after ${seconds(lcpMs)}`;
  return `${device} ${main}${loadMs === null ? '' : ` and the page is complete after ${seconds(loadMs)}`}.`;
}
