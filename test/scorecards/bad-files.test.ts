import { describe, expect, it } from 'vitest';
import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import { flawless, phoneCard } from '../support/a-scorecard.ts';
import { memoryFiles } from '../support/memory-files.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const context = { timeZone: 'Europe/Kyiv', now };
const heading = 'visit,at,evaluator,contact,question,answer,comment';

async function read(files: Readonly<Record<string, string | Uint8Array>>, template = phoneCard) {
  const { visits, faults } = await readScoredVisits(memoryFiles(files), template, context);
  const { score, light, n } = summarizeScorecard(template, visits, now);
  const said = faults.map(({ row, column, message, times }) => {
    const place = [row === null ? [] : `row ${row}`, column ?? []].flat().join(', ');
    return `${place === '' ? '' : `${place}: `}${message}${times === 1 ? '' : ` (${times} times)`}`;
  });
  return { visits, faults, said, score, light, n };
}

/** A row for each answer of a visit without flaw. */
function rows({ visit = 'v1', at = '2026-11-20', evaluator = 'MK', ...answers }: Record<string, string> = {}): string {
  return Object.entries({ ...flawless, ...answers })
    .map(([question, answer]) => `${visit},${at},${evaluator},OK,${question},${answer},`)
    .join('\n');
}

describe('a bad row', () => {
  it('is told with its row and column, and harms no other', async () => {
    const bad = [
      'v2,03/04/2026,MK,OK,rings,2,',
      'v2,31.02.2026,MK,OK,rings,2,',
      ',2026-11-20,,OK,rings,2,',
      'v1,2026-11-20,MK,OK,greting,yes,',
      'v2,2026-11-21,MK,OK,greeting,perhaps,',
      'v2,2026-11-21,MK,OK,solved,6,',
      'v2,2026-11-21,MK,OK,tone,tepid,',
      'v2,2026-11-21,MK,OK,rings,=1+1,',
      'v2,2027-01-01,MK,OK,rings,2,',
      'v2,46346,MK,OK,rings,2,',
    ];
    const { said, score, n } = await read({ 'a.csv': `${heading}\n${rows()}\n${bad.join('\n')}\n` });
    expect(said).toEqual([
      'row 7, at: "03/04/2026" may be two days: write 2026-04-03 or 2026-03-04',
      'row 8, at: "31.02.2026" is not in the calendar; write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30',
      'row 9, visit: is empty; write what tells this visit from the others',
      'row 9, evaluator: is empty; write initials or a role',
      'row 10, question: "greting" is no question of phone-call, version 3; did you mean "greeting"?',
      'row 11, answer: "perhaps" is neither yes nor no; write yes, no or n/a',
      'row 12, answer: "6" is not on the scale; write a whole number from 0 to 5, or n/a',
      'row 13, answer: "tepid" is none of the answers; write warm, correct, cold or n/a',
      'row 14, answer: "=1+1" is no number; write one such as 3 or 2.5, without anything beside it',
      'row 15, at: "2027-01-01" lies in the future; correct the date',
      'row 16, at: "46346" is a date as Excel counts it; give the column the format "date", or write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30',
    ]);
    expect([score, n]).toEqual([1, 1]);
  });
});
