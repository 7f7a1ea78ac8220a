import type { Result as LighthouseResult } from 'lighthouse';
import { formatFor } from '../../../shared/i18n/format.ts';

export interface Opportunity {
  /** Lighthouse's id of the audit, to find it in the full report. */
  readonly id: string;
  /** What to do, for an owner. */
  readonly advice: string;
  /** How much sooner the first or the main content is visible. */
  readonly savedMs: number;
  /** How much sooner the page reacts to taps. */
  readonly savedBlockingMs: number;
  /** How much less there is to download. */
  readonly savedBytes: number;
}

/** What Lighthouse can advise, in words that need no developer; an audit without words here is left to the full report. */
const adviceFor: Readonly<Record<string, string>> = {
  'render-blocking-insight': 'Have styles and scripts that the first screen does not need loaded later',
  'image-delivery-insight': 'Make pictures smaller: no wider than they are shown, as WebP or AVIF',
  'lcp-discovery-insight': "Name the main picture in the page's own HTML, without lazy loading",
  'document-latency-insight': 'Have the server answer faster: no redirects, finished pages kept ready, compression on',
  'font-display-insight': 'Show the text at once in a standard font until your own font has arrived',
  'duplicated-javascript-insight': 'Remove scripts that the page loads twice',
  'legacy-javascript-insight': 'Serve scripts without the extra code for browsers of ten years ago',
  'third-parties-insight': 'Do without some of the chats, trackers and widgets of other companies',
  'cache-insight': 'Let browsers keep pictures, styles and scripts for longer, for visitors who come again',
  'network-dependency-tree-insight':
    'Have files that need one another named in the page itself, not one after the other',
  'modern-http-insight': 'Switch the web server to HTTP/2 or newer',
  'dom-size-insight': 'Make the page shorter: it has too many elements',
  'forced-reflow-insight': 'Have scripts measure the page less often while they change it',
  'cls-culprits-insight': 'Give pictures, banners and fonts their room before they arrive',
  'unused-javascript': 'Remove scripts that the page does not use, or load them later',
  'unused-css-rules': 'Remove styles that the page does not use',
  'unminified-javascript': 'Have scripts compressed (minified) when the site is published',
  'unminified-css': 'Have styles compressed (minified) when the site is published',
  'unsized-images': 'State the size of pictures in the HTML, so that the text does not jump',
};

const worthBytes = 10_000;
const most = 3;

/** The three that save most: time first, then data. */
export function bestOpportunities({ audits }: Pick<LighthouseResult, 'audits'>): Opportunity[] {
  const all = Object.entries(adviceFor).flatMap(([id, advice]) => {
    const audit = audits[id];
    if (audit === undefined || audit.score === 1) return [];
    const { LCP = 0, FCP = 0, TBT = 0 } = audit.metricSavings ?? {};
    const savedMs = Math.round(Math.max(LCP, FCP));
    const savedBlockingMs = Math.round(TBT);
    return [{ id, advice, savedMs, savedBlockingMs, savedBytes: savedBytesOf(audit) }];
  });
  const time = (each: Opportunity): number => each.savedMs + each.savedBlockingMs;
  return all
    .filter((each) => time(each) > 0 || each.savedBytes >= worthBytes)
    .toSorted((a, b) => time(b) - time(a) || b.savedBytes - a.savedBytes)
    .slice(0, most);
}

/** Older audits say a sum, the newer ones only what each file wastes. */
function savedBytesOf({ details }: LighthouseResult['audits'][string]): number {
  const said = numberAt(details, 'overallSavingsBytes');
  if (said !== null) return Math.round(said);
  const items = details !== undefined && 'items' in details && Array.isArray(details.items) ? details.items : [];
  return Math.round(items.reduce<number>((sum, item) => sum + (numberAt(item, 'wastedBytes') ?? 0), 0));
}

function numberAt(holder: unknown, name: string): number | null {
  const value: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : null;
  return typeof value === 'number' ? value : null;
}

/** One sentence with all of them; undefined when there is nothing to gain. */
export function sayOpportunities(best: readonly Opportunity[]): string | undefined {
  if (best.length === 0) return undefined;
  const said = best.map((each, n) => `(${n + 1}) ${lowerFirst(each.advice)}${gain(each)}`);
  return `What would help most: ${said.join('; ')}.`;
}

function gain({ savedMs, savedBlockingMs, savedBytes }: Opportunity): string {
  const gains = [
    savedMs > 0 ? `the page is visible ${formatFor('en').measured(savedMs, 'ms')} sooner` : '',
    savedBlockingMs > 0 ? `it reacts ${formatFor('en').measured(savedBlockingMs, 'ms')} sooner` : '',
    savedBytes >= worthBytes ? `${formatFor('en').measured(savedBytes, 'bytes')} less to download` : '',
  ].filter((each) => each !== '');
  return gains.length === 0 ? '' : ` (${gains.join(', ')})`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
