import { fingerprintOf } from '../shared/config/fingerprint.ts';
import { formatFaults, readConfigurationFile } from '../shared/config/read-configuration.ts';
import { touchlightVersion } from '../shared/config/touchlight-version.ts';
import type { Configuration } from '../shared/model/business.ts';
import { type Context, ContextError } from './context.ts';
import { regionsProblem } from './further-regions.ts';
import { receivingProblem } from './mail-regions.ts';
import type { TouchlightProps } from './touchlight-stack.ts';

/** What is deployed, and what it is deployed from. */
interface Deployment {
  readonly configuration: Configuration;
  readonly origin: TouchlightProps['origin'];
}

/**
 * Reads the configuration that is to be deployed.
 * @param region null where it is not known yet
 * @throws ContextError when it must not be deployed so
 */
export function readDeployment({ config, receivesMail, stack }: Context, region: string | null): Deployment {
  const reading = readConfigurationFile(config, new Date().toISOString().slice(0, 10));
  if (!reading.ok) throw new ContextError(formatFaults(reading.faults, reading.text));
  const { configuration } = reading;
  const problem =
    (receivesMail ? null : receivingProblem(configuration, region)) ?? regionsProblem(configuration, { stack, region });
  if (problem !== null) throw new ContextError(problem);
  return { configuration, origin: { version: touchlightVersion(), configuration: fingerprintOf(config) } };
}
