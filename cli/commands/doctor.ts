import path from 'node:path';
import { worstFirst } from '../../shared/model/light.ts';
import { exitCodes } from '../exit.ts';
import { type Finding, within } from '../local/doctor/finding.ts';
import { examineBrowser, examineDisk, examineNode, examineTable } from '../local/doctor/machine.ts';
import {
  awsQuestions,
  examineAws,
  examineConfiguration,
  examineMail,
  examineNetwork,
  examineSecrets,
} from '../local/doctor/surroundings.ts';
import { localFolder } from '../local/private-folder.ts';
import { createLocalSecrets } from '../local/secrets.ts';
import type { Terminal } from '../terminal.ts';

/** Tells what works on this machine, what does not, and how to mend it. Nothing of it needs a network. */
export async function doctor(
  { config }: { readonly config: string },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  terminal.progress('looking at Node, browser, disk, table, configuration, network, secrets and AWS');
  const now = Date.now();
  const folder = path.resolve(localFolder);
  const { finding, configuration } = examineConfiguration(config, new Date(now).toISOString().slice(0, 10));
  const secrets = createLocalSecrets(path.join(folder, 'secrets'));
  const aws = within('aws', 20_000, examineAws(awsQuestions, now));
  const mail = aws.then((access) => examineMail(access, configuration, awsQuestions));
  const findings = await Promise.all([
    examineNode(process.versions.node),
    within('browser', 90_000, examineBrowser()),
    within('disk', 30_000, examineDisk(folder)),
    within('table', 60_000, examineTable(folder)),
    finding,
    within('network', 20_000, examineNetwork(configuration, signal)),
    within('secrets', 30_000, examineSecrets(configuration, secrets)),
    aws,
    within('mail', 40_000, mail),
  ]);
  signal.throwIfAborted();
  terminal.sayJson({ version: 1, findings });
  for (const each of worstFirst(findings, ({ light }) => light)) say(each, terminal);
  if (finding.light === 'red') return exitCodes.usage;
  return findings.some(({ light }) => light === 'red') ? exitCodes.fault : exitCodes.ok;
}

function say({ name, light, sentence, remedy }: Finding, terminal: Terminal): void {
  terminal.say(`${terminal.light(light)}  ${terminal.bold(name.padEnd(14))} ${sentence}`);
  if (remedy !== null) terminal.say(`${' '.repeat(25)}${terminal.dim(remedy)}`);
}
