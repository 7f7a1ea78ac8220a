import path from 'node:path';
import { findAwsCredentials } from '../../shared/aws/account-check.ts';
import { within } from '../doctor/finding.ts';
import { examineBrowser, examineDisk, examineNode, examineTable } from '../doctor/machine.ts';
import { printFindings } from '../doctor/print-findings.ts';
import {
  awsQuestions,
  examineAws,
  examineConfiguration,
  examineMail,
  examineNetwork,
  examineSecrets,
} from '../doctor/surroundings.ts';
import { examineThemeModel } from '../doctor/theme-model.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { localFolder } from '../local/private-folder.ts';
import { createLocalSecrets } from '../local/secrets.ts';
import type { Terminal } from '../terminal.ts';

export interface DoctorOptions {
  readonly config: string;
  /** A deployed stack instead of this machine. */
  readonly stack?: string;
  /** With a stack: a folder with the files of several businesses, instead of one file. */
  readonly fleet?: string;
  /** Also ring one of its alarms. */
  readonly alarm?: boolean;
}

/** Prints what works, on this machine or in a deployed stack, what does not, and how to fix it. */
export async function doctor(options: DoctorOptions, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { config, stack, fleet, alarm = false } = options;
  if (stack !== undefined) {
    const { examineDeployed } = await import('../doctor/stack/examine-deployed.ts');
    return examineDeployed({ config, stack, alarm, ...(fleet !== undefined && { fleet }) }, terminal, signal);
  }
  if (fleet !== undefined)
    throw new UsageError(
      `--fleet compares a deployed stack with a folder: add --stack <name>. The files alone are checked by: touchlight validate --fleet ${fleet}`,
    );
  if (alarm) throw new UsageError('--alarm sends a test alarm from a deployed stack: add --stack <name>.');
  return examineMachine(config, terminal, signal);
}

/** Nothing of it needs a network. */
async function examineMachine(config: string, terminal: Terminal, signal: AbortSignal): Promise<number> {
  terminal.progress('looking at Node, browser, disk, table, configuration, network, secrets and AWS');
  const now = Date.now();
  const folder = path.resolve(localFolder);
  const { finding, configuration } = examineConfiguration(config, new Date(now).toISOString().slice(0, 10));
  const secrets = createLocalSecrets(path.join(folder, 'secrets'));
  const aws = within('aws', 20_000, examineAws(awsQuestions, now));
  const mail = aws.then((access) => examineMail(access, configuration, awsQuestions));
  const model = examineThemeModel(configuration, findAwsCredentials, now);
  const groups = await Promise.all([
    examineNode(process.versions.node),
    within('browser', 90_000, examineBrowser()),
    within('disk', 30_000, examineDisk(folder)),
    within('table', 60_000, examineTable(folder)),
    finding,
    within('network', 20_000, examineNetwork(configuration, signal)),
    within('secrets', 30_000, examineSecrets(configuration, secrets)),
    aws,
    within('mail', 40_000, mail),
    within('model', 20_000, model),
  ]);
  const findings = groups.flat();
  signal.throwIfAborted();
  terminal.printJson({ version: 1, findings });
  printFindings(findings, terminal);
  if (finding.light === 'red') return exitCodes.usage;
  return findings.some(({ light }) => light === 'red') ? exitCodes.fault : exitCodes.ok;
}
