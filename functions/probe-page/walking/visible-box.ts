/** Measured anew each time, because scrolling moves it. */
export type Measure = () => DOMRect;

/** The part of a box that is not cut off. */
interface VisibleBox {
  readonly box: DOMRect;
  readonly isFixed: boolean;
  /** What must be scrolled sideways before it can be seen; then the box is the place of what scrolls. */
  readonly aside: Element | null;
}

export interface Boxes {
  /** The rectangle as far as no ancestor cuts it off; null when nothing of it can be seen, scrolling allowed. */
  visible(box: DOMRect, from: Element): VisibleBox | null;
  windowOf(scroller: Element, measure: Measure): Measure;
}

/** Runs in the page and brings all it needs. */
export function makeBoxes(): Boxes {
  /** What of its content can be scrolled sideways into view; null when it does not scroll. */
  function sidewaysRange(scroller: Element, { overflowX, direction }: CSSStyleDeclaration, edge: DOMRect) {
    if (!/auto|scroll/.test(overflowX) || scroller.scrollWidth <= scroller.clientWidth + 1) return null;
    const start = edge.left - scroller.scrollLeft;
    const from = direction === 'rtl' ? start + scroller.clientWidth - scroller.scrollWidth : start;
    return { from, to: from + scroller.scrollWidth };
  }

  function visible(box: DOMRect, from: Element): VisibleBox | null {
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

  function windowOf(scroller: Element, measure: Measure): Measure {
    return () => {
      const { left, width } = scroller.getBoundingClientRect();
      const { top, height } = measure();
      return new DOMRect(left, top, width, height);
    };
  }

  return { visible, windowOf };
}
