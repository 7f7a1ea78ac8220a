import { functionName, type Step, steps } from '../../../shared/model/stack-names.ts';
import type { Answer, FunctionState, MetricAnswer } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, notYet } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, putBack, resourcesOf, weigh } from './examination.ts';
import { activityQuestions, judgeActivity } from './function-activity.ts';
import { judgeRuntimes } from './runtimes.ts';

/** The steps of the stack, by their functions' names. */
function deployedSteps(examination: Examination): Step[] {
  const names = new Set(resourcesOf(examination, 'AWS::Lambda::Function').map(({ physicalId }) => physicalId));
  return steps.filter((step) => names.has(functionName(examination.stack, step)));
}

/** The answers about one step's function. */
interface Look {
  readonly step: Step;
  readonly found: Answer<FunctionState | null>;
  readonly reserved: Answer<number | null>;
  readonly figures: Answer<ReadonlyMap<string, MetricAnswer>>;
}

/** Is each step's function healthy, allowed to run, and running on time, and on which Node? */
export async function examineFunctions(examination: Examination): Promise<Finding[]> {
  const { inspector, stack } = examination;
  const there = deployedSteps(examination);
  const figures = await inspector.metrics(activityQuestions(examination, there));
  const looks = await Promise.all(
    there.map(async (step): Promise<Look> => {
      const name = functionName(stack, step);
      const [found, reserved] = await Promise.all([inspector.function(name), inspector.reservedConcurrency(name)]);
      return { step, found, reserved, figures };
    }),
  );
  const runtimes = looks.flatMap(({ found }) => (found.known ? (found.value?.runtime ?? []) : []));
  return [...looks.map((look) => judgeFunction(look, examination)), ...judgeRuntimes(runtimes, examination.now)];
}

function judgeFunction({ step, found, reserved, figures }: Look, examination: Examination): Finding {
  const name = `function ${step}`;
  const unanswered = firstUnanswered(found, reserved, figures);
  return weigh(
    [
      found.known ? judgeState(name, found.value) : null,
      reserved.known ? judgeConcurrency(name, functionName(examination.stack, step), reserved.value) : null,
      figures.known ? judgeActivity(name, step, figures.value, examination) : null,
    ],
    unanswered === null ? null : cannotTell(name, unanswered),
  );
}

/** @returns null when nothing is wrong with it */
export function judgeState(name: string, found: FunctionState | null): Finding | null {
  const deploy = 'Fix the cause and run "npx cdk deploy" again.';
  if (found === null) return broken(name, 'The function is missing: someone deleted it by hand.', putBack);
  const { state, stateReason, lastUpdate, lastUpdateReason } = found;
  const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);
  if (lastUpdate === 'Failed') {
    return broken(
      name,
      `Its last update failed${because(lastUpdateReason)}; the previous version is still running.`,
      deploy,
    );
  }
  if (state === 'Pending' || lastUpdate === 'InProgress') {
    return notYet(name, 'Lambda is still creating or updating it.', 'Run this again in a minute.');
  }
  if (state === 'Active') return null;
  return broken(name, `Lambda cannot run it: its state is ${state}${because(stateReason)}.`, deploy);
}

/** @returns null when nothing is wrong with it */
export function judgeConcurrency(name: string, functionCalled: string, reserved: number | null): Finding | null {
  if (reserved !== 0) return null;
  return broken(
    name,
    'It is switched off: its reserved concurrency is 0, so Lambda rejects every invocation.',
    `Switch it on again: aws lambda delete-function-concurrency --function-name ${functionCalled}`,
  );
}
