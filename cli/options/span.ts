import { durationProblem, parseDuration } from '../../shared/config/duration.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { UsageError } from '../exit.ts';

/**
 * A span of time that a person typed, such as `2h` or `30d`, in milliseconds.
 * @throws UsageError that says what to write instead
 */
export function readSpan(what: string, text: string, limits: { readonly min: string; readonly max: string }): number {
  const problem = durationProblem(text, limits);
  if (problem !== null) throw new UsageError(`${what}: "${text}" ${problem}.`);
  return (parseDuration(text) ?? 0) * minuteMs;
}
