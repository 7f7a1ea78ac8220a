import path from 'node:path';
import { mailForBrowsers } from '../../functions/digest/browser-policy.ts';
import type { ReaderDelivery } from '../../functions/digest/deliver-digest.ts';
import { renderAgencyMail } from '../../functions/digest/fleet/render-agency-mail.ts';
import { standingInWords } from '../../functions/digest/fleet/standing-in-words.ts';
import { keepPlan } from '../../functions/digest/keep-plan.ts';
import { type RenderedMail, renderMail } from '../../functions/digest/render-mail.ts';
import { agencyScope } from '../../shared/config/fleet/agency-mail.ts';
import type { FleetFolder } from '../../shared/config/fleet/fleet-folder.ts';
import type { FleetBusiness } from '../../shared/config/fleet/read-fleet.ts';
import { fleetWeek, type Standing, unknownStanding } from '../../shared/evaluation/fleet/standings.ts';
import { parseWeek, weekAt } from '../../shared/evaluation/week/week.ts';
import { fleetWords } from '../../shared/i18n/fleet/fleet.ts';
import { digestSender } from '../../shared/model/digest-sender.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { fileFor, type ReadingOptions, readWeekOf } from '../history/read-week-of.ts';
import { localFolder } from '../local/private-folder.ts';
import { describeDelivery, sendDigest } from '../local/send-digest.ts';
import { openSharedTable, type SharedTable } from '../local/table/shared-table.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { Terminal } from '../terminal.ts';
import { readFleet } from './read-fleet-folder.ts';

interface Options extends ReadingOptions {
  /** The folder. */
  readonly fleet: string;
  readonly send?: boolean;
  readonly again?: boolean;
}

/** What became of one business's mail. */
interface Mailed {
  readonly standing: Standing;
  /** Null where there is none. */
  readonly weekId: string | null;
  /** Something was measured in it. */
  readonly isMeasured: boolean;
  readonly deliveries: readonly ReaderDelivery[];
}

/** Each business's own mail, in its language and zone, and one for the agency: who needs it. */
export async function digestFleet(options: Options, terminal: Terminal): Promise<number> {
  if (options.out !== undefined)
    throw new UsageError('--out names one file, and --fleet writes several. Use --folder.');
  if (options.stack !== undefined) throw new UsageError('--fleet reads this machine; a deployed stack sends its own.');
  if (options.again && !options.send) throw new UsageError('--again goes with --send.');
  const fleet = readFleet(options.fleet, terminal);
  const table = await openSharedTable(path.resolve(options.folder ?? localFolder));
  try {
    const mailed: Mailed[] = [];
    for (const business of fleet.businesses) mailed.push(await mailOf(business, fleet, table, options, terminal));
    const language = fleet.agency?.language ?? 'en';
    const broken = fleet.broken.map(({ id, fileName, faults }) =>
      unknownStanding(id, id, 'broken', fleetWords[language].broken(path.basename(fileName), faults.length)),
    );
    const week = fleetWeek([...mailed.map(({ standing }) => standing), ...broken]);
    const measured = mailed.filter(({ isMeasured }) => isMeasured);
    const weekId = usualWeek((measured.length > 0 ? measured : mailed).flatMap((each) => each.weekId ?? []));
    const mail = agencyMail(fleet, week, weekId, options);
    const own = await deliverToAgency(mail, fleet, table.storesOf(agencyScope), options, terminal);
    terminal.printJson({
      version: 1,
      subject: mail.subject,
      week: mail.weekId,
      all: week.all,
      need: week.need.map(forMachines),
      broken: week.broken.map(forMachines),
      unmeasured: week.unmeasured.map(forMachines),
      well: week.well.map(({ id }) => id),
      firstWeek: week.well.flatMap(({ id, firstWeek }) =>
        firstWeek === null ? [] : { business: id, since: firstWeek.since },
      ),
      deliveries: [
        ...mailed.flatMap(({ standing, deliveries }) => deliveries.map((each) => ({ business: standing.id, ...each }))),
        ...own,
      ],
    });
    terminal.print(`\n${mail.text.split('\n-- \n')[0]?.trimEnd()}`);
    const isAmiss = ({ outcome }: ReaderDelivery): boolean => !outcome.startsWith('sent');
    const failed = mailed.some(({ standing, deliveries }) => standing.state === 'failed' || deliveries.some(isAmiss));
    if (failed || own.some(isAmiss)) return exitCodes.fault;
    // Then the agency's own mail was not sent.
    if (options.send && fleet.agencyFaults.length > 0) return exitCodes.usage;
    return week.need.some(({ light }) => light === 'red') ? exitCodes.red : exitCodes.ok;
  } finally {
    await table.close();
  }
}

