import type { LookupFunction } from 'node:net';
import { Way } from '../../shared/answers/way.ts';
import { type OpeningHours, readOpeningHours } from '../../shared/business-facts/hours/opening-hours.ts';
import { plain, unescapeHtml, withoutHidden } from '../../shared/business-facts/html-text.ts';
import { countryOf, isBusiness, linkedData } from '../../shared/business-facts/structured-data.ts';

/** What the text of a page says about its business, before any script has run. */
export interface HomePage {
  /** The likeliest name first; empty when the page names nobody. */
  readonly names: readonly string[];
  /** As `<html lang>` says it: `uk`, `de-AT`; empty when it says nothing. */
  readonly language: string;
  /** `UA`, from the structured data's address; null when it gives none. */
  readonly country: string | null;
  /** From the structured data; null when it gives none that a plain week has. */
  readonly hours: OpeningHours | null;
  /** Absolute addresses of all links. */
  readonly links: readonly string[];
}

const limitBytes = 1_000_000;
const mostText = 50_000;
const patienceMs = 10_000;

/**
 * The page as a plain request gets it; an empty text when there is none, because the browser has already said why.
 * @param lookup the address guard's; absent where any address may be asked, as on one's own machine
 */
export async function fetchHomePage(url: string, signal: AbortSignal, lookup?: LookupFunction): Promise<string> {
  const options = { signal, timeoutMs: patienceMs, bodyLimitBytes: limitBytes, ...(lookup && { lookup }) };
  try {
    const end = await new Way(url, Date.now()).follow(options);
    if (end.kind === 'end') return end.answer.body;
  } catch {
    signal.throwIfAborted();
  }
  return '';
}

/** Of titles such as "Welcome to Coffee Lab". */
const greeting =
  /^\s*(welcome to|willkommen (bei|in)|bienvenue (chez|à)|bienvenidos a|witamy w|добро пожаловать в|ласкаво просимо до)\s+/i;

/** Guesses only: a person sees and corrects them, so patterns are enough and no parser is needed. */
export function readHomePage(html: string, url: string): HomePage {
  const data = linkedData(html);
  const shown = withoutHidden(html);
  const title = /<title[^>]*>([^<]*)/i.exec(shown)?.[1] ?? '';
  const siteName = /<meta\s[^>]*property=["']og:site_name["'][^>]*>/i.exec(html)?.[0] ?? '';
  const names = [
    ...data.filter(isBusiness).map(({ name }) => name),
    /content=["']([^"']*)/i.exec(siteName)?.[1],
    title.split(/\s[|–—·•-]\s|:\s|\s*\|\s*/)[0]?.replace(greeting, ''),
  ];
  return {
    names: [...new Set(names.flatMap((name) => (typeof name === 'string' ? [plain(name)] : [])))].filter(Boolean),
    language: /<html[^>]*\slang=["']?([a-z]{2,3}(-[a-z0-9]+)*)/i.exec(html)?.[1] ?? '',
    country: data.map(countryOf).find((code) => code !== null) ?? null,
    hours: readOpeningHours(data),
    links: [...shown.matchAll(/<a\s[^>]*?href=["']([^"']+)/gi)].flatMap(([, href = '']) => {
      const link = URL.parse(unescapeHtml(href), url);
      return link === null ? [] : [link.href];
    }),
  };
}

/** What is written on the page, in one line. */
export function readText(html: string): string {
  return plain(withoutHidden(html).replace(/<[^<>]*>/g, ' '), mostText);
}
