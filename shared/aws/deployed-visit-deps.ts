import { type ProbeStep, variables } from '../model/stack-names.ts';
import type { ResultQueue } from '../ports/queues.ts';
import { readEnvironment, readNetwork } from '../runtime/environment.ts';
import { createLogger, type Logger } from '../runtime/logger.ts';
import type { RunDeps } from '../runtime/run-checks.ts';
import { createS3EvidenceStore } from './evidence-bucket/s3-evidence-store.ts';
import { createResultQueue } from './queues/result-queue.ts';
import { createVisitSource } from './queues/visit-source.ts';

/** Everything a probe has in AWS: its own queue, the results queue, its evidence prefix and its log. Nothing else. */
export interface DeployedVisitDeps {
  readonly run: RunDeps;
  readonly results: ResultQueue;
  readonly release: (receiptHandle: string) => Promise<void>;
  readonly logger: Logger;
}

export function deployedVisitDeps(step: ProbeStep): DeployedVisitDeps {
  const names = [variables.visitQueue, variables.resultQueue, variables.evidenceBucket, variables.network] as const;
  const environment = readEnvironment(names);
  const logger = createLogger(step);
  return {
    logger,
    results: createResultQueue(environment[variables.resultQueue]),
    release: createVisitSource(environment[variables.visitQueue]).release,
    run: {
      evidence: createS3EvidenceStore(environment[variables.evidenceBucket]),
      network: readNetwork(environment[variables.network]),
      now: Date.now,
      progress: () => {},
      onFault: (checkId, error) => logger.warn('A probe broke.', { checkId, error: error as Error }),
    },
  };
}
