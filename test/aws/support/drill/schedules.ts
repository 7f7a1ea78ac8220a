import { IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { GetScheduleCommandOutput } from '@aws-sdk/client-scheduler';
import { Cron } from 'croner';
import type { Instant } from '../../../../shared/model/instant.ts';
import { scheduledTimePlaceholder } from '../../../../shared/model/stack-names.ts';
import type { Account } from '../account.ts';
import { changeSchedule, schedulesOf } from '../switches.ts';

/**
 * EventBridge Scheduler for a time that is not the machine's: looks at the schedules as they stand in the account (switched
 * on? may its role invoke the target?) and invokes what is due, with the scheduled time in its input.
 */
export interface DrillScheduler {
  /** @returns how many schedules have invoked something */
  fire(minute: Instant): Promise<number>;
}

/** Takes over from the emulator's own scheduler, which knows real minutes only. */
export async function aDrillScheduler(account: Account): Promise<DrillScheduler> {
  const never = new Date('2100-01-01T00:00:00Z');
  for (const schedule of await schedulesOf(account)) await changeSchedule(account, schedule, { StartDate: never });
  const iam = new IAMClient(account.connection);
  return {
    async fire(minute) {
      const due = (await schedulesOf(account)).filter((schedule) => isDue(schedule, minute));
      const invoked = await Promise.all(due.map((schedule) => invoke(account, iam, schedule, minute)));
      return invoked.filter(Boolean).length;
    },
  };
}

function isDue(
  { State, ScheduleExpression, ScheduleExpressionTimezone }: GetScheduleCommandOutput,
  minute: Instant,
): boolean {
  if (State !== 'ENABLED') return false;
  const [, minutes, hours, monthDay, month, weekday] =
    /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) \*\)$/.exec(ScheduleExpression ?? '') ?? [];
  if (weekday === undefined) throw new Error(`The drills' scheduler does not know ${ScheduleExpression}.`);
  const cron = new Cron(`${minutes} ${hours} ${monthDay} ${month} ${weekday}`, {
    timezone: ScheduleExpressionTimezone ?? 'UTC',
  });
  return cron.match(minute);
}

async function invoke(
  { lambda }: Account,
  iam: IAMClient,
  { Target }: GetScheduleCommandOutput,
  minute: Instant,
): Promise<boolean> {
  const { EvaluationResults = [] } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: Target?.RoleArn,
      ActionNames: ['lambda:InvokeFunction'],
      ResourceArns: [Target?.Arn ?? ''],
    }),
  );
  if (EvaluationResults.some(({ EvalDecision }) => EvalDecision !== 'allowed')) return false;
  await lambda.send(
    new InvokeCommand({
      FunctionName: Target?.Arn,
      InvocationType: 'Event',
      Payload: (Target?.Input ?? '{}').replaceAll(scheduledTimePlaceholder, minute),
    }),
  );
  return true;
}
