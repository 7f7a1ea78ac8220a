import { oneLine, shorten } from '../model/foreign-text.ts';

/** What no visitor with scripts gets to see, and what is no text of the page. */
const hiddenParts: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ...['noscript', 'template', 'script', 'style'].map((name) => [`<${name}`, `</${name}`] as const),
];

/** One part that never ends hides nothing. */
export function withoutHidden(html: string): string {
  let shown = html;
  for (const [opens, closes] of hiddenParts) {
    const lower = shown.toLowerCase();
    const kept: string[] = [];
    let at = 0;
    for (let from = lower.indexOf(opens); from !== -1; from = lower.indexOf(opens, at)) {
      const to = lower.indexOf(closes, from);
      if (to === -1) break;
      kept.push(shown.slice(at, from));
      at = to + closes.length;
    }
    shown = [...kept, shown.slice(at)].join(' ');
  }
  return shown;
}

/** One short line: page text is data, also in a terminal and in a comment. */
export function plain(text: string, limit = 80): string {
  return shorten(oneLine(unescapeHtml(text)), limit, '');
}

export function unescapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = {
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: '’' },
  };
  return text
    .replaceAll(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replaceAll(/&#x([\da-f]{1,6});/gi, (whole, code: string) =>
      Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : whole,
    )
    .replaceAll(/&([a-z]+);/gi, (whole, name: string) => named[name.toLowerCase()] ?? whole);
}

const breaks =
  /<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|h[1-6]|section|article|header|footer|main|nav|address|option|figure|body)\b[^<>]{0,2000}>/gi;
const longestLine = 300;

/** What is written on a page that no script has changed, line by line. */
export function linesOf(html: string): string[] {
  const text = withoutHidden(html)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(breaks, '\n')
    .replaceAll(/<[^<>]{0,2000}>/g, ' ');
  return text
    .split('\n')
    .map((line) => plain(line, longestLine))
    .filter((line) => line !== '');
}
