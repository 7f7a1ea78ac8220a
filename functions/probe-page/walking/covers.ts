import type { OpenedSince } from './landed.ts';
import type { Layers } from './layers.ts';
import type { ShadowTree } from './shadow-tree.ts';

/** What lies over this box of the target, in words or as a selector; null when it is free. The box must be in view. */
export type CoverReader = (box: DOMRect, target: Element) => string | null;

export interface CoverParts {
  readonly tree: ShadowTree;
  readonly layers: Layers;
  /** Left out where it does not matter when a layer has opened. */
  readonly openedSince: OpenedSince | null;
}

/** What lies over something, by its looks. */
interface Covering {
  nameOf(cover: Element): string;
  isOpaque(cover: Element, target: Element, x: number, y: number): boolean;
  takesEveryTap(hit: Element): boolean;
}

/** Runs in the page, with the tree and the layers that were made there. */
export function makeCovering({ tree, layers }: Pick<CoverParts, 'tree' | 'layers'>): Covering {
  function nameOf(cover: Element): string {
    let at = cover;
    for (let up: Element | null = cover; up !== null && up !== document.body; up = tree.parentOf(up)) {
      const { position } = getComputedStyle(up);
      if (position === 'fixed' || position === 'sticky' || position === 'absolute') at = up;
      if (position === 'fixed') break;
    }
    if (layers.isCookieBanner(at)) return 'cookie banner';
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
    for (let at: Element | null = cover; at !== null && !tree.holds(at, target); at = tree.parentOf(at)) {
      if (at.matches('dialog:modal')) return true; // beside it, too, taps meet nothing else
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

  /** Nobody sees it, and every tap lands on it: what is left of a window that was closed. */
  function takesEveryTap(hit: Element): boolean {
    for (let at: Element | null = hit; at !== null && at !== document.body; at = tree.parentOf(at)) {
      if (getComputedStyle(at).position !== 'fixed') continue;
      const { width, height } = at.getBoundingClientRect();
      const isWhole = width >= innerWidth * 0.95 && height >= innerHeight * 0.95;
      return isWhole && (at.textContent ?? '').trim() === '' && at.closest('a, button, label') === null;
    }
    return false;
  }

  return { nameOf, isOpaque, takesEveryTap };
}

/** Runs in the page, with what was made there before. */
export function makeCoverReader(parts: CoverParts & { readonly covering: Covering }): CoverReader {
  const { tree, layers, openedSince, covering } = parts;
  const { nameOf, isOpaque, takesEveryTap } = covering;

  function coverAt(box: DOMRect, target: Element): string | null {
    const covers: Element[] = [];
    const y = box.top + box.height / 2;
    for (const share of [0.2, 0.5, 0.8]) {
      const x = box.left + box.width * share;
      const hit = layers.topmostAt(x, y);
      if (hit === null || hit.localName === 'area' || tree.holds(hit, target) || tree.holds(target, hit)) return null;
      const isSeen = isOpaque(hit, target, x, y);
      if (isSeen ? openedSince?.(hit) === true : !takesEveryTap(hit)) return null;
      covers.push(hit);
    }
    const [cover] = covers;
    return cover === undefined ? null : nameOf(cover);
  }

  return coverAt;
}
