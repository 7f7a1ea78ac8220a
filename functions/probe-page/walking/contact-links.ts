import { patterns } from '../lexicon/index.ts';
import type { SeenLink } from './links.ts';
import type { Screen } from './screen.ts';

/**
 * A page of contacts; `booking` is where customers book or order a visit, often in a chat; `about` is the last choice, where
 * contacts stand when there is no page of their own.
 */
export type ContactLinkRank = 'contact' | 'booking' | 'about';

const choices: readonly ContactLinkRank[] = ['contact', 'booking', 'about'];

/** Does this link lead to a page of contacts, judged by its words and its address? */
export function rankContactLink({ text, url }: Pick<SeenLink, 'text' | 'url'>): ContactLinkRank | null {
  const path = decodePath(url);
  const isShort = text.length <= 40;
  if ((isShort && patterns.contact.test(text)) || patterns.contactPath.test(path)) return 'contact';
  if (isShort && patterns.booking.test(text)) return 'booking';
  if ((isShort && patterns.about.test(text)) || patterns.aboutPath.test(path)) return 'about';
  return null;
}

/** Same site: the same host, `www.` or not. Another host is another business until somebody says otherwise. */
export function isSameSite(url: string, start: string): boolean {
  const [a, b] = [URL.parse(url), URL.parse(start)];
  if (a === null || b === null || !/^https?:$/.test(a.protocol)) return false;
  return a.port === b.port && bare(a.hostname) === bare(b.hostname);
}

/** The address without its fragment: where a click leads to another document. */
export function pageOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  parsed.hash = '';
  return parsed.href.replace(/\/index\.html?$/, '/');
}

export interface PageToVisit {
  readonly url: string;
  readonly rank: ContactLinkRank;
  /** Is its link in view without opening a menu? */
  readonly seen: boolean;
}

/** Further pages of the same site that may show contacts, the most promising first; each once. */
export function contactPages({ links, url }: Pick<Screen, 'links' | 'url'>): PageToVisit[] {
  const pages = new Map<string, PageToVisit>();
  for (const link of links) {
    const rank = rankContactLink(link);
    const page = pageOf(link.url);
    if (rank === null || !isSameSite(page, url) || page === pageOf(url) || isFile(page)) continue;
    const known = pages.get(page);
    pages.set(page, {
      url: page,
      rank: known !== undefined && choices.indexOf(known.rank) < choices.indexOf(rank) ? known.rank : rank,
      seen: link.seen || (known?.seen ?? false),
    });
  }
  const order = ({ rank, seen }: PageToVisit): number => choices.indexOf(rank) * 2 + (seen ? 0 : 1);
  return [...pages.values()].toSorted((a, b) => order(a) - order(b));
}

/** Pages in view that promise nothing: where somebody looks who has not found it elsewhere. In the order of their links. */
export function otherPages({ links, url }: Pick<Screen, 'links' | 'url'>): string[] {
  const seen = links.filter((link) => link.seen && rankContactLink(link) === null).map((link) => pageOf(link.url));
  return [...new Set(seen)].filter((page) => isSameSite(page, url) && page !== pageOf(url) && !isFile(page));
}

export function isFile(url: string): boolean {
  return /\.(pdf|docx?|xlsx?|zip|jpe?g|png|webp|gif|svg|mp[34]|vcf|xml|json|txt)$/i.test(
    URL.parse(url)?.pathname ?? '',
  );
}

function bare(hostname: string): string {
  return hostname.replace(/^www\./, '');
}

function decodePath(url: string): string {
  const path = URL.parse(url)?.pathname ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
