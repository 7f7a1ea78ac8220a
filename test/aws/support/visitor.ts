import { SQSClient } from '@aws-sdk/client-sqs';
import { createVisitQueue } from '../../../shared/aws/queues/visit-queue.ts';
import { readConfigurationFile } from '../../../shared/config/read-configuration.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { variables } from '../../../shared/model/stack-names.ts';
import { stepOf } from '../../../shared/probes/index.ts';
import type { Account } from './account.ts';
import { environmentOf } from './environment.ts';

export interface Visitor {
  /** Sends a probe one visit for each of these checks, all of the same moment. */
  visit(...checkIds: readonly string[]): Promise<void>;
  /** The moment of the last ones; empty before the first. */
  lastVisitAt(): string;
}

/**
 * Puts visits into the queues of a deployed stack, as dispatch does when they fall due.
 * @param configuration the path of the touchpoints.yaml that it was deployed from
 */
export function aVisitor(account: Account, stack: string, configuration: string): Visitor {
  const sqs = new SQSClient(account.connection);
  let lastVisitAt = '';
  return {
    lastVisitAt: () => lastVisitAt,
    async visit(...checkIds) {
      const scheduledAt = toInstant(Date.now());
      lastVisitAt = scheduledAt;
      const reading = readConfigurationFile(configuration, scheduledAt.slice(0, 10));
      const checks = reading.ok ? reading.configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks) : [];
      for (const checkId of checkIds) {
        const check = checks.find(({ id }) => id === checkId);
        const step = check && stepOf(check.probe);
        if (check === undefined || step === undefined) throw new Error(`${configuration} has no check ${checkId}.`);
        const { [variables.visitQueue]: queue } = await environmentOf(account, stack, step);
        if (queue === undefined) throw new Error(`${step} is invoked and has no queue.`);
        await createVisitQueue(queue, sqs).send([{ scheduledAt, confirmation: false, checks: [check] }]);
      }
    },
  };
}
