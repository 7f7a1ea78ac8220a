import type { Check } from '../../model/check.ts';
import { type Light, lightsWorstFirst } from '../../model/light.ts';
import type { MeasurementSpec, ProbeSpec } from '../../model/probe-spec.ts';
import type { Result } from '../../model/result.ts';
import type { Threshold } from '../../model/threshold.ts';
import type { Judgement, Verdict } from '../../model/verdict.ts';
import { specOf } from '../../probes/index.ts';
import { formatMeasurement } from '../format-measurement.ts';

/**
 * A result against its check's thresholds. The worst verdict is the headline; among equals, the measurement that the
 * probe's spec names first.
 *
 * - `failed` is red, whatever its numbers say; `unknown` is unknown, also with numbers that look bad.
 * - `measured` without a single judged number is unknown: nothing was compared with anything.
 * - `not-applicable` is green and says "Nothing to check here", because a site without a form has no broken form. But
 *   where the file gives this check options of its own, somebody expects that thing to be there: then it is unknown.
 *   (advanceStatus never takes not-applicable for proof of health: it neither resolves an incident nor counts in a day,
 *   and what has been measured before and is gone now is unknown there.)
 */
export function judge(result: Result, check: Check): Judgement {
  const spec = specOf(check.probe);
  const verdicts = judgeOutcome(result, check, spec);
  const worstFirst = lightsWorstFirst.flatMap((light) => verdicts.filter((verdict) => verdict.light === light));
  const [headline] = worstFirst;
  return headline === undefined ? nothingJudged(check) : { light: headline.light, headline, verdicts: worstFirst };
}

function judgeOutcome(result: Result, check: Check, spec: ProbeSpec | undefined): Verdict[] {
  const expected = spec?.title ?? check.probe;
  switch (result.outcome) {
    case 'measured':
      return judgeMeasurements(result, check, spec);
    case 'failed':
      return [
        { measurement: null, light: 'red', expected, actual: result.reason, reason: result.reason },
        ...judgeMeasurements(result, check, spec),
      ];
    case 'unknown':
      return [{ measurement: null, light: 'unknown', expected, actual: result.reason, reason: result.reason }];
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
    return [judgeMeasurement(name, value, threshold, spec?.measurements[name], result.facts[name])];
  });
}

function judgeMeasurement(
  name: string,
  value: number,
  threshold: Threshold,
  spec: MeasurementSpec | undefined,
  fact: string | undefined,
): Verdict {
  const unit = spec?.unit ?? 'number';
  const light = lightOf(value, threshold);
  const bound = smallerIsWorse(threshold)
    ? `at least ${formatMeasurement(threshold.green, unit)}`
    : `at most ${formatMeasurement(threshold.green, unit)}`;
  const expected = unit === 'count' && bound === 'at most 0' ? 'none' : bound;
  const actual = formatBeside(value, threshold.green, unit);
  const number = `${readOn(spec?.title ?? name)} ${actual}`;
  const sentence = light === 'green' ? `${number}.` : `${number} (expected ${expected}).`;
  // A count says less than what was counted ("1" against "the page shows ... instead of ..."); it stays in `actual`. Why a
  // good number is what it is asks nobody.
  const alone = fact === undefined || (light === 'green' && unit !== 'count');
  const reason = alone ? sentence : unit === 'count' ? sentenceOf(fact) : `${sentence} ${sentenceOf(fact)}`;
  const side = smallerIsWorse(threshold) ? 'at-least' : 'at-most';
  return {
    measurement: name,
    light,
    expected,
    actual,
    reason,
    ...(Number.isFinite(value) && { comparison: { value, bound: threshold.green, side } }),
  };
}

function lightOf(value: number, threshold: Threshold): Light {
  if (!Number.isFinite(value)) return 'unknown';
  // Turned round where smaller is worse, so that one comparison serves both.
  const sign = smallerIsWorse(threshold) ? -1 : 1;
  if (threshold.red !== null && sign * value >= sign * threshold.red) return 'red';
  return sign * value > sign * threshold.green ? 'yellow' : 'green';
}

function smallerIsWorse({ green, red }: Threshold): boolean {
  return red !== null && red < green;
}

/** With as many digits as it takes not to read "2.5 s, expected at most 2.5 s". */
function formatBeside(value: number, bound: number, unit: MeasurementSpec['unit']): string {
  const short = formatMeasurement(value, unit);
  if (value === bound || short !== formatMeasurement(bound, unit)) return short;
  return formatMeasurement(value, unit, 3);
}

/** "The main content is visible after" runs on into its number; "Redirects on the way" needs a colon. */
function readOn(title: string): string {
  return / (after|for)$/.test(title) ? capitalised(title) : `${capitalised(title)}:`;
}

function sentenceOf(fact: string): string {
  return /[.!?]$/.test(fact) ? capitalised(fact) : `${capitalised(fact)}.`;
}

/** An address stays as it is written. */
function capitalised(text: string): string {
  if (/^\S*[@/]/.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function judgeNotApplicable(result: Result, check: Check, spec: ProbeSpec | undefined): Verdict {
  const expected = spec?.title ?? check.probe;
  const actual = result.reason;
  if (isExpected(check, spec)) {
    const reason = `There is nothing to check, although the configuration expects it: ${result.reason}`;
    return { measurement: null, light: 'unknown', expected, actual, reason };
  }
  return { measurement: null, light: 'green', expected, actual, reason: `Nothing to check here: ${result.reason}` };
}

/** Does the file give this check options of its own (a page with the form, contacts that must be there)? */
function isExpected(check: Check, spec: ProbeSpec | undefined): boolean {
  if (spec === undefined) return false;
  const defaults = spec.options.safeParse({});
  return !defaults.success || canonical(check.options) !== canonical(defaults.data);
}

function canonical(options: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function nothingJudged(check: Check): Judgement {
  const headline: Verdict = {
    measurement: null,
    light: 'unknown',
    expected: specOf(check.probe)?.title ?? check.probe,
    actual: 'no number to judge',
    reason: 'The run brought no number that could be compared with a threshold.',
  };
  return { light: 'unknown', headline, verdicts: [headline] };
}
