import { describe, expect, it } from 'vitest';
import { flawless } from '../support/a-scorecard.ts';
import { heading, readScores, rows } from '../support/read-scores.ts';

describe('the same visit', () => {
  const file = `${heading}\n${rows()}\n`;

  it('counts once in the same file sent twice, and in other forms of it', async () => {
    const wide = 'Visit;Date;Evaluator;rings;greeting;solved;callback;tone\nv1;20.11.2026;MK;2;так;5;так;Warm\n';
    const once = await readScores({ 'a.csv': file });
    const often = await readScores({ 'a.csv': file, 'b.csv': file, 'c.csv': wide });
    expect(often.said).toEqual([]);
    expect(often.visits).toEqual(once.visits);
  });

  it('has the answer of the later file where that has changed, whatever the files are called', async () => {
    const mended = `${heading}\nv1,2026-11-20,MK,OK,greeting,no,forgotten\n`;
    const { visits } = await readScores({ 'b.csv': file, 'a.csv': mended });
    const answers = Object.fromEntries(visits[0]?.answers.map(({ question, answer }) => [question, answer]) ?? []);
    expect(answers).toEqual({ ...flawless, greeting: 'no' });
  });

  it('has one sheet of an evaluator, in capitals or not, so that a correction takes the place of what it corrects', async () => {
    const mended = `${heading}\nv1,2026-11-20,mk,OK,callback,yes,\n`;
    const failed = `${heading}\n${rows({ callback: 'no' })}\n`;
    expect((await readScores({ 'a.csv': failed })).light).toBe('red');
    const { visits, light } = await readScores({ 'a.csv': failed, 'b.csv': mended });
    expect([visits.length, light]).toEqual([1, 'green']);
  });

  it('is told when one file answers a question twice, and when another visit has its name', async () => {
    const again =
      'v1,2026-11-20,MK,OK,greeting,no,forgotten\nv1,2026-11-22,MK,OK,greeting,yes,\nv1,2026-11-20,MK,IP,rings,2,\n';
    const { said, faults } = await readScores({ 'a.csv': file + again });
    expect(said).toEqual([
      'row 7, greeting: visit v1 has another answer in row 3; this later one counts',
      'row 8, at: visit v1 of MK was on 2026-11-20 in row 2; one visit has one date and one contact, so give each visit a name of its own',
      'row 9, contact: visit v1 of MK has the contact OK in row 2; one visit has one date and one contact, so give each visit a name of its own',
    ]);
    expect(faults.map(({ loses }) => loses)).toEqual(['answer', 'row', 'row']);
  });

  it('is told when a later file has it on another day, since both may begin to number at 1', async () => {
    const files = { 'a.csv': file, 'b.csv': `${heading}\n${rows({ at: '21.11.2026' })}\n` };
    const { said, faults, n } = await readScores(files);
    expect(said).toEqual([
      'visit: holds visit v1 of MK on 2026-11-21, which an earlier file has on 2026-11-20; this later one counts. Give each visit a name of its own',
    ]);
    expect([n, faults[0]?.loses]).toEqual([1, 'visit']);
  });

  it('is told when two people give the name to visits of two days, and not for another hour of one day', async () => {
    const other = rows({ at: '21.11.2026', evaluator: 'OP' });
    const { said, faults, n } = await readScores({ 'a.csv': `${file}${other}\n` });
    expect(said).toEqual([
      'visit: holds visit v1 of OP on 2026-11-21, which MK assessed on 2026-11-20; both count as one visit. Give each visit a name of its own',
    ]);
    expect([n, faults[0]?.loses]).toEqual([1, 'visit']);
    const late = rows({ at: '2026-11-20 23:50', evaluator: 'OP' });
    expect((await readScores({ 'a.csv': `${file}${late}\n` })).said).toEqual([]);
  });

  it('has a sheet for each who assessed it', async () => {
    const { visits, n } = await readScores({ 'a.csv': `${file}${rows({ evaluator: 'OP' })}\n` });
    expect([visits.length, n]).toEqual([2, 1]);
  });
});

describe('a template that changed between answers', () => {
  it('leaves out what it no longer asks, says so once, and counts the rest', async () => {
    const old = rows().replaceAll('v1,', '2,v1,');
    const more = ['2,v1,2026-11-20,MK,OK,script,yes,', '2,v2,2026-11-21,MK,OK,script,no,why'].join('\n');
    const { said, faults, score, n } = await readScores({ 'a.csv': `version,${heading}\n${old}\n${more}\n` });
    expect(said).toEqual([
      'row 7, question: "script" is not a question of phone-call, version 3 (this was filled in by version 2) (2 times)',
    ]);
    expect([faults[0]?.loses, score, n]).toEqual(['nothing', 1, 1]);
  });

  it('says when a newer one was filled in than the one that it is judged by', async () => {
    const { said, score } = await readScores({ 'a.csv': `version,${heading}\n${rows().replaceAll('v1,', '4,v1,')}\n` });
    expect(said).toEqual([
      'row 2, version: was filled in by version 4, and the template here is version 3; update the template (5 times)',
    ]);
    expect(score).toBe(1);
  });

  it('leaves out sheets of another scorecard in the same file', async () => {
    const other = 'shop-floor,v9,2026-11-20,MK,OK,greeting,no,';
    const text = `scorecard,${heading}\n${rows().replaceAll('v1,', 'phone-call,v1,')}\n${other}\n${other}\n`;
    const { said, score } = await readScores({ 'a.csv': text });
    expect(said).toEqual([
      'row 7, scorecard: is of the scorecard "shop-floor", and this one is phone-call: it is left out here (2 times)',
    ]);
    expect(score).toBe(1);
  });
});
