import { type ProbeStep, variables } from '../model/stack-names.ts';
import type { ResultQueue } from '../ports/queues.ts';
import { readEnvironment, readNetwork } from '../runtime/environment.ts';
import { createLogger, type Logger } from '../runtime/logger.ts';
import type { RunDeps } from '../runtime/run-checks.ts';
import { createS3EvidenceStore } from './evidence-bucket/s3-evidence-store.ts';
import { createResultQueue } from './queues/result-queue.ts';
import { createStepInvoker } from './steps/step-invoker.ts';

/** Everything a probe has in AWS: the queue of its results, its evidence prefix and its log. Nothing else. */
export interface DeployedVisitDeps {
  readonly run: RunDeps;
  readonly results: ResultQueue;
  readonly logger: Logger;
}

export function deployedVisitDeps(step: ProbeStep): DeployedVisitDeps {
  const names = [
    variables.resultQueue,
    variables.evaluateFunction,
    variables.evidenceBucket,
    variables.network,
  ] as const;
  const environment = readEnvironment(names);
  const logger = createLogger(step);
  const queue = createResultQueue(environment[variables.resultQueue]);
  const wakeEvaluate = createStepInvoker(environment[variables.evaluateFunction]);
  return {
    logger,
    results: {
      async send(results) {
        await queue.send(results);
        // The results are safe by now; evaluate looks by itself within five minutes.
        await wakeEvaluate({ from: step }).catch((error) => logger.warn('Evaluate could not be woken.', { error }));
      },
    },
    run: {
      evidence: createS3EvidenceStore(environment[variables.evidenceBucket]),
      network: readNetwork(environment[variables.network]),
      now: Date.now,
      progress: () => {},
      onFault: (checkId, error) => logger.warn('A probe broke.', { checkId, error: error as Error }),
    },
  };
}
