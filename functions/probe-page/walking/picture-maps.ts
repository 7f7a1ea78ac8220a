/** Areas of a picture that can be tapped (`<map>`): they have no box of their own. */
export interface PictureMaps {
  /** The picture that an area lies on; null for whatever is no area of one. */
  pictureOf(element: Element): HTMLImageElement | null;
  boxOn(picture: HTMLImageElement, area: Element): DOMRect;
}

/** Runs in the page and brings all it needs. */
export function makePictureMaps(): PictureMaps {
  return {
    pictureOf(element) {
      const name = element.localName === 'area' ? element.closest('map')?.name : undefined;
      return name === undefined
        ? null
        : document.querySelector<HTMLImageElement>(`img[usemap="#${CSS.escape(name)}" i]`);
    },
    boxOn(picture, area) {
      const { left, top, width, height } = picture.getBoundingClientRect();
      const at = (area.getAttribute('coords') ?? '').split(/[\s,]+/).map(Number);
      const shape = (area.getAttribute('shape') ?? 'rect').toLowerCase();
      if (shape === 'default' || at.length < 3 || at.some(Number.isNaN)) return new DOMRect(left, top, width, height);
      const [x = 0, y = 0, r = 0] = at;
      const corners = shape.startsWith('circ') ? [x - r, y - r, x + r, y + r] : at;
      const [xs, ys] = [corners.filter((_, n) => n % 2 === 0), corners.filter((_, n) => n % 2 === 1)];
      const [fromX, fromY] = [Math.min(...xs), Math.min(...ys)];
      return new DOMRect(left + fromX, top + fromY, Math.max(...xs) - fromX, Math.max(...ys) - fromY);
    },
  };
}
