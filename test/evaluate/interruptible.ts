/** Asked before every call; what it throws is where the process stopped. */
export type Interrupt = (call: string) => void;

/** The same object, all of whose methods (also of the objects in it) ask `interrupt` before they work. */
export function interruptible<T extends object>(target: T, interrupt: Interrupt): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      const value: unknown = Reflect.get(object, name, receiver);
      if (typeof value === 'function') {
        return async (...given: readonly unknown[]) => {
          interrupt(String(name));
          return await Reflect.apply(value, object, given);
        };
      }
      return typeof value === 'object' && value !== null ? interruptible(value, interrupt) : value;
    },
  });
}

export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export interface Stop {
  readonly interrupt: Interrupt;
  /** Which call it was, once it has stopped. */
  hit: string | null;
}

/** Stops once, before the given call, counted from 0. */
export function stopBefore(index: number): Stop {
  let calls = 0;
  const stop: Stop = {
    hit: null,
    interrupt: (call) => {
      if (calls++ !== index) return;
      stop.hit = `call ${index} (${call})`;
      throw new Stopped();
    },
  };
  return stop;
}
