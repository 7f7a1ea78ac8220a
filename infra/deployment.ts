import { deploymentNotes } from '../shared/config/deployment-notes.ts';
import { fingerprintOf } from '../shared/config/fingerprint.ts';
import { configurationOfFleet } from '../shared/config/fleet/as-one.ts';
import { type FleetFolder, readFleetFolder } from '../shared/config/fleet/fleet-folder.ts';
import type { LeftOut } from '../shared/config/fleet/left-out.ts';
import type { FleetBusiness } from '../shared/config/fleet/read-fleet.ts';
import { isChatStillNamed, isPageStillNamed } from '../shared/config/fleet/still-named.ts';
import { fingerprintOfFleet, fleetToDeploy } from '../shared/config/fleet/to-deploy.ts';
import { formatFaults, readConfigurationFile } from '../shared/config/read-configuration.ts';
import { touchlightVersion } from '../shared/config/touchlight-version.ts';
import type { Configuration } from '../shared/model/business.ts';
import { type Context, ContextError } from './context.ts';
import type { FleetProps } from './fleet.ts';
import { fleetProblem } from './fleet-limits.ts';
import { regionsProblem } from './further-regions.ts';
import { receivingProblem } from './mail-regions.ts';
import type { TouchlightProps } from './touchlight-stack.ts';

/** What is deployed, and what it is deployed from. */
interface Deployment {
  readonly configuration: Configuration;
  /** Null: one business. */
  readonly fleet: FleetProps | null;
  /** What stands beside the handlers; null where they read a fleet's from S3. */
  readonly bundled: Configuration | null;
  readonly origin: TouchlightProps['origin'];
  /** What a person should know. */
  readonly notes: readonly string[];
}

/**
 * Reads the configuration that is to be deployed.
 * @param region null where it is not known yet
 * @throws ContextError when it must not be deployed so
 */
export function readDeployment(context: Context, region: string | null): Deployment {
  const today = new Date().toISOString().slice(0, 10);
  if (context.fleet !== null) return readFleetDeployment(context.fleet, context, { region, today });
  const { config, receivesMail, stack } = context;
  const reading = readConfigurationFile(config, today);
  if (!reading.ok) throw new ContextError(formatFaults(reading.faults, reading.text));
  const { configuration } = reading;
  const problem =
    (receivesMail ? null : receivingProblem(configuration, region)) ??
    regionsProblem([{ file: config, regions: configuration.regions }], { stack, region });
  if (problem !== null) throw new ContextError(problem);
  return {
    ...{ configuration, fleet: null, bundled: configuration },
    origin: { version: touchlightVersion(), configuration: fingerprintOf(config) },
    notes: deploymentNotes(configuration, stack),
  };
}

/** A business whose file is broken is left out, and said so; the others are deployed. */
function readFleetDeployment(
  folder: string,
  { stack, agency }: Context,
  { region, today }: { readonly region: string | null; readonly today: string },
): Deployment {
  const reading = readFleetFolder(folder, today);
  if ('problem' in reading) throw new ContextError(`-c fleet=${folder} ${reading.problem}.`);
  const faults = reading.broken.map(
    ({ id, faults: found, text }) => `${id} is left out, and nothing of it is measured:\n${formatFaults(found, text)}`,
  );
  const { businesses, leftOut, stillNamed, unsupportedNotes, own } = fleetToDeploy(reading, {
    today,
    isAnnounced: agency.length > 0,
  });
  if (businesses.length === 0) {
    throw new ContextError([...faults, ...unsupportedNotes, `No business of ${folder} can be deployed.`].join('\n'));
  }
  const configuration = configurationOfFleet(businesses, keepsPage(reading));
  const problem =
    fleetProblem(businesses, agency, stack, stillNamed) ??
    regionsProblem(reading.businesses.map(regionsIn), { stack, region });
  if (problem !== null) throw new ContextError(problem);
  const inRegions = businesses.filter((each) => isSeenElsewhere(each.configuration)).map(({ id }) => id);
  return {
    configuration,
    fleet: {
      ...{ businesses, leftOut, stillNamed, agency, agencyMail: own?.mail ?? null },
      keepsChats: keepsChats(reading),
    },
    bundled: null,
    origin: { version: touchlightVersion(), configuration: fingerprintOfFleet(folder) },
    notes: [
      ...[...faults, ...reading.passedOver, ...unsupportedNotes, ...pauseNote(leftOut), ...agencyNotes(reading)],
      ...(own?.note == null ? [] : [own.note]),
      ...deploymentNotes(configuration, stack, inRegions.length < businesses.length ? inRegions : null),
    ],
  };
}

/** A page that is only paused keeps its address and its key. */
function keepsPage({ businesses, broken }: FleetFolder): boolean {
  return (
    broken.some(({ sources }) => sources.some(isPageStillNamed)) ||
    businesses.some(({ configuration: { page } }) => page !== null)
  );
}

/** What waits to be posted to the chats of others is not lost with one that is only paused. */
function keepsChats({ businesses, broken }: FleetFolder): boolean {
  return (
    broken.some(({ sources }) => sources.some(isChatStillNamed)) ||
    businesses.some(({ configuration: { alerts } }) => alerts.channels.length > 0)
  );
}

function regionsIn({ fileName, configuration: { regions } }: FleetBusiness) {
  return { file: fileName, regions };
}

/** Names regions, and has something that is checked from there. */
function isSeenElsewhere({ touchpoints }: Configuration): boolean {
  return touchpoints.some(({ checks }) => checks.some((check) => check.regions !== undefined));
}

function pauseNote(missing: readonly LeftOut[]): string[] {
  if (missing.length === 0) return [];
  return [
    'What is left out is paused: its open incidents stay open, nobody is alerted about it, and it goes on when its file is right and deployed. Only a business whose file is gone is removed.',
  ];
}

function agencyNotes({ agencyFaults, agencyText }: FleetFolder): string[] {
  if (agencyFaults.length === 0) return [];
  const what = "The agency's own mail is left out until agency.yaml is in order:";
  return [`${what}\n${formatFaults(agencyFaults, agencyText)}`];
}
