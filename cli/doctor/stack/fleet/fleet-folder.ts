import { agencyFile } from '../../../../shared/config/fleet/agency-file.ts';
import { configurationOfFleet } from '../../../../shared/config/fleet/as-one.ts';
import { type FleetFolder, readFleetFolder } from '../../../../shared/config/fleet/fleet-folder.ts';
import { type FleetToDeploy, fingerprintOfFleet, fleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import type { Configuration } from '../../../../shared/model/business.ts';
import { counted } from '../../../counted.ts';
import { UsageError } from '../../../exit.ts';
import type { Terminal } from '../../../terminal.ts';
import { broken, type Finding, works } from '../../finding.ts';
import { countedBusinesses } from './businesses-named.ts';

/** A fleet's folder as `cdk` would deploy it, and what is wrong with its files. */
export interface LocalFleet {
  readonly fleet: FleetToDeploy;
  readonly configuration: Configuration;
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
}

/** @throws UsageError when nothing of the folder can be deployed */
export function readLocalFleet(folder: string, today: string, terminal: Pick<Terminal, 'warn'>): LocalFleet {
  const reading = readFleetFolder(folder, today);
  if ('problem' in reading) throw new UsageError(`--fleet ${folder} ${reading.problem}.`);
  for (const note of reading.passedOver) terminal.warn(note);
  // Whether somebody hears of all businesses changes nothing that is examined.
  const fleet = fleetToDeploy(reading, { today, isAnnounced: false });
  if (fleet.businesses.length === 0)
    throw new UsageError(
      `No business of ${folder} can be deployed: npx touchlight validate --fleet ${folder} says why.`,
    );
  return {
    fleet,
    configuration: configurationOfFleet(fleet.businesses),
    fingerprint: fingerprintOfFleet(folder),
    findings: [...examineFiles(fleet, folder), ...examineAgency(reading, folder)],
  };
}

function examineFiles({ businesses, leftOut }: FleetToDeploy, folder: string): Finding[] {
  const remedy = `npx touchlight validate --fleet ${folder} shows all faults. Correct the file and deploy: npx cdk deploy`;
  return [
    // A fault names its file.
    ...leftOut.map(({ id, faults, firstFault }) => {
      const many = faults === 1 ? '' : `its file has ${counted(faults, 'fault')}, the first: `;
      const sentence = `Nothing of it is measured when ${folder} is deployed: ${many}${firstFault}`;
      return broken(`business ${id}`, sentence, remedy);
    }),
    works('businesses', `Can be deployed: ${countedBusinesses(businesses.length)}.`),
  ];
}

function examineAgency({ agencyFaults }: FleetFolder, folder: string): Finding[] {
  if (agencyFaults.length === 0) return [];
  const sentence = `${agencyFile} has ${counted(agencyFaults.length, 'fault')}, so the agency gets no weekly mail.`;
  return [broken('agency', sentence, `npx touchlight validate --fleet ${folder} shows each one.`)];
}
