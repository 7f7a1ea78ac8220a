import type { Device } from '../../../shared/model/device.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import {
  type FileName,
  type FileSeen,
  type PageElement,
  type PageLoadStatements,
  sayPageLoad,
} from '../../../shared/probes/page-load/statements.ts';
import { bytesOf, documentArrivedMs, heaviest, serviceOf, type ThirdParty, thirdPartiesOf } from './requests.ts';
import type { LargestPaint, Vitals } from './vitals.ts';

/** What was seen of one page load, for the statements below. */
export interface Load {
  readonly url: string;
  readonly device: Device;
  readonly vitals: Vitals;
  readonly requests: readonly WaterfallRequest[];
}

/** From here on a file is worth making smaller by itself: a second of the slow phone connection. */
const largeBytes = 180_000;

/** Per measurement, what its time went to and what to do about it, for an owner who knows none of these names. */
export function explain(load: Load): Record<string, Statement> {
  const { lcp, shifted } = load.vitals;
  const statements = {
    lcpMs: lcp === undefined ? undefined : explainLargestPaint(lcp, load),
    fcpMs: explainFirstPaint(load),
    ttfbMs: explainServer(load),
    tbtMs: explainBlocking(load),
    cls: shifted && sayPageLoad('page-load/shift', { element: elementOf({ ...shifted, url: '' }, load) }),
    loadMs: explainWeight(load),
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
      return sayPageLoad('page-load/paint-held-up', {
        ...longest,
        element,
        why: explainWaiting(load, load.vitals.lcpMs),
      });
  }
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
      : { arrivedMs: null, why: explainWaiting(load, fcpMs) },
  );
}

/** Names the styles and scripts that came in before the paint: as a rule it waited for them. */
function explainWaiting({ requests, url }: Load, paintMs = Number.POSITIVE_INFINITY): Statement {
  const before = requests.filter(
    (request) =>
      /^(Script|Stylesheet|Font)$/.test(request.type) && request.durationMs !== null && endOf(request) <= paintMs,
  );
  if (before.length === 0) return sayPageLoad('page-load/waits-for-page', {});
  return sayPageLoad('page-load/waits-for-files', {
    files: before.length,
    bytes: bytesOf(before),
    largest: twoLargest(before, url),
  });
}

function explainServer({ requests, vitals: { ttfbMs = 0 }, device }: Load): Statement {
  const hops = requests.filter(
    ({ type, status }) => type === 'Document' && status !== null && status >= 300 && status < 400,
  );
  const latencyMs = (documentArrivedMs(requests) ?? 0) - ttfbMs;
  const slowNetwork = device === 'mobile' && hops.length === 0 && latencyMs > ttfbMs;
  if (slowNetwork) return sayPageLoad('page-load/network', { serverMs: Math.round(ttfbMs) });
  const server = sayPageLoad('page-load/server', {});
  return hops.length === 0 ? server : sayPageLoad('page-load/redirected', { redirects: hops.length, server });
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

function twoLargest(requests: readonly WaterfallRequest[], pageUrl: string): FileSeen[] {
  return heaviest(requests)
    .slice(0, 2)
    .map((request) => fileOf(request, pageUrl));
}

function heaviestParty({ requests: _, ...party }: ThirdParty): PageLoadStatements['page-load/weight']['thirdParty'] {
  return party;
}

function fileOf(request: WaterfallRequest, pageUrl: string): FileSeen {
  return { ...fileNameOf(request, pageUrl), bytes: request.bytes };
}

export function fileNameOf(request: WaterfallRequest, pageUrl: string): FileName {
  const service = serviceOf(request);
  return { address: shortUrl(request.url, pageUrl), ...(service !== undefined && { service }) };
}

/**
 * Path alone on the page's own host; without the query, and cut where it would fill the sentence. Null for what is written
 * into the page itself.
 */
export function shortUrl(url: string, pageUrl: string): string | null {
  if (!URL.canParse(url)) return shorten(oneLine(url), 60);
  const { host, pathname, protocol } = new URL(url);
  if (!protocol.startsWith('http')) return null;
  const own = URL.canParse(pageUrl) && new URL(pageUrl).host === host;
  const name = own ? pathname : `${host}${pathname === '/' ? '' : pathname}`;
  return name.length > 60 ? `${own ? '' : `${host}/`}...${name.slice(-40)}` : name;
}

function endOf({ startMs, durationMs }: WaterfallRequest): number {
  return durationMs === null ? Number.POSITIVE_INFINITY : startMs + durationMs;
}
