import { DeployedStackError } from '../../../shared/aws/deployed-stack.ts';
import { createStackInspector } from '../../../shared/aws/inspection/stack-inspector.ts';
import { fingerprintOf } from '../../../shared/config/fingerprint.ts';
import { touchlightVersion } from '../../../shared/config/touchlight-version.ts';
import { regionStackName } from '../../../shared/model/stack-names.ts';
import { exitCodes, UsageError } from '../../exit.ts';
import type { Terminal } from '../../terminal.ts';
import type { Finding } from '../finding.ts';
import { printFindings } from '../print-findings.ts';
import { examineConfiguration } from '../surroundings.ts';
import { examineStack } from './examine-stack.ts';
import { usualPatience } from './test-alarm.ts';

export interface DeployedOptions {
  readonly config: string;
  readonly stack: string;
  readonly alarm: boolean;
}

/** `touchlight doctor --stack`: shows in a real account what an emulator cannot. */
export async function examineDeployed(
  { config, stack, alarm }: DeployedOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  terminal.progress(`checking the stack ${stack}${alarm ? ' and sending a test alarm' : ''}`);
  const now = Date.now();
  const { finding, configuration } = examineConfiguration(config, new Date(now).toISOString().slice(0, 10));
  const fingerprint = configuration === null ? null : fingerprintOf(config);
  const inspector = createStackInspector(stack, () => now);
  try {
    const looked = await examineStack(
      {
        ...{ stack, inspector, configuration, now },
        inspectorIn: (region) => createStackInspector(regionStackName(stack, region), () => now, { region }),
        local: { version: touchlightVersion(), file: config, fingerprint },
        testAlarm: alarm ? usualPatience : null,
      },
      signal,
    );
    signal.throwIfAborted();
    // That the file has faults says more than that it cannot be compared.
    const isBroken = finding.light === 'red';
    const findings = isBroken ? looked.map((each) => (each.name === finding.name ? finding : each)) : looked;
    terminal.printJson({ version: 1, stack, findings });
    printFindings(findings, terminal);
    return isBroken ? exitCodes.usage : exitCodeOf(findings);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof DeployedStackError ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    inspector.close();
  }
}

/** A script must not take what could not be found out for success. */
function exitCodeOf(findings: readonly Finding[]): number {
  const lights = new Set(findings.map(({ light }) => light));
  if (lights.has('red')) return exitCodes.red;
  return lights.has('unknown') ? exitCodes.fault : exitCodes.ok;
}
