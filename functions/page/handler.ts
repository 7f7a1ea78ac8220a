import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createS3EvidenceOpener } from '../../shared/aws/evidence-bucket/s3-evidence-opener.ts';
import { createS3ImportWriter } from '../../shared/aws/evidence-bucket/s3-import-writer.ts';
import { createS3ReportReader } from '../../shared/aws/evidence-bucket/s3-report-reader.ts';
import { createPageKey } from '../../shared/aws/secrets/page-key.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import { createStepCaller } from '../../shared/aws/steps/step-caller.ts';
import { createVisitSender, readVisitTargets } from '../../shared/aws/steps/visit-sender.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { variables } from '../../shared/model/stack-names.ts';
import type { StepInvoker } from '../../shared/ports/queues.ts';
import { readEnvironment, readOptional } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createLinkGate } from './access/link-gate.ts';
import { createOpenId, type OpenId } from './access/open-id.ts';
import { createPage } from './page.ts';
import type { PageDeps } from './page-deps.ts';
import { createRunNow } from './run-now.ts';
import { createKeepVisit } from './scoring/keep-visit.ts';

export interface PageHandlerDeps extends Omit<PageDeps, 'refresh' | 'onFailure'> {
  /** Has notify look at one touchpoint: it sends what is due, and keeps the board. */
  readonly callNotify: StepInvoker;
  readonly logger: Logger;
}

/** The live page behind a function URL. */
export function createHandler({ callNotify, logger, ...deps }: PageHandlerDeps) {
  const app = createPage({
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
  const answer = handle(app);
  return (...[event, context]: Parameters<typeof answer>) => answer(withOwnCookies(event), context);
}

/** Ours are ASCII. For one that is not, such as a neighbour's on the same domain, hono refuses the whole request. */
function withOwnCookies(event: LambdaEvent): LambdaEvent {
  if (!('cookies' in event) || event.cookies === undefined) return event;
  return { ...event, cookies: event.cookies.filter((cookie) => /^[\x20-\x7e]*$/.test(cookie)) };
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([
    variables.stack,
    variables.table,
    variables.evidenceBucket,
    variables.notifyFunction,
  ] as const);
  const configuration = readDeployedConfiguration();
  const bucket = environment[variables.evidenceBucket];
  const now = Date.now;
  return createHandler({
    configuration,
    stores: createStores({ client: createDynamoClient(), tableName: environment[variables.table] }),
    gate: createLinkGate({
      key: createPageKey(environment[variables.stack], now),
      audience: environment[variables.stack],
      language: configuration.language,
      url: configuration.page?.url ?? null,
      openId: openIdOf(configuration, environment[variables.stack]),
      now,
    }),
    openEvidence: createS3EvidenceOpener(bucket),
    evidenceOrigin: `https://s3.${readOptional('AWS_REGION') ?? 'us-east-1'}.amazonaws.com/${bucket}/`,
    weeks: createS3ReportReader(bucket),
    keepVisit: createKeepVisit(createS3ImportWriter(bucket), async () => {}),
    runNow: createRunNow(createVisitSender(readVisitTargets()), now),
    callNotify: createStepCaller(environment[variables.notifyFunction], notifyPatienceMs),
    logger: createLogger('page'),
    now,
  });
});

function openIdOf({ page }: Configuration, stackName: string): OpenId | null {
  const signIn = page?.signIn ?? null;
  if (signIn === null) return null;
  const secrets = createSecretReader(stackName);
  return createOpenId({ signIn, secret: () => secrets.read(signIn.secret), now: Date.now });
}

/** A person waits for the page that shows what they did. */
const notifyPatienceMs = 8_000;
