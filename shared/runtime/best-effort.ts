import { DeadlineError, withinDeadline } from './deadline.ts';

export type Effort<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * Work on which no measurement depends: it may fail, and it may hang no longer than this.
 * @param work is told by its signal when nobody waits any more
 */
export async function bestEffort<T>(work: (signal: AbortSignal) => Promise<T>, patienceMs: number): Promise<Effort<T>> {
  const patience = new AbortController();
  // Not AbortSignal.timeout: that lets a process end that has nothing left but this wait.
  const timer = setTimeout(
    () => patience.abort(new DeadlineError(`It took longer than ${patienceMs} ms.`)),
    patienceMs,
  );
  try {
    return { ok: true, value: await withinDeadline(begun(work, patience.signal), patience.signal) };
  } catch (error) {
    return { ok: false, error };
  } finally {
    clearTimeout(timer);
  }
}

/** Also work that throws before it waits for anything rejects. */
async function begun<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  return work(signal);
}
