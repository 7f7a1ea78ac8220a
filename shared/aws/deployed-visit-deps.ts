import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
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
  const queues = new SQSClient({ maxAttempts: 6 });
  return {
    logger,
    results: createResultQueue(queues, environment[variables.resultQueue]),
    release: createVisitSource(queues, environment[variables.visitQueue]).release,
    run: {
      // Path style: a bucket's own host name does not resolve on an emulator, and AWS takes both.
      evidence: createS3EvidenceStore(
        new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
        environment[variables.evidenceBucket],
      ),
      network: readNetwork(environment[variables.network]),
      now: Date.now,
      progress: () => {},
      onFault: (checkId, error) => logger.warn('A probe broke.', { checkId, error: error as Error }),
    },
  };
}
