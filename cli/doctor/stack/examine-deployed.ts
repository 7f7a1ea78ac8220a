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
import { examineStack, type StackToExamine } from './examine-stack.ts';
import { readLocalFleet } from './fleet/fleet-folder.ts';
import { inFleetWords, shortened } from './fleet/in-fleet-words.ts';
import { usualPatience } from './test-alarm.ts';

export interface DeployedOptions {
  readonly config: string;
  /** A folder with the files of several businesses, instead of one file. */
  readonly fleet?: string;
  readonly stack: string;
  readonly alarm: boolean;
}

/** `touchlight doctor --stack`: shows in a real account what an emulator cannot. */
export async function examineDeployed(
  options: DeployedOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { stack, alarm } = options;
  terminal.progress(`checking the stack ${stack}${alarm ? ' and sending a test alarm' : ''}`);
  const now = Date.now();
  const local = readLocal(options, new Date(now).toISOString().slice(0, 10), terminal);
  const inspector = createStackInspector(stack, () => now);
  try {
    const looked = await examineStack(
      {
        ...{ stack, inspector, now },
        ...local.examined,
        inspectorIn: (region) => createStackInspector(regionStackName(stack, region), () => now, { region }),
        testAlarm: alarm ? usualPatience : null,
      },
      signal,
    );
    signal.throwIfAborted();
    const findings = local.complete(looked);
    terminal.printJson({ version: 1, stack, findings });
    printFindings(options.fleet === undefined ? findings : shortened(findings), terminal);
    return local.isBroken ? exitCodes.usage : exitCodeOf(findings);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof DeployedStackError ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    inspector.close();
  }
}

/** What is on this machine, to be compared with what is deployed. */
interface Local {
  readonly examined: Pick<StackToExamine, 'configuration' | 'local' | 'fleet'>;
  /** Adds what this machine alone shows. */
  readonly complete: (looked: readonly Finding[]) => readonly Finding[];
  /** There is a file, and it has faults. */
  readonly isBroken: boolean;
}

function readLocal({ config, fleet, stack }: DeployedOptions, today: string, terminal: Terminal): Local {
  if (fleet !== undefined) return readLocalFolder(fleet, { stack, today }, terminal);
  const { finding, configuration } = examineConfiguration(config, today);
  const fingerprint = configuration === null ? null : fingerprintOf(config);
  const isBroken = finding.light === 'red';
  return {
    examined: { configuration, local: { version: touchlightVersion(), file: config, fingerprint } },
    // That the file has faults says more than that it cannot be compared.
    complete: (looked) => (isBroken ? looked.map((each) => (each.name === finding.name ? finding : each)) : looked),
    isBroken,
  };
}

function readLocalFolder(
  folder: string,
  { stack, today }: { readonly stack: string; readonly today: string },
  terminal: Terminal,
): Local {
  const { fleet, configuration, fingerprint, findings } = readLocalFleet(folder, today, terminal);
  return {
    examined: { configuration, fleet, local: { version: touchlightVersion(), file: folder, fingerprint } },
    complete: (looked) => [...looked, ...findings].map((each) => inFleetWords(each, { folder, stack, fleet })),
    isBroken: false,
  };
}

/** A script must not take what could not be found out for success. */
function exitCodeOf(findings: readonly Finding[]): number {
  const lights = new Set(findings.map(({ light }) => light));
  if (lights.has('red')) return exitCodes.red;
  return lights.has('unknown') ? exitCodes.fault : exitCodes.ok;
}
