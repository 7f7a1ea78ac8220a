import type { Frame } from 'playwright-core';
import { type InPage, kit } from './kit.ts';
import { makeShadowTree, type ShadowTree } from './shadow-tree.ts';

/** The page's shadow tree: what most others look around with. */
export const treeKit = kit().with('tree', makeShadowTree);

/**
 * Runs a function in the page with the page's shadow tree at hand.
 * @param run stands by itself: nothing of its module goes into the page with it
 */
export function evaluateInTree<Order extends object, Result>(
  frame: Frame,
  run: (order: InPage<Order> & { readonly tree: ShadowTree }) => Result | Promise<Result>,
  order: Order,
): Promise<Result> {
  return treeKit.evaluate(frame, run, order);
}
