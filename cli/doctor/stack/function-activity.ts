import { longestRestMinutes } from '../../../shared/evaluation/schedule/step-rest.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { MetricQuestion } from '../../../shared/model/metric-question.ts';
import { functionName, type Step } from '../../../shared/model/stack-names.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { MetricAnswer } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, impaired, notYet, unclear, works } from '../finding.ts';
import type { Examination } from './examination.ts';

const hour = 60;
/** CloudWatch keeps figures of an hour for longer, but no alarm looks further back, and neither need we. */
const longestWindow = 15 * 24 * hour;
/** A figure stands at the beginning of its period, and is there some minutes after its end. */
const slack = { fine: 10, coarse: hour + 10 };

/** The last hour's figures of each step, and further back for a step that runs less often. */
export function activityQuestions(examination: Examination, steps: readonly Step[]): MetricQuestion[] {
  return steps.flatMap((step) => {
    const about = (name: string, metric: string, minutes: number): MetricQuestion => ({
      name: `${step} ${name}`,
      namespace: 'AWS/Lambda',
      metric,
      dimensions: { FunctionName: functionName(examination.stack, step) },
      statistic: 'Sum',
      minutes,
    });
    const rest = longestRestMinutes(step, checksOf(examination));
    return [
      about('runs', 'Invocations', hour),
      about('errors', 'Errors', hour),
      about('throttles', 'Throttles', hour),
      ...(isSeldom(rest) ? [about('seldom', 'Invocations', Math.min(rest + slack.coarse, longestWindow))] : []),
    ];
  });
}

/** Does a step run as often as it should, and without errors? */
export function judgeActivity(
  name: string,
  step: Step,
  figures: ReadonlyMap<string, MetricAnswer>,
  examination: Examination,
): Finding {
  const figure = (what: string): MetricAnswer => figures.get(`${step} ${what}`) ?? { value: 0, lastAt: null };
  const [runs, errors, throttles] = [figure('runs').value, figure('errors').value, figure('throttles').value];
  const log = `Check its log, /aws/lambda/${functionName(examination.stack, step)}`;
  if (throttles > 0 && runs === 0 && step !== 'page') {
    return broken(
      name,
      `Lambda throttled all ${throttles} invocations of the last hour.`,
      "The account's concurrency limit in this region is used up: docs/doctor.md#throttling",
    );
  }
  const rested = judgeRest(name, step, figure, examination);
  if (rested !== null) return rested;
  if (errors > 0) {
    const sentence = `${errors} of ${runs} runs in the last hour failed.`;
    return errors >= runs
      ? broken(name, sentence, `${log}.`)
      : impaired(name, sentence, `${log}. Failed work is retried.`);
  }
  if (throttles > 0 && step === 'page') {
    return impaired(
      name,
      `Turned away ${requests(throttles)} in the last hour: more came at once than page.atOnce allows.`,
      'If they came from people, raise atOnce in touchpoints.yaml and deploy. Alerts are not affected.',
    );
  }
  if (throttles > 0) {
    return impaired(
      name,
      `Ran ${times(runs)} in the last hour and was throttled ${times(throttles)}.`,
      'Throttled work is retried, but late: docs/doctor.md#throttling',
    );
  }
  const idle = step === 'page' ? 'Nobody has opened it in the last hour.' : 'Not due in the last hour.';
  return works(name, runs === 0 ? idle : `Ran ${times(runs)} in the last hour without errors.`);
}

/** @returns null when it ran recently enough */
function judgeRest(
  name: string,
  step: Step,
  figure: (what: string) => MetricAnswer,
  examination: Examination,
): Finding | null {
  // It runs when somebody looks.
  if (step === 'page') return null;
  const { now, state, configuration } = examination;
  const rest = longestRestMinutes(step, checksOf(examination));
  const runs = figure('runs');
  if (rest === null) {
    if (runs.value > 0) return null;
    const why = configuration === null ? 'there is no touchpoints.yaml here' : 'no check in the local file needs it';
    return unclear(name, `Did not run in the last hour, and ${why}.`, 'Pass the deployed file with --config.');
  }
  const patience = rest + (isSeldom(rest) ? slack.coarse : slack.fine);
  const lastAt = runs.lastAt ?? (isSeldom(rest) ? figure('seldom').lastAt : null);
  if (lastAt !== null && now - Date.parse(lastAt) <= patience * minuteMs) return null;
  const every = formatFor('en').duration(rest * minuteMs);
  if (patience > longestWindow && lastAt === null) {
    return unclear(name, `Has not run for 15 days, and may pause for up to ${every}.`, 'Check again later.');
  }
  if (state !== null && now - Date.parse(state.deployedAt) <= patience * minuteMs) {
    const age = formatFor('en').duration(now - Date.parse(state.deployedAt));
    return notYet(
      name,
      `Has not run since the deployment ${age} ago; expected within ${every}.`,
      'Run this again after that time.',
    );
  }
  const since =
    lastAt === null ? `for more than ${formatFor('en').duration(Math.max(hour, rest) * minuteMs)}` : `since ${lastAt}`;
  return broken(
    name,
    `Has not run ${since}; expected at least every ${every}.`,
    'Check what starts it: the schedule, trigger and queue findings, and the step before it.',
  );
}

function requests(count: number): string {
  return count === 1 ? 'one request' : `${count} requests`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** The last hour alone does not show whether it runs. */
function isSeldom(rest: number | null): rest is number {
  return rest !== null && rest + slack.fine > hour;
}

function checksOf({ configuration }: Examination): readonly Check[] {
  return configuration?.touchpoints.flatMap(({ checks }) => checks) ?? [];
}
