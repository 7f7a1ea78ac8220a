import type { ShadowTree } from './shadow-tree.ts';

/** Can a visitor bring it onto the screen? What is fixed beyond the screen's edge, nobody presses. */
export type WithinReach = (element: Element) => boolean;

/** Runs in the page, with the tree that was made there. */
export function makeWithinReach({ tree }: { readonly tree: ShadowTree }): WithinReach {
  const leastPx = 2;

  return (element) => {
    const box = element.getBoundingClientRect();
    let across = box.right > leastPx && box.left < innerWidth - leastPx;
    let down = box.bottom > leastPx && box.top < innerHeight - leastPx;
    for (let at: Element | null = element; at !== null && at !== document.body; at = tree.parentOf(at)) {
      const { position, overflowX, overflowY } = getComputedStyle(at);
      across ||= /auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth;
      down ||= /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight;
      if (position === 'fixed') return across && down;
    }
    return true;
  };
}
