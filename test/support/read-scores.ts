import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import { flawless, phoneCard } from './a-scorecard.ts';
import { memoryFiles } from './memory-files.ts';

export const now = Date.parse('2026-11-23T08:00:00Z');
export const context = { timeZone: 'Europe/Kyiv', now };
/** Of a table with a row for each answer. */
export const heading = 'visit,at,evaluator,contact,question,answer,comment';

/** What a folder comes to, and what is said of its files. */
export async function readScores(files: Readonly<Record<string, string | Uint8Array>>, template = phoneCard) {
  const { visits, faults } = await readScoredVisits(memoryFiles(files), template, context);
  const { score, light, n } = summarizeScorecard(template, visits, now);
  const said = faults.map(({ row, column, message, times }) => {
    const place = [row === null ? [] : `row ${row}`, column ?? []].flat().join(', ');
    return `${place === '' ? '' : `${place}: `}${message}${times === 1 ? '' : ` (${times} times)`}`;
  });
  return { visits, faults, said, score, light, n };
}

/** A row for each answer of a visit without flaw. */
export function rows({
  visit = 'v1',
  at = '2026-11-20',
  evaluator = 'MK',
  ...answers
}: Record<string, string> = {}): string {
  return Object.entries({ ...flawless, ...answers })
    .map(([question, answer]) => `${visit},${at},${evaluator},OK,${question},${answer},`)
    .join('\n');
}
