import { DeadlineError } from './deadline.ts';
import { type Measured, unknown } from './probe.ts';

/**
 * The one catch. Whatever a probe throws is our fault and ends as an `unknown` result with a sentence; the error itself goes
 * to `onFault` for the log.
 * @param title what was being measured, for the sentence
 */
export async function runProbe(
  title: string,
  measure: () => Promise<Measured>,
  onFault: (error: unknown) => void,
): Promise<Measured> {
  try {
    return await measure();
  } catch (error) {
    onFault(error);
    if (error instanceof DeadlineError || isPassedDeadline(error)) {
      return unknown('deadline', `The probe was stopped at its deadline before it could finish (${title}).`);
    }
    const [firstLine] = (error instanceof Error ? error.message : String(error)).split('\n');
    return unknown('probe-fault', `Touchlight's own probe broke (${title}): ${firstLine ?? 'no message'}`);
  }
}

/** What `signal.throwIfAborted()` throws when the deadline was an `AbortSignal.timeout`. */
function isPassedDeadline(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
