import { readDeployedConfiguration } from '../deployed-configuration.ts';
import { type DeployedBusiness, readDeployedFleet } from './deployed-fleet.ts';

/** Where a deployed fleet's configuration lies. */
export interface DeployedFleetFile {
  /** SHA-256 of what was deployed. */
  readonly hash: string;
  readonly read: () => Promise<Uint8Array>;
}

/** All that a function works for: one business, whose configuration is beside its code, or a fleet. */
export async function readDeployedBusinesses(fleet: DeployedFleetFile | null): Promise<DeployedBusiness[]> {
  if (fleet === null) return [{ id: null, configuration: readDeployedConfiguration() }];
  return readDeployedFleet(await fleet.read(), fleet.hash);
}
