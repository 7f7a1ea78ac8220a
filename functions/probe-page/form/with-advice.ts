import type { Statement } from '../../../shared/model/finding.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';

/** The result of a form that works, with one piece of advice more. */
export function withAdvice(result: Measured, advice: Statement): Measured {
  const { id, params } = result.reason;
  const given = params['advice'];
  if (result.outcome !== 'measured' || !Array.isArray(given)) return result;
  return { ...result, reason: { id, params: { ...params, advice: [...given, advice] } } };
}
