import { LambdaClient } from '@aws-sdk/client-lambda';
import { type ProbeStep, variables } from '../model/stack-names.ts';
import type { EvidenceStore } from '../ports/evidence-store.ts';
import type { ResultQueue, StepInvoker } from '../ports/queues.ts';
import { readEnvironment, readNetwork, readOptional } from '../runtime/environment.ts';
import { createLogger, type Logger } from '../runtime/logger.ts';
import type { RunDeps } from '../runtime/run-checks.ts';
import { createS3EvidenceStore } from './evidence-bucket/s3-evidence-store.ts';
import { createReportQueue, createResultQueue } from './queues/result-queue.ts';
import { createStepInvoker } from './steps/step-invoker.ts';

/** Everything a probe has in AWS: the queue of its results, its evidence prefix and its log. Nothing else. */
export interface DeployedVisitDeps {
  readonly run: RunDeps;
  readonly results: ResultQueue;
  readonly logger: Logger;
}

/** Does the probe run in a further region, to give a second opinion? Then it is invoked, keeps no evidence and sends no form. */
export function isInFurtherRegion(): boolean {
  return readOptional(variables.homeRegion) !== null;
}

export function deployedVisitDeps(step: ProbeStep): DeployedVisitDeps {
  const logger = createLogger(step);
  const { [variables.network]: network } = readEnvironment([variables.network]);
  const { evidence, queue, wakeEvaluate } = isInFurtherRegion() ? inFurtherRegion() : atHome();
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
      evidence,
      network: readNetwork(network),
      now: Date.now,
      progress: () => {},
      onFault: (checkId, error) => logger.warn('A probe broke.', { checkId, error: error as Error }),
    },
  };
}

interface Surroundings {
  readonly evidence: EvidenceStore;
  readonly queue: ResultQueue;
  readonly wakeEvaluate: StepInvoker;
}

function atHome(): Surroundings {
  const names = [variables.resultQueue, variables.evaluateFunction, variables.evidenceBucket] as const;
  const environment = readEnvironment(names);
  return {
    evidence: createS3EvidenceStore(environment[variables.evidenceBucket]),
    queue: createResultQueue(environment[variables.resultQueue]),
    wakeEvaluate: createStepInvoker(environment[variables.evaluateFunction]),
  };
}

function inFurtherRegion(): Surroundings {
  const names = [variables.resultQueue, variables.evaluateFunction, variables.region, variables.homeRegion] as const;
  const environment = readEnvironment(names);
  const homeRegion = environment[variables.homeRegion];
  return {
    evidence: noEvidence,
    queue: createReportQueue(environment[variables.resultQueue], { region: environment[variables.region], homeRegion }),
    wakeEvaluate: createStepInvoker(
      environment[variables.evaluateFunction],
      new LambdaClient({ region: homeRegion, maxAttempts: 6 }),
    ),
  };
}

/** Only whether it works travels home: the pictures of the run at home show what is wrong. */
const noEvidence: EvidenceStore = {
  put: async (_runId, { name, contentType }) => ({ name, contentType, reference: '' }),
};
