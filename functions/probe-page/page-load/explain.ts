import type { Statement } from '../../../shared/model/finding.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import { type PageElement, type PageLoadStatements, sayPageLoad } from '../../../shared/probes/page-load/statements.ts';
import type { FirstScreen } from './first-screen.ts';
import { fileOf, type Load, shortUrl, twoLargest } from './load.ts';
import {
  bytesOf,
  documentArrivedMs,
  documentOf,
  endOf,
  heaviest,
  type ThirdParty,
  thirdPartiesOf,
} from './requests.ts';
import type { LargestPaint } from './vitals.ts';
import { explainWait } from './waiting.ts';

/** From here on a file is worth making smaller by itself: a second of the slow phone connection. */
const largeBytes = 180_000;
/** From so many quick answers on, a server is quick. */
const fewestOthers = 3;

/** Per measurement, what its time went to and what to do about it, for an owner who knows none of these names. */
export function explain(load: Load, firstScreen: FirstScreen | null = null): Record<string, Statement> {
  const { lcp, shifted } = load.vitals;
  const statements = {
    lcpMs: lcp === undefined ? undefined : explainLargestPaint(lcp, load),
    fcpMs: explainFirstPaint(load),
    ttfbMs: explainServer(load),
    tbtMs: explainBlocking(load),
    cls: shifted && sayPageLoad('page-load/shift', { element: elementOf({ ...shifted, url: '' }, load) }),
    loadMs: firstScreen === null ? explainWeight(load) : explainRest(load, firstScreen),
  };
  return Object.fromEntries(
    Object.entries(statements).flatMap(([name, statement]) => (statement === undefined ? [] : [[name, statement]])),
  );
}

export type LcpPart = 'server' | 'load-delay' | 'load' | 'render-delay';

/** The largest of the four parts of the largest paint. */
export function mainPart({ ttfbMs, loadDelayMs, loadMs, renderDelayMs }: LargestPaint): { part: LcpPart; ms: number } {
  const parts = [
    { part: 'server', ms: ttfbMs },
    { part: 'load-delay', ms: loadDelayMs },
    { part: 'load', ms: loadMs },
    { part: 'render-delay', ms: renderDelayMs },
  ] as const;
  return parts.reduce((most, each) => (each.ms > most.ms ? each : most));
}

function explainLargestPaint(lcp: LargestPaint, load: Load): Statement {
  const { part, ms } = mainPart(lcp);
  const longest = { device: load.device, partMs: Math.round(ms) };
  const element = elementOf(lcp, load);
  switch (part) {
    case 'server':
      return sayPageLoad('page-load/paint-server', { ...longest, server: explainServer(load) });
    case 'load-delay':
      return sayPageLoad('page-load/paint-asked-late', { ...longest, element });
    case 'load':
      return sayPageLoad('page-load/paint-download', { ...longest, element, file: downloadOf(lcp, load) });
    case 'render-delay':
      return sayPageLoad('page-load/paint-held-up', { ...longest, element, why: explainHoldUp(lcp, load) });
  }
}

/** What kept the first paint back is no reason for what came long after it. */
function explainHoldUp({ url, renderDelayMs }: LargestPaint, load: Load): Statement {
  const { lcpMs = renderDelayMs, fcpMs = lcpMs } = load.vitals;
  const fromMs = lcpMs - renderDelayMs;
  const isFirst = lcpMs - fcpMs < renderDelayMs / 2;
  const wait = isFirst ? { fromMs, untilMs: fcpMs } : { fromMs: Math.max(fromMs, fcpMs), untilMs: lcpMs };
  return explainWait(load, { ...wait, mayBeText: url === '' });
}

/** Null for a picture whose request was not seen. */
function downloadOf({ url }: LargestPaint, { requests }: Load): PageLoadStatements['page-load/paint-download']['file'] {
  const own = requests.find((request) => request.url === url);
  if (own === undefined) return null;
  const meanwhile = requests.filter(
    (other) => other !== own && other.startMs < endOf(own) && endOf(other) > own.startMs && other.bytes > 0,
  );
  const isToBlame = own.bytes >= largeBytes || meanwhile.length === 0;
  return {
    bytes: own.bytes,
    meanwhile: isToBlame ? null : { files: meanwhile.length, bytes: bytesOf(meanwhile) },
  };
}

