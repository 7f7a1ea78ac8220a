import { formatFor } from '../../../shared/i18n/format.ts';
import type { Device } from '../../../shared/model/device.ts';
import { oneLine, quote, shorten } from '../../../shared/model/foreign-text.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import { bytesOf, documentArrivedMs, heaviest, thirdPartiesOf } from './requests.ts';
import type { LargestPaint, SeenElement, Vitals } from './vitals.ts';

/** What was seen of one page load, for the sentences below. */
export interface Load {
  readonly url: string;
  readonly device: Device;
  readonly vitals: Vitals;
  readonly requests: readonly WaterfallRequest[];
}

/** From here on a file is worth making smaller by itself: a second of the slow phone connection. */
const largeBytes = 180_000;

const faster = 'Ask your hosting company for a faster server, or have finished pages kept ready (a cache)';

/** Per measurement, what its time went to and what to do about it, for an owner who knows none of these names. */
export function explain(load: Load): Record<string, string> {
  const { vitals } = load;
  const sentences = {
    lcpMs: vitals.lcp === undefined ? undefined : explainLargestPaint(vitals.lcp, load),
    fcpMs: explainFirstPaint(load),
    ttfbMs: explainServer(load),
    tbtMs: explainBlocking(load),
    cls: vitals.shifted === undefined ? undefined : explainShift(vitals.shifted),
    loadMs: explainWeight(load),
  };
  return Object.fromEntries(
    Object.entries(sentences).flatMap(([name, sentence]) => (sentence === undefined ? [] : [[name, sentence]])),
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

function explainLargestPaint(lcp: LargestPaint, load: Load): string {
  const { part, ms } = mainPart(lcp);
  const element = nameElement(lcp, load.url);
  const most = `${load.device === 'mobile' ? 'On a phone with a slow connection' : 'On a computer'} the longest part of that, ${time(ms)},`;
  switch (part) {
    case 'server':
      return `${most} passes before the page begins to arrive. ${explainServer(load)}`;
    case 'load-delay':
      return `${most} passes before the browser begins to fetch ${element}. Name it in the page's own HTML, without lazy loading, so that it is fetched first.`;
    case 'load':
      return `${most} goes to downloading ${element}${advice(lcp, load)}`;
    case 'render-delay':
      return `${most} passes while the browser cannot show ${element} yet. ${explainWaiting(load, load.vitals.lcpMs)}`;
  }
}

function advice({ url }: LargestPaint, { requests }: Load): string {
  const own = requests.find((request) => request.url === url);
  if (own === undefined) return '. Make it smaller.';
  const meanwhile = requests.filter(
    (other) => other !== own && other.startMs < endOf(own) && endOf(other) > own.startMs && other.bytes > 0,
  );
  if (own.bytes >= largeBytes || meanwhile.length === 0) {
    return ` (${size(own.bytes)}). Make it smaller: a picture as wide as a phone's screen, saved as WebP or AVIF, seldom needs more than 100 kB.`;
  }
  return ` (${size(own.bytes)}), which shares the connection with ${counted(meanwhile.length, 'other file')} (${size(bytesOf(meanwhile))}). Have it fetched first and the others later.`;
}

function explainFirstPaint(load: Load): string {
  const { fcpMs = 0 } = load.vitals;
  const arrivedMs = documentArrivedMs(load.requests) ?? 0;
  if (arrivedMs > fcpMs / 2) {
    return `The screen stays empty until then, ${time(arrivedMs)} of it before the page begins to arrive. ${explainServer(load)}`;
  }
  return `The screen stays empty until then. ${explainWaiting(load, fcpMs)}`;
}

/** Names the styles and scripts that came in before the paint: as a rule it waited for them. */
function explainWaiting({ requests, url }: Load, paintMs = Number.POSITIVE_INFINITY): string {
  const before = requests.filter(
    (request) =>
      /^(Script|Stylesheet|Font)$/.test(request.type) && request.durationMs !== null && endOf(request) <= paintMs,
  );
  const [first, second] = heaviest(before);
  if (first === undefined) return 'The browser needs that time for the page itself: have less and simpler code in it.';
  const names = [first, ...(second === undefined ? [] : [second])].map((each) => nameRequest(each, url)).join(' and ');
  return `First it needs ${counted(before.length, 'style, script or font file')} (${size(bytesOf(before))}), most of all ${names}. Have what the first screen does not need loaded later (defer), or removed.`;
}

function explainServer({ requests, vitals: { ttfbMs = 0 }, device }: Load): string {
  const hops = requests.filter(
    ({ type, status }) => type === 'Document' && status !== null && status >= 300 && status < 400,
  );
  const sentOn = `The visitor is sent on ${hops.length === 1 ? 'once' : `${hops.length} times`} before the page comes: use its final address in links and advertisements.`;
  const latencyMs = (documentArrivedMs(requests) ?? 0) - ttfbMs;
  const slowNetwork = device === 'mobile' && hops.length === 0 && latencyMs > ttfbMs;
  const server = slowNetwork
    ? `Only ${time(ttfbMs)} of it is the server; the rest is the way there and back on a slow connection.`
    : `${faster}.`;
  return hops.length === 0 ? server : `${sentOn} ${server}`;
}

function explainBlocking({ vitals, requests, url, device }: Load): string | undefined {
  const longest = Math.max(0, ...vitals.longTasks.map(({ durationMs }) => durationMs));
  if (longest === 0) return undefined;
  const scripts = heaviest(requests.filter(({ type }) => type === 'Script'));
  const names = scripts.slice(0, 2).map((script) => nameRequest(script, url));
  const blamed = names.length === 0 ? '' : ` The largest: ${names.join(' and ')}.`;
  return `Scripts keep the ${device === 'mobile' ? 'phone' : 'computer'} busy, once for ${time(longest)} without a pause.${blamed} Remove what the page does not need, or have it loaded after the first tap.`;
}

function explainShift(shifted: SeenElement): string {
  return `What moves most is ${nameElement({ ...shifted, url: '' }, '')}. Give pictures, banners and fonts their room before they arrive, so that nobody taps the wrong thing.`;
}

function explainWeight({ requests, url }: Load): string | undefined {
  const [first] = heaviest(requests);
  if (first === undefined) return undefined;
  const [foreign] = thirdPartiesOf(requests);
  const others =
    foreign === undefined || foreign.bytes === 0
      ? ''
      : ` Of others' servers, ${foreign.domain} sends most: ${size(foreign.bytes)}.`;
  return `It takes ${counted(requests.length, 'request')} and ${size(bytesOf(requests))}; the largest is ${nameRequest(first, url)}.${others} Remove or shrink the largest first.`;
}

export function nameElement({ tag, text, url }: Pick<LargestPaint, 'tag' | 'text' | 'url'>, pageUrl: string): string {
  if (url !== '') return `the ${tag === 'video' ? 'video' : 'picture'} ${shortUrl(url, pageUrl)}`;
  if (text !== '') return `the text ${quote(text, 43)}`;
  return tag === '' ? 'the largest part of the page' : `the largest part of the page (${tag})`;
}

function nameRequest(request: WaterfallRequest, pageUrl: string): string {
  return `${shortUrl(request.url, pageUrl)} (${size(request.bytes)})`;
}

/** Path alone on the page's own host; without the query, and cut where it would fill the sentence. */
export function shortUrl(url: string, pageUrl: string): string {
  if (!URL.canParse(url)) return shorten(oneLine(url), 60);
  const { host, pathname, protocol } = new URL(url);
  if (!protocol.startsWith('http')) return 'inside the page';
  const own = URL.canParse(pageUrl) && new URL(pageUrl).host === host;
  const name = own ? pathname : `${host}${pathname === '/' ? '' : pathname}`;
  return name.length > 60 ? `${own ? '' : `${host}/`}...${name.slice(-40)}` : name;
}

function endOf({ startMs, durationMs }: WaterfallRequest): number {
  return durationMs === null ? Number.POSITIVE_INFINITY : startMs + durationMs;
}

const time = (ms: number): string => formatFor('en').measured(ms, 'ms');
const size = (bytes: number): string => formatFor('en').measured(bytes, 'bytes');
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
