import { z } from 'zod';
import type { Instant } from '../../../../shared/model/instant.ts';
import { functionName, type Step, steps } from '../../../../shared/model/stack-names.ts';
import { visitRequestSchema } from '../../../../shared/model/visit.ts';
import type { DrillGround } from './drill-ground.ts';

const failureSchema = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  responsePayload: z.object({ errorMessage: z.string() }),
});
const runSchema = z.object({ checkId: z.string(), scheduledAt: z.string() });

interface LostWork {
  readonly step: Step;
  readonly why: string;
}

export interface Run {
  readonly checkId: string;
  readonly scheduledAt: Instant;
}

/** Asks whether a step has failed for good since then, and why: as operations read it in the dead-letter queue. */
export type IsNamed = (step: Step, why: RegExp) => Promise<boolean>;

export async function namedFromNow(ground: DrillGround): Promise<IsNamed> {
  const { length } = await lostWork(ground);
  return async (step, why) =>
    (await lostWork(ground)).slice(length).some((lost) => lost.step === step && why.test(lost.why));
}

async function lostWork({ drills, stack }: DrillGround): Promise<LostWork[]> {
  const failed = (await drills.lying('DeadLettersWork')).filter(({ wasMovedHere }) => !wasMovedHere);
  return failed.map(({ body }) => {
    const { requestContext, responsePayload } = failureSchema.parse(JSON.parse(body));
    const step = steps.find((each) => requestContext.functionArn.endsWith(`:${functionName(stack, each)}`));
    if (step === undefined) throw new Error(`${requestContext.functionArn} is no step.`);
    return { step, why: responsePayload.errorMessage };
  });
}

/** The checks of visits that were put aside. */
export async function lostVisits({ drills }: DrillGround): Promise<string[]> {
  const lost = await drills.lying('DeadLettersVisits');
  return lost.flatMap(({ body }) => visitRequestSchema.parse(JSON.parse(body)).checks.map(({ id }) => id));
}

export function runsOf(visit: string): Run[] {
  const { scheduledAt, checks } = visitRequestSchema.parse(JSON.parse(visit));
  return checks.map(({ id }) => ({ checkId: id, scheduledAt }));
}

/** Runs that were measured and lie in the probes' queues. */
export async function waitingResults({ drills }: DrillGround): Promise<Run[]> {
  const queues = ['ProbeAvailabilityResults', 'ProbePageResults', 'ProbeSocialResults', 'ProbeLighthouseResults'];
  const lying = (await Promise.all(queues.map((queue) => drills.lying(queue)))).flat();
  return lying.flatMap(({ body }) => runSchema.safeParse(JSON.parse(body)).data ?? []);
}

/** Lets time pass until each of these runs is in the history. */
export async function allStored({ drills, stores }: DrillGround, runs: readonly Run[], minutes: number): Promise<void> {
  await drills.until(`${runs.length} results in the history`, minutes, async () => {
    const stored = await Promise.all(
      runs.map(async ({ checkId, scheduledAt }) => {
        const [result] = await stores.results.list(checkId, { from: scheduledAt, to: `${scheduledAt}~` });
        return result !== undefined;
      }),
    );
    return stored.every(Boolean);
  });
}
