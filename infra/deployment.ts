import { createHash } from 'node:crypto';
import { deploymentNotes } from '../shared/config/deployment-notes.ts';
import { faultInOneLine } from '../shared/config/faults.ts';
import { fingerprintOf } from '../shared/config/fingerprint.ts';
import { configurationOfFleet } from '../shared/config/fleet/as-one.ts';
import { type LeftOut, writeDeployedFleet } from '../shared/config/fleet/deployed-fleet.ts';
import { readFleetFolder } from '../shared/config/fleet/fleet-folder.ts';
import type { BrokenBusiness } from '../shared/config/fleet/read-fleet.ts';
import { readersStillNamed } from '../shared/config/fleet/still-named.ts';
import { formatFaults, readConfigurationFile } from '../shared/config/read-configuration.ts';
import { touchlightVersion } from '../shared/config/touchlight-version.ts';
import type { Configuration } from '../shared/model/business.ts';
import { type Context, ContextError } from './context.ts';
import type { FleetProps } from './fleet.ts';
import { fleetProblem, withoutUnsupported } from './fleet-limits.ts';
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
    (receivesMail ? null : receivingProblem(configuration, region)) ?? regionsProblem(configuration, { stack, region });
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
  const { businesses: read, broken } = reading;
  const faults = broken.map(
    ({ id, faults: found, text }) => `${id} is left out, and nothing of it is measured:\n${formatFaults(found, text)}`,
  );
  const { businesses, leftOut: unsupported, notes } = withoutUnsupported(read);
  if (businesses.length === 0) {
    throw new ContextError([...faults, ...notes, `No business of ${folder} can be deployed.`].join('\n'));
  }
  const configuration = configurationOfFleet(businesses);
  const stillNamed = [
    ...broken.map(({ id, text }) => readersStillNamed(id, text)),
    ...read
      .filter(({ id }) => unsupported.some(({ business }) => business === id))
      .map(({ id, configuration: own }) => ({ id: id ?? '', configuration: own })),
  ];
  const problem =
    fleetProblem(businesses, agency, stack, stillNamed) ?? regionsProblem(configuration, { stack, region });
  if (problem !== null) throw new ContextError(problem);
  const leftOut = [...broken.map(leftOutFor), ...unsupported];
  const fingerprint = createHash('sha256').update(writeDeployedFleet(businesses, leftOut)).digest('hex').slice(0, 16);
  return {
    ...{ configuration, fleet: { businesses, leftOut, stillNamed, agency }, bundled: null },
    origin: { version: touchlightVersion(), configuration: fingerprint },
    notes: [...faults, ...notes, ...pauseNote(leftOut), ...deploymentNotes(configuration, stack)],
  };
}

function pauseNote(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return [];
  return [
    'What is left out is paused: its open incidents stay open, nobody is alerted about it, and it goes on when its file is right and deployed. Only a business whose file is gone is removed.',
  ];
}

function leftOutFor({ id, faults: [first] }: BrokenBusiness): LeftOut {
  return { business: id, fault: first === undefined ? '' : faultInOneLine(first) };
}