/** Which week most mails are about: a business that is new may have none but the one that has just begun. */
function usualWeek(weekIds: readonly string[]): string | null {
  const [usual] = [...Map.groupBy(weekIds, (id) => id)].toSorted(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? 1 : -1),
  );
  return usual?.[0] ?? null;
}

function forMachines({ id, name, state, light, red, yellow, says }: Standing) {
  return { business: id, name, state, light, red, yellow, says };
}

/** One that cannot be read or sent stops no other: it stands in the agency's mail. */
async function mailOf(
  { id, configuration }: FleetBusiness,
  { agency }: FleetFolder,
  table: SharedTable,
  options: Options,
  terminal: Terminal,
): Promise<Mailed> {
  const [name, language] = [id ?? '', agency?.language ?? 'en'];
  const stores = table.storesOf(id);
  try {
    const summary = await readWeekOf(configuration, { stores }, options, Date.now());
    const mail = renderMail(summary, { language: configuration.language, reportUrl: null });
    await keepPlan(summary, stores);
    const standing = standingInWords(name, summary, language, 'watch');
    const { digest, business } = configuration;
    const [weekId, isMeasured] = [summary.week.id, summary.runs > 0];
    terminal.print(`${terminal.bold(name)}  ${mail.subject}`);
    if (!options.send) {
      await writeMail(mail, `digest-${weekId}-${name}`, options, terminal);
      return { standing, weekId, isMeasured, deliveries: [] };
    }
    if (digest === null || digest.to.length === 0) {
      terminal.print('  no recipients in its file (digest: { to: [...] }); nothing was sent');
      return { standing, weekId, isMeasured, deliveries: [] };
    }
    const outgoing = { ...mail, weekId, business, from: digestSender(digest), readers: digest.to, scope: id };
    const deliveries = await sendDigest(outgoing, stores.digests, options.again);
    for (const each of deliveries) terminal.print(describeDelivery(each));
    return { standing, weekId, isMeasured, deliveries };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    terminal.warn(`${name}: its mail could not be made. ${error instanceof Error ? error.message : String(error)}`);
    const standing = unknownStanding(name, configuration.business, 'failed', fleetWords[language].failed);
    return { standing, weekId: null, isMeasured: false, deliveries: [] };
  }
}

function agencyMail(
  { agency }: FleetFolder,
  week: ReturnType<typeof fleetWeek>,
  weekId: string | null,
  options: Options,
): RenderedMail & { readonly weekId: string } {
  const now = toInstant(Date.now());
  const timeZone = agency?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const frame = (weekId === null ? null : parseWeek(weekId, timeZone)) ?? weekAt(now, timeZone);
  const name = agency?.name ?? path.basename(path.resolve(options.fleet));
  const wording = { agency: name, language: agency?.language ?? 'en', timeZone, week: frame, now };
  return { ...renderAgencyMail(week, wording), weekId: frame.id };
}

async function deliverToAgency(
  { weekId, ...mail }: RenderedMail & { readonly weekId: string },
  { agency }: FleetFolder,
  stores: Stores,
  options: Options,
  terminal: Terminal,
): Promise<ReaderDelivery[]> {
  if (!options.send) {
    await writeMail(mail, `digest-${weekId}-agency`, options, terminal);
    return [];
  }
  if (agency === null || agency.digest === null || agency.digest.to.length === 0) return [];
  const from = digestSender(agency.digest);
  const outgoing = { ...mail, weekId, business: agency.name, from, readers: agency.digest.to, scope: agencyScope };
  const deliveries = await sendDigest(outgoing, stores.digests, options.again);
  for (const each of deliveries) terminal.print(describeDelivery(each));
  return deliveries;
}

async function writeMail(mail: RenderedMail, name: string, options: Options, terminal: Terminal): Promise<void> {
  const file = fileFor(name, options);
  await writeFileAtomically('The mail', `${file}.html`, mailForBrowsers(mail.html), 'owner');
  await writeFileAtomically('The mail', `${file}.txt`, `Subject: ${mail.subject}\n\n${mail.text}`, 'owner');
  terminal.print(`  ${path.relative('.', file)}.html`);
}
