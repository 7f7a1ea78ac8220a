import type { Visit } from '../../../shared/browser/visit.ts';
import { type Layers, layerKit } from './layers.ts';
import type { ShadowTree } from './shadow-tree.ts';
import { touch } from './touch.ts';

/** What closes fades out. */
const closingMs = 350;

/** Many a window has no button to close it: it goes when a visitor taps beside it. @returns whether there was such a place */
export async function tapBeside(visit: Visit, signal: AbortSignal): Promise<boolean> {
  const { page, device } = visit;
  const tap = async (): Promise<boolean> => {
    const at = await layerKit.evaluate(page, placeBeside, {});
    if (at === null) return false;
    await (device === 'mobile' ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y));
    return true;
  };
  return (await touch(visit, tap, closingMs, signal)).done;
}

/** Runs in the page: a place on the screen where a tap meets nothing but what dims the page. Each window has one try. */
function placeBeside({ layers, tree }: { layers: Layers; tree: ShadowTree }): { x: number; y: number } | null {
  const longestText = 1_200;
  const popUp = layers.all().find(({ element, kind }) => {
    return kind === 'pop-up' && element.innerText.length < longestText && !('touchlightPressed' in element.dataset);
  })?.element;
  if (popUp === undefined) return null;
  popUp.dataset['touchlightPressed'] = 'beside';
  const shares = [0.03, 0.5, 0.97];
  const places = shares.flatMap((y) => shares.map((x) => ({ x: innerWidth * x, y: innerHeight * y })));
  const isBackdrop = (hit: Element): boolean => {
    if (hit === popUp && hit.matches('dialog')) return true;
    const { width, height } = hit.getBoundingClientRect();
    const isWhole = width >= innerWidth * 0.95 && height >= innerHeight * 0.95;
    const isOver = /fixed|absolute/.test(getComputedStyle(hit).position) || tree.holds(popUp, hit);
    return isWhole && isOver && hit.closest('a, button, label, img, video') === null;
  };
  return (
    places.find(({ x, y }) => {
      const hit = layers.topmostAt(x, y);
      return hit !== null && isBackdrop(hit);
    }) ?? null
  );
}