function explainFirstPaint(load: Load): Statement {
  const { fcpMs = 0 } = load.vitals;
  const arrivedMs = documentArrivedMs(load.requests) ?? 0;
  return sayPageLoad(
    'page-load/empty-screen',
    arrivedMs > fcpMs / 2
      ? { arrivedMs: Math.round(arrivedMs), why: explainServer(load) }
      : { arrivedMs: null, why: explainWait(load, { fromMs: arrivedMs, untilMs: fcpMs, mayBeText: true }) },
  );
}

function explainServer({ requests, vitals: { ttfbMs = 0 }, device }: Load): Statement {
  const hops = requests.filter(
    ({ type, status }) => type === 'Document' && status !== null && status >= 300 && status < 400,
  );
  const latencyMs = (documentArrivedMs(requests) ?? 0) - ttfbMs;
  const slowNetwork = device === 'mobile' && hops.length === 0 && latencyMs > ttfbMs;
  if (slowNetwork) return sayPageLoad('page-load/network', { serverMs: Math.round(ttfbMs) });
  const server = explainAnswer(requests, ttfbMs, latencyMs);
  if (hops.length === 0) return server;
  const page = documentOf(requests);
  const isTheirs = page !== undefined && page.startMs > (page.waitMs ?? 0);
  return sayPageLoad('page-load/redirected', { redirects: hops.length, server: isTheirs ? null : server });
}

/** A server that is quick to send everything else is not slow. */
function explainAnswer(requests: readonly WaterfallRequest[], serverMs: number, latencyMs: number): Statement {
  const page = documentOf(requests);
  const waits = requests
    .filter(({ url, status }) => status === 200 && page !== undefined && hostOf(url) === hostOf(page.url))
    .flatMap((request) => (request === page || request.waitMs === null ? [] : [request.waitMs]))
    .toSorted((a, b) => a - b);
  const othersMs = Math.max(0, (waits[Math.floor(waits.length / 2)] ?? 0) - Math.max(0, latencyMs));
  return waits.length >= fewestOthers && othersMs * 3 < serverMs
    ? sayPageLoad('page-load/server-quick-otherwise', {
        ...{ serverMs: Math.round(serverMs), others: waits.length, othersMs: Math.round(othersMs) },
      })
    : sayPageLoad('page-load/server', {});
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.host;
}

function explainBlocking({ vitals, requests, url, device }: Load): Statement | undefined {
  const longestMs = Math.round(Math.max(0, ...vitals.longTasks.map(({ durationMs }) => durationMs)));
  if (longestMs === 0) return undefined;
  const scripts = requests.filter(({ type }) => type === 'Script');
  return sayPageLoad('page-load/busy', { device, longestMs, largest: twoLargest(scripts, url) });
}

function explainWeight({ requests, url }: Load): Statement | undefined {
  const [first] = heaviest(requests);
  if (first === undefined) return undefined;
  const [foreign] = thirdPartiesOf(requests);
  return sayPageLoad('page-load/weight', {
    requests: requests.length,
    bytes: bytesOf(requests),
    largest: fileOf(first, url),
    thirdParty: foreign === undefined || foreign.bytes === 0 ? null : heaviestParty(foreign),
  });
}

/** The page is there; what it still loads stands further down. */
function explainRest({ url }: Load, { completeMs, below, canWait }: FirstScreen): Statement {
  return sayPageLoad('page-load/below-first-screen', {
    screenMs: Math.round(completeMs),
    pictures: below.length,
    bytes: bytesOf(below),
    largest: twoLargest(below, url),
    canWait,
  });
}

export function elementOf(
  { tag, text, url }: Pick<LargestPaint, 'tag' | 'text' | 'url'>,
  { url: pageUrl, requests }: Pick<Load, 'url' | 'requests'>,
): PageElement {
  if (url !== '') {
    // Before a video plays, its poster stands there: a picture.
    const isFilm = tag === 'video' && !requests.some((request) => request.url === url && request.type === 'Image');
    return { what: isFilm ? 'video' : 'picture', address: shortUrl(url, pageUrl) };
  }
  return text !== '' ? { what: 'text', text } : { what: 'part', tag: tag === '' ? null : tag };
}

function heaviestParty({ requests: _, ...party }: ThirdParty): PageLoadStatements['page-load/weight']['thirdParty'] {
  return party;
}
