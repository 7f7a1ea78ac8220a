import { say } from '../model/general-statements.ts';
import { DeadlineError } from './deadline.ts';
import { type Measured, unknown } from './probe.ts';

/**
 * The one catch. Whatever a probe throws is our fault and ends as an `unknown` result; the error itself goes to `onFault` for
 * the log.
 */
export async function runProbe(measure: () => Promise<Measured>, onFault: (error: unknown) => void): Promise<Measured> {
  try {
    return await measure();
  } catch (error) {
    onFault(error);
    if (error instanceof DeadlineError || isPassedDeadline(error)) {
      return unknown('deadline', say('general/deadline', {}));
    }
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return unknown('probe-fault', say('general/probe-fault', { message }));
  }
}

/** What `signal.throwIfAborted()` throws when the deadline was an `AbortSignal.timeout`. */
function isPassedDeadline(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
