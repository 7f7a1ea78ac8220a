import type { LabelReader } from './drawn-text.ts';
import type { Legibility } from './legibility.ts';
import type { PictureMaps } from './picture-maps.ts';
import type { Layout, Reading } from './reading.ts';
import type { Measure } from './visible-box.ts';

export interface SeenLink {
  /** As written: `tel:...`, `/contact`, `#footer`. */
  readonly href: string;
  readonly url: string;
  /** Its words, or what its icon or picture says of itself. */
  readonly text: string;
  readonly seen: boolean;
  readonly aboveFold: boolean;
  readonly coveredBy: string | null;
  readonly legibility: Legibility | null;
  /** A script keeps it from opening anything (see silenced-links.ts); absent where that has not been found. */
  readonly isSilenced?: true;
  /** Where it is, for a picture (see spots.ts); absent where nobody keeps it. */
  readonly spot?: number | null;
  /** The words of the block around it. */
  readonly around: string;
  /** Words beside its block that say what that holds, and the heading above it. */
  readonly label: string;
  readonly heading: string;
  /** The addresses of the links in the block around it. */
  readonly beside: readonly string[];
  /** In the footer, or where a long page ends. */
  readonly atEnd: boolean;
}

/** What a link says of itself. */
export interface LinkWords {
  /** A link that opens its address by script counts as much as one with an href; see promises.ts, too. */
  addressOf(element: Element): string | null;
  wordsOf(element: Element): string;
}

/** Runs in the page and brings all it needs. */
export function makeLinkWords(): LinkWords {
  function addressOf(element: Element): string | null {
    const pressed = element.getAttribute('data-touchlight-opens');
    if (pressed !== null) return pressed;
    const scrambled = element.getAttribute('data-cfemail');
    if (scrambled !== null) return `/cdn-cgi/l/email-protection#${scrambled}`;
    const href =
      element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? element.getAttribute('data-href');
    if (href !== null && !/^(#?$|javascript:)/i.test(href)) return href.trim();
    const script = element.getAttribute('onclick') ?? '';
    return /['"]((?:tel|mailto|https?|viber|whatsapp|tg):[^'"]+)['"]/.exec(script)?.[1] ?? href;
  }

  function wordsOf(element: Element): string {
    const own = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
    const picture = element.querySelector('img[alt], [aria-label], [title], svg title');
    const said = [
      own,
      element.getAttribute('aria-label'),
      element.getAttribute('title'),
      element.localName === 'area' ? element.getAttribute('alt') : null,
      picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label') ?? picture?.textContent,
    ];
    return (said.find((words) => words?.trim()) ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
  }

  return { addressOf, wordsOf };
}

interface LinkContext {
  /** Pictures or icon fonts of the page did not arrive: a link without text then stands for its icon. */
  readonly iconsFailed: boolean;
  readonly layout: Layout;
  readonly reading: Reading;
  readonly labels: LabelReader;
}

/** Of a link, all but what it says. */
export type LinkReader = (element: Element, href: string, context: LinkContext) => Omit<SeenLink, 'text'>;

/** Runs in the page, with what is made there before it. */
export function makeLinkReader({ maps }: { readonly maps: PictureMaps }): LinkReader {
  const contactLink =
    /^(tel|callto|mailto|sms|viber|whatsapp|tg|skype|signal|weixin):|\/\/(wa\.me|t\.me|m\.me)\/|email-protection#/i;

  function looksOfWords(element: Element, reading: Reading): Legibility | null {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const [target, range] = [node.parentElement, document.createRange()];
      range.selectNodeContents(node);
      const line: Measure = () => range.getClientRects()[0] ?? new DOMRect();
      if (target !== null && line().height > 1 && /[\p{L}\d]/u.test(node.textContent ?? ''))
        return reading.looksOf(line, target);
    }
    return null;
  }

  return (link, href, { iconsFailed, layout, reading, labels }) => {
    const [picture, element] = [maps.pictureOf(link), maps.pictureOf(link) ?? link];
    const measure: Measure = () => {
      if (picture !== null) return maps.boxOn(picture, link);
      const own = element.getBoundingClientRect();
      const inner = element.firstElementChild?.getBoundingClientRect();
      return own.width * own.height >= 4 || inner === undefined ? own : inner;
    };
    const placed = reading.place(measure, element);
    const isContact = contactLink.test(href);
    // Styles may keep fingers and mice from a link: then it is a text, and read as one.
    const isDead = isContact && getComputedStyle(element).pointerEvents === 'none';
    const onlyIcon = iconsFailed && isContact && element.childElementCount > 0 && layout.isShown(element);
    const lost = placed === null && onlyIcon && measure().width * measure().height < 4;
    const cover = placed !== null && isContact ? reading.coveredBy(measure, element) : null;
    const legibility = placed !== null && isContact && cover === null ? looksOfWords(element, reading) : null;
    reading.goHome();
    const block = layout.blockOf(element.parentElement ?? element);
    return {
      href,
      url: URL.parse(href, document.baseURI)?.href ?? href,
      seen: !isDead && (placed !== null || lost),
      aboveFold: placed?.aboveFold ?? (lost && measure().top + scrollY < innerHeight),
      coveredBy: cover,
      legibility,
      spot: placed === null ? null : reading.spotOf(element),
      around: (block.textContent ?? '').replace(/\s+/g, ' ').slice(0, 300),
      label: isContact ? labels.labelOf(block) : '',
      heading: isContact ? labels.headingOf(block) : '',
      beside: [...block.querySelectorAll('a')].slice(0, 20).map((link) => link.href),
      atEnd: layout.isAtEnd(element),
    };
  };
}
