import type { IntoPage } from '../lexicon/into-page.ts';

/** What lies over this box of the target, in words or as a selector; null when it is free. The box must be in view. */
export type CoverReader = (box: DOMRect, target: Element) => string | null;

/** Runs in the page and brings all it needs, but for the words of cookie banners. */
export function makeCoverReader({ source, flags }: IntoPage): CoverReader {
  function nameOf(cover: Element): string {
    let at = cover;
    for (let up: Element | null = cover; up !== null && up !== document.body; up = up.parentElement) {
      const { position } = getComputedStyle(up);
      if (position === 'fixed' || position === 'sticky' || position === 'absolute') at = up;
      if (position === 'fixed') break;
    }
    const words = `${at.id} ${at.className} ${at.textContent?.slice(0, 600)}`;
    if (new RegExp(source, flags).test(words)) return 'cookie banner';
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

  return coverAt;
}
