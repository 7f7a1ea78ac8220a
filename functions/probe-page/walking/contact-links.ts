import { patterns } from '../lexicon/index.ts';
import type { SeenLink } from './links.ts';

/**
 * A page of contacts; `booking` is where customers book or order a visit, often in a chat; `about` is the last choice, where
 * contacts stand when there is no page of their own.
 */
export type ContactLinkRank = 'contact' | 'booking' | 'about';

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
