import type { ScorecardReason, ScorecardSummary } from '../../shared/evaluation/scorecards/summary.ts';
import { shorten } from '../../shared/model/foreign-text.ts';
import type { Terminal } from '../terminal.ts';
import type { AssessedTouchpoint } from './scorecard-of.ts';

/** A scorecard's sections, its light with the reason, and its questions by those who were assessed. */
export function printSummary(
  summary: ScorecardSummary,
  { id, template: { validForDays }, files, timeZone }: AssessedTouchpoint,
  terminal: Terminal,
): void {
  const { light, score, n, newestAt, sections, criticalFailed, agreement } = summary;
  const day = (at: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium' }).format(new Date(at));
  const basis = newestAt === null ? '' : `  ${visits(n)}, the last on ${day(newestAt)}`;
  terminal.print(`${terminal.light(light)}  ${terminal.bold(id)}  ${summary.title}  ${percent(score)}${basis}`);
  terminal.print(`    ${reasons[summary.reason](validForDays, files.where)}`);
  for (const { ask, visit, at } of criticalFailed) terminal.print(`    Failed: ${ask} (visit ${visit}, ${day(at)})`);
  for (const section of sections) terminal.print(`    ${percent(section.score).padStart(6)}  ${section.title}`);
  if (agreement !== null) {
    const kappa = agreement.kappa === null ? '' : `, kappa ${agreement.kappa.toFixed(2)}`;
    terminal.print(`    Evaluators agree on ${percent(agreement.share)} of ${agreement.n} answers${kappa}.`);
  }
  printTable(summary, terminal);
}

const reasons: Readonly<Record<ScorecardReason, (validForDays: number, where: string) => string>> = {
  'no-visits': (_, where) => `Nobody has assessed it yet: ${where} holds no filled-in scorecard.`,
  outdated: (days) => `The latest visit is more than ${days} days old, so this is the last known score.`,
  'critical-failed': () => 'A critical question failed, so it is red whatever the score.',
  'too-few-answers': () => 'Less than 60% of the weight was answered, which is too little for a light.',
  'below-red': () => 'Below the red bound.',
  'below-green': () => 'Below the green bound.',
  'at-least-green': () => 'At or above the green bound.',
};

const widestQuestion = 40;

function printTable({ table }: ScorecardSummary, terminal: Terminal): void {
  const answered = table.filter(({ overall }) => overall !== null);
  const contacts = [...new Set(answered.flatMap(({ byContact }) => byContact.map(({ contact }) => contact)))].sort();
  if (answered.length === 0) return;
  const columns = ['all', ...contacts].map((name) => ({ name, width: Math.max(10, name.length) + 2 }));
  terminal.print();
  terminal.print(`    ${''.padEnd(widestQuestion)}${columns.map(({ name, width }) => name.padStart(width)).join('')}`);
  for (const { ask, overall, byContact } of answered) {
    const cells = columns.map(({ name, width }, index) => {
      const mean = index === 0 ? overall : byContact.find(({ contact }) => contact === name);
      return (mean === null || mean === undefined ? '–' : `${percent(mean.share)} (${mean.n})`).padStart(width);
    });
    terminal.print(`    ${shorten(ask, widestQuestion, '…').padEnd(widestQuestion)}${cells.join('')}`);
  }
}

function visits(n: number): string {
  return n === 1 ? '1 visit' : `${n} visits`;
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}
