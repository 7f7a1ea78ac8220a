import { readDeployedConfiguration } from '../deployed-configuration.ts';
import { type DeployedBusiness, type LeftOut, readDeployedFleet } from './deployed-fleet.ts';

/** Where a deployed fleet's configuration lies. */
export interface DeployedFleetFile {
  /** SHA-256 of what was deployed. */
  readonly hash: string;
  readonly read: () => Promise<Uint8Array>;
}

/** All that a function works for: one business, whose configuration is beside its code, or a fleet. */
export async function readDeployedBusinesses(fleet: DeployedFleetFile | null): Promise<DeployedBusiness[]> {
  return (await readDeployed(fleet)).businesses;
}

/** The same, with the businesses that are paused. */
export async function readDeployed(
  fleet: DeployedFleetFile | null,
): Promise<{ readonly businesses: DeployedBusiness[]; readonly leftOut: readonly LeftOut[] }> {
  if (fleet === null) return { businesses: [{ id: null, configuration: readDeployedConfiguration() }], leftOut: [] };
  return readDeployedFleet(await fleet.read(), fleet.hash);
}
