import { readScoredVisits, type ScoreReading } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { type ScorecardSummary, summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import type { ConfigOptions } from '../program/command.ts';
import { printFaults } from '../score/print-faults.ts';
import { printSummary } from '../score/print-summary.ts';
import { type AssessedTouchpoint, assessedTouchpoint, assessedTouchpoints } from '../score/scorecard-of.ts';
import type { Terminal } from '../terminal.ts';

export interface ShowScoresOptions extends ConfigOptions {
  readonly template?: string;
}

/** What the filled-in scorecards on this machine come to. */
export async function showScores(
  touchpoint: string | undefined,
  { config, template }: ShowScoresOptions,
  terminal: Terminal,
): Promise<number> {
  const configuration = readTouchpoints(config, terminal);
  if (touchpoint === undefined && template !== undefined)
    throw new UsageError(
      '--template is for one touchpoint; name it: touchlight score show <touchpoint> --template <file>',
    );
  const shown =
    touchpoint === undefined
      ? assessedTouchpoints(configuration)
      : [assessedTouchpoint(touchpoint, template, configuration)];
  if (shown.length === 0)
    throw new UsageError(
      `${config} has no touchpoint with a scorecard. Name one with its template: touchlight score show <touchpoint> --template <file>`,
    );
  const now = Date.now();
  const all = [];
  for (const each of shown) {
    const reading = await readScoredVisits(each.files, each.template, { timeZone: each.timeZone, now });
    all.push({ touchpoint: each, reading, summary: summarizeScorecard(each.template, reading.visits, now) });
  }
  terminal.printJson({
    version: 1,
    touchpoints: all.map(({ touchpoint: { id }, reading, summary }) => ({
      touchpoint: id,
      ...summary,
      faults: reading.faults,
    })),
  });
  for (const [index, each] of all.entries()) {
    if (index > 0) terminal.print();
    show(each, terminal);
  }
  return all.some(({ summary }) => summary.light === 'red') ? exitCodes.red : exitCodes.ok;
}

interface Shown {
  readonly touchpoint: AssessedTouchpoint;
  readonly reading: ScoreReading;
  readonly summary: ScorecardSummary;
}

function show({ touchpoint, reading, summary }: Shown, terminal: Terminal): void {
  printSummary(summary, touchpoint, terminal);
  printFaults(reading.faults, terminal);
}
