import type { Frame, JSHandle } from 'playwright-core';
import { makeShadowTree, type ShadowTree } from './shadow-tree.ts';

/** As it arrives in the page: a handle as what it stands for. */
type InPage<Order> = { readonly [Key in keyof Order]: Order[Key] extends JSHandle<infer Value> ? Value : Order[Key] };

/**
 * Runs a function in the page with the page's shadow tree at hand.
 * @param run stands by itself: nothing of its module goes into the page with it
 */
export async function evaluateInTree<Order extends object, Result>(
  frame: Frame,
  run: (order: InPage<Order> & { readonly tree: ShadowTree }) => Result | Promise<Result>,
  order: Order,
): Promise<Result> {
  const tree = await frame.evaluateHandle(makeShadowTree);
  try {
    // Playwright's type of what comes out of handles is wider than what goes in here.
    return (await frame.evaluate(run as (order: unknown) => Result, { ...order, tree })) as Result;
  } finally {
    await tree.dispose().catch(() => {});
  }
}
