import type { IntoPage } from '../lexicon/into-page.ts';
import type { ShadowTree } from './shadow-tree.ts';

/** How a visitor would press something. */
export interface Aim {
  /** What it says. */
  readonly label: string;
  /** Where to tap, in the page's pixels from the corner of what the screen shows; null where something lies over it, or the screen does not show it. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** What takes a press in the page, whatever it is made of. */
export interface Pressables {
  /** All that does something by script and has no address of another page; the page's order. */
  all(): HTMLElement[];
  isShown(element: Element): boolean;
  /** What it says; an icon says nothing but what it opens. */
  labelOf(element: Element): string;
  /** All that its markup says of it, for what has no words. */
  namesOf(element: Element): string;
  isUnpressed(element: Element): boolean;
  /** Marks it as pressed and brings it into view. */
  aimAt(element: HTMLElement): Aim;
}

/** What things in the page say of themselves. */
export type Labels = Pick<Pressables, 'labelOf' | 'namesOf'>;

/** Runs in the page and brings all it needs. */
export function makeLabels(): Labels {
  const wordsOf = (element: Element): string =>
    (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).replace(/\s+/g, ' ').trim();

  const attributes = (element: Element, names: readonly string[]): string =>
    names
      .map((name) => element.getAttribute(name) ?? '')
      .join(' ')
      .trim();

  function labelOf(element: Element): string {
    const said = wordsOf(element);
    if (/[\p{L}\d]/u.test(said)) return said;
    const picture = element.querySelector('img[alt], [aria-label], [title], svg title');
    const drawn = picture === null ? '' : `${attributes(picture, ['alt', 'aria-label', 'title'])} ${wordsOf(picture)}`;
    const opens = ['aria-label', 'title', 'data-id', 'data-tab', 'data-target', 'data-bs-target', 'aria-controls'];
    // A drawn sign is no word either.
    return `${said} ${attributes(element, [...opens, 'href'])} ${drawn}`.trim();
  }

  function namesOf(element: Element): string {
    const inner = [...element.querySelectorAll('svg, use, i, img')].slice(0, 4);
    const own = ['id', 'class', 'aria-label', 'title', 'href', 'xlink:href', 'src', 'alt', 'data-icon'];
    return [element, ...inner].map((each) => attributes(each, own)).join(' ');
  }

  return { labelOf, namesOf };
}

/** Runs in the page, with what was made there before. */
export function makeAims({ tree, labels }: { tree: ShadowTree; labels: Labels }): Pick<Pressables, 'aimAt'> {
  /** What is wide is pressed where its words are. */
  function placeOf(element: HTMLElement): DOMRect {
    const box = element.getBoundingClientRect();
    if (box.width < 160) return box;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const line = range.getClientRects()[0];
      if (line !== undefined && line.width > 1 && (node.textContent ?? '').trim() !== '') return line;
    }
    return box;
  }

  /** Of a page that is wider than a phone, the screen shows a part of the window only, and a tap is counted from there. */
  function onScreen(x: number, y: number): Aim['at'] {
    const shown = visualViewport;
    if (shown === null) return { x, y };
    const [right, down] = [x - shown.offsetLeft, y - shown.offsetTop];
    const isShown = right >= 0 && down >= 0 && right < shown.width && down < shown.height;
    return isShown ? { x: right, y: down } : null;
  }

  function aimAt(element: HTMLElement): Aim {
    element.setAttribute('data-touchlight-pressed', 'now');
    const inView = ({ top, bottom }: DOMRect): boolean => top >= 0 && bottom <= innerHeight;
    if (!inView(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = placeOf(element);
    const [x, y] = [left + width / 2, top + height / 2];
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; ) {
      hit = inner;
      inner = hit.shadowRoot?.elementFromPoint(x, y);
    }
    const link = hit === null ? null : tree.closest(hit, 'a[href]');
    const isFree = hit !== null && tree.holds(element, hit) && (link === null || tree.holds(link, element));
    return { label: labels.labelOf(element).slice(0, 80), at: isFree ? onScreen(x, y) : null };
  }

  return { aimAt };
}

/** What an element is pressed for. */
interface Uses {
  isInForm(element: Element): boolean;
  leadsAway(element: Element): boolean;
  isPointed(element: Element): boolean;
}

/** Runs in the page, with the tree that was made there. */
export function makeUses({ tree }: { readonly tree: ShadowTree }): Uses {
  /** A form sends; but some frameworks put the whole page into one. */
  function isInForm(element: Element): boolean {
    const form = tree.closest(element, 'form');
    return form !== null && form.querySelector('header, nav, h1, footer') === null;
  }

  function leadsAway(element: Element): boolean {
    const link = tree.closest(element, 'a[href], area[href]');
    const href = link?.getAttribute('href') ?? '';
    if (link === null || /^(#|javascript:|$)/i.test(href)) return false;
    const url = URL.parse(href, document.baseURI);
    const here = new URL(location.href);
    // Another part of this page, or another view of it: routers write addresses behind the sign.
    return (
      url === null ||
      !href.includes('#') ||
      url.host !== here.host ||
      url.pathname !== here.pathname ||
      url.search !== here.search
    );
  }

  function isPointed(element: Element): boolean {
    if (getComputedStyle(element).cursor !== 'pointer') return false;
    const parent = tree.parentOf(element);
    // The hand is inherited: the outermost that shows it is what was meant.
    return parent === null || getComputedStyle(parent).cursor !== 'pointer';
  }

  return { isInForm, leadsAway, isPointed };
}

interface PressableParts {
  readonly tree: ShadowTree;
  readonly labels: Labels;
  readonly aims: Pick<Pressables, 'aimAt'>;
  readonly uses: Uses;
}

/** Runs in the page, with what was made there before. */
export function makePressables({ tree, labels, aims, uses }: PressableParts): Pressables {
  const { isInForm, leadsAway, isPointed } = uses;
  const marked =
    'a[href*="#"], a:not([href]), a[href=""], a[href^="javascript:" i], button, [role="button"], [role="tab"], [role="link"], [role="menuitem"], summary, label, [onclick], [tabindex="0"], [data-id], [data-tab], [data-target], [data-bs-target], [data-src^="#"], [aria-controls], [class*="btn" i], [class*="button" i], input[type="button"]';
  /** Of these, only what shows the pointer's hand listens to it. */
  const plain = 'div, span, li, p, h1, h2, h3, h4, td, i, b, strong, em, svg, img, figure';
  const mostPlain = 4_000;

  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    return width > 0 && height > 0 && right > 0 && bottom + scrollY > 0;
  };

  function all(): HTMLElement[] {
    const signs = new Set(tree.all(marked));
    const pointed = tree
      .all(plain)
      .slice(0, mostPlain)
      .filter((element) => !signs.has(element) && isPointed(element));
    return [...signs, ...pointed].flatMap((element) => {
      const pressed = element instanceof SVGElement ? element.closest('div, span, li, p, button') : element;
      const fits = pressed instanceof HTMLElement && isShown(pressed) && !leadsAway(pressed) && !isInForm(pressed);
      return fits ? [pressed] : [];
    });
  }

  const isUnpressed = (element: Element): boolean => !element.hasAttribute('data-touchlight-pressed');
  return { all, isShown, ...labels, ...aims, isUnpressed };
}

/** Patterns that have come into the page. */
export type Patterns<Name extends string> = Readonly<Record<Name, IntoPage>>;
