import { deployedFleetFile } from '../../shared/aws/deployed-fleet-file.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createS3EvidenceReader } from '../../shared/aws/evidence-bucket/s3-evidence-reader.ts';
import { createS3ReportStore } from '../../shared/aws/evidence-bucket/s3-report-store.ts';
import { createSesMailer } from '../../shared/aws/mail/ses-mailer.ts';
import { deployedLinks } from '../../shared/aws/secrets/deployed-links.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { createSnsAnnouncer } from '../../shared/aws/topics/sns-announcer.ts';
import { agencyScope } from '../../shared/config/fleet/agency-mail.ts';
import { readDeployed } from '../../shared/config/fleet/deployed-businesses.ts';
import type { DeployedBusiness } from '../../shared/config/fleet/deployed-fleet.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { lastFullWeek } from '../../shared/evaluation/week/week.ts';
import { businessOfConfiguration, type Configuration } from '../../shared/model/business.ts';
import { digestSender } from '../../shared/model/digest-sender.ts';
import { variables } from '../../shared/model/stack-names.ts';
import type { EvidenceReader, ReportStore } from '../../shared/ports/evidence-store.ts';
import type { Announcer, Mailer } from '../../shared/ports/mailer.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import type { LinkMaker } from '../../shared/runtime/page-link-maker.ts';
import { deliverDigest } from './deliver-digest.ts';
import { dueInstant } from './due-instant.ts';
import { sendAgencyMail } from './fleet/send-agency-mail.ts';
import { keepPlan } from './keep-plan.ts';
import { readWeek, type WeekStores } from './read-week.ts';
import { renderMail } from './render-mail.ts';
import { readReport } from './report/read-report.ts';
import { renderReport } from './report/render-report.ts';
import { sendSlot } from './send-slot.ts';
import { settleMissing } from './settle-missing.ts';

/** Until the next mail has come, and a day more. */
const digestLinkDays = 8;

export interface DigestDeps {
  readonly configuration: Configuration;
  readonly stores: WeekStores & Pick<Stores, 'digests' | 'days' | 'results'>;
  readonly evidence: EvidenceReader;
  readonly reports: ReportStore;
  readonly mailer: Mailer;
  readonly announcer: Announcer;
  /** Makes links to the live page; absent or null where there is none. */
  readonly links?: (() => Promise<LinkMaker>) | null;
  readonly logger: Logger;
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
    const at = dueInstant(event.scheduledAt, now());
    const week = lastFullWeek(at, timeZone);
    const summary = await readWeek({ configuration, stores }, week, at);
    const report = await writeReport(summary, deps);
    const wording = { language, reportUrl: report === 'written' ? reportUrl(digest, week.id) : null };
    const mail = renderMail(summary, wording);
    const pageFor = await livePageFor(deps);
    const mailFor = pageFor && ((reader: string) => renderMail(summary, { ...wording, pageUrl: pageFor(reader) }));
    const outgoing = {
      ...mail,
      ...(mailFor && { mailFor }),
      weekId: week.id,
      business,
      from: digestSender(digest),
      readers: digest.to,
      scope: businessOfConfiguration(configuration),
    };
    const deliveries = await deliverDigest(outgoing, { digests: stores.digests, mailer, now });
    await keepPlan(summary, stores);
    const outcomes = deliveries.map(({ outcome }) => outcome);
    logger.info('delivered', { week: week.id, outcomes });
    const remedy = `Ask them; "touchlight digest --week ${week.id} --send" with the stack's name sends it to those who have none.`;
    await settleMissing(outgoing, deliveries, remedy, { digests: stores.digests, announcer, logger, now });
    if (report === 'failed') throw new Error(`The report of ${week.id} could not be written; the log says why.`);
  };
}

/** A report that cannot be written holds up no mail: its failure is thrown when the mails have left. */
async function writeReport(
  summary: WeekSummary,
  { configuration, stores, evidence, reports, logger }: DigestDeps,
): Promise<'written' | 'failed'> {
  try {
    const found = await readReport({ configuration, stores, evidence }, summary);
    await reports.put(summary.week.id, renderReport(summary, found, configuration.language));
    return 'written';
  } catch (error) {
    logger.error('The report could not be written.', { week: summary.week.id, error: error as Error });
    return 'failed';
  }
}

/** The page as each reader may see it: who also gets the alerts may act there. A digest without the link is better than none. */
async function livePageFor({
  configuration: { alerts },
  links,
  logger,
}: DigestDeps): Promise<((reader: string) => string) | null> {
  try {
    const linkFor = await links?.();
    if (linkFor === undefined) return null;
    const operators = new Set(alerts.email.map((address) => address.toLowerCase()));
    return (reader) => {
      const role = operators.has(reader.toLowerCase()) ? 'operator' : 'reader';
      return linkFor({ role, who: reader, days: digestLinkDays })('/');
    };
  } catch (error) {
    logger.error('The mail is sent without a link to the live page.', { error: error as Error });
    return null;
  }
}

/** Only a place that readers can reach is worth a link: the bucket itself is private. */
function reportUrl({ reportsUrl }: NonNullable<Configuration['digest']>, weekId: string): string | null {
  return reportsUrl === null ? null : `${reportsUrl.replace(/\/$/, '')}/${weekId}.html`;
}

/** A fleet's schedules name those of its businesses whose digest is due, or the agency. */
interface Due {
  readonly scheduledAt: string;
  readonly slot?: string;
}

export const handler = onFirstEvent(async () => {
  const environment = readEnvironment([
    variables.table,
    variables.alertsTopic,
    variables.mailSet,
    variables.evidenceBucket,
  ]);
  const { businesses, leftOut, agency } = await readDeployed(deployedFleetFile());
  const table = { client: createDynamoClient(), tableName: environment[variables.table] };
  const reports = createS3ReportStore(environment[variables.evidenceBucket]);
  const shared = {
    evidence: createS3EvidenceReader(environment[variables.evidenceBucket]),
    mailer: createSesMailer({ configurationSet: environment[variables.mailSet] }),
    logger: createLogger('digest'),
    now: Date.now,
  };
  const linksOf = deployedLinks(Date.now);
  const handlerOf = ({ id, configuration }: DeployedBusiness): ReturnType<typeof createHandler> =>
    createHandler({
      ...{ ...shared, configuration },
      stores: createStores({ ...table, ...(id !== null && { business: id }) }),
      reports: id === null ? reports : { put: (week, html) => reports.put(`${id}/${week}`, html) },
      announcer: createSnsAnnouncer(environment[variables.alertsTopic], undefined, id),
      links: linksOf({ id, configuration }),
    });
  const [first] = businesses;
  if (first?.id === null) return handlerOf(first);
  const storesOf = (business: string | null): Stores => createStores({ ...table, business });
  return ({ scheduledAt, slot = '' }: Due) =>
    slot === agencyScope
      ? sendAgencyMail(scheduledAt, {
          ...{ ...shared, agency, businesses, leftOut, storesOf },
          announcer: createSnsAnnouncer(environment[variables.alertsTopic]),
        })
      : sendSlot(slot, businesses, (business) => handlerOf(business)({ scheduledAt }));
});
