import { ChannelFault } from './channel-fault.ts';

export interface Patience {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** All attempts and pauses of one request together; a claim lasts longer. */
const patienceMs = 30_000;
/** Where the API does not say how long to wait. */
const pausesMs = [1000, 4000, 15_000] as const;

/**
 * Makes a request until it is taken: after what passes by itself, and after the pause that the API asks for. What may have
 * arrived is not made again here.
 * @throws what the last attempt threw
 */
export async function insistently<T>(request: () => Promise<T>, { now, sleep }: Patience): Promise<T> {
  const until = now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      const pause = pauseAfter(error, attempt);
      if (pause === null || now() + pause > until) throw error;
      await sleep(pause);
    }
  }
}

function pauseAfter(error: unknown, attempt: number): number | null {
  if (!(error instanceof ChannelFault)) return null;
  const { kind, retryAfterMs } = error;
  if (kind !== 'busy' && kind !== 'trouble') return null;
  const pause = pausesMs[attempt];
  return pause === undefined ? null : (retryAfterMs ?? pause);
}
