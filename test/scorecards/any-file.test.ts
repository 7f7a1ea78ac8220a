import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import { scoredVisitSchema } from '../../shared/model/scorecard.ts';
import { flawless, phoneCard } from '../support/a-scorecard.ts';
import { memoryFiles } from '../support/memory-files.ts';

const context = { timeZone: 'Europe/Kyiv', now: Date.parse('2026-11-23T08:00:00Z') };
const heading = 'visit,at,evaluator,contact,question,answer,comment';
const lines = Object.entries(flawless).map(([question, answer]) => `v1,2026-11-20,MK,OK,${question},${answer},`);
const whole = `${heading}\n${lines.join('\n')}\n`;

/** What a cell of somebody's spreadsheet may hold, other than what belongs there. */
const anyCell = fc.oneof(
  fc.constantFrom('', '-', '+', 'n/a', '=1+1', '03/04/2026', '2026-11-20', 'v2', 'greeting', '__proto__', 'yes', '7,5'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/["\r\n]/g, '')),
);
const anyRow = fc.array(anyCell, { minLength: 0, maxLength: 9 }).map((cells) => ['bad', ...cells].join(','));

it('whatever rows stand between them, good rows count, and what is read is what a scorecard may hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 6 }), async (bad) => {
      const mixed = [
        heading,
        ...lines.flatMap((line, index) => [...(bad[index] === undefined ? [] : [bad[index]]), line]),
      ];
      const { visits } = await readScoredVisits(memoryFiles({ 'a.csv': `${mixed.join('\n')}\n` }), phoneCard, context);
      const good = visits.filter(({ visit }) => visit === 'v1');
      expect(good).toHaveLength(1);
      expect(summarizeScorecard(phoneCard, good, context.now).score).toBe(1);
      expect(scoredVisitSchema.array().safeParse(visits).success).toBe(true);
    }),
    { numRuns: 60, seed: 22 },
  );
});

it('whatever bytes a file holds, it is told or read, and its neighbour counts', async () => {
  const cut = fc.nat({ max: whole.length }).map((at) => Buffer.from(whole.slice(0, at)));
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
    cut,
  );
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const files = memoryFiles({ 'a.csv': bytes, 'b.csv': whole });
      const { visits, faults } = await readScoredVisits(files, phoneCard, context);
      expect(visits.filter(({ visit, evaluator }) => visit === 'v1' && evaluator === 'MK')).toHaveLength(1);
      expect(faults.every(({ file, message }) => file === 'a.csv' && message !== '')).toBe(true);
    }),
    { numRuns: 100, seed: 22 },
  );
});

it('the order of the rows changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
      const files = memoryFiles({ 'a.csv': `${heading}\n${shuffled.join('\n')}` });
      const { visits, faults } = await readScoredVisits(files, phoneCard, context);
      expect([summarizeScorecard(phoneCard, visits, context.now).score, faults]).toEqual([1, []]);
    }),
    { numRuns: 30, seed: 22 },
  );
});
