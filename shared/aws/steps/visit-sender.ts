import { type ProbeStep, probeSteps, visitRoute } from '../../model/stack-names.ts';
import type { VisitRequest } from '../../model/visit.ts';
import type { StepInvoker, VisitQueue } from '../../ports/queues.ts';
import { stepOf } from '../../probes/index.ts';
import { readOptional } from '../../runtime/environment.ts';
import { createVisitQueue } from '../queues/visit-queue.ts';
import { createStepInvoker } from './step-invoker.ts';

/** Where each built probe takes its visits: a queue's URL or a function's name. A probe that no check needs is not built. */
type VisitTargets = Readonly<Partial<Record<ProbeStep, string>>>;

/** As the stack has set them. */
export function readVisitTargets(): VisitTargets {
  return Object.fromEntries(
    probeSteps.flatMap((step) => {
      const target = readOptional(visitRoute[step].variable);
      return target === null ? [] : [[step, target]];
    }),
  );
}

/** How a visit travels; tests put their own here. */
interface Transports {
  readonly queue: (url: string) => VisitQueue;
  readonly invocation: (functionName: string) => StepInvoker;
}

const deployed: Transports = {
  queue: (url) => createVisitQueue(url),
  invocation: (functionName) => createStepInvoker(functionName),
};

/**
 * Sends visits to the probes that answer them. One probe that cannot be reached does not keep the others from their visits.
 * @throws AggregateError at the end, with one error for each probe that was not reached
 */
export function createVisitSender(targets: VisitTargets, transports = deployed): VisitQueue {
  const queues = new Map<ProbeStep, VisitQueue>();
  const queueOf = (step: ProbeStep): VisitQueue => {
    const known = queues.get(step) ?? queueTo(step, targets[step], transports);
    queues.set(step, known);
    return known;
  };
  return {
    async send(requests) {
      const perStep = Map.groupBy(requests, stepFor);
      const sending = Array.from(perStep, async ([step, visits]) => {
        const queue = queueOf(step);
        await queue.send(visits).catch((cause: unknown) => {
          // AWS does not always say what it was that it refused.
          throw new Error(`The visits to ${step} could not be sent. ${String(cause)}`, { cause });
        });
      });
      const failures = (await Promise.allSettled(sending)).flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason] : [],
      );
      if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join(' '));
    },
  };
}

function queueTo(step: ProbeStep, target: string | undefined, { queue, invocation }: Transports): VisitQueue {
  if (target === undefined) {
    throw new Error(`This stack has no ${step}, so its checks are not run. Deploy the configuration again.`);
  }
  if (visitRoute[step].by === 'queue') return queue(target);
  const invoke = invocation(target);
  return {
    async send(requests) {
      await Promise.all(requests.map(invoke));
    },
  };
}

function stepFor({ checks: [first] }: VisitRequest): ProbeStep {
  const step = stepOf(first?.probe ?? '');
  if (step === undefined) throw new Error(`There is no probe "${first?.probe}", so ${first?.id} cannot be run.`);
  return step;
}
