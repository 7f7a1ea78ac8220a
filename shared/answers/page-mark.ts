import { oneLine, shorten } from '../model/foreign-text.ts';
import type { Placeholder } from '../model/site-statements.ts';
import type { PageText } from './page-text.ts';

/** What a page is known by that stands where the site should be. */
export interface Mark {
  /** What the visitor sees instead of the business. */
  readonly shows: Placeholder;
  /** All that are given must be there. */
  readonly title?: RegExp;
  readonly heading?: RegExp;
  /** The first of the headings. */
  readonly mainHeading?: RegExp;
  readonly text?: RegExp;
  readonly html?: RegExp;
  /** In the text; what it finds is what the page itself says of its trouble. */
  readonly words?: RegExp;
  /** The document breaks off: nothing closes its body. */
  readonly isCutShort?: true;
  /** Nothing but a name and a notice: no second subject, no way to get in touch. */
  readonly offersNothing?: true;
  /** An honest status says the same in better words. */
  readonly underGoodStatus?: true;
  /** A real page that mentions such words has more to say (characters) and leads on to pages of its own. */
  readonly textAtMost?: number;
  readonly ownLinksAtMost?: number;
  /** Characters of HTML. Such pages are small; of a longer page only the beginning may have been read. */
  readonly htmlAtMost?: number;
}

const longestUsually = 32_000;
const mostWords = 200;

export function isThere(mark: Mark, page: PageText): boolean {
  const { textAtMost = Number.POSITIVE_INFINITY, ownLinksAtMost = Number.POSITIVE_INFINITY } = mark;
  if (page.html.length > (mark.htmlAtMost ?? longestUsually)) return false;
  if (page.text.length > textAtMost || page.ownLinks > ownLinksAtMost) return false;
  if (mark.isCutShort === true && /<\/(body|html)\s*>/i.test(page.html)) return false;
  if (mark.offersNothing === true && !isBare(page)) return false;
  return (
    (mark.title?.test(page.title) ?? true) &&
    (mark.text?.test(page.text) ?? true) &&
    (mark.words?.test(page.text) ?? true) &&
    (mark.html?.test(page.html) ?? true) &&
    (mark.mainHeading?.test(page.headings[0] ?? '') ?? true) &&
    (mark.heading === undefined || page.headings.some((heading) => mark.heading?.test(heading) === true))
  );
}

const digitsOfPhone = 9;

function isBare({ headings, html, text }: PageText): boolean {
  const numbers = text.match(/\d[\d ()./-]{6,}\d/g) ?? [];
  const hasPhone = numbers.some((number) => number.replace(/\D/g, '').length >= digitsOfPhone);
  return headings.length <= 2 && !hasPhone && !/\bhref\s*=\s*["']?\s*(tel|mailto):/i.test(html);
}

export function wordsOf({ words }: Mark, { text }: PageText): string | null {
  const found = words?.exec(text)?.[0];
  return found === undefined ? null : shorten(oneLine(found), mostWords);
}
