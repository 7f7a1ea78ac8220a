import { describe, expect, it } from 'vitest';
import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import type { ImportFile } from '../../shared/ports/import-files.ts';
import { flawless, phoneCard } from '../support/a-scorecard.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { context, heading, now, readScores, rows } from '../support/read-scores.ts';

// biome-ignore lint/correctness/useYield: it fails before its first piece.
async function* createReadStreamFailing(code: string): AsyncIterable<Uint8Array> {
  throw Object.assign(new Error(code), { code });
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
    const { said, score, n } = await readScores({ 'a.csv': `${heading}\n${rows()}\n${bad.join('\n')}\n` });
    expect(said).toEqual([
      'row 7, at: "03/04/2026" may be two days: write 2026-04-03 or 2026-03-04',
      'row 8, at: "31.02.2026" is not in the calendar; write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30',
      'row 9, visit: is empty; write what tells this visit from the others',
      'row 9, evaluator: is empty; write initials or a role',
      'row 10, question: "greting" is not a question of phone-call, version 3; did you mean "greeting"?',
      'row 11, answer: "perhaps" is neither yes nor no; write yes, no or n/a',
      'row 12, answer: "6" is not on the scale; write a whole number from 0 to 5, or n/a',
      'row 13, answer: "tepid" is none of the answers; write warm, correct, cold or n/a',
      'row 14, answer: "=1+1" is not a number; write one such as 3 or 2.5, without anything beside it',
      'row 15, at: "2027-01-01" lies in the future; correct the date',
      'row 16, at: "46346" is a date as Excel counts it; give the column the format "date", or write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30',
    ]);
    expect([score, n]).toEqual([1, 1]);
  });
});

describe('a file that is not what it should be', () => {
  it('is told once, and the other files of the folder count', async () => {
    const files = {
      'a.csv': 'name;price\nCoffee;40\n',
      'b.csv': '',
      'c.csv': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]),
      'd.json': JSON.stringify([{ visit: 'v1', at: '2026-11-20', evaluator: 'MK', answers: [] }]).slice(0, 40),
      'e.json': JSON.stringify({ rating: 5 }),
      'f.csv': `${heading}\n${rows()}\n`,
    };
    const { faults, said, score, n } = await readScores(files);
    expect(faults.map(({ file, loses }, index) => `${file} (${loses}) ${said[index]}`)).toEqual([
      'a.csv (file) has no column visit, at, evaluator, question and answer (or a column for each question); the first row names the columns: visit, at, evaluator, question, answer',
      'b.csv (file) is empty; the first row names the columns: visit, at, evaluator, question, answer',
      'c.csv (file) is an Excel workbook; save it as "CSV UTF-8" and send that',
      'd.json (file) is not complete JSON: it was cut off, or changed by hand; export it again',
      'e.json (row) row 1, answers: is not a visit: it needs visit, at, evaluator and a list of answers',
    ]);
    expect([score, n]).toEqual([1, 1]);
  });

  it('is told when it was moved away, or is for other eyes, and the others count', async () => {
    const files = memoryFiles({ 'a.csv': 'x', 'b.csv': 'x', 'c.csv': `${heading}\n${rows()}\n` });
    const failing = {
      ...files,
      open: (file: ImportFile) => {
        const code = { 'a.csv': 'ENOENT', 'b.csv': 'EACCES' }[file.name];
        return code === undefined ? files.open(file) : createReadStreamFailing(code);
      },
    };
    const { visits, faults } = await readScoredVisits(failing, phoneCard, context);
    expect(faults.map(({ file, message, loses }) => `${file} (${loses}) ${message}`)).toEqual([
      'a.csv (file) was moved away while it was read; its answers are missing here',
      'b.csv (file) may not be read by this user; change its permissions',
    ]);
    expect(visits).toHaveLength(1);
  });

  it('counts as far as it goes when it was cut off in the middle of a row', async () => {
    const { said, visits } = await readScores({ 'a.csv': `${heading}\n${rows()}\nv2,2026-11-21,MK,OK,ri` });
    expect(said).toEqual(['row 7: has 5 of 7 cells, and the file ends there: it was cut off; send all of it']);
    expect(visits.map(({ visit, answers }) => [visit, answers.length])).toEqual([['v1', 5]]);
  });

  it('counts as far as it goes when a quotation mark is never closed', async () => {
    const open = 'v1,2026-11-20,MK,OK,greeting,yes,"no end\nv2,2026-11-21,MK,OK,greeting,no,\n';
    const { said, score } = await readScores({ 'a.csv': `${heading}\n${rows()}\n${open}` });
    expect(said).toEqual([
      'row 7: opens a quotation mark that nothing closes, so nothing from here on was read; close it or send all of the file',
    ]);
    expect(score).toBe(1);
  });

  it('keeps a visit of a list when others beside it make no sense', async () => {
    const whole = { visit: 'v1', at: '2026-11-20', evaluator: 'MK' };
    const answers = Object.entries(flawless).map(([question, answer]) => ({ question, answer }));
    const list = [
      { ...whole, answers: [...answers, { question: 'tone' }, { question: 'greeting', answer: [] }] },
      { ...whole, visit: '', answers },
      'nonsense',
      null,
      { ...whole, visit: 'v2', at: 'yesterday', answers },
    ];
    const { said, n } = await readScores({ 'a.json': JSON.stringify(list) });
    expect(said).toEqual([
      'row 1, answers[5]: is not an answer: it needs a question and an answer, which is null for "does not apply"',
      'row 1, answers[6]: is not an answer: it needs a question and an answer, which is null for "does not apply"',
      'row 2, visit: is empty; write what tells this visit from the others',
      'row 3: is not a visit: it needs visit, at, evaluator and a list of answers',
      'row 4: is not a visit: it needs visit, at, evaluator and a list of answers',
      'row 5, at: "yesterday" is not a date; write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30',
    ]);
    expect(n).toBe(1);
  });

  it('says that letters were lost, and counts all the same', async () => {
    const ascii = `${heading}\n${rows()}\n`.padEnd(70_000, '\n');
    const late = Buffer.concat([
      Buffer.from(ascii),
      Buffer.from([...Buffer.from('v1,2026-11-20,MK,OK,rings,2,'), 0xe4, 0x0a]),
    ]);
    const { said, score } = await readScores({ 'a.csv': late });
    expect(said).toEqual(['has letters that are not in its encoding; save it as "CSV UTF-8"']);
    expect(score).toBe(1);
  });
});

