import { z } from 'zod';
import { deployedFleetFile } from '../../shared/aws/deployed-fleet-file.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createResultSource } from '../../shared/aws/queues/result-source.ts';
import { createRegionAsker } from '../../shared/aws/steps/region-asker.ts';
import { createConfirmations, createRegionViews, createStores } from '../../shared/aws/stores.ts';
import { readDeployedBusinesses } from '../../shared/config/fleet/deployed-businesses.ts';
import { scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { regionReportSchema } from '../../shared/model/region-view.ts';
import type { Result } from '../../shared/model/result.ts';
import { type ProbeStep, probeSteps, resultQueueVariable, variables } from '../../shared/model/stack-names.ts';
import { storedResult } from '../../shared/model/stored-shapes.ts';
import type { ReceivedResult, ResultSource } from '../../shared/ports/queues.ts';
import { stepOf } from '../../shared/probes/index.ts';
import { readEnvironment, readOptional } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { type EvaluateDeps, evaluateResult } from './evaluate-result.ts';
import { type RegionDeps, viewFrom } from './regions.ts';

export interface EvaluateHandlerDeps extends Omit<EvaluateDeps, 'timeZone'> {
  /** Of the business that a touchpoint belongs to. */
  readonly timeZoneOf: (touchpointId: string) => string;
  /** The queue of results of each probe that is built. */
  readonly results: ReadonlyMap<ProbeStep, ResultSource>;
  /** By check id. */
  readonly checks: ReadonlyMap<string, Check>;
  readonly logger: Logger;
}

/** Lambda's second argument, as far as it is needed. */
export interface Remaining {
  readonly getRemainingTimeInMillis: () => number;
}

/** A probe that has sent results names itself; dispatch names nobody, and all queues are looked at. */
const wakeSchema = z.object({ from: z.enum(probeSteps).optional().catch(undefined) });

/** Whose result it is, also where a later version has made it of a check that this one does not know. */
const idSchema = z.object({ checkId: z.string() });

/** SQS hands out so many at once. */
const receivedAtMost = 10;
/** SQS may hide a message from a first look that does not wait. */
const waitSeconds = 1;
/** What one result may take at the worst: what is received with less time left would be evaluated twice. */
const reserveMs = 20_000;

/**
 * Empties the queues of results. Being woken only says when to look: a lost wake-up is made good by the next one. A result
 * that cannot be read or stored stays in its queue; the others go on. The invocation then fails, so that the failure counts.
 * @throws Error that names how many results stayed and why
 */
export function createHandler(deps: EvaluateHandlerDeps): (event: unknown, context: Remaining) => Promise<void> {
  return async (event, context) => {
    const { from } = wakeSchema.catch({}).parse(event);
    const steps = from === undefined ? [...deps.results.keys()] : [from];
    const stayed = steps.map((step) => {
      const source = deps.results.get(step);
      return source === undefined ? [] : drain(step, source, deps, context);
    });
    const failures = (await Promise.all(stayed)).flat();
    if (failures.length > 0) {
      throw new Error(`${failures.length} results stay in their queue and are tried again. ${failures[0]}`);
    }
  };
}

async function drain(
  step: ProbeStep,
  source: ResultSource,
  deps: EvaluateHandlerDeps,
  context: Remaining,
): Promise<string[]> {
  const failures: string[] = [];
  while (context.getRemainingTimeInMillis() > reserveMs) {
    const received = await source.receive(waitSeconds);
    if (received.length === 0) break;
    const done: ReceivedResult[] = [];
    // One after the other: results of one check side by side would only get into each other's way.
    for (const each of received) {
      // A region that does not answer holds up each result that asks it: what is left comes again.
      if (context.getRemainingTimeInMillis() <= reserveMs) break;
      try {
        await evaluate(step, each.body, deps);
        done.push(each);
      } catch (error) {
        deps.logger.error('A result stays in its queue.', { step, error: error as Error });
        failures.push(String(error));
      }
    }
    await source.remove(done);
    // Fewer than SQS hands out at once: what came meanwhile has a wake-up of its own, and looking again costs a second.
    if (done.length === 0 || received.length < receivedAtMost) break;
  }
  return failures;
}

/** Each probe has a queue of its own, which its role alone may fill: what a browser under attack sends speaks for its checks only. */
async function evaluate(step: ProbeStep, body: string, deps: EvaluateHandlerDeps): Promise<void> {
  const message: unknown = JSON.parse(body);
  const { data: report } = regionReportSchema.safeParse(message);
  const sent = report === undefined ? message : report.result;
  const { checkId } = idSchema.parse(sent);
  const check = deps.checks.get(checkId);
  if (check === undefined) {
    deps.logger.warn('This check is not configured any more, or its business is paused; its late result is dropped.', {
      checkId,
    });
    return;
  }
  const own = stepOf(check.probe);
  if (own !== step) {
    throw new Error(`${step} sent a result of ${check.id}, which ${own} measures: it was forged or sent by mistake.`);
  }
  const result = storedResult.parse(sent);
  if (report !== undefined) return keepView(report.region, result, check, deps);
  const timeZone = deps.timeZoneOf(check.touchpointId);
  const { status, step: moved, refused, clockSetBackFrom } = await evaluateResult(result, check, { ...deps, timeZone });
  const { scheduledAt } = result;
  if (refused === 'ahead') {
    deps.logger.warn('This result is dated in the future and is not counted.', { checkId, scheduledAt });
  }
  if (clockSetBackFrom !== null) {
    deps.logger.warn('The clock was set back.', { checkId, scheduledAt, clockSetBackFrom });
  }
  deps.logger.info('evaluated', { checkId, light: status?.light ?? null, reason: moved?.reason ?? refused });
}

/** A region that is not asked any more, or never was, has no say. */
async function keepView(region: string, result: Result, check: Check, deps: EvaluateHandlerDeps): Promise<void> {
  const { regions, logger } = deps;
  const { id: checkId, regions: asked = [] } = check;
  if (regions === undefined || !asked.includes(region)) {
    logger.warn('This region is not asked about this check; what it saw is dropped.', { checkId, region });
    return;
  }
  const view = viewFrom(region, result, check);
  await regions.views.put(view);
  logger.info('seen from another region', { checkId, region, saw: view.saw });
}

export const handler = onFirstEvent(async () => {
  const { [variables.table]: tableName } = readEnvironment([variables.table]);
  const client = createDynamoClient();
  const businesses = await readDeployedBusinesses(deployedFleetFile());
  const logger = createLogger('evaluate');
  const all = businesses.flatMap(({ configuration }) => scheduledChecks(configuration));
  const checks = new Map(all.map((check) => [check.id, check]));
  const zones = new Map(businesses.map(({ id, configuration }) => [id, configuration.timeZone]));
  const views = createRegionViews({ client, tableName });
  return createHandler({
    results: readSources(),
    stores: createStores({ client, tableName }),
    timeZoneOf: (touchpointId) => zones.get(businessOf(touchpointId)) ?? 'UTC',
    now: Date.now,
    confirmations: createConfirmations({ client, tableName }),
    checks,
    logger,
    ...(businesses.some(({ configuration }) => configuration.regions.length > 0) && {
      regions: { ...readRegions(logger), views, checks },
    }),
  });
});

function readRegions(logger: Logger): Pick<RegionDeps, 'home' | 'asker'> {
  const environment = readEnvironment([variables.region, variables.stack]);
  const onFault = (region: string, error: unknown): void =>
    logger.warn('This region could not be asked.', { region, error: error as Error });
  return {
    home: environment[variables.region],
    asker: createRegionAsker(environment[variables.stack], onFault),
  };
}

function readSources(): Map<ProbeStep, ResultSource> {
  return new Map(
    probeSteps.flatMap((step) => {
      const url = readOptional(resultQueueVariable[step]);
      return url === null ? [] : [[step, createResultSource(url)] as const];
    }),
  );
}
