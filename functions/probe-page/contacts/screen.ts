/** A stretch of visible text inside a block, with where it is and what lies over it. */
export interface SeenPart {
  readonly start: number;
  readonly end: number;
  /** The link it stands in, as written in the page. */
  readonly href: string | null;
  readonly aboveFold: boolean;
  readonly coveredBy: string | null;
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

/**
 * Runs in the page: the visible text and links, with what covers them. A part counts as covered when something opaque lies
 * over it also after it has been scrolled to the middle of the screen. Stops reading after its time budget.
 * Everything it needs stands inside it: a function that is sent into a page takes nothing along.
 * @param iconsFailed pictures or icon fonts of the page did not arrive: a link without text then stands for its icon
 */
export function readScreen({ iconsFailed, budgetMs }: { iconsFailed: boolean; budgetMs: number }): Screen {
  const startedMs = performance.now();
  const interesting = /@|[([{]\s*at\s*[)\]}]|(?:\d[\s().\u00a0\u2009\u2010-\u2015/-]*){6}/i;
  const contactLink = /^(tel|mailto|sms|viber|whatsapp|tg|skype|signal|weixin):|\/\/(wa\.me|t\.me|m\.me)\//i;
  const late = (): boolean => performance.now() - startedMs > budgetMs;
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

  function nameOf(cover: Element): string {
    let at = cover;
    for (let up: Element | null = cover; up !== null && up !== document.body; up = up.parentElement) {
      const { position } = getComputedStyle(up);
      if (position === 'fixed' || position === 'sticky' || position === 'absolute') at = up;
      if (position === 'fixed') break;
    }
    const words = `${at.id} ${at.className} ${at.textContent?.slice(0, 600)}`;
    if (/cookie|consent|gdpr|куки|файл\S* cookie|çerez|ciasteczk/i.test(words)) return 'cookie banner';
    const name =
      at.id !== ''
        ? `#${at.id}`
        : [...at.classList]
            .slice(0, 2)
            .map((c) => `.${c}`)
            .join('');
    return `${at.localName}${name}`;
  }

  function isOpaque(cover: Element, target: Element, x: number, y: number): boolean {
    for (let at: Element | null = cover; at !== null && !at.contains(target); at = at.parentElement) {
      const { left, right, top, bottom } = at.getBoundingClientRect();
      if (x < left || x > right || y < top || y > bottom) continue; // a box that its content hangs out of
      if (/^(img|video|canvas|iframe|picture|svg)$/.test(at.localName)) return true;
      const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(at);
      const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(backgroundColor)?.[1];
      if (backgroundColor.startsWith('rgb') && (alpha === undefined || Number(alpha) > 0.3)) return true;
      if (backgroundImage !== 'none' || /blur/.test(backdropFilter)) return true;
    }
    return false;
  }

  function coverAt(box: DOMRect, target: Element): string | null {
    const covers: Element[] = [];
    const y = box.top + box.height / 2;
    for (const share of [0.2, 0.5, 0.8]) {
      const root = target.getRootNode();
      const x = box.left + box.width * share;
      const hit = root instanceof ShadowRoot ? root.elementFromPoint(x, y) : document.elementFromPoint(x, y);
      if (hit === null || hit === target || hit.contains(target) || target.contains(hit)) return null;
      if (!isOpaque(hit, target, x, y)) return null;
      covers.push(hit);
    }
    const [cover] = covers;
    return cover === undefined ? null : nameOf(cover);
  }

  function coveredBy(measure: () => DOMRect, target: Element): string | null {
    if (late() || getComputedStyle(target).pointerEvents === 'none') return null;
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
    return { aboveFold: top + scrolled < innerHeight && bottom + scrolled > 0 && left < innerWidth };
  }

  function blockOf(node: Node): Element {
    let at = node.parentElement ?? document.body;
    while (/^(inline|contents)/.test(getComputedStyle(at).display) && at.parentElement !== null) at = at.parentElement;
    return at;
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
      const words = node.data.replace(/\s+/g, ' ');
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
      seen.push({ start, end, href, aboveFold: placed.aboveFold, coveredBy: coveredBy(measure, target) });
      goHome();
    }
    return { text, parts: seen };
  }

  /** A link that opens its address by script counts as much as one with an href. */
  function addressOf(element: Element): string | null {
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
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
    goHome();
    return {
      href,
      url: URL.parse(href, document.baseURI)?.href ?? href,
      text: wordsOf(element),
      seen: placed !== null || lost,
      aboveFold: placed?.aboveFold ?? (lost && measure().top + scrollY < innerHeight),
      coveredBy: cover,
      around: (blockOf(element.parentElement ?? element).textContent ?? '').replace(/\s+/g, ' ').slice(0, 300),
    };
  }

  const links: SeenLink[] = [];
  for (const element of roots.flatMap((root) => [...root.querySelectorAll('a, area, [onclick]')])) {
    const href = addressOf(element);
    if (href !== null && links.length < 1500 && !late()) links.push(seeLink(element, href));
  }
  return {
    url: location.href,
    language: document.documentElement.lang,
    text: (document.body?.innerText ?? '').slice(0, 100_000),
    blocks: [...blocks.values()]
      .filter(({ text }) => interesting.test(text))
      .slice(0, 200)
      .map(seeBlock),
    links,
    structuredData: [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map((script) => script.textContent?.slice(0, 20_000) ?? '')
      .slice(0, 10),
    hasForm: [...document.querySelectorAll('form')].some(
      (form) => isShown(form) && form.querySelector('textarea') !== null,
    ),
  };
}
