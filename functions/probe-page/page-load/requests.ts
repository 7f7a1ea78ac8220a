import { getDomain } from 'tldts-icann';
import type { RequestRecord } from '../../../shared/browser/request-log.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import { serviceAt } from './services.ts';

/** A page that asks for more is not understood better by a longer list. */
const mostRequests = 1_000;
export const longestUrl = 300;

/** What the page asked for, each with whose server it went to. */
export function waterfallOf(requests: readonly RequestRecord[], pageUrl: string): WaterfallRequest[] {
  const own = ownerOf(pageUrl);
  return requests
    .slice(0, mostRequests)
    .map(({ url, type, status, startedMs, respondedMs, finishedMs, transferBytes, blocks, importedBy }) => {
      const owner = ownerOf(url);
      return {
        url: shorten(oneLine(url), longestUrl),
        type,
        status,
        startMs: startedMs,
        waitMs: respondedMs === null ? null : respondedMs - startedMs,
        durationMs: finishedMs === null ? null : finishedMs - startedMs,
        bytes: Math.round(transferBytes),
        thirdParty: owner === own ? null : owner,
        ...(blocks !== undefined && { blocks }),
        ...(importedBy !== undefined && { importedBy: shorten(oneLine(importedBy), longestUrl) }),
      };
    });
}

/** The registrable domain, so that shop.example and cdn.shop.example are one; a bare address or local name owns itself. */
function ownerOf(url: string): string {
  const { hostname } = new URL(url);
  return getDomain(hostname) ?? hostname;
}

/** The page's own document, at the end of its redirects. */
export function documentOf(all: readonly WaterfallRequest[]): WaterfallRequest | undefined {
  return all.find(({ type, status }) => type === 'Document' && status !== null && (status < 300 || status >= 400));
}

/** When the page's own document began to arrive, redirects and the network's latency included; null when it never did. */
export function documentArrivedMs(all: readonly WaterfallRequest[]): number | null {
  const document = documentOf(all);
  return document === undefined || document.waitMs === null ? null : document.startMs + document.waitMs;
}

export function endOf({ startMs, durationMs }: WaterfallRequest): number {
  return durationMs === null ? Number.POSITIVE_INFINITY : startMs + durationMs;
}

export interface Weight {
  readonly transferBytes: number;
  readonly requests: number;
  readonly thirdPartyBytes: number;
  readonly thirdPartyRequests: number;
}

export function weigh(all: readonly WaterfallRequest[]): Weight {
  const foreign = all.filter(({ thirdParty }) => thirdParty !== null);
  return {
    transferBytes: bytesOf(all),
    requests: all.length,
    thirdPartyBytes: bytesOf(foreign),
    thirdPartyRequests: foreign.length,
  };
}

export interface ThirdParty {
  /** As people know it; absent where only its domain is known. */
  readonly service?: string;
  /** Of several, the one that sends most. */
  readonly domain: string;
  readonly bytes: number;
  readonly requests: number;
}

/** The five that send most, a service with all its domains counted as one. */
export function thirdPartiesOf(all: readonly WaterfallRequest[]): ThirdParty[] {
  const foreign = all.filter(({ thirdParty }) => thirdParty !== null);
  const byOwner = Map.groupBy(foreign, (request) => serviceOf(request) ?? request.thirdParty);
  return [...byOwner.values()]
    .map((theirs) => {
      const [first] = heaviest(theirs);
      const service = first && serviceOf(first);
      const domain = first?.thirdParty ?? '';
      return { ...(service !== undefined && { service }), domain, bytes: bytesOf(theirs), requests: theirs.length };
    })
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 5);
}

/** Undefined for the site's own files, even on a CDN. */
export function serviceOf({ url, thirdParty }: WaterfallRequest): string | undefined {
  return thirdParty === null ? undefined : serviceAt(URL.parse(url)?.hostname ?? thirdParty);
}

export function heaviest(all: readonly WaterfallRequest[]): WaterfallRequest[] {
  return all.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5);
}

/** What has not arrived at all is the slowest. */
export function slowest(all: readonly WaterfallRequest[]): WaterfallRequest[] {
  const time = ({ durationMs }: WaterfallRequest): number => durationMs ?? Number.MAX_SAFE_INTEGER;
  return all.toSorted((a, b) => time(b) - time(a)).slice(0, 5);
}

export function bytesOf(requests: readonly WaterfallRequest[]): number {
  return requests.reduce((sum, { bytes }) => sum + bytes, 0);
}