describe('a heading', () => {
  it('with the same column twice is told, since only one of the two can be meant', async () => {
    const text = 'visit,at,evaluator,rings,greeting,rings\nv1,2026-11-20,MK,2,yes,8\n';
    const { said, faults, visits } = await readScores({ 'a.csv': text });
    expect(said).toEqual([
      'row 1, "rings": is there twice; only the first column of that name was read, so delete or rename the other one',
    ]);
    expect(faults[0]?.loses).toBe('answer');
    expect(visits[0]?.answers[0]).toEqual({ question: 'rings', answer: 2 });
  });

  it('means a column by "answer", also where a question is called so', async () => {
    const [opening] = phoneCard.sections;
    if (opening === undefined) throw new Error('The scorecard has no section.');
    const asked = opening.questions.map((question) =>
      question.id === 'greeting' ? { ...question, id: 'answer' } : question,
    );
    const template = { ...phoneCard, sections: [{ ...opening, questions: asked }] };
    const text = `${heading}\nv1,2026-11-20,MK,OK,answer,yes,\nv1,2026-11-20,MK,OK,rings,8,busy\n`;
    const { said, score } = await readScores({ 'a.csv': text }, template);
    expect([said, score]).toEqual([[], 0.666666667]);
  });
});

describe('what is worth knowing and loses nothing', () => {
  it('is told once: missing comments, columns that mean nothing, "does not apply" where it may not', async () => {
    const text = [
      'visit,at,evaluator,rings,greeting,solved,callback,tone,Weather,tone comment',
      'v1,2026-11-20,MK,4,no,5,yes,cold,rain,busy',
      'v2,2026-11-21,MK,4,yes,n/a,n/a,warm,sun,',
    ].join('\n');
    const { said, faults } = await readScores({ 'a.csv': text });
    expect(said).toEqual([
      'row 1, "Weather": is neither a question nor a column of a scorecard, so it was not read',
      'row 2, rings: earns less than full marks and has no comment; the answer counts, but please say why (3 times)',
      'row 3, solved: may not be answered with "does not apply" (na: true in the template allows it); it counts as not answered',
    ]);
    expect(faults.every(({ loses }) => loses === 'nothing')).toBe(true);
  });

  it('reads a minus as no where others write a plus, and otherwise as "does not apply"', async () => {
    const greetings = async (...answers: string[]) => {
      const lines = answers.map((answer, i) => `v${i},2026-11-20,MK,OK,greeting,${answer},c`);
      const { visits, said } = await readScores({ 'a.csv': `${heading}\n${lines.join('\n')}\n` });
      return { answers: visits.map(({ answers: [first] }) => first?.answer), said };
    };
    expect(await greetings('-', '+', "'-")).toEqual({ answers: ['no', 'yes', 'no'], said: [] });
    expect(await greetings('-', 'yes')).toEqual({
      answers: [null, 'yes'],
      said: [
        'row 2, greeting: "-" is read as "does not apply", because no answer of the file is "+"; write no where that is meant',
      ],
    });
  });

  it('reads what was written so that no spreadsheet takes it for a formula', async () => {
    const { visits } = await readScores({ 'a.csv': `${heading}\nv1,2026-11-20,MK,'@shift,greeting,no,'=1+1\n` });
    expect(visits[0]).toMatchObject({ contact: '@shift', answers: [{ answer: 'no', comment: '=1+1' }] });
  });

  it('cuts comments that are longer than anybody reads', async () => {
    const { visits } = await readScores({
      'a.csv': `${heading}\nv1,2026-11-20,MK,OK,greeting,no,${'why '.repeat(3000)}\n`,
    });
    expect(visits[0]?.answers[0]?.comment).toHaveLength(2000);
  });
});

describe('a hundred thousand rows', () => {
  it('are read piece by piece, each visit counted once, and of endless faults the first are told', async () => {
    const visits = Array.from({ length: 20_000 }, (_, i) =>
      rows({ visit: `v${i}`, ...(i % 4 === 0 && { greeting: 'no' }) }),
    );
    const { n, table, said } = await readScores({ 'a.csv': `${heading}\n${visits.join('\n')}\n` }).then(
      ({ visits: all, said: told }) => ({
        ...summarizeScorecard(phoneCard, all, now),
        said: told,
      }),
    );
    expect(n).toBe(20_000);
    expect(table[1]?.byContact).toEqual([{ contact: 'OK', share: 0.75, n: 20_000 }]);
    expect(said).toEqual([
      'row 3, greeting: earns less than full marks and has no comment; the answer counts, but please say why (5000 times)',
    ]);
    const broken = await readScores({ 'a.csv': `${heading}\n${'v1,03/04/2026,MK,OK,rings,2,\n'.repeat(1000)}` });
    expect(broken.said).toHaveLength(201);
    expect(broken.said.at(-1)).toBe('has 800 more of such faults; mend these first');
  });
});
