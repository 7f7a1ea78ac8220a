import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { functionName, type Step } from '../../../shared/model/stack-names.ts';
import type { Account } from './account.ts';

export async function environmentOf(
  { lambda }: Account,
  stack: string,
  step: Step,
): Promise<Readonly<Record<string, string>>> {
  const { Environment } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName(stack, step) }),
  );
  return Environment?.Variables ?? {};
}

/** @param changes null removes a variable */
export async function changeEnvironment(
  account: Account,
  stack: string,
  step: Step,
  changes: Readonly<Record<string, string | null>>,
): Promise<void> {
  const all = { ...(await environmentOf(account, stack, step)), ...changes };
  const Variables = Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  await account.lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: functionName(stack, step), Environment: { Variables } }),
  );
}
