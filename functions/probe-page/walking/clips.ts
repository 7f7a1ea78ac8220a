import type { ShadowTree } from './shadow-tree.ts';

/** What a closed fold keeps from being seen. */
export interface Clips {
  /** It is laid out, but stands in a box without height or width that cuts off what hangs out. */
  isClipped(element: Element): boolean;
}

/** Runs in the page, with the tree that was made there. */
export function makeClips({ tree }: { readonly tree: ShadowTree }): Clips {
  function isShut(box: Element): boolean {
    const { width, height } = box.getBoundingClientRect();
    if (width >= 2 && height >= 2) return false;
    const { overflowX, overflowY, display } = getComputedStyle(box);
    return display !== 'inline' && (height < 2 ? overflowY : overflowX) !== 'visible';
  }

  function isClipped(element: Element): boolean {
    for (let at: Element | null = element; at !== null && at !== document.body; at = tree.parentOf(at))
      if (isShut(at)) return true;
    return false;
  }

  return { isClipped };
}
