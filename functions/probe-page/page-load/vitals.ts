import { z } from 'zod';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';

/** An element as a person would point at it, its words or its alternative text cut short. */
const elementShape = { tag: z.string(), text: z.string() };

/** What comes out of a page is not trusted: what has the wrong shape counts as not seen. */
const vitalsSchema = z.object({
  lcpMs: z.number().optional().catch(undefined),
  /** The largest element and what its time went to; the four parts add up to lcpMs. */
  lcp: z
    .object({
      ...elementShape,
      url: z.string(),
      ttfbMs: z.number(),
      loadDelayMs: z.number(),
      loadMs: z.number(),
      renderDelayMs: z.number(),
    })
    .optional()
    .catch(undefined),
  fcpMs: z.number().optional().catch(undefined),
  cls: z.number().optional().catch(undefined),
  /** What moved most. */
  shifted: z.object(elementShape).optional().catch(undefined),
  ttfbMs: z.number().optional().catch(undefined),
  loadMs: z.number().optional().catch(undefined),
  /** False where every font that has arrived lets its text be seen in another until then. */
  fontsHold: z.boolean().optional().catch(undefined),
  longTasks: z.array(z.object({ startMs: z.number(), durationMs: z.number() })).catch([]),
});
export type Vitals = z.infer<typeof vitalsSchema>;
export type LargestPaint = NonNullable<Vitals['lcp']>;

export function parseVitals(seen: unknown): Vitals {
  return vitalsSchema.parse(typeof seen === 'object' && seen !== null ? seen : {});
}

/**
 * Chromium's own time to first byte leaves out the latency that we put in front of every answer (its body has it), so the
 * browser's wait for the document would count as the next part's. Moves it where the visitor spends it.
 * @param arrivedMs when the document began to arrive
 */
export function withLatency(lcp: LargestPaint, arrivedMs: number | null): LargestPaint {
  const next = lcp.url === '' ? 'renderDelayMs' : 'loadDelayMs';
  const latencyMs = Math.min(Math.max(0, (arrivedMs ?? 0) - lcp.ttfbMs), lcp[next]);
  return { ...lcp, ttfbMs: lcp.ttfbMs + latencyMs, [next]: lcp[next] - latencyMs };
}

/**
 * The first picture of a film comes while the rest is still on its way; of a file that has not arrived, the browser tells no
 * times, and all of the wait would seem to be its own.
 */
export function withFilm(lcp: LargestPaint, requests: readonly WaterfallRequest[], lcpMs: number): LargestPaint {
  const film = requests.find(({ url, type }) => type === 'Media' && url === lcp.url);
  if (film === undefined || lcp.loadMs > 0 || lcp.loadDelayMs > 0 || film.startMs >= lcpMs) return lcp;
  const startMs = Math.max(film.startMs, lcp.ttfbMs);
  return { ...lcp, loadDelayMs: startMs - lcp.ttfbMs, loadMs: lcpMs - startMs, renderDelayMs: 0 };
}

/** Flat, rounded, without what was not seen. */
export function measurementsOf(vitals: Vitals): Record<string, number> {
  const { lcpMs, lcp, fcpMs, cls, ttfbMs, loadMs } = vitals;
  const ms = {
    lcpMs,
    paintServerMs: lcp?.ttfbMs,
    paintLoadDelayMs: lcp?.loadDelayMs,
    paintLoadMs: lcp?.loadMs,
    paintRenderDelayMs: lcp?.renderDelayMs,
    fcpMs,
    ttfbMs,
    tbtMs: totalBlockingTime(vitals),
    loadMs,
  };
  return {
    ...Object.fromEntries(
      Object.entries(ms).flatMap(([name, value]) => (value === undefined ? [] : [[name, Math.round(value)]])),
    ),
    // A page that never shifts reports no CLS: that is a true zero once something has been painted.
    ...(fcpMs === undefined ? {} : { cls: Math.round((cls ?? 0) * 1000) / 1000 }),
  };
}

/** Sum of what each long task takes beyond 50 ms after the first paint; web.dev/articles/tbt. */
function totalBlockingTime({ longTasks, fcpMs = 0 }: Vitals): number {
  const blocking = longTasks.map(({ startMs, durationMs }) => {
    const afterPaint = Math.min(durationMs, startMs + durationMs - fcpMs);
    return Math.max(0, afterPaint - 50);
  });
  return blocking.reduce((sum, ms) => sum + ms, 0);
}
