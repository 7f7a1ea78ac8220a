import { dateProblem } from '../../shared/config/value-problems.ts';
import { UsageError } from '../exit.ts';

/**
 * A day to come that a person typed, such as `2026-12-15`.
 * @throws UsageError that says what to write instead
 */
export function readDay(what: string, text: string, today: string): string {
  const problem = dateProblem(text);
  if (problem !== null) throw new UsageError(`${what}: "${text}" ${problem}.`);
  if (text < today) throw new UsageError(`${what}: ${text} has passed; today is ${today}.`);
  return text;
}
