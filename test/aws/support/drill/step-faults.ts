import { DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { GetScheduleCommandOutput } from '@aws-sdk/client-scheduler';
import { functionName, type Step, type Variable } from '../../../../shared/model/stack-names.ts';
import { changeEnvironment, environmentOf } from '../environment.ts';
import { changeSchedule, schedulesOf, switchSource } from '../switches.ts';
import { type Fault, policy, type Victim } from './fault.ts';

/** A step may no longer do that, or nothing at all. */
export function denied(victim: Victim, step: Step, actions: readonly string[] = ['*'], resource = '*'): Fault {
  const role = async () => (await configurationOf(victim, step)).Role;
  return roleDenied(victim, role, actions, resource);
}

/** A step may no longer start another one. */
export function mayNotStart(victim: Victim, step: Step, other: Step): Fault {
  const resource = `arn:aws:lambda:*:*:function:${functionName(victim.stack, other)}`;
  return denied(victim, step, ['lambda:InvokeFunction'], resource);
}

/** The schedule of a step may no longer start it. */
export function scheduleDenied(victim: Victim, step: Step): Fault {
  const role = async () => (await scheduleOf(victim, step)).Target?.RoleArn;
  return roleDenied(victim, role, ['*'], '*');
}

function roleDenied(
  { account }: Victim,
  role: () => Promise<string | undefined>,
  actions: readonly string[],
  resource: string,
): Fault {
  const iam = new IAMClient(account.connection);
  const PolicyDocument = policy({ Effect: 'Deny', Action: actions, Resource: resource });
  const named = async () => {
    const arn = (await role()) ?? '';
    const PolicyName = `drill-${actions.join('-')}-${resource}`.replaceAll(/[^\w-]/g, '');
    return { RoleName: arn.slice(arn.lastIndexOf('/') + 1), PolicyName };
  };
  return {
    async begin() {
      await iam.send(new PutRolePolicyCommand({ ...(await named()), PolicyDocument }));
    },
    async end() {
      await iam.send(new DeleteRolePolicyCommand(await named()));
    },
  };
}

/** A step throws with each event: a variable that it cannot do without is gone. */
export function throwing({ account, stack }: Victim, step: Step, variable: Variable): Fault {
  let value = '';
  return {
    async begin() {
      value = (await environmentOf(account, stack, step))[variable] ?? '';
      if (value === '') throw new Error(`${step} has no ${variable} that could be taken from it.`);
      await changeEnvironment(account, stack, step, { [variable]: null });
    },
    end: () => changeEnvironment(account, stack, step, { [variable]: value }),
  };
}

/** The queue or stream no longer starts the step. */
export function cutOff({ account, stack }: Victim, step: Step): Fault {
  return {
    begin: () => switchSource(account, stack, step, false),
    end: () => switchSource(account, stack, step, true),
  };
}

export function unscheduled(victim: Victim, step: Step): Fault {
  const change = async (State: 'ENABLED' | 'DISABLED'): Promise<void> =>
    changeSchedule(victim.account, await scheduleOf(victim, step), { State });
  return { begin: () => change('DISABLED'), end: () => change('ENABLED') };
}

async function scheduleOf({ account, stack }: Victim, step: Step): Promise<GetScheduleCommandOutput> {
  const target = `:${functionName(stack, step)}`;
  const [schedule, ...more] = (await schedulesOf(account)).filter(({ Target }) => Target?.Arn?.endsWith(target));
  if (schedule === undefined || more.length > 0) throw new Error(`${step} has not one schedule.`);
  return schedule;
}

/** Ends a step's process in the middle of what it does: the emulator does so when its configuration is written. */
export async function kill(victim: Victim, step: Step): Promise<void> {
  const { FunctionName, Timeout } = await configurationOf(victim, step);
  await victim.account.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout }));
}

function configurationOf({ account, stack }: Victim, step: Step): Promise<FunctionConfiguration> {
  return account.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName(stack, step) }));
}
