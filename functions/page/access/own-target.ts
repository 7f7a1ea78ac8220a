import { paths } from '../paths.ts';

const ours: ReadonlySet<string> = new Set(Object.values(paths));
const longest = 2000;

/** Where a link leads on: one of the page's own addresses, and the overview for everything else. */
export function ownTarget(to: string | undefined): string {
  // One slash, then printable ASCII without a backslash, which browsers read as a slash.
  if (to === undefined || to.length > longest || !/^\/(?!\/)[!-[\]-~]*$/.test(to)) return paths.overview;
  const { pathname, search, origin } = new URL(to, nowhere);
  return origin === nowhere && ours.has(pathname) ? `${pathname}${search}` : paths.overview;
}

const nowhere = 'https://page.invalid';
