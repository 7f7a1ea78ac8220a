import type { Check } from '../../model/check.ts';
import type { Finding, Statement } from '../../model/finding.ts';
import { say } from '../../model/general-statements.ts';
import { type Light, lightsWorstFirst } from '../../model/light.ts';
import type { ProbeSpec, Unit } from '../../model/probe-spec.ts';
import type { Result } from '../../model/result.ts';
import type { Threshold } from '../../model/threshold.ts';
import type { Judgement, Verdict } from '../../model/verdict.ts';
import { specOf } from '../../probes/index.ts';

/**
 * A result against its check's thresholds. The worst verdict is the headline; among equals, the measurement that the
 * probe's spec names first.
 *
 * - `failed` is red, whatever its numbers say; `unknown` is unknown, also with numbers that look bad.
 * - `measured` without a single judged number is unknown: nothing was compared with anything.
 * - `not-applicable` is green and says "Nothing to check here", because a site without a form has no broken form. But
 *   where the file gives this check options of its own, somebody expects that thing to be there: then it is unknown, unless the
 *   check runs only where the file names it, so that naming it promises nothing.
 *   (advanceStatus never takes not-applicable for proof of health: it neither resolves an incident nor counts in a day,
 *   and what has been measured before and is gone now is unknown there.)
 */
export function judge(result: Result, check: Check): Judgement {
  const spec = specOf(check.probe);
  const verdicts = judgeOutcome(result, check, spec);
  const worstFirst = lightsWorstFirst.flatMap((light) => verdicts.filter((verdict) => verdict.light === light));
  const [headline] = worstFirst;
  return headline === undefined ? nothingJudged : { light: headline.light, headline, verdicts: worstFirst };
}

/** What is said of a result: of a green one what the probe has found, and not the first of the bounds that were kept. */
export function findingOf({ light, headline }: Judgement, { outcome, cause, reason }: Result): Finding {
  return outcome === 'measured' && light === 'green' ? { kind: 'cause', cause, says: reason } : headline.finding;
}

function judgeOutcome(result: Result, check: Check, spec: ProbeSpec | undefined): Verdict[] {
  const outcome = { kind: 'cause', cause: result.cause, says: result.reason } as const;
  switch (result.outcome) {
    case 'measured':
      return judgeMeasurements(result, check, spec);
    case 'failed':
      return [{ light: 'red', finding: outcome }, ...judgeMeasurements(result, check, spec)];
    case 'unknown':
      return [{ light: 'unknown', finding: outcome }];
    case 'not-applicable':
      return [judgeNotApplicable(result, check, spec)];
  }
}

function judgeMeasurements(result: Result, check: Check, spec: ProbeSpec | undefined): Verdict[] {
  const specified = Object.keys(spec?.measurements ?? {});
  const names = [...new Set([...specified, ...Object.keys(check.thresholds)])];
  return names.flatMap((name) => {
    const threshold = check.thresholds[name];
    const value = result.measurements[name];
    if (threshold === undefined || value === undefined) return [];
    if (!Number.isFinite(value)) return [{ light: 'unknown', finding: noNumber }];
    const verdict = judgeMeasurement(
      ...[name, value, threshold, spec?.measurements[name]?.unit ?? 'number', result.facts[name]],
    );
    const graver = result.measurements[spec?.measurements[name]?.redOnlyWith ?? ''];
    const isMild = verdict.light === 'red' && graver !== undefined && lightOf(graver, threshold) !== 'red';
    return [isMild ? { ...verdict, light: 'yellow' } : verdict];
  });
}

function judgeMeasurement(
  id: string,
  value: number,
  threshold: Threshold,
  unit: Unit,
  fact: Statement | undefined,
): Verdict {
  const light = lightOf(value, threshold);
  const side = smallerIsWorse(threshold) ? 'at-least' : 'at-most';
  // Why a good number is what it is asks nobody; what was counted is always said.
  const isSaid = fact !== undefined && (light !== 'green' || unit === 'count');
  const because = isSaid ? { because: fact } : {};
  return { light, finding: { kind: 'measurement', id, value, bound: threshold.green, side, unit, ...because } };
}

function lightOf(value: number, threshold: Threshold): Light {
  // Turned round where smaller is worse, so that one comparison serves both.
  const sign = smallerIsWorse(threshold) ? -1 : 1;
  if (threshold.red !== null && sign * value >= sign * threshold.red) return 'red';
  return sign * value > sign * threshold.green ? 'yellow' : 'green';
}

function smallerIsWorse({ green, red }: Threshold): boolean {
  return red !== null && red < green;
}

function judgeNotApplicable({ cause, reason: why }: Result, check: Check, spec: ProbeSpec | undefined): Verdict {
  if (isExpected(check, spec)) {
    return {
      light: 'unknown',
      finding: { kind: 'cause', cause, says: say('general/nothing-though-expected', { why }) },
    };
  }
  return { light: 'green', finding: { kind: 'cause', cause, says: say('general/nothing-here', { why }) } };
}

/** Does the file give this check options of its own (a page with the form, contacts that must be there)? */
function isExpected(check: Check, spec: ProbeSpec | undefined): boolean {
  if (spec === undefined || spec.optIn === true) return false;
  const defaults = spec.options.safeParse({});
  return !defaults.success || canonical(check.options) !== canonical(defaults.data);
}

function canonical(options: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const noNumber: Finding = { kind: 'cause', cause: null, says: say('general/no-number', {}) };

const nothingJudged: Judgement = {
  light: 'unknown',
  headline: { light: 'unknown', finding: noNumber },
  verdicts: [{ light: 'unknown', finding: noNumber }],
};
