import type { Frame, JSHandle, Page } from 'playwright-core';

type Unhandled<Value> = Value extends JSHandle<infer Held> ? Held : Value;
/** As it arrives in the page: a handle as what it stands for. */
export type InPage<Order> = { readonly [Key in keyof Order]: Unhandled<Order[Key]> };

type Given<Order, Parts> = InPage<Order> & Parts;

/**
 * What a function needs in the page: made there anew, each part from those before it, on the same trip, for every trip costs
 * milliseconds. Makers and functions stand by themselves: nothing of their modules goes into the page with them.
 */
export interface Kit<Parts extends object> {
  /** Words and other data. */
  holding<Data extends object>(data: Data): Kit<Parts & Data>;
  with<Name extends string, Made>(
    name: Name,
    make: (parts: Parts) => Made,
  ): Kit<Parts & { readonly [Key in Name]: Made }>;
  /** Runs the function in the page with the order and all parts. */
  evaluate<Order extends object, Result>(
    frame: Page | Frame,
    run: (given: Given<Order, Parts>) => Result | Promise<Result>,
    order: Order,
  ): Promise<Result>;
  /** The same for what cannot leave the page. */
  evaluateHandle<Result>(frame: Page | Frame, run: (parts: Parts) => Result): Promise<JSHandle<Result>>;
}

export function kit(): Kit<object> {
  return kitFrom(['const parts = { ...order };']);
}

function kitFrom<Parts extends object>(steps: readonly string[]): Kit<Parts> {
  const sent = new WeakMap<object, (order: unknown) => unknown>();
  const withParts = (run: { toString(): string }): ((order: unknown) => unknown) => {
    const known = sent.get(run) ?? inOne([...steps, `return (${run})(parts);`]);
    sent.set(run, known);
    return known;
  };
  return {
    holding: (data) => kitFrom([...steps, `Object.assign(parts, ${JSON.stringify(data)});`]),
    with: (name, make) => kitFrom([...steps, `parts[${JSON.stringify(name)}] = (${make})(parts);`]),
    // Playwright does not know what the function that it sends will return.
    evaluate: async (frame, run, order) =>
      (await frame.evaluate(withParts(run), order)) as Awaited<ReturnType<typeof run>>,
    evaluateHandle: async (frame, run) =>
      (await frame.evaluateHandle(withParts(run), {})) as JSHandle<ReturnType<typeof run>>,
  };
}

/** Runs in the page only. Its text is ours. */
function inOne(steps: readonly string[]): (order: unknown) => unknown {
  return new Function('order', steps.join('\n')) as (order: unknown) => unknown;
}
