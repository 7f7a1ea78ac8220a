import { describe, expect, it } from 'vitest';
import { readScoredVisits } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import type { ImportFile } from '../../shared/ports/import-files.ts';
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

// biome-ignore lint/correctness/useYield: it fails before its first piece.
async function* createReadStreamFailing(code: string): AsyncIterable<Uint8Array> {
  throw Object.assign(new Error(code), { code });
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
    const { faults, said, score, n } = await read(files);
    expect(faults.map(({ file, loses }, index) => `${file} (${loses}) ${said[index]}`)).toEqual([
      'a.csv (file) has no column visit, at, evaluator, question and answer (or a column for each question); the first row names the columns: visit, at, evaluator, question, answer',
      'b.csv (file) is empty; the first row names the columns: visit, at, evaluator, question, answer',
      'c.csv (file) is an Excel workbook; save it as "CSV UTF-8" and send that',
      'd.json (file) is not whole JSON: it was cut off, or changed by hand; export it again',
      'e.json (row) row 1, answers: is no visit: it needs visit, at, evaluator and a list of answers',
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
    const { said, visits } = await read({ 'a.csv': `${heading}\n${rows()}\nv2,2026-11-21,MK,OK,ri` });
    expect(said).toEqual(['row 7: has 5 of 7 cells, and the file ends there: it was cut off; send all of it']);
    expect(visits.map(({ visit, answers }) => [visit, answers.length])).toEqual([['v1', 5]]);
  });

  it('counts as far as it goes when a quotation mark is never closed', async () => {
    const open = 'v1,2026-11-20,MK,OK,greeting,yes,"no end\nv2,2026-11-21,MK,OK,greeting,no,\n';
    const { said, score } = await read({ 'a.csv': `${heading}\n${rows()}\n${open}` });
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
    const { said, n } = await read({ 'a.json': JSON.stringify(list) });
    expect(said).toEqual([
      'row 1, answers[5]: is no answer: it needs a question and an answer, which is null for "does not apply"',
      'row 1, answers[6]: is no answer: it needs a question and an answer, which is null for "does not apply"',
      'row 2, visit: is empty; write what tells this visit from the others',
      'row 3: is no visit: it needs visit, at, evaluator and a list of answers',
      'row 4: is no visit: it needs visit, at, evaluator and a list of answers',
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
    const { said, score } = await read({ 'a.csv': late });
    expect(said).toEqual(['has letters that are not in its encoding; save it as "CSV UTF-8"']);
    expect(score).toBe(1);
  });
});

describe('the same visit', () => {
  const file = `${heading}\n${rows()}\n`;

  it('counts once in the same file sent twice, and in other forms of it', async () => {
    const wide = 'Visit;Date;Evaluator;rings;greeting;solved;callback;tone\nv1;20.11.2026;MK;2;так;5;так;Warm\n';
    const once = await read({ 'a.csv': file });
    const often = await read({ 'a.csv': file, 'b.csv': file, 'c.csv': wide });
    expect(often.said).toEqual([]);
    expect(often.visits).toEqual(once.visits);
  });

  it('has the answer of the later file where that has changed, whatever the files are called', async () => {
    const mended = `${heading}\nv1,2026-11-20,MK,OK,greeting,no,forgotten\n`;
    const { visits } = await read({ 'b.csv': file, 'a.csv': mended });
    const answers = Object.fromEntries(visits[0]?.answers.map(({ question, answer }) => [question, answer]) ?? []);
    expect(answers).toEqual({ ...flawless, greeting: 'no' });
  });

  it('is told when one file answers a question twice, and when another visit has its name', async () => {
    const again =
      'v1,2026-11-20,MK,OK,greeting,no,forgotten\nv1,2026-11-22,MK,OK,greeting,yes,\nv1,2026-11-20,MK,IP,rings,2,\n';
    const { said, faults } = await read({ 'a.csv': file + again });
    expect(said).toEqual([
      'row 7, greeting: visit v1 has another answer in row 3; this later one counts',
      'row 8, at: visit v1 of MK was on 2026-11-20 in row 2; one visit has one date and one contact, so give each visit a name of its own',
      'row 9, contact: visit v1 of MK has the contact OK in row 2; one visit has one date and one contact, so give each visit a name of its own',
    ]);
    expect(faults.map(({ loses }) => loses)).toEqual(['answer', 'row', 'row']);
  });

  it('is told when a later file has it on another day, since both may begin to number at 1', async () => {
    const { said, n } = await read({ 'a.csv': file, 'b.csv': `${heading}\n${rows({ at: '21.11.2026' })}\n` });
    expect(said).toEqual([
      'visit: holds visit v1 of MK on 2026-11-21, which an earlier file has on 2026-11-20; this later one counts. Give each visit a name of its own',
    ]);
    expect(n).toBe(1);
  });

  it('has a sheet for each who assessed it', async () => {
    const { visits, n } = await read({ 'a.csv': `${file}${rows({ evaluator: 'OP' })}\n` });
    expect([visits.length, n]).toEqual([2, 1]);
  });
});

describe('a template that changed between answers', () => {
  it('leaves out what it no longer asks, says so once, and counts the rest', async () => {
    const old = rows().replaceAll('v1,', '2,v1,');
    const more = ['2,v1,2026-11-20,MK,OK,script,yes,', '2,v2,2026-11-21,MK,OK,script,no,why'].join('\n');
    const { said, faults, score, n } = await read({ 'a.csv': `version,${heading}\n${old}\n${more}\n` });
    expect(said).toEqual([
      'row 7, question: "script" is no question of phone-call, version 3 (this was filled in by version 2) (2 times)',
    ]);
    expect([faults[0]?.loses, score, n]).toEqual(['nothing', 1, 1]);
  });

  it('says when a newer one was filled in than the one that it is judged by', async () => {
    const { said, score } = await read({ 'a.csv': `version,${heading}\n${rows().replaceAll('v1,', '4,v1,')}\n` });
    expect(said).toEqual([
      'row 2, version: was filled in by version 4, and the template here is version 3; update the template (5 times)',
    ]);
    expect(score).toBe(1);
  });

  it('leaves out sheets of another scorecard in the same file', async () => {
    const other = 'shop-floor,v9,2026-11-20,MK,OK,greeting,no,';
    const text = `scorecard,${heading}\n${rows().replaceAll('v1,', 'phone-call,v1,')}\n${other}\n${other}\n`;
    const { said, score } = await read({ 'a.csv': text });
    expect(said).toEqual([
      'row 7, scorecard: is of the scorecard "shop-floor", and this one is phone-call: it is left out here (2 times)',
    ]);
    expect(score).toBe(1);
  });
});

describe('what is worth knowing and loses nothing', () => {
  it('is told once: missing comments, columns that mean nothing, "does not apply" where it may not', async () => {
    const text = [
      'visit,at,evaluator,rings,greeting,solved,callback,tone,Weather,tone comment',
      'v1,2026-11-20,MK,4,no,5,yes,cold,rain,busy',
      'v2,2026-11-21,MK,4,yes,n/a,n/a,warm,sun,',
    ].join('\n');
    const { said, faults } = await read({ 'a.csv': text });
    expect(said).toEqual([
      'row 1, "Weather": is no question and no column of a scorecard, so it was not read',
      'row 2, rings: earns less than full marks and has no comment; the answer counts, but nobody learns why (3 times)',
      'row 3, solved: may not be answered with "does not apply" (na: true in the template allows it); it counts as not answered',
    ]);
    expect(faults.every(({ loses }) => loses === 'nothing')).toBe(true);
  });

  it('reads a minus as no where others write a plus, and otherwise as "does not apply"', async () => {
    const greetings = async (...answers: string[]) => {
      const lines = answers.map((answer, i) => `v${i},2026-11-20,MK,OK,greeting,${answer},c`);
      const { visits, said } = await read({ 'a.csv': `${heading}\n${lines.join('\n')}\n` });
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
    const { visits } = await read({ 'a.csv': `${heading}\nv1,2026-11-20,MK,'@shift,greeting,no,'=1+1\n` });
    expect(visits[0]).toMatchObject({ contact: '@shift', answers: [{ answer: 'no', comment: '=1+1' }] });
  });

  it('cuts comments that are longer than anybody reads', async () => {
    const { visits } = await read({ 'a.csv': `${heading}\nv1,2026-11-20,MK,OK,greeting,no,${'why '.repeat(3000)}\n` });
    expect(visits[0]?.answers[0]?.comment).toHaveLength(2000);
  });
});

describe('a hundred thousand rows', () => {
  it('are read piece by piece, each visit counted once, and of endless faults the first are told', async () => {
    const visits = Array.from({ length: 20_000 }, (_, i) =>
      rows({ visit: `v${i}`, ...(i % 4 === 0 && { greeting: 'no' }) }),
    );
    const { n, table, said } = await read({ 'a.csv': `${heading}\n${visits.join('\n')}\n` }).then(
      ({ visits: all, said: told }) => ({
        ...summarizeScorecard(phoneCard, all, now),
        said: told,
      }),
    );
    expect(n).toBe(20_000);
    expect(table[1]?.byContact).toEqual([{ contact: 'OK', share: 0.75, n: 20_000 }]);
    expect(said).toEqual([
      'row 3, greeting: earns less than full marks and has no comment; the answer counts, but nobody learns why (5000 times)',
    ]);
    const broken = await read({ 'a.csv': `${heading}\n${'v1,03/04/2026,MK,OK,rings,2,\n'.repeat(1000)}` });
    expect(broken.said).toHaveLength(201);
    expect(broken.said.at(-1)).toBe('has 800 more of such faults; mend these first');
  });
});
