/** The hard deadline of a run has passed; what it was waiting for may hang for ever. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** Waits for `work`, but not beyond the signal: a page can keep any call into it from ever returning. */
export async function withinDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(new DeadlineError('The visit took longer than its deadline.'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
    work.catch(() => {}); // lost the race: its late failure is nobody's business any more
  }
}
