import { z } from 'zod';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import { World } from './world.ts';

export const cruxKey = 'AIza-crux-key-of-coffee-lab';

/** What three of four visits had, as Google writes it; what is left out it does not know. */
interface VisitorSpeeds {
  readonly lcp?: number;
  readonly inp?: number;
  readonly cls?: string;
  readonly ttfb?: number;
}

/** By the origin or page that is asked for; `*` for every origin. */
export type KnownSites = Readonly<Record<string, Readonly<Partial<Record<'PHONE' | 'DESKTOP', VisitorSpeeds>>>>>;

const questionSchema = z.strictObject({
  origin: z.url().optional(),
  url: z.url().optional(),
  formFactor: z.enum(['PHONE', 'DESKTOP', 'TABLET']).optional(),
  metrics: z.array(z.string()).optional(),
  collectionPeriodCount: z.int().min(1).max(40).optional(),
});

const dayMs = 86_400_000;
const weeks = 25;

/** Google's Chrome UX Report for a few sites: the newest 28 days, and 25 weeks of them. */
export function cruxStub(sites: KnownSites, now: () => number): StubPlatform {
  return {
    world: new World(now),
    route: ({ path }) => path.replace('v1/records:', ''),
    answer(request, route) {
      const { headers, query } = request;
      const key = headers['x-goog-api-key'] ?? query.get('key');
      if (key === null) return cruxError(403, 'PERMISSION_DENIED');
      if (key !== cruxKey) return cruxError(400, 'INVALID_ARGUMENT', 'API_KEY_INVALID');
      const question = questionSchema.safeParse(parsed(request));
      if (!question.success || (question.data.origin === undefined) === (question.data.url === undefined)) {
        return cruxError(400, 'INVALID_ARGUMENT');
      }
      const { origin, url, formFactor } = question.data;
      const subject = origin ?? url ?? '';
      const site = sites[subject] ?? (origin === undefined ? undefined : sites['*']);
      const speeds = formFactor === 'PHONE' || formFactor === 'DESKTOP' ? site?.[formFactor] : undefined;
      if (speeds === undefined) return cruxError(404, 'NOT_FOUND');
      const identity = { formFactor, ...(origin === undefined ? { url } : { origin }) };
      if (route === 'queryRecord') return { body: record(speeds, identity, now()) };
      if (route === 'queryHistoryRecord') return { body: history(speeds, identity, now()) };
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' };
    },
    faults: {
      'expired-token': () => cruxError(400, 'INVALID_ARGUMENT', 'API_KEY_INVALID'),
      'missing-permission': () => cruxError(403, 'PERMISSION_DENIED', 'SERVICE_DISABLED'),
      quota: () => cruxError(429, 'RESOURCE_EXHAUSTED', 'RATE_LIMIT_EXCEEDED'),
      throttled: () => cruxError(429, 'RESOURCE_EXHAUSTED', 'RATE_LIMIT_EXCEEDED'),
      'wrong-shape': () => ({ body: { record: { metrics: [], collectionPeriod: 'last month' } } }),
    },
  };
}

function parsed({ text }: StubRequest): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** As all of Google's newer APIs answer; a missing site has no details. */
export function cruxError(code: number, status: string, reason?: string): StubAnswer {
  const message = status === 'NOT_FOUND' ? 'chrome ux report data not found' : 'In the words of Google';
  return {
    status: code,
    body: {
      error: {
        code,
        message,
        status,
        ...(reason !== undefined && {
          details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }],
        }),
      },
    },
  };
}

/** Google's bounds between good, middling and poor. */
const bounds = {
  largest_contentful_paint: [0, 2500, 4000],
  interaction_to_next_paint: [0, 200, 500],
  cumulative_layout_shift: ['0.00', '0.10', '0.25'],
  experimental_time_to_first_byte: [0, 800, 1800],
} as const;

function named({ lcp, inp, cls, ttfb }: VisitorSpeeds): [keyof typeof bounds, number | string][] {
  return [
    ...(lcp === undefined ? [] : [['largest_contentful_paint', lcp] as [keyof typeof bounds, number]]),
    ...(inp === undefined ? [] : [['interaction_to_next_paint', inp] as [keyof typeof bounds, number]]),
    ...(cls === undefined ? [] : [['cumulative_layout_shift', cls] as [keyof typeof bounds, string]]),
    ...(ttfb === undefined ? [] : [['experimental_time_to_first_byte', ttfb] as [keyof typeof bounds, number]]),
  ];
}

function record(speeds: VisitorSpeeds, key: object, now: number) {
  const metrics = named(speeds).map(([name, p75]) => {
    const [start, middle, end] = bounds[name];
    const histogram = [
      { start, end: middle, density: 0.7 },
      { start: middle, end, density: 0.2 },
      { start: end, density: 0.1 },
    ];
    return [name, { histogram, percentiles: { p75 } }];
  });
  return {
    record: {
      key,
      metrics: { ...Object.fromEntries(metrics), navigation_types: { fractions: { navigate: 0.7, reload: 0.1 } } },
      collectionPeriod: period(now - 2 * dayMs),
    },
  };
}

/** Slowly better from week to week; of the oldest week nothing is known. */
function history(speeds: VisitorSpeeds, key: object, now: number) {
  const saturday = now - ((new Date(now).getUTCDay() + 1) % 7) * dayMs - 7 * dayMs;
  const metrics = named(speeds).map(([name, p75]) => {
    const p75s = Array.from({ length: weeks }, (_, n) => earlier(p75, weeks - 1 - n));
    const densities = p75s.map((each) => (each === null ? 'NaN' : 0.7));
    const [start, end] = bounds[name];
    return [name, { histogramTimeseries: [{ start, end, densities }], percentilesTimeseries: { p75s } }];
  });
  const collectionPeriods = Array.from({ length: weeks }, (_, n) => period(saturday - (weeks - 1 - n) * 7 * dayMs));
  return { record: { key, metrics: Object.fromEntries(metrics), collectionPeriods } };
}

function earlier(p75: number | string, weeksAgo: number): number | string | null {
  if (weeksAgo === weeks - 1) return null;
  if (typeof p75 === 'string') return p75;
  return Math.round(p75 * (1 + weeksAgo / 100 + Math.sin(weeksAgo) / 40));
}

function period(lastAt: number) {
  return { firstDate: dateOf(lastAt - 27 * dayMs), lastDate: dateOf(lastAt) };
}

function dateOf(at: number) {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
