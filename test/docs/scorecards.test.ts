import { expect, it } from 'vitest';
import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { parseScorecard } from '../../shared/config/read-scorecard.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { blocks } from './markdown.ts';

const page = 'docs/scorecards.md';
const of = (language: string): string[] =>
  blocks(page)
    .filter((block) => block.language === language)
    .map(({ text }) => text);

it('the template and the files of the docs are read as they are written', async () => {
  const [template = ''] = of('yaml').filter((text) => text.startsWith('scorecard:'));
  const reading = parseScorecard(template, page);
  if (!reading.ok) throw new Error(reading.faults[0]?.message);
  const context = { timeZone: 'Europe/Kyiv', now: Date.parse('2026-11-23') };
  const files = [...of('csv'), ...of('json')];
  const read = await Promise.all(
    files.map((text) => readScoredVisits(memoryFiles({ a: text }), reading.template, context)),
  );
  expect(read.flatMap(({ faults }) => faults.filter(({ message }) => !message.includes('no comment')))).toEqual([]);
  expect(read.map(({ visits }) => visits[0]?.answers)).toEqual([
    [{ question: 'greeting', answer: 'no', comment: 'only said hello' }],
    [
      { question: 'rings', answer: 2.5 },
      { question: 'greeting', answer: 'no', comment: 'лише «алло»' },
      { question: 'solved', answer: 4 },
    ],
    [
      { question: 'greeting', answer: 'no', comment: 'only said hello' },
      { question: 'callback', answer: null },
    ],
  ]);
});
