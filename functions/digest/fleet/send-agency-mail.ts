import PQueue from 'p-queue';
import { type AgencyMail, agencyScope } from '../../../shared/config/fleet/agency-mail.ts';
import type { DeployedBusiness, DeployedFleet } from '../../../shared/config/fleet/deployed-fleet.ts';
import type { LeftOut } from '../../../shared/config/fleet/left-out.ts';
import { fleetWeek, type Standing, unknownStanding } from '../../../shared/evaluation/fleet/standings.ts';
import { lastFullWeek, parseWeek } from '../../../shared/evaluation/week/week.ts';
import { fleetWords } from '../../../shared/i18n/fleet/fleet.ts';
import { digestSender } from '../../../shared/model/digest-sender.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import type { Mailer } from '../../../shared/ports/mailer.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { deliverDigest, type ReaderDelivery } from '../deliver-digest.ts';
import { dueInstant } from '../due-instant.ts';
import { readWeek, type WeekStores } from '../read-week.ts';
import { type SettleDeps, settleMissing } from '../settle-missing.ts';
import { renderAgencyMail } from './render-agency-mail.ts';
import { standingInWords } from './standing-in-words.ts';

export interface AgencyMailDeps extends Omit<SettleDeps, 'digests'>, DeployedFleet {
  readonly storesOf: (business: string | null) => WeekStores & Pick<Stores, 'digests'>;
  readonly mailer: Mailer;
}

/** Businesses whose weeks are read at the same time: each waits for the table most of the time. */
const atOnce = 8;

/**
 * Mails the agency how all of its businesses stand, by one week: the last that is over by the agency's clock. A business whose own
 * week still runs then is summed up as far as it has gone; one whose week cannot be read stands in the mail as not measured.
 * @throws Error after the mail, where a reader has none for sure or a week could not be read
 */
export async function sendAgencyMail(
  scheduledAt: string,
  { agency, businesses, leftOut, storesOf, ...deps }: AgencyMailDeps,
): Promise<void> {
  if (agency === null) throw new Error("No mail of the agency's own is configured. Deploy the fleet again.");
  const { name, timeZone, language, digest, isAnnounced } = agency;
  const at = dueInstant(scheduledAt, deps.now());
  const week = lastFullWeek(at, timeZone);
  const failures: string[] = [];
  const standings = await standingsOf(businesses, async (business) => {
    try {
      return await standingOfWeek(business, week.id, at, { storesOf, agency });
    } catch (error) {
      deps.logger.error('The week of a business could not be read.', { business: business.id, error: error as Error });
      failures.push(`${business.id} (${String(error)})`);
      return failed(business, agency);
    }
  });
  const fleet = fleetWeek([...standings, ...leftOut.map((each) => notDeployed(each, agency))]);
  const outgoing = {
    ...renderAgencyMail(fleet, { agency: name, language, timeZone, week, now: at }),
    ...{ weekId: week.id, business: name, from: digestSender(digest), readers: digest.to, scope: agencyScope },
  };
  const settling = { ...deps, digests: storesOf(agencyScope).digests };
  const deliveries = await deliverDigest(outgoing, settling);
  deps.logger.info('delivered to the agency', { week: week.id, outcomes: deliveries.map(({ outcome }) => outcome) });
  const settled = isAnnounced ? deliveries : deliveries.map(unheard);
  await settleMissing(outgoing, settled, 'Ask them. How to send it again: docs/runbook.md#weekly-mail.', settling);
  if (failures.length > 0)
    throw new Error(
      `The agency's mail was sent without ${failures.length} of ${businesses.length} businesses, whose week ${week.id} could not be read: ${failures.join('; ')}`,
    );
}

/** Nobody would hear what is announced, so it is no way out. */
function unheard(delivery: ReaderDelivery): ReaderDelivery {
  return delivery.outcome === 'unverified' ? { ...delivery, outcome: 'refused' } : delivery;
}

async function standingsOf(
  businesses: readonly DeployedBusiness[],
  standingFor: (business: DeployedBusiness) => Promise<Standing>,
): Promise<Standing[]> {
  const queue = new PQueue({ concurrency: atOnce });
  return queue.addAll(businesses.map((business) => () => standingFor(business)));
}

async function standingOfWeek(
  { id, configuration }: DeployedBusiness,
  weekId: string,
  at: Instant,
  { storesOf, agency }: { readonly storesOf: AgencyMailDeps['storesOf']; readonly agency: AgencyMail },
): Promise<Standing> {
  const week = parseWeek(weekId, configuration.timeZone);
  if (week === null) throw new Error(`${weekId} is no week.`);
  const summary = await readWeek({ configuration, stores: storesOf(id) }, week, at);
  return standingInWords(id ?? '', summary, agency.language, 'stack');
}

function failed({ id, configuration }: DeployedBusiness, { language }: AgencyMail): Standing {
  return unknownStanding(id ?? '', configuration.business, 'failed', fleetWords[language].failed);
}

function notDeployed({ id, file, faults, firstFault }: LeftOut, { language }: AgencyMail): Standing {
  return unknownStanding(id, id, 'broken', fleetWords[language].leftOut(file, faults, firstFault));
}
