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

/**
 * The further pages of the same site that are worth to be looked at, the most promising first; each once.
 * The same page in another language shows what has been seen already, so it comes after its equals.
 */
export function rankedPages(
  { links, url }: Pick<Screen, 'links' | 'url'>,
  lookedFor: keyof typeof orders,
): RankedPage[] {
  const order: readonly Way['rank'][] = orders[lookedFor];
  const pages = new Map<string, RankedPage & { readonly isTongue: boolean | null }>();
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
      isTongue: link.text === '' ? (known?.isTongue ?? null) : saysTongue(link) && known?.isTongue !== false,
    });
  }
  const ranked = [...pages.values()].toSorted((a, b) => {
    const byPromise = order.indexOf(a.rank) - order.indexOf(b.rank);
    return byPromise || Number(a.isTongue === true) - Number(b.isTongue === true) || Number(b.seen) - Number(a.seen);
  });
  return ranked.map(({ url, rank, seen }) => ({ url, rank, seen }));
}

/** Is it called by nothing but a language? */
function saysTongue({ text }: SeenLink): boolean {
  return patterns.languageName.test(text);
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
