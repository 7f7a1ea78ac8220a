import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createSesMailer } from '../../shared/aws/mail/ses-mailer.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { digestSender } from '../../shared/model/digest-sender.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { metrics, scheduledTimePlaceholder, variables } from '../../shared/model/stack-names.ts';
import type { Mailer } from '../../shared/ports/mailer.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { type Count, createCount } from '../../shared/runtime/metrics.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { summarizeWeek, watchedTouchpoints, weekBefore } from './weekly-summary.ts';

export interface DigestDeps {
  readonly configuration: Configuration;
  readonly stores: Pick<Stores, 'statuses' | 'incidents'>;
  readonly mailer: Mailer;
  readonly logger: Logger;
  readonly count: Count;
  readonly now: () => number;
}

export function createHandler(deps: DigestDeps): (event: { readonly scheduledAt: string }) => Promise<void> {
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    const { configuration, stores, mailer } = deps;
    const { digest, business, timeZone } = configuration;
    if (digest === null)
      throw new Error('No digest is configured, so none can be sent. Deploy the configuration again.');
    const range = weekBefore(
      event.scheduledAt === scheduledTimePlaceholder ? toInstant(deps.now()) : event.scheduledAt,
    );
    const touchpoints = await Promise.all(
      watchedTouchpoints(configuration).map(async (id) => ({
        id,
        statuses: await stores.statuses.list(id),
        incidents: await stores.incidents.list(id, range),
      })),
    );
    const summary = summarizeWeek({ business, timeZone, range, touchpoints });
    await mailer.send({ from: digestSender(digest), to: digest.to, ...summary });
    deps.count(metrics.digestsSent, 1);
    deps.logger.info('sent', { readers: digest.to.length });
  };
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([variables.table]);
  return createHandler({
    configuration: readDeployedConfiguration(),
    stores: createStores({ client: createDynamoClient(), tableName: environment[variables.table] }),
    mailer: createSesMailer(),
    logger: createLogger('digest'),
    count: createCount('digest'),
    now: Date.now,
  });
});
