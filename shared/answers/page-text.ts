import type { PageAnswer } from './page-answer.ts';

/** The beginning of an HTML document, read without a browser: enough to recognise a page, never to find contacts on it. */
export interface PageText {
  readonly html: string;
  readonly title: string;
  /** Its headings of the first two ranks. */
  readonly headings: readonly string[];
  /** What is written in its body. */
  readonly text: string;
  /** How many links lead to other pages of the same site. */
  readonly ownLinks: number;
}

export function readPageText(html: string, url: string): PageText {
  // What a hostile page leaves open ends with the document: no expression searches the rest again and again.
  const visible = html
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(script|style|template|noscript|svg)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ');
  const headings = [...visible.matchAll(/<h[12]\b[^<>]{0,500}>([\s\S]{0,300}?)<\/h[12]/gi)];
  const links = [...visible.matchAll(/<a\b[^<>]{0,500}?\bhref\s*=\s*["']?([^"'\s<>]{1,500})/gi)];
  return {
    html,
    title: plain(/<title[^<>]{0,200}>([^<]{0,300})/i.exec(visible)?.[1] ?? ''),
    headings: headings.map(([, inner = '']) => plain(inner)),
    text: plain(visible.replace(/<title[^<>]{0,200}>[^<]{0,300}/i, ' ')),
    ownLinks: new Set(links.flatMap(([, href = '']) => ownPage(href, url))).size,
  };
}

/** It answers with a page, but nothing in it could ever be seen: no word, no script, nothing that is drawn, no way to another page. */
export function isBlank({ status, body, headers, isWhole = false }: PageAnswer): boolean {
  if (!isWhole || status !== 200 || headers['refresh'] !== undefined || /http-equiv\s*=\s*["']?refresh/i.test(body))
    return false;
  const rest = body
    .replace(/<!--[\s\S]*?-->|<title[^<>]*>[^<]*<\/title\s*>/gi, '')
    .replace(/<(!doctype|\/?html|\/?head|meta|\/?body(?![^<>]*(style|background|onload)\s*=))\b[^<>]*>/gi, '');
  return rest.replace(/&nbsp;|\ufeff/g, '').trim() === '';
}

function ownPage(href: string, url: string): string[] {
  if (href.startsWith('#') || !URL.canParse(href, url)) return [];
  const { host, pathname, protocol } = new URL(href, url);
  const here = new URL(url);
  return /^https?:$/.test(protocol) && host === here.host && pathname !== here.pathname ? [pathname] : [];
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  mdash: '—',
  rsquo: '’',
};

function plain(markup: string): string {
  return markup
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(#39|#x27|[a-z]{2,6});/gi, (whole, name: string) =>
      name.startsWith('#') ? "'" : (entities[name.toLowerCase()] ?? whole),
    )
    .replace(/\s+/g, ' ')
    .trim();
}
