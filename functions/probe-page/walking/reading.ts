import type { CoverReader } from './covers.ts';
import type { Legibility, LegibilityReader } from './legibility.ts';
import type { SpotKeeper } from './spots.ts';
import type { Boxes, Measure } from './visible-box.ts';

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
  /** Where it stands once it is scrolled in from aside, as wide as what scrolls. */
  windowOf(scroller: Element, measure: Measure): Measure;
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

/** Runs in the page, with what was made there before. */
export function makeLayout({ boxes }: { readonly boxes: Boxes }): Layout {
  function isShown(element: Element): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  }

  function place(measure: Measure, target: Element, foldPx: number): Place | null {
    const visible = boxes.visible(measure(), target);
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

  return { isShown, place, windowOf: boxes.windowOf, blockOf, isAtEnd };
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

    function coveredBy(measure: Measure, target: Element): string | null {
      if (coverAt === undefined || isLate() || getComputedStyle(target).pointerEvents === 'none') return null;
      const [shown, box] = aside === null ? [target, measure] : [aside, layout.windowOf(aside, measure)];
      const cover = inView(box()) ? coverAt(box(), shown) : 'below';
      if (cover === null) return null;
      shown.scrollIntoView({ block: 'center', behavior: 'instant' });
      // Open windows hold many a page fast as it is: what cannot be brought up lies under what is on the screen.
      const isHeld = !inView(box()) && getComputedStyle(document.body).position === 'fixed';
      return coverAt(isHeld ? new DOMRect(innerWidth * 0.3, innerHeight / 2, innerWidth * 0.4, 2) : box(), shown);
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
      place(measure, target) {
        const placed = layout.place(measure, target, foldPx);
        aside = placed?.aside ?? null;
        return placed;
      },
      coveredBy,
      looksOf,
      spotOf: (target) => (aside === null ? (keeper?.note(target) ?? null) : null),
      goHome,
    };
  };
}
