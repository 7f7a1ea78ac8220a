import type { Visit } from '../../../shared/browser/visit.ts';
import { openPage } from '../walking/open-page.ts';
import type { Screen } from '../walking/screen.ts';
import { findSilencedLinks } from '../walking/silenced-links.ts';
import { isDialLink } from './dial-link.ts';

/**
 * Taps the links of the page as it stands that call or write, and says which of them a script keeps from it. The page is then
 * as it was.
 * @returns their addresses as written
 */
export async function tapContacts(
  visit: Visit,
  screen: Screen | undefined,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const opening = (screen?.links ?? []).filter(
    ({ href, seen }) => seen && (isDialLink(href) || /^mailto:/i.test(href)),
  );
  const free = opening.filter(({ coveredBy }) => coveredBy === null).map(({ href }) => href);
  const start = visit.page.url();
  const { hrefs, isDisturbed } = await findSilencedLinks(visit, [...new Set(free)], signal);
  if (isDisturbed) await openPage(visit, start, signal);
  return new Set(hrefs);
}

/** Scripts are a site's, not a page's: the same link is taken for silenced on its other pages, too. What it shows stays to be read. */
export function withSilenced(screen: Screen, silenced: ReadonlySet<string>): Screen {
  if (silenced.size === 0) return screen;
  const isSilenced = (href: string | null): boolean => href !== null && silenced.has(href.trim());
  return {
    ...screen,
    links: screen.links.map((link) => (isSilenced(link.href) ? { ...link, isSilenced: true } : link)),
    blocks: screen.blocks.map((block) => ({
      ...block,
      parts: block.parts.map((part) => (isSilenced(part.href) ? { ...part, href: null } : part)),
    })),
  };
}
