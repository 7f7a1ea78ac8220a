import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { deployedFleetFile } from '../../shared/aws/deployed-fleet-file.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createS3EvidenceOpener } from '../../shared/aws/evidence-bucket/s3-evidence-opener.ts';
import { createS3ImportWriter } from '../../shared/aws/evidence-bucket/s3-import-writer.ts';
import { createS3ReportReader } from '../../shared/aws/evidence-bucket/s3-report-reader.ts';
import { createPageKey } from '../../shared/aws/secrets/page-key.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import { createStepCaller } from '../../shared/aws/steps/step-caller.ts';
import { createVisitSender, readVisitTargets } from '../../shared/aws/steps/visit-sender.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { readDeployed } from '../../shared/config/fleet/deployed-businesses.ts';
import type { DeployedBusiness, DeployedFleet } from '../../shared/config/fleet/deployed-fleet.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { pageAudience, pageMount } from '../../shared/model/page-paths.ts';
import { variables } from '../../shared/model/stack-names.ts';
import type { StepInvoker } from '../../shared/ports/queues.ts';
import { readEnvironment, readOptional } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createLinkGate } from './access/link-gate.ts';
import { createOpenId, type OpenId } from './access/open-id.ts';
import { createFleetPage } from './fleet/fleet-page.ts';
import { createPage } from './page.ts';
import type { PageApp, PageDeps } from './page-deps.ts';
import { createRunNow } from './run-now.ts';
import { createKeepVisit } from './scoring/keep-visit.ts';

export interface PageHandlerDeps extends Omit<PageDeps, 'refresh' | 'onFailure'> {
  /** Has notify look at one touchpoint: it sends what is due, and keeps the board. */
  readonly callNotify: StepInvoker;
  readonly logger: Logger;
}

/** The live page behind a function URL. */
export function createHandler(deps: PageHandlerDeps) {
  return handlerOf(pageOf(deps));
}

/** The pages of a fleet's businesses behind one function URL. */
export function createFleetHandler(
  depsOf: (business: string) => PageHandlerDeps | null,
  { logger, leftOut }: Pick<PageHandlerDeps, 'logger'> & Pick<DeployedFleet, 'leftOut'>,
) {
  const paused = new Map(leftOut.map(({ id, pageLanguage }) => [id, pageLanguage]));
  const page = createFleetPage({
    pausedIn: (business) => paused.get(business) ?? null,
    pageOf(business) {
      const deps = depsOf(business);
      return deps === null ? null : pageOf(deps);
    },
    onFailure: (error) => logger.error('A request failed.', { error: error as Error }),
  });
  return handlerOf(page);
}

function pageOf({ callNotify, logger, ...deps }: PageHandlerDeps): PageApp {
  return createPage({
    ...deps,
    async refresh(touchpointId) {
      // What was done is stored; without notify, its next sweep shows it.
      await callNotify({ lookAt: touchpointId }).catch((error: unknown) => {
        logger.warn('Notify could not look at the touchpoint.', { touchpointId, error: error as Error });
      });
    },
    // The address of a request may hold a link's token: it stays out of the log.
    onFailure: (error) => logger.error('A request failed.', { error: error as Error }),
  });
}

function handlerOf(app: PageApp) {
  const answer = handle(app);
  return (...[event, context]: Parameters<typeof answer>) => answer(withOwnCookies(event), context);
}

/** Ours are ASCII. For one that is not, such as a neighbour's on the same domain, hono refuses the whole request. */
function withOwnCookies(event: LambdaEvent): LambdaEvent {
  if (!('cookies' in event) || event.cookies === undefined) return event;
  return { ...event, cookies: event.cookies.filter((cookie) => /^[\x20-\x7e]*$/.test(cookie)) };
}

export const handler = onFirstEvent(async () => {
  const environment = readEnvironment([
    variables.stack,
    variables.table,
    variables.evidenceBucket,
    variables.notifyFunction,
  ] as const);
  const { businesses, leftOut } = await readDeployed(deployedFleetFile());
  const [stackName, bucket] = [environment[variables.stack], environment[variables.evidenceBucket]];
  const now = Date.now;
  const table = { client: createDynamoClient(), tableName: environment[variables.table] };
  const key = createPageKey(stackName, now);
  const shared = {
    openEvidence: createS3EvidenceOpener(bucket),
    evidenceOrigin: `https://s3.${readOptional('AWS_REGION') ?? 'us-east-1'}.amazonaws.com/${bucket}/`,
    keepVisit: createKeepVisit(createS3ImportWriter(bucket), async () => {}),
    runNow: createRunNow(createVisitSender(readVisitTargets()), now),
    callNotify: createStepCaller(environment[variables.notifyFunction], notifyPatienceMs),
    logger: createLogger('page'),
    now,
  };
  const depsOf = ({ id, configuration }: DeployedBusiness): PageHandlerDeps => {
    const mount = pageMount(id);
    return {
      ...{ ...shared, configuration, mount },
      stores: createStores({ ...table, ...(id !== null && { business: id }) }),
      gate: createLinkGate({
        ...{ key, mount, audience: pageAudience(stackName, id), language: configuration.language, now },
        url: configuration.page?.url ?? null,
        openId: openIdOf(configuration, stackName),
      }),
      weeks: createS3ReportReader(bucket, undefined, id),
    };
  };
  const [first] = businesses;
  if (first?.id === null) return createHandler(depsOf(first));
  const withPage = new Map(businesses.filter(hasPage).map((business) => [business.id, business]));
  return createFleetHandler(
    (id) => {
      const business = withPage.get(id);
      return business === undefined ? null : depsOf(business);
    },
    { ...shared, leftOut },
  );
});

function hasPage({ configuration }: DeployedBusiness): boolean {
  return configuration.page !== null;
}

function openIdOf({ page }: Configuration, stackName: string): OpenId | null {
  const signIn = page?.signIn ?? null;
  if (signIn === null) return null;
  const secrets = createSecretReader(stackName);
  return createOpenId({ signIn, secret: () => secrets.read(signIn.secret), now: Date.now });
}

/** A person waits for the page that shows what they did. */
const notifyPatienceMs = 8_000;
