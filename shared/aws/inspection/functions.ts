import {
  GetEventSourceMappingCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { ask, askFor } from '../ask.ts';

export function inspectFunctions(
  client: LambdaClient,
): Pick<StackInspector, 'function' | 'reservedConcurrency' | 'trigger'> {
  return {
    function: (FunctionName) =>
      askFor('lambda:GetFunctionConfiguration', async () => {
        const found = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
        return {
          runtime: found.Runtime ?? null,
          state: found.State ?? 'unknown',
          stateReason: found.StateReason ?? null,
          lastUpdate: found.LastUpdateStatus ?? 'unknown',
          lastUpdateReason: found.LastUpdateStatusReason ?? null,
        };
      }),

    reservedConcurrency: (FunctionName) =>
      ask('lambda:GetFunctionConcurrency', async () => {
        const found = await client.send(new GetFunctionConcurrencyCommand({ FunctionName }));
        return found.ReservedConcurrentExecutions ?? null;
      }),

    trigger: (UUID) =>
      askFor('lambda:GetEventSourceMapping', async () => {
        const found = await client.send(new GetEventSourceMappingCommand({ UUID }));
        return {
          state: found.State ?? 'unknown',
          stateReason: found.StateTransitionReason ?? null,
          lastResult: found.LastProcessingResult ?? null,
        };
      }),
  };
}
