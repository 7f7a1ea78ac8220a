import { paths } from './paths.ts';

const shown: ReadonlySet<string> = new Set([
  paths.overview,
  paths.touchpoint,
  paths.check,
  paths.incident,
  paths.plan,
  paths.weeks,
  paths.week,
]);
/** Paths of ours are short; nothing longer is read. */
const longestPath = 2000;
/** What an address never holds unescaped, and browsers read in ways of their own. */
const odd = /[\\\p{C}\s]/u;

/** The address of a view of this page, as a path, or null: whatever leads elsewhere is not followed. */
export function ownPath(text: string): URL | null {
  if (text.length > longestPath || !text.startsWith('/') || odd.test(text)) return null;
  const base = 'http://page.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return url.origin === base && shown.has(url.pathname) ? url : null;
}

/** Where a link leads on: a view of this page, and the overview for everything else. */
export function ownTarget(text: string | undefined): string {
  const to = ownPath(text ?? paths.overview);
  return to === null ? paths.overview : `${to.pathname}${to.search}`;
}
