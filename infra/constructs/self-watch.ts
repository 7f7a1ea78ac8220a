import { Stack } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { longestSilenceMinutes, promptestCheck } from '../../shared/evaluation/schedule/longest-silence.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { stepOf } from '../../shared/probes/index.ts';
import { Alarms } from './alarms.ts';
import { FlowDashboard } from './dashboard.ts';
import type { DigestStep } from './digest-step.ts';
import type { DispatchStep } from './dispatch-step.ts';
import type { EvaluateStep } from './evaluate-step.ts';
import type { FleetChannels } from './fleet-channels.ts';
import type { NotifyStep } from './notify-step.ts';
import type { PageStep } from './page-step.ts';
import type { ProbeStep } from './probe-step.ts';
import type { Topics } from './topics.ts';
import type { DeadLetters } from './work-queue.ts';

export interface SelfWatchProps {
  readonly configuration: Configuration;
  readonly dashboard: boolean;
  readonly topics: Topics;
  readonly deadLetters: DeadLetters;
  readonly dispatch: DispatchStep;
  readonly probes: readonly ProbeStep[];
  readonly evaluate: EvaluateStep;
  readonly notify: NotifyStep;
  readonly digest: DigestStep | null;
  readonly page: PageStep | null;
  /** Of a fleet; null where it has none. */
  readonly chats: FleetChannels | null;
}

/**
 * Who watches the watcher. Work that fails ends in a dead-letter queue, which rings and names the step; work that nobody
 * takes grows old, which rings; and silence rings. What depends on the history (a check that died, a digest that was not
 * sent) notify reports in its sweeps.
 */
export class SelfWatch extends Construct {
  constructor(scope: Construct, id: string, props: SelfWatchProps) {
    super(scope, id);
    const { topics, deadLetters, dispatch, probes, evaluate, digest, page, chats } = props;
    const alarms = new Alarms(this, 'Alarms', { operations: topics.operations });
    const { results, withinMinutes } = pulse(props);
    alarms.noResults(results, withinMinutes);
    alarms.silent(dispatch.step);
    alarms.resultsWaiting(evaluate.step);
    for (const { step, visits } of probes) if (visits !== null) alarms.visitsWaiting(step.name, visits);
    if (chats) alarms.postsWaiting(chats.posts);
    alarms.lost(
      'work-lost',
      deadLetters.work,
      'A step failed several times and its work was put aside; the message in the queue names the step.',
    );
    if (deadLetters.hasVisits) {
      alarms.lost(
        'visits-lost',
        deadLetters.visits,
        'A visit failed twice, or a post to a chat of a fleet three times, and was put aside; the message names its checks or the chat.',
      );
    }
    alarms.deliveryFailures('alerts-not-delivered', topics.alerts, 'an alert about the business');
    if (digest) alarms.bounces('digest-bounced', digest.bounces);
    if (page) alarms.failing(page.step);
    if (props.dashboard) buildDashboard(this, alarms, props);
  }
}

/** The queue in which the stack's pulse can be felt, and within how long it must beat. */
function pulse({ configuration, probes }: SelfWatchProps): { readonly results: Queue; readonly withinMinutes: number } {
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const check = promptestCheck(checks);
  const step = stepOf(check?.probe ?? '');
  const probe = probes.find((each) => each.probe === step);
  if (check === undefined || probe === undefined) {
    throw new Error('The configuration has no check, so there is nothing to deploy. Add a touchpoint with one.');
  }
  return { results: probe.results, withinMinutes: longestSilenceMinutes(check) };
}

function buildDashboard(scope: Construct, alarms: Alarms, props: SelfWatchProps): void {
  const { probes, dispatch, evaluate, notify, digest, page, configuration } = props;
  const { stackName: name } = Stack.of(scope);
  const steps = [dispatch, ...probes, evaluate, notify, ...(digest ? [digest] : []), ...(page ? [page] : [])].map(
    ({ step }) => step,
  );
  new FlowDashboard(scope, 'Flow', { name, business: configuration.business, alarms: alarms.all, steps, probes });
}
