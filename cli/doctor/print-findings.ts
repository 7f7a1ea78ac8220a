import { worstFirst } from '../../shared/model/light.ts';
import type { Terminal } from '../terminal.ts';
import type { Finding } from './finding.ts';

/** Keeps the sentences of short lists aligned. */
const narrowest = 14;
const lightWidth = 10;

/** One line each, worst first, with what to do below. */
export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  const width = Math.max(narrowest, ...findings.map(({ name }) => name.length));
  for (const { name, light, sentence, remedy } of worstFirst(findings, (finding) => finding.light)) {
    terminal.print(`${terminal.light(light)}  ${terminal.bold(name.padEnd(width))} ${sentence}`);
    if (remedy !== null) terminal.print(`${' '.repeat(lightWidth + width + 1)}${terminal.dim(remedy)}`);
  }
}
