import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { type CoverReader, makeCovering, makeCoverReader } from '../walking/covers.ts';
import { type Layers, layerKit } from '../walking/layers.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import type { ChatVendor } from './vendors.ts';
import type { Waits } from './waits.ts';

/** A part of the screen, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShownButton {
  readonly state: 'shown';
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Where the chat has opened by itself, its window; null otherwise. */
  readonly window: Box | null;
}

/** The chat's button, or its window where that has opened by itself. */
export type ChatButton =
  | ShownButton
  | { readonly state: 'covered'; readonly by: string }
  /** It is in the page, and nobody can see it. */
  | { readonly state: 'hidden' }
  /** Visitors see one of the site's own in its place. */
  | { readonly state: 'own' }
  | { readonly state: 'none' };

/** Of what it puts on the page, by its selectors or its name. */
export function partsOf({ button, word }: ChatVendor): string {
  return `${button}, ${namedBy(word)}`;
}

function namedBy(word: string): string {
  return `[id*="${word}" i], [class*="${word}" i], iframe[src*="${word}" i], iframe[title*="${word}" i], iframe[name*="${word}" i]`;
}

const buttonKit = layerKit
  .holding({ openedSince: null })
  .with('covering', makeCovering)
  .with('coverAt', makeCoverReader);

/** Where the chat's button is on the screen, once it has come in. */
export async function findButton(
  { page }: Pick<Visit, 'page'>,
  { button, word }: ChatVendor,
  { windowMs, pollMs }: Waits,
  signal: AbortSignal,
): Promise<ChatButton> {
  const startedMs = performance.now();
  const order = { button, named: namedBy(word) };
  for (;;) {
    const found = await withinDeadline(buttonKit.evaluate(page, readButton, order), signal);
    if (found.state === 'shown' || performance.now() - startedMs >= windowMs) return found;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
  }
}

/** Runs in the page. */
function readButton({
  button,
  named,
  tree,
  coverAt,
}: {
  readonly button: string;
  readonly named: string;
  readonly tree: ShadowTree;
  readonly coverAt: CoverReader;
}): ChatButton {
  const smallestPx = 16;

  function isFixed(element: Element): boolean {
    for (let at: Element | null = element; at !== null; at = tree.parentOf(at)) {
      if (getComputedStyle(at).position === 'fixed') return true;
    }
    return false;
  }

  /** The part of it that is on the screen; null for none. */
  function onScreen(element: Element): DOMRect | null {
    const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
    const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y];
    return isShown && width >= smallestPx && height >= smallestPx ? new DOMRect(x, y, width, height) : null;
  }

  const known = tree.all(button, document.documentElement);
  const candidates = known.length > 0 ? known : tree.all(named, document.documentElement).filter(isFixed);
  if (candidates.length === 0) return { state: 'none' };
  // What holds the button has no size of its own in many chats: its parts do.
  const parts = [...new Set(candidates.flatMap((element) => [element, ...tree.all('*', element).slice(0, 200)]))];
  const boxes = parts.flatMap((element) => {
    const box = onScreen(element);
    return box === null ? [] : [{ element, box }];
  });
  const covers = boxes.map(({ element, box }) => coverAt(box, element));
  const free = boxes[covers.indexOf(null)];
  if (free !== undefined) {
    const { x, y, width, height } = free.box;
    const window = width >= 200 && height >= 250 ? { x, y, width, height } : null;
    return { state: 'shown', x: x + width / 2, y: y + height / 2, window };
  }
  const by = covers.find((cover) => cover !== null);
  return by === undefined || by === null ? { state: 'hidden' } : { state: 'covered', by };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Would a press there reach the chat? A part of its button may lie under something else. */
export function reachesChat(
  { page }: Pick<Visit, 'page'>,
  vendor: ChatVendor,
  { x, y }: Spot,
  signal: AbortSignal,
): Promise<boolean> {
  const order = { x, y, selector: partsOf(vendor) };
  return withinDeadline(layerKit.evaluate(page, isOfChat, order), signal);
}

interface SpotOrder extends Spot {
  readonly selector: string;
  readonly tree: ShadowTree;
  readonly layers: Layers;
}

/** Runs in the page. */
function isOfChat({ x, y, selector, tree, layers }: SpotOrder): boolean {
  for (let at = layers.topmostAt(x, y); at !== null && at !== document.body; at = tree.parentOf(at)) {
    if (at.matches(selector)) return true;
  }
  return false;
}
