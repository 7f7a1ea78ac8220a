import { ListFunctionEventInvokeConfigsCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type QueueAttributeName,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { type Alert, alertSchema } from '../../../../shared/model/alert.ts';
import { functionName, outputs, type ProbeStep, type Step } from '../../../../shared/model/stack-names.ts';
import { createMetricSeries } from '../../../cloudwatch/metric-series.ts';
import type { Account } from '../account.ts';
import type { Deployment } from '../cdk.ts';
import type { MiniStack } from '../ministack.ts';
import { type PeekedMessage, peek } from '../peek.ts';
import { queueNamed } from '../queues.ts';
import { type AlarmClock, anAlarmClock } from './alarm-clock.ts';
import type { DrillTime } from './drill-time.ts';
import { observeMetrics } from './observe-metrics.ts';
import { restOf } from './rest.ts';
import { aDrillScheduler } from './schedules.ts';

export interface DrillStackOptions {
  readonly ministack: MiniStack;
  readonly account: Account;
  readonly stack: string;
  readonly deployment: Deployment;
  readonly time: DrillTime;
  readonly steps: readonly Step[];
  readonly probes: readonly ProbeStep[];
  readonly bounced: () => number;
}

/** What came over the topic `operations`. */
interface Heard {
  readonly minute: number;
  readonly text: string;
  /** Null for what notify itself has to say. */
  readonly alarm: { readonly name: string; readonly state: string } | null;
}

const alarmSchema = z.object({ AlarmName: z.string(), NewStateValue: z.string(), AlarmDescription: z.string() });

/** A deployed stack whose minutes pass when they are told to, each as quickly as the stack has done its work. */
export interface DrillStack {
  readonly alarms: AlarmClock;
  /** Everything so far. */
  readonly operations: readonly Heard[];
  /** Null for what is no notification. */
  readonly alerts: readonly (Alert | null)[];
  pass(minutes: number): Promise<void>;
  /** Lets minutes pass until it is so. @throws Error when it is not so within that many */
  until(what: string, minutes: number, isSo: () => boolean | Promise<boolean>): Promise<void>;
  /** What lies in the one queue of that construct. */
  lying(construct: string): Promise<readonly PeekedMessage[]>;
}

/** In real seconds: a minute of the drills takes about one. AWS's own visibility timeouts are minutes. */
const hiddenForSeconds = '2';

export async function aDrillStack(options: DrillStackOptions): Promise<DrillStack> {
  const { ministack, account, stack, deployment, time } = options;
  await makeReady(options);
  const values = await account.outputs(stack);
  const inbox = async (topic: string) => nameOf(await account.listenTo(values[topic] ?? ''));
  const [alertsInbox, operationsInbox] = [await inbox(outputs.alertsTopic), await inbox(outputs.operationsTopic)];
  const series = createMetricSeries();
  const observe = await observeMetrics(series, { ...options });
  const alarms = await anAlarmClock(account, stack, series, deployment.expressions);
  const rest = await restOf(ministack, account, stack);
  const scheduler = await aDrillScheduler(account);
  const operations: Heard[] = [];
  const alerts: (Alert | null)[] = [];

  const listen = async (): Promise<void> => {
    const queues = await peek(ministack);
    const since = <T>(inboxName: string, heard: readonly T[]) => (queues.get(inboxName) ?? []).slice(heard.length);
    for (const { body } of since(operationsInbox, operations)) operations.push(heardIn(body, stack, time.minute()));
    for (const { body } of since(alertsInbox, alerts)) {
      // The weekly self-check speaks through both topics where it must, in words.
      alerts.push(body.startsWith('{') ? alertSchema.parse(JSON.parse(body)) : null);
    }
  };
  const pass = async (minutes: number): Promise<void> => {
    for (let passed = 0; passed < minutes; passed++) {
      time.nextMinute();
      await rest({ begun: (await scheduler.fire(time.instant())) > 0 });
      await observe(time.minute());
      await alarms.look(time.minute());
      await listen();
    }
  };
  return {
    ...{ alarms, operations, alerts, pass },
    async until(what, minutes, isSo) {
      for (let passed = 0; passed <= minutes; passed++) {
        if (await isSo()) return;
        if (passed < minutes) await pass(1);
      }
      const states = alarms.alarms.map(({ name }) => `${name} ${alarms.stateOf(name)}`).join(', ');
      throw new Error(
        `${what} did not happen within ${minutes} minutes. Alarms: ${states}. Heard: ${JSON.stringify(operations.slice(-5))}`,
      );
    },
    async lying(construct) {
      return (await peek(ministack)).get(await queueNamed(account, stack, construct)) ?? [];
    },
  };
}

async function makeReady(options: DrillStackOptions): Promise<void> {
  const { account, stack, time, steps } = options;
  // The weekly mail is written for the moment in its event; and SES is asked once, so a clock that is days ahead is refused.
  for (const step of steps) if (step !== 'digest') await time.lend(account, stack, step);
  await shortenHiding(options);
  await giveUpAtOnce(options);
}

function heardIn(body: string, stack: string, minute: number): Heard {
  if (!body.startsWith('{')) return { minute, text: body, alarm: null };
  const { AlarmName, NewStateValue, AlarmDescription } = alarmSchema.parse(JSON.parse(body));
  return { minute, text: AlarmDescription, alarm: { name: AlarmName.slice(stack.length + 1), state: NewStateValue } };
}

async function shortenHiding({ account, stack }: DrillStackOptions): Promise<void> {
  for (const QueueName of Object.keys(await account.queueLengths())) {
    if (!QueueName.startsWith(`${stack}-`)) continue;
    const { QueueUrl } = await account.sqs.send(new GetQueueUrlCommand({ QueueName }));
    const Attributes = { VisibilityTimeout: hiddenForSeconds };
    await account.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  }
}

/**
 * AWS tries an invocation again after one minute and after two more: here, what fails is put aside at once, so that a minute
 * knows when everything is over. `retryMinutes` must be added to what it takes. What AWS would drop is kept for counting.
 */
export const retryMinutes = 3;

async function giveUpAtOnce({ account: { lambda, sqs }, stack, steps }: DrillStackOptions): Promise<void> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `${stack}-dropped` }));
  const AttributeNames: QueueAttributeName[] = ['QueueArn'];
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  const dropped = { OnFailure: { Destination: Attributes?.['QueueArn'] } };
  for (const step of steps) {
    const FunctionName = functionName(stack, step);
    const { FunctionEventInvokeConfigs = [] } = await lambda.send(
      new ListFunctionEventInvokeConfigsCommand({ FunctionName }),
    );
    for (const { DestinationConfig } of FunctionEventInvokeConfigs) {
      await lambda.send(
        new PutFunctionEventInvokeConfigCommand({
          FunctionName,
          MaximumRetryAttempts: 0,
          DestinationConfig: DestinationConfig?.OnFailure?.Destination ? DestinationConfig : dropped,
        }),
      );
    }
  }
}

function nameOf(queueUrl: string): string {
  return queueUrl.slice(queueUrl.lastIndexOf('/') + 1);
}
