import type { CoverReader } from './covers.ts';
import type { Legibility, LegibilityReader } from './legibility.ts';

/** A stretch of visible text inside a block, with where it is and what lies over it. */
interface SeenPart {
  readonly start: number;
  readonly end: number;
  /** The link it stands in, as written in the page. */
  readonly href: string | null;
  readonly aboveFold: boolean;
  readonly coveredBy: string | null;
  /** Null where nothing was read: there is no reader, or the part is a picture. */
  readonly legibility: Legibility | null;
}

/** The visible text of one block (a paragraph, a list item, a cell) that may hold a phone number or an e-mail address. */
export interface SeenBlock {
  readonly text: string;
  readonly parts: readonly SeenPart[];
}

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
  /** The words of the block around it. */
  readonly around: string;
}

/** What a visitor sees of the page as it is now, scrolling allowed. Plain data: nothing in it points into the page. */
export interface Screen {
  readonly url: string;
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly SeenBlock[];
  readonly links: readonly SeenLink[];
  /** JSON-LD as written; hints only, a visitor does not see it. */
  readonly structuredData: readonly string[];
  readonly hasForm: boolean;
}

export interface ReadingOrder {
  readonly iconsFailed: boolean;
  readonly budgetMs: number;
  readonly foldPx?: number;
  readonly coverAt?: CoverReader;
  readonly legibilityOf?: LegibilityReader;
}

/**
 * Runs in the page: the visible text and links, with what covers them. A part counts as covered when something opaque lies
 * over it also after it has been scrolled to the middle of the screen. Stops reading after its time budget.
 * Everything it needs stands inside it: a function that is sent into a page takes nothing along.
 * @param order.iconsFailed pictures or icon fonts of the page did not arrive: a link without text then stands for its icon
 * @param order.foldPx where the first screen ends; a frame begins further down than its own top says
 * @param order.coverAt what lies over something, and order.legibilityOf how readable it is; left out where nobody asks
 */
