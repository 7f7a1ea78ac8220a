import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createSesMailer } from '../../shared/aws/mail/ses-mailer.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { createSnsAnnouncer } from '../../shared/aws/topics/sns-announcer.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { lastFullWeek } from '../../shared/evaluation/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { digestSender } from '../../shared/model/digest-sender.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { metrics, scheduledTimePlaceholder, variables } from '../../shared/model/stack-names.ts';
import type { Announcer, Mailer } from '../../shared/ports/mailer.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { type Count, createCount } from '../../shared/runtime/metrics.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { announceInstead, deliverDigest, type ReaderDelivery } from './deliver-digest.ts';
import { readWeek, type WeekStores } from './read-week.ts';
import { renderMail } from './render-mail.ts';

export interface DigestDeps {
  readonly configuration: Configuration;
  readonly stores: WeekStores & Pick<Stores, 'digests'>;
  readonly mailer: Mailer;
  readonly announcer: Announcer;
  readonly logger: Logger;
  readonly count: Count;
  readonly now: () => number;
}

/** Mails the last full week to each reader. Fails, to be tried again and then to alarm, while one of them has no mail for sure. */
export function createHandler(deps: DigestDeps): (event: { readonly scheduledAt: string }) => Promise<void> {
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    const { configuration, stores, mailer, announcer, logger, now } = deps;
    const { digest, business, language, timeZone } = configuration;
    if (digest === null)
      throw new Error('No digest is configured, so none can be sent. Deploy the configuration again.');
    const at = toInstant(event.scheduledAt === scheduledTimePlaceholder ? now() : Date.parse(event.scheduledAt));
    const week = lastFullWeek(at, timeZone);
    const summary = await readWeek({ configuration, stores }, week, at);
    const mail = renderMail(summary, { language, reportUrl: null });
    const outgoing = { ...mail, weekId: week.id, business, from: digestSender(digest), readers: digest.to };
    const deliveries = await deliverDigest(outgoing, { digests: stores.digests, mailer, now });
    const outcomes = deliveries.map(({ outcome }) => outcome);
    logger.info('delivered', { week: week.id, outcomes });
    const sent = outcomes.filter((outcome) => outcome === 'sent').length;
    if (sent > 0) deps.count(metrics.digestsSent, sent);
    const unverified = deliveries.filter(({ outcome }) => outcome === 'unverified');
    if (unverified.length > 0) {
      const announced = await announceInstead(outgoing, unverified, { digests: stores.digests, announcer, now });
      logger.warn('SES may not write to every reader; the text goes over SNS', {
        announced,
        readers: unverified.length,
      });
      if (announced === 'unknown')
        throw new Error('An earlier attempt to announce the text over SNS did not say how it ended.');
    }
    failForMissing(week.id, deliveries);
  };
}

function failForMissing(weekId: string, deliveries: readonly ReaderDelivery[]): void {
  const missing = deliveries.filter(({ outcome }) => outcome === 'refused' || outcome === 'unknown');
  if (missing.length === 0) return;
  throw new Error(
    `The mail of ${weekId} has not surely reached ${missing.length} of ${deliveries.length} readers. ` +
      `${missing.map(({ reader, reason }) => `${reader}: ${reason}`).join(' ')} ` +
      `Ask them; "touchlight digest --week ${weekId} --send" with the stack's name sends it to those who have none.`,
  );
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([variables.table, variables.alertsTopic, variables.mailSet]);
  return createHandler({
    configuration: readDeployedConfiguration(),
    stores: createStores({ client: createDynamoClient(), tableName: environment[variables.table] }),
    mailer: createSesMailer({ configurationSet: environment[variables.mailSet] }),
    announcer: createSnsAnnouncer(environment[variables.alertsTopic]),
    logger: createLogger('digest'),
    count: createCount('digest'),
    now: Date.now,
  });
});
