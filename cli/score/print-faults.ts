import type { ScoreFault } from '../../functions/probe-social/scorecards/score-fault.ts';
import type { Terminal } from '../terminal.ts';

const printedAtMost = 50;

/** `visits.csv row 12, answer: "perhaps" is neither yes nor no; write yes, no or n/a` */
function faultLine({ file, row, column, message, times }: ScoreFault): string {
  const place = [row === null ? [] : `row ${row}`, column ?? []].flat().join(', ');
  const often = times === 1 ? '' : ` (${times} times, here first)`;
  return `${[file, place].filter((part) => part !== '').join(' ')}: ${message}${often}`;
}

export function printFaults(faults: readonly ScoreFault[], terminal: Terminal): void {
  for (const fault of faults.slice(0, printedAtMost)) terminal.warn(faultLine(fault));
  if (faults.length > printedAtMost) terminal.warn(`... and ${faults.length - printedAtMost} more; --json lists all.`);
}
