import type { Device } from '../../../shared/model/device.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import type { FileName, FileSeen } from '../../../shared/probes/page-load/statements.ts';
import { heaviest, serviceOf } from './requests.ts';
import type { Vitals } from './vitals.ts';

/** What was seen of one page load. */
export interface Load {
  readonly url: string;
  readonly device: Device;
  readonly vitals: Vitals;
  readonly requests: readonly WaterfallRequest[];
  /** Scripts that stand behind all content, by address; absent where nobody has looked. */
  readonly trailingScripts?: ReadonlySet<string>;
}

export function twoLargest(requests: readonly WaterfallRequest[], pageUrl: string): FileSeen[] {
  return heaviest(requests)
    .slice(0, 2)
    .map((request) => fileOf(request, pageUrl));
}

export function fileOf(request: WaterfallRequest, pageUrl: string): FileSeen {
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
