import { LambdaClient } from '@aws-sdk/client-lambda';
import type { Check } from '../../model/check.ts';
import type { Instant } from '../../model/instant.ts';
import { functionName, regionStackName } from '../../model/stack-names.ts';
import type { VisitRequest } from '../../model/visit.ts';
import type { RegionAsker, StepInvoker } from '../../ports/queues.ts';
import { stepOf } from '../../probes/index.ts';
import { createStepInvoker } from './step-invoker.ts';

/** A region that is away must not hold up what is evaluated at home. */
const patience = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

/** Invokes a function of a region; tests put their own here. */
type InvokerIn = (region: string, name: string) => StepInvoker;

function deployedIn(): InvokerIn {
  const clients = new Map<string, LambdaClient>();
  return (region, name) => {
    const client = clients.get(region) ?? new LambdaClient({ region, maxAttempts: 2, requestHandler: patience });
    clients.set(region, client);
    return createStepInvoker(name, client);
  };
}

/**
 * @param stackName of the stack at home, after which those in other regions are named
 * @param onFault gets the region that could not be asked, for the log
 */
export function createRegionAsker(
  stackName: string,
  onFault: (region: string, error: unknown) => void,
  invokerIn: InvokerIn = deployedIn(),
): RegionAsker {
  const askOne = async (region: string, check: Check, scheduledAt: Instant): Promise<void> => {
    const step = stepOf(check.probe);
    if (step === undefined) throw new Error(`There is no probe "${check.probe}".`);
    const request: VisitRequest = { scheduledAt, confirmation: true, checks: [check] };
    await invokerIn(region, functionName(regionStackName(stackName, region), step))(request);
  };
  return {
    async ask(check, scheduledAt) {
      const asking = (check.regions ?? []).map((region) =>
        askOne(region, check, scheduledAt).catch((error: unknown) => onFault(region, error)),
      );
      await Promise.all(asking);
    },
  };
}
