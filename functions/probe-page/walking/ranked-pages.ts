import { patterns } from '../lexicon/index.ts';
import { isFile, isSameSite, pageOf, rankContactLink } from './contact-links.ts';
import type { SeenLink } from './links.ts';
import type { Screen } from './screen.ts';
import type { Way } from './walk.ts';

/** A further page of the site. */
export interface RankedPage extends Pick<Way, 'url' | 'rank'> {
  /** Is a link to it in view without opening a menu? */
  readonly seen: boolean;
}

/** What is looked for, and which pages promise it, the most promising first; `other` promises nothing. */
const orders = {
  contacts: ['contact', 'booking', 'about', 'other'],
  form: ['contact', 'form', 'other'],
} as const satisfies Record<string, readonly Way['rank'][]>;

/** The further pages of the same site that are worth to be looked at, the most promising first; each once. */
export function rankedPages(
  { links, url }: Pick<Screen, 'links' | 'url'>,
  lookedFor: keyof typeof orders,
): RankedPage[] {
  const order: readonly Way['rank'][] = orders[lookedFor];
  const pages = new Map<string, RankedPage>();
  for (const link of links) {
    const page = pageOf(link.url);
    if (!isSameSite(page, url) || page === pageOf(url) || isFile(page)) continue;
    const rank = lookedFor === 'contacts' ? (rankContactLink(link) ?? 'other') : rankForForm(link);
    if (isIdle(page, rank, lookedFor)) continue;
    const known = pages.get(page);
    const isBetter = known === undefined || order.indexOf(rank) < order.indexOf(known.rank);
    pages.set(page, {
      url: page,
      rank: isBetter ? rank : known.rank,
      seen: link.seen || (known?.seen ?? false),
    });
  }
  const place = ({ rank, seen }: RankedPage): number => order.indexOf(rank) * 2 + (seen ? 0 : 1);
  return [...pages.values()].toSorted((a, b) => place(a) - place(b));
}

function rankForForm(link: SeenLink): Way['rank'] {
  if (rankContactLink(link) === 'contact') return 'contact';
  return patterns.formLink.test(link.text) ? 'form' : 'other';
}

/** Terms and log-ins, and the same page filtered, sorted or put into a cart: nobody looks there without a promise. */
function isIdle(page: string, rank: Way['rank'], lookedFor: keyof typeof orders): boolean {
  const { pathname = '', search = '' } = URL.parse(page) ?? {};
  const isFormless = patterns.formlessPath.test(pathname);
  if (lookedFor === 'form' && isFormless) return true;
  return rank === 'other' && (isFormless || search !== '');
}
