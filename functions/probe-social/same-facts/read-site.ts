import type { LookupFunction } from 'node:net';
import { Way } from '../../../shared/answers/way.ts';
import { PrivateAddressError } from '../../../shared/browser/public-addresses.ts';
import type { Stated } from '../../../shared/business-facts/facts.ts';
import { unescapeHtml, withoutHidden } from '../../../shared/business-facts/html-text.ts';
import { readPageFacts } from '../../../shared/business-facts/page-facts.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { saySameFacts } from '../../../shared/probes/same-facts/statements.ts';

const patienceMs = 10_000;
/** For both pages and all their redirects. */
const siteWithinMs = 25_000;
const limitBytes = 1_000_000;

export interface SiteFacts {
  readonly facts: readonly Stated[];
  readonly country: string | null;
  /** Why a page could not be read. */
  readonly unread: readonly Statement[];
  /** What is no fault of anybody and should be known. */
  readonly remarks: readonly Statement[];
}

interface Asking {
  readonly url: string;
  /** Path of the page with the contacts; null for the one that the home page links to. */
  readonly page: string | null;
  readonly country: string | null;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Ends before `signal`: a site that answers slowly leaves time for the rest. */
  readonly until?: AbortSignal;
  /** The address guard's; absent where any address may be asked. */
  readonly lookup?: LookupFunction;
}

/** The home page and the page with the contacts, as a plain request gets them. */
export async function readSite(given: Asking): Promise<SiteFacts> {
  const asking = { ...given, until: AbortSignal.any([given.signal, AbortSignal.timeout(siteWithinMs)]) };
  const home = await readOne(asking.url, asking);
  const contactUrl = asking.page === null ? contactPage(home.html, home.url) : new URL(asking.page, asking.url).href;
  if (contactUrl === null || contactUrl === asking.url) return home;
  const contact = await readOne(contactUrl, { ...asking, country: home.country ?? asking.country });
  return {
    facts: [...home.facts, ...contact.facts],
    country: home.country ?? contact.country,
    unread: [...home.unread, ...contact.unread],
    // What one of the two says is there.
    remarks: home.facts.length + contact.facts.length > 0 ? [] : home.remarks,
  };
}

interface OnePage extends SiteFacts {
  readonly html: string;
  /** Where it is in the end, behind its redirects. */
  readonly url: string;
}

async function readOne(url: string, asking: Asking): Promise<OnePage> {
  const path = pathOf(url);
  const { status, html, url: end } = await request(url, asking);
  if (status === null || status >= 400 || html === '') {
    const unread = [saySameFacts('same-facts/site-unread', { path, status })];
    return { facts: [], country: null, unread, remarks: [], html: '', url: end };
  }
  const { facts, country, needsBrowser } = readPageFacts(html, path, asking.country);
  const remarks = needsBrowser ? [saySameFacts('same-facts/needs-browser', { path })] : [];
  return { facts, country, unread: [], remarks, html, url: end };
}

interface Fetched {
  readonly status: number | null;
  readonly html: string;
  readonly url: string;
}

async function request(url: string, { now, signal, until = signal, lookup }: Asking): Promise<Fetched> {
  const options = { signal: until, timeoutMs: patienceMs, bodyLimitBytes: limitBytes, ...(lookup && { lookup }) };
  try {
    const end = await new Way(url, now()).follow(options);
    if (end.kind === 'loop') return { status: null, html: '', url };
    return { status: end.answer.status, html: end.answer.body, url: end.answer.url };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PrivateAddressError) throw error;
    return { status: null, html: '', url };
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** What the link to it is called in the languages that are read here, in its address or in its text. */
const contactWords = /contact|kontakt|contatt|contacto|iletisim|iletişim|контакт|зв.?язок|find-us|visit-us/i;

/** The first link of the same site that is called so. */
function contactPage(html: string, url: string): string | null {
  const here = new URL(url);
  const links = withoutHidden(html).matchAll(
    /<a\s[^<>]{0,1000}?href\s*=\s*["']?([^"'\s>]{1,500})[^<>]{0,1000}>([^<]{0,100})/gi,
  );
  for (const [, href = '', text = ''] of links) {
    const link = URL.parse(unescapeHtml(href), url);
    if (link === null || link.host !== here.host || !/^https?:$/.test(link.protocol)) continue;
    link.hash = '';
    if (link.pathname !== here.pathname && (contactWords.test(decoded(link.pathname)) || contactWords.test(text)))
      return link.href;
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
