import { formatDuration } from '../../shared/config/duration.ts';
import { formatDollars } from '../../shared/evaluation/what-if/monthly-cost.ts';
import { shorten } from '../../shared/model/foreign-text.ts';
import { counted } from '../counted.ts';
import type { Terminal } from '../terminal.ts';
import type { Entry } from './changelog.ts';
import type { Change } from './compare-configurations.ts';

export interface Upgrade {
  readonly from: string;
  readonly to: string;
  /** Does the installed version accept the file, and does this one? */
  readonly accepted: { readonly before: boolean; readonly after: boolean };
  /** Null where one of the two refuses the file. */
  readonly changes: readonly Change[] | null;
  /** In dollars, by this version's prices; null where one of them cannot be known. */
  readonly monthlyCost: { readonly before: number; readonly after: number } | null;
  /** Of the changelog, about what the file uses. */
  readonly entries: readonly Entry[];
  readonly otherEntries: readonly Entry[];
}

export function printUpgrade(upgrade: Upgrade, file: string, all: boolean, terminal: Terminal): void {
  const { changes, monthlyCost, entries, otherEntries } = upgrade;
  terminal.print(`${headline(upgrade)}\n`);
  terminal.print(acceptance(upgrade, file));
  if (changes !== null && changes.length === 0) {
    terminal.print('The same checks run at the same times, with the same options and thresholds.');
  }
  if (changes !== null && changes.length > 0) {
    terminal.print(terminal.bold(`What changes for ${file}`));
    for (const change of changes) terminal.print(`  ${describe(change)}`);
  }
  if (monthlyCost !== null && formatDollars(monthlyCost.before) !== formatDollars(monthlyCost.after)) {
    const [before, after] = [monthlyCost.before, monthlyCost.after].map(formatDollars);
    terminal.print(`\nA month in AWS: ${before} before, ${after} after.`);
  }
  printEntries('About what it uses', entries, terminal);
  if (all) printEntries('Everything else', otherEntries, terminal);
  else if (otherEntries.length > 0)
    terminal.print(`\n--all shows ${counted(otherEntries.length, 'more entry', 'more entries')} of the changelog.`);
}

function headline({ from, to }: Upgrade): string {
  if (from !== to) return `Touchlight ${from} is installed; this is ${to}.`;
  return `Touchlight ${to} is installed, and this is the same version. To compare with the newest one: npx touchlight@latest upgrade-check`;
}

function acceptance({ from, to, accepted }: Upgrade, file: string): string {
  if (accepted.before && accepted.after) return `Both accept ${file}.`;
  if (accepted.after) return `${to} accepts ${file}; ${from} refuses it, so its checks cannot be compared.`;
  if (accepted.before) return `${to} refuses ${file}, which ${from} accepts. What must be changed is named at the end.`;
  return `Both refuse ${file}. What must be changed is named at the end.`;
}

function printEntries(title: string, entries: readonly Entry[], terminal: Terminal): void {
  if (entries.length === 0) return;
  terminal.print(`\n${terminal.bold(title)}`);
  for (const { version, text } of entries) terminal.print(`  ${version}  ${text}`);
}

function describe(change: Change): string {
  const { of, key, before, after } = change;
  const whose = of.join(', ');
  if (key === '' && 'after' in change) return `${whose}: new${cadence(after)}`;
  if (key === '') return `${whose}: no longer there`;
  const values = [before, after].map((value) => (value === undefined ? 'none' : shorten(JSON.stringify(value), 80)));
  return `${whose === '' ? '' : `${whose}: `}${key} ${values.join(' -> ')}`;
}

function cadence(everyMinutes: unknown): string {
  return typeof everyMinutes === 'number' ? `, every ${formatDuration(everyMinutes)}` : '';
}