export function readScreen(order: ReadingOrder): Screen {
  const { iconsFailed, budgetMs, foldPx = innerHeight, coverAt, legibilityOf } = order;
  const startedMs = performance.now();
  const interesting = /@|[([{<]\s*(at|ät)\s*[)\]}>]|\sat\s.*\sdot\s|(?:\d[\s().\u00a0\u2009\u2010-\u2015/-]*){6}/i;
  const contactLink =
    /^(tel|callto|mailto|sms|viber|whatsapp|tg|skype|signal|weixin):|\/\/(wa\.me|t\.me|m\.me)\/|email-protection#/i;
  const late = (share = 1): boolean => performance.now() - startedMs > budgetMs * share;
  const inView = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight;

  function isShown(element: Element): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  }

  /** The rectangle as far as no ancestor cuts it off; null when nothing of it can be seen, scrolling allowed. */
  function visibleBox(box: DOMRect, from: Element): { box: DOMRect; isFixed: boolean } | null {
    let { left, top, right, bottom } = box;
    let isFixed = false;
    for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      if (/hidden|clip/.test(style.overflowX)) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (/hidden|clip/.test(style.overflowY)) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      isFixed = style.position === 'fixed';
      if (isFixed) break;
    }
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    if (width < 2 || bottom - top < 2 || bottom + scrollY <= 0) return null;
    return { box: new DOMRect(left, top, right - left, bottom - top), isFixed };
  }

  function coveredBy(measure: () => DOMRect, target: Element): string | null {
    if (coverAt === undefined || late() || getComputedStyle(target).pointerEvents === 'none') return null;
    const box = measure();
    const cover = inView(box) ? coverAt(box, target) : 'below';
    if (cover === null) return null;
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    return coverAt(measure(), target);
  }

  const home = { x: scrollX, y: scrollY };
  const goHome = (): void => window.scrollTo({ left: home.x, top: home.y, behavior: 'instant' });

  function place(measure: () => DOMRect, target: Element) {
    const visible = visibleBox(measure(), target);
    if (visible === null || !isShown(target)) return null;
    const { top, bottom, left } = visible.box;
    const scrolled = visible.isFixed ? 0 : scrollY;
    return { aboveFold: top + scrolled < foldPx && bottom + scrolled > 0 && left < innerWidth };
  }

  /** Looks are worth less than finding: they get half of the time. */
  function looksOf(measure: () => DOMRect, target: Element): Legibility | null {
    if (legibilityOf === undefined || late(0.5)) return null;
    if (!inView(measure())) target.scrollIntoView({ block: 'center', behavior: 'instant' });
    try {
      return legibilityOf(target, measure());
    } catch {
      return null; // a page that has bent the browser's own functions keeps its contacts
    }
  }

  function blockOf(node: Node): Element {
    let at = node.parentElement ?? document.body;
    while (/^(inline|contents)/.test(getComputedStyle(at).display) && at.parentElement !== null) at = at.parentElement;
    return at;
  }

  /** Some write an address backwards against robots, and turn it round for people. */
  function asSeen(words: string, parent: Element): string {
    if (!/@|\d{3}/.test(words)) return words;
    const { unicodeBidi, direction } = getComputedStyle(parent);
    return /override/.test(unicodeBidi) && direction === 'rtl' ? [...words].toReversed().join('') : words;
  }

  const roots: (Document | ShadowRoot)[] = [document];
  const blocks = new Map<Element, { text: string; parts: { start: number; end: number; node: Text }[] }>();

  function readTexts(root: Document | ShadowRoot): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null && !late(); node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot !== null) roots.push(node.shadowRoot);
        if (node.localName !== 'br') continue;
        const block = blocks.get(blockOf(node));
        if (block !== undefined) block.text += '\n';
        continue;
      }
      const parent = node.parentElement;
      if (!(node instanceof Text) || parent === null || /^(script|style|noscript|template)$/.test(parent.localName))
        continue;
      const words = asSeen(node.data.replace(/\s+/g, ' '), parent);
      if (words.trim() === '' && !blocks.has(blockOf(node))) continue;
      const key = blockOf(node);
      const block = blocks.get(key) ?? { text: '', parts: [] };
      blocks.set(key, block);
      if (block.text.length > 4000 || !isShown(parent)) continue;
      block.parts.push({ start: block.text.length, end: block.text.length + words.length, node });
      block.text += words;
    }
  }
  for (const root of roots) readTexts(root);

  function seeBlock({ text, parts }: { text: string; parts: { start: number; end: number; node: Text }[] }) {
    const seen: SeenPart[] = [];
    for (const { start, end, node } of parts) {
      const target = node.parentElement;
      if (target === null || text.slice(start, end).trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const measure = (): DOMRect => range.getBoundingClientRect();
      const placed = place(measure, target);
      if (placed === null) continue;
      const href = target.closest('a')?.getAttribute('href') ?? null;
      const cover = coveredBy(measure, target);
      const firstLine = (): DOMRect => range.getClientRects()[0] ?? measure();
      const legibility = cover === null && interesting.test(text.slice(start, end)) ? looksOf(firstLine, target) : null;
      seen.push({ start, end, href, aboveFold: placed.aboveFold, coveredBy: cover, legibility });
      goHome();
    }
    return { text, parts: seen };
  }

  /** A number in a picture can be read but not tapped. */
  function seePicture(picture: HTMLImageElement): SeenBlock[] {
    const measure = (): DOMRect => picture.getBoundingClientRect();
    const placed = place(measure, picture);
    if (placed === null || picture.closest('a[href^="tel:"], a[href^="mailto:"]') !== null) return [];
    const part = { start: 0, end: picture.alt.length, href: null, legibility: null };
    const cover = coveredBy(measure, picture);
    goHome();
    return [{ text: picture.alt, parts: [{ ...part, aboveFold: placed.aboveFold, coveredBy: cover }] }];
  }

  /** A link that opens its address by script counts as much as one with an href. */
  function addressOf(element: Element): string | null {
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
      picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label') ?? picture?.textContent,
    ];
    return (said.find((words) => words?.trim()) ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
  }

  function looksOfWords(element: Element): Legibility | null {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const [target, range] = [node.parentElement, document.createRange()];
      range.selectNodeContents(node);
      const line = (): DOMRect => range.getClientRects()[0] ?? new DOMRect();
      if (target !== null && line().height > 1 && /[\p{L}\d]/u.test(node.textContent ?? ''))
        return looksOf(line, target);
    }
    return null;
  }

  function seeLink(element: Element, href: string): SeenLink {
    const measure = (): DOMRect => {
      const own = element.getBoundingClientRect();
      const inner = element.firstElementChild?.getBoundingClientRect();
      return own.width * own.height >= 4 || inner === undefined ? own : inner;
    };
    const placed = place(measure, element);
    const isContact = contactLink.test(href);
    const onlyIcon = iconsFailed && isContact && element.childElementCount > 0 && isShown(element);
    const lost = placed === null && onlyIcon && measure().width * measure().height < 4;
    const cover = placed !== null && isContact ? coveredBy(measure, element) : null;
    const legibility = placed !== null && isContact && cover === null ? looksOfWords(element) : null;
    goHome();
    return {
      href,
      url: URL.parse(href, document.baseURI)?.href ?? href,
      text: wordsOf(element),
      seen: placed !== null || lost,
      aboveFold: placed?.aboveFold ?? (lost && measure().top + scrollY < innerHeight),
      coveredBy: cover,
      legibility,
      around: (blockOf(element.parentElement ?? element).textContent ?? '').replace(/\s+/g, ' ').slice(0, 300),
    };
  }

  const links: SeenLink[] = [];
  for (const element of roots.flatMap((root) => [
    ...root.querySelectorAll('a, area, [onclick], [data-href], [data-cfemail]'),
  ])) {
    const href = addressOf(element);
    if (href !== null && links.length < 1500 && !late()) links.push(seeLink(element, href));
  }
  return {
    url: location.href,
    language: document.documentElement.lang,
    text: (document.body?.innerText ?? '').slice(0, 100_000),
    blocks: [
      ...[...blocks.values()]
        .filter(({ text }) => interesting.test(text))
        .slice(0, 200)
        .map(seeBlock),
      ...[...document.images]
        .filter(({ alt }) => /@|\+\s?\d|tel|phone|тел|call|звон|дзвін/i.test(alt) && interesting.test(alt))
        .slice(0, 20)
        .flatMap(seePicture),
    ],
    links,
    structuredData: [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map((script) => script.textContent?.slice(0, 20_000) ?? '')
      .slice(0, 10),
    hasForm: [...document.querySelectorAll('form')].some(
      (form) => isShown(form) && form.querySelector('textarea') !== null,
    ),
  };
}
