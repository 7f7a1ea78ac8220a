import { readDeployedConfiguration } from '../deployed-configuration.ts';
import { type DeployedBusiness, type DeployedFleet, readDeployedFleet } from './deployed-fleet.ts';

/** Where a deployed fleet's configuration lies. */
export interface DeployedFleetFile {
  /** SHA-256 of what was deployed. */
  readonly hash: string;
  readonly read: () => Promise<Uint8Array>;
}

/** All that a function works for: one business, whose configuration is beside its code, or a fleet with its agency. */
export async function readDeployed(fleet: DeployedFleetFile | null): Promise<DeployedFleet> {
  if (fleet === null) {
    return { businesses: [{ id: null, configuration: readDeployedConfiguration() }], leftOut: [], agency: null };
  }
  return readDeployedFleet(await fleet.read(), fleet.hash);
}

/** For those that have nothing to do with the agency. */
export async function readDeployedBusinesses(fleet: DeployedFleetFile | null): Promise<readonly DeployedBusiness[]> {
  return (await readDeployed(fleet)).businesses;
}
