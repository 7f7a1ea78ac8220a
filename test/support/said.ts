import { wordStatement } from '../../shared/i18n/wording.ts';
import { type Finding, type MeasurementFinding, quoted, type Statement } from '../../shared/model/finding.ts';

/** Tests may write what was said as a sentence. */
export type Sayable = Statement | string;

export function stated(said: Sayable): Statement {
  return typeof said === 'string' ? quoted(said) : said;
}

export function allStated(facts: Readonly<Record<string, Sayable>>): Record<string, Statement> {
  return Object.fromEntries(Object.entries(facts).map(([name, said]) => [name, stated(said)]));
}

/** A finding without a number. */
export function aCause(said: Sayable, cause: string | null = null): Finding {
  return { kind: 'cause', cause, says: stated(said) };
}

/** The phone's page shows its main content after so many milliseconds, where 2.5 s are allowed. */
export function slowPage(lcpMs: number): MeasurementFinding {
  return { kind: 'measurement', id: 'lcpMs', value: lcpMs, bound: 2500, side: 'at-most', unit: 'ms' };
}

interface Saying {
  readonly reason: Statement;
  readonly facts?: Readonly<Record<string, Sayable>>;
}

/** With its statements as an English reader gets them. */
export function inEnglish<T extends Saying>(result: T) {
  const facts = Object.entries(result.facts ?? {}).map(([name, fact]) => [name, wordStatement(stated(fact), 'en')]);
  const worded: Record<string, string> = Object.fromEntries(facts);
  return { ...result, reason: wordStatement(result.reason, 'en'), facts: worded };
}
