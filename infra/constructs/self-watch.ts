import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Configuration } from '../../shared/model/business.ts';
import type { Step } from '../../shared/model/stack-names.ts';
import { Alarms } from './alarms.ts';
import { FlowDashboard } from './dashboard.ts';
import type { DigestStep } from './digest-step.ts';
import type { DispatchStep } from './dispatch-step.ts';
import type { EvaluateStep } from './evaluate-step.ts';
import type { NotifyStep } from './notify-step.ts';
import type { ProbeStep } from './probe-step.ts';
import type { Topics } from './topics.ts';
import type { WorkQueue } from './work-queue.ts';

export interface SelfWatchProps {
  readonly stackName: string;
  readonly configuration: Configuration;
  readonly topics: Topics;
  readonly dispatch: DispatchStep;
  readonly probes: readonly ProbeStep[];
  readonly results: WorkQueue;
  readonly evaluate: EvaluateStep;
  readonly notify: NotifyStep;
  readonly digest: DigestStep | null;
}

/** The alarms and the one dashboard about Touchlight itself. */
export class SelfWatch extends Construct {
  constructor(scope: Construct, id: string, props: SelfWatchProps) {
    super(scope, id);
    const { topics, dispatch, probes, results, evaluate, notify, digest } = props;
    const functions = new Map<Step, LambdaFunction>(
      [dispatch, ...probes, evaluate, notify, ...(digest ? [digest] : [])].map(({ step }) => [
        step.name,
        step.function,
      ]),
    );

    const alarms = new Alarms(this, 'Alarms', { operations: topics.operations });
    alarms.noResults(shortestCadenceMinutes(props.configuration));
    for (const [step, lambda] of functions) alarms.errors(step, lambda);
    alarms.throttles();
    for (const { step, visits } of probes) {
      alarms.visitsWaiting(step.name, visits.queue);
      alarms.deadLetters(
        `${step.name}-visits-lost`,
        visits.deadLetters,
        `A visit for ${step.name} failed three times and was put aside.`,
      );
    }
    alarms.deadLetters(
      'minutes-lost',
      dispatch.deadLetters,
      'Dispatch failed for at least one minute: its checks were not run.',
    );
    alarms.deadLetters(
      'confirmations-lost',
      dispatch.confirmations.deadLetters,
      'A suspicion could not be confirmed and was put aside.',
    );
    alarms.deadLetters(
      'results-lost',
      results.deadLetters,
      'A result could not be stored five times and was put aside.',
    );
    alarms.deadLetters('alerts-stuck', notify.deadLetters, 'Notify failed for an hour: alerts are late.');
    if (digest) {
      alarms.deadLetters('digest-not-sent', digest.deadLetters, 'The weekly digest was not sent to every reader.');
      alarms.bounces('digest-bounced', digest.bounces);
    }
    alarms.deliveryFailures('alerts-not-delivered', topics.alerts, 'an alert about the business');
    alarms.deliveryFailures('operations-not-delivered', topics.operations, 'an alarm about Touchlight');

    new FlowDashboard(this, 'Flow', {
      name: props.stackName,
      business: props.configuration.business,
      alarms: alarms.all,
      functions,
      queues: {
        ...Object.fromEntries(probes.map(({ step, visits }) => [step.name, visits.queue])),
        results: results.queue,
      },
    });
  }
}

function shortestCadenceMinutes({ touchpoints }: Configuration): number {
  return Math.min(24 * 60, ...touchpoints.flatMap(({ checks }) => checks.map(({ everyMinutes }) => everyMinutes)));
}
