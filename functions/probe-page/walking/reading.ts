import type { CoverReader } from './covers.ts';
import type { Legibility, LegibilityReader } from './legibility.ts';
import type { SpotKeeper } from './spots.ts';

/** Measured anew each time, because scrolling moves it. */
export type Measure = () => DOMRect;

interface Place {
  readonly aboveFold: boolean;
  /** What must be scrolled sideways before it can be seen; null where nothing must. */
  readonly aside: Element | null;
}

/** How the page is laid out. */
export interface Layout {
  isShown(element: Element): boolean;
  /** @returns null when nothing of it can be seen, scrolling allowed */
  place(measure: Measure, target: Element, foldPx: number): Place | null;
  /** The paragraph, list item or cell that something stands in. */
  blockOf(node: Node): Element;
  /** In a footer, or in the last part of a page that is longer than a screen and a half. */
  isAtEnd(element: Element): boolean;
}

export interface ReadingLimits {
  readonly budgetMs: number;
  /** Where the first screen ends; a frame begins further down than its own top says. Default: the window's height. */
  readonly foldPx?: number;
  /** What lies over something, and how readable it is; left out where nobody asks. */
  readonly coverAt?: CoverReader;
  readonly legibilityOf?: LegibilityReader;
  /** Remembers where things were read; left out where no picture is taken. */
  readonly keeper?: SpotKeeper;
}

/** One reading of the page, from its beginning on. It scrolls, and goes home to where the page was. */
export interface Reading {
  /** @param share of the time budget */
  isLate(share?: number): boolean;
  place(measure: Measure, target: Element): Place | null;
  /** Of what was placed last. Something opaque lies over it also after it has been scrolled to the middle of the screen. */
  coveredBy(measure: Measure, target: Element): string | null;
  looksOf(measure: Measure, target: Element): Legibility | null;
  /** @returns the number under which its place is found again; null where nobody keeps it, or no picture shows it */
  spotOf(target: Element | Range): number | null;
  goHome(): void;
}

/** Runs in the page and brings all it needs. */
export function makeLayout(): Layout {
  function isShown(element: Element): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  }

  /** What of its content can be scrolled sideways into view; null when it does not scroll. */
  function sidewaysRange(scroller: Element, { overflowX, direction }: CSSStyleDeclaration, edge: DOMRect) {
    if (!/auto|scroll/.test(overflowX) || scroller.scrollWidth <= scroller.clientWidth + 1) return null;
    const start = edge.left - scroller.scrollLeft;
    const from = direction === 'rtl' ? start + scroller.clientWidth - scroller.scrollWidth : start;
    return { from, to: from + scroller.scrollWidth };
  }

  /** The rectangle as far as no ancestor cuts it off; null when nothing of it can be seen, scrolling allowed. */
  function visibleBox(box: DOMRect, from: Element) {
    let { left, top, right, bottom } = box;
    let isFixed = false;
    let aside: Element | null = null;
    const cut = (from: number, to: number): void => {
      [left, right] = [Math.max(left, from), Math.min(right, to)];
    };
    for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      const range = sidewaysRange(at, style, edge);
      if (range !== null) {
        cut(range.from, range.to);
        const [first, last] = [Math.max(edge.left, 0), Math.min(edge.right, innerWidth)];
        const isAside = right - left >= 2 && Math.min(right, last) - Math.max(left, first) < 2;
        if (isAside) [left, right, aside] = [edge.left, edge.right, at];
        else cut(edge.left, edge.right);
      } else if (/hidden|clip/.test(style.overflowX)) cut(edge.left, edge.right);
      if (/hidden|clip/.test(style.overflowY)) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      isFixed = style.position === 'fixed';
      if (isFixed) break;
    }
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    if (width < 2 || bottom - top < 2 || bottom + scrollY <= 0) return null;
    return { box: new DOMRect(left, top, right - left, bottom - top), isFixed, aside };
  }

  function place(measure: Measure, target: Element, foldPx: number): Place | null {
    const visible = visibleBox(measure(), target);
    if (visible === null || !isShown(target)) return null;
    const { box, isFixed, aside } = visible;
    const scrolled = isFixed ? 0 : scrollY;
    const isOnFirst = box.top + scrolled < foldPx && box.bottom + scrolled > 0 && box.left < innerWidth;
    return { aboveFold: aside === null && isOnFirst, aside };
  }

  function blockOf(node: Node): Element {
    let at = node.parentElement ?? document.body;
    while (/^(inline|contents)/.test(getComputedStyle(at).display) && at.parentElement !== null) at = at.parentElement;
    return at;
  }

  function isAtEnd(element: Element): boolean {
    const footers = 'footer, [role="contentinfo"], [class*="footer" i], [id*="footer" i], [class*="copyright" i]';
    if (element.closest(footers) !== null) return true;
    const height = document.documentElement.scrollHeight;
    return height > innerHeight * 1.5 && element.getBoundingClientRect().top + scrollY > height * 0.9;
  }

  return { isShown, place, blockOf, isAtEnd };
}

export type ReadingStart = (limits: ReadingLimits, layout: Layout) => Reading;

/** Runs in the page and brings all it needs. */
export function makeReadingStart(): ReadingStart {
  return ({ budgetMs, foldPx = innerHeight, coverAt, legibilityOf, keeper }, layout) => {
    const startedMs = performance.now();
    const home = { x: scrollX, y: scrollY };
    const goHome = (): void => window.scrollTo({ left: home.x, top: home.y, behavior: 'instant' });
    const isLate = (share = 1): boolean => performance.now() - startedMs > budgetMs * share;
    const inView = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight;
    /** Of what was placed last. */
    let aside: Element | null = null;

    function place(measure: Measure, target: Element): Place | null {
      const placed = layout.place(measure, target, foldPx);
      aside = placed?.aside ?? null;
      return placed;
    }

    /** Once it is scrolled in, it stands in the window of what scrolls: there alone something can lie over it. */
    function coverAside(scroller: Element, measure: Measure): string | null {
      const box = (): DOMRect => {
        const { left, width } = scroller.getBoundingClientRect();
        const { top, height } = measure();
        return new DOMRect(left, top, width, height);
      };
      if (!inView(box())) scroller.scrollIntoView({ block: 'center', behavior: 'instant' });
      return coverAt?.(box(), scroller) ?? null;
    }

    function coveredBy(measure: Measure, target: Element): string | null {
      if (coverAt === undefined || isLate() || getComputedStyle(target).pointerEvents === 'none') return null;
      if (aside !== null) return coverAside(aside, measure);
      const box = measure();
      const cover = inView(box) ? coverAt(box, target) : 'below';
      if (cover === null) return null;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      return coverAt(measure(), target);
    }

    /** Looks are worth less than finding: they get half of the time. */
    function looksOf(measure: Measure, target: Element): Legibility | null {
      // Its colours cannot be seen before it is scrolled in.
      if (legibilityOf === undefined || aside !== null || isLate(0.5)) return null;
      if (!inView(measure())) target.scrollIntoView({ block: 'center', behavior: 'instant' });
      try {
        return legibilityOf(target, measure());
      } catch {
        return null; // a page that has bent the browser's own functions keeps its contacts
      }
    }

    return {
      isLate,
      place,
      coveredBy,
      looksOf,
      spotOf: (target) => (aside === null ? (keeper?.note(target) ?? null) : null),
      goHome,
    };
  };
}
