/** Does a style sheet draw a cover over the whole screen in front of this element's content? Its name; null where it does not. */
export type DrawnCover = (hit: Element) => string | null;

/** Runs in the page and brings all it needs. Loading screens are drawn so, as `body::before`: no element of their own is hit. */
export function makeDrawnCover(): DrawnCover {
  return (hit) => {
    const drawn = ['::before', '::after'].find((part) => {
      const style = getComputedStyle(hit, part);
      const { content, position, width, height, visibility, opacity, zIndex, backgroundColor } = style;
      if (content === 'none' || content === 'normal' || visibility !== 'visible' || Number(zIndex) < 0) return false;
      const isOver = position === 'fixed' || (position === 'absolute' && hit.matches('html, body'));
      const isWhole = Number.parseFloat(width) >= innerWidth * 0.95 && Number.parseFloat(height) >= innerHeight * 0.95;
      // What only tints the page, as over a large picture, lets it be read.
      const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(backgroundColor)?.[1] ?? '1';
      return isOver && isWhole && Number(opacity) * Number(alpha) > 0.85;
    });
    return drawn === undefined ? null : `${hit.localName}${drawn}`;
  };
}
