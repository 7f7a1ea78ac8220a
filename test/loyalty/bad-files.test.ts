import { describe, expect, it } from 'vitest';
import { readRows } from '../../functions/probe-social/csv/read-rows.ts';
import type { Check } from '../../shared/model/check.ts';
import { daysAgo, noon, read } from './support.ts';
import { csv } from './written.ts';

const good = Array.from({ length: 40 }, (_, n): [string, number, string] => [daysAgo(20, n), 6 + (n % 5), `no. ${n}`]);
const head = ['at', 'score', 'comment'];
const filed = (...rows: (readonly (string | number)[])[]): string => csv([head, ...good, ...rows]);

async function survey(content: string | Uint8Array, options: Readonly<Record<string, Check['options'][string]>> = {}) {
  const { light, cause, reason, measurements } = await read('surveys', { files: { 'nps.csv': content }, options });
  return { light, cause, reason, measurements };
}

describe('what is no answer from 0 to 10', () => {
  it.each([
    ['11', '"11"'],
    ['-1', '"-1"'],
    ['7.5', '"7.5"'],
    ['7,5', '"7,5"'],
    ['90%', '"90%"'],
    ['ten', 'the value'],
    ['+380501112233', 'the value'],
    ['anna@coffeelab.example', 'the value'],
  ])('is not rounded: %s', async (score, shown) => {
    const found = await survey(filed([daysAgo(3), score, 'x'], [daysAgo(2), 9, 'y']));
    expect(found).toEqual({
      light: 'unknown',
      cause: 'unreadable-file',
      measurements: {},
      reason: `The file "nps.csv" has values that cannot be right: row 42, column "score": ${shown} is not a whole number from 0 to 10. Correct them. Until then nothing is counted, because the other rows alone would give a different figure.`,
    });
  });

  it('is told all at once, and the first five by row and column', async () => {
    const bad = Array.from({ length: 7 }, (_, n): [string, number, string] => [daysAgo(3, n), 11 + n, '']);
    const { reason } = await survey(filed(...bad));
    expect(reason).toContain('row 42, column "score": "11" is not a whole number');
    expect(reason).toContain('row 46, column "score": "15" is not a whole number');
    expect(reason).not.toContain('row 47');
    expect(reason).toContain('In all, 7 values are wrong.');
  });

  it('does not matter where it is older than what is compared', async () => {
    expect(await survey(filed([daysAgo(181), 11, 'x']))).toMatchObject({ measurements: { answers: 40 } });
  });

  it('is nothing where somebody did not answer', async () => {
    expect(await survey(filed([daysAgo(3), '', 'x'], ['', '', '']))).toMatchObject({ measurements: { answers: 40 } });
  });
});

describe('a date', () => {
  const slashed = (...dates: string[]): string => csv([['at', 'score'], ...dates.map((date) => [date, 9])]);

  it('that may be two days is refused with its row', async () => {
    const found = await survey(slashed('03/04/2026', '03/03/2026 10:00'));
    expect(found).toMatchObject({ light: 'unknown', cause: 'unreadable-file' });
    expect(found.reason).toContain('row 2, column "at": "03/04/2026" could mean two different days');
    expect(found.reason).toContain('dates: day-first or month-first');
  });

  it('is understood where another date of the column shows how', async () => {
    expect(await survey(slashed('03/11/2026', '13/11/2026'))).toMatchObject({ measurements: { answers: 2 } });
    expect(await survey(slashed('11/03/2026', '11/13/2026'))).toMatchObject({ measurements: { answers: 2 } });
  });

  it('proves nothing where the column has both', async () => {
    expect(await survey(slashed('13/11/2026', '11/13/2026', '11/03/2026'))).toMatchObject({ cause: 'unreadable-file' });
  });

  it('is understood as the file says', async () => {
    expect(await survey(slashed('03/11/2026'), { dates: 'day-first' })).toMatchObject({ measurements: { answers: 1 } });
    expect(await survey(slashed('11/03/2026'), { dates: 'month-first' })).toMatchObject({
      measurements: { answers: 1 },
    });
  });

  it.each(['yesterday', '2026-02-30', '2026-11-03 25:00', '16/11/26', '2026-11-03 10:00 QQT'])(
    'that is none is refused: %s',
    async (date) => {
      const { reason } = await survey(filed([date, 9, 'x']));
      expect(reason).toContain('row 42, column "at": ');
      expect(reason).toContain('is not a date that Touchlight can read');
    },
  );

  it('in the future is refused, beyond what two clocks may differ by', async () => {
    expect((await survey(filed(['2027-11-03 10:00', 9, 'x']))).reason).toContain('"2027-11-03 10:00" is in the future');
    expect((await survey(filed(['2027-11-03T10:00:00.000Z', 9, 'x']))).reason).toContain(
      '"2027-11-03T10:00:00.000Z" is in',
    );
    expect(await survey(filed([daysAgo(-0.5), 9, 'x']))).toMatchObject({ measurements: { answers: 41 } });
  });
});

describe('a column', () => {
  it('that could be the score beside another is asked for', async () => {
    const both = csv([
      ['date', 'Would you recommend our coffee?', 'Would you recommend our shop?'],
      ['2026-11-03', 9, 10],
    ]);
    expect(await survey(both)).toEqual({
      light: 'unknown',
      cause: 'unreadable-file',
      measurements: {},
      reason:
        'In the file "nps.csv", more than one column could be the score from 0 to 10: "Would you recommend our coffee?" and "Would you recommend our shop?" Name the right one in touchpoints.yaml (columns: { score: ... }).',
    });
    const named = { columns: { score: 'would you recommend our SHOP?' } };
    expect(await survey(both, named)).toMatchObject({ cause: 'too-few-answers', measurements: { answers: 1 } });
  });

  it('of reasons is no score, whatever it is called', async () => {
    const reasons = csv([
      ['date', 'Would you recommend us?', 'Why would you recommend us?'],
      ['2026-11-03', 9, 'the coffee'],
    ]);
    expect(await survey(reasons)).toMatchObject({ measurements: { answers: 1 } });
  });

  it('that is not there is told with those that are, without what may be a person', async () => {
    expect((await survey('anna@coffeelab.example,050 1112233,+380501112233\n2026-11-03,9,x\n')).reason).toBe(
      'The file "nps.csv" has no column that is clearly the score from 0 to 10. Its columns are "…", "…" and "…". Name the right one in touchpoints.yaml (columns: { score: ... }).',
    );
    expect((await survey(filed(), { columns: { score: 'Q1' } })).reason).toContain('has no column "Q1"');
    expect((await survey('score,who\n9,x\n')).reason).toContain('no column that is clearly the date');
  });

  it('with marks out of 5 is no NPS, and is refused with the reason', async () => {
    const marks = csv([['at', 'rating'], ...good.map(([at], n) => [at, 1 + (n % 5)])]);
    expect((await survey(marks)).reason).toBe(
      'The answers in the file "nps.csv" do not look like a scale from 0 to 10: none of the 40 answers in the column "rating" is above 5. Scores on another scale, such as 1 to 5, cannot be turned into a net promoter score. Ask "How likely are you to recommend us?" from 0 to 10. If the answers really are from 0 to 10, write scale: 0-10 in touchpoints.yaml.',
    );
  });

  it('is on the scale from 0 to 10 where it has a 0, asks for it, or touchpoints.yaml says so', async () => {
    const low = (from: number, name = 'rating'): string =>
      csv([['at', name], ...good.map(([at], n) => [at, from + (n % (6 - from))])]);
    const counted = { cause: 'nothing-to-compare', measurements: { answers: 40, score: -100 } };
    expect(await survey(low(1))).toMatchObject({ cause: 'unreadable-file', measurements: {} });
    expect(await survey(low(0)), 'marks out of 5 begin with 1').toMatchObject(counted);
    expect(await survey(low(1), { scale: '0-10' })).toMatchObject(counted);
    const asking = [
      'Would you recommend us? (0–10)',
      'Чи порекомендуєте нас? Від 0 до 10',
      'Recommend us, from 0 to 10',
      'Порекомендуете? 0...10',
    ];
    for (const name of asking) expect(await survey(low(1, name)), name).toMatchObject(counted);
    expect(await survey(low(1, 'Recommend us, 10 being best'))).toMatchObject({ cause: 'unreadable-file' });
  });
});

describe('a file', () => {
  it('that ends in the middle of a row is not read as if it were whole', async () => {
    expect(await survey(`${filed()}${daysAgo(1)},1`)).toMatchObject({
      cause: 'unreadable-file',
      reason: 'The file "nps.csv" ends in the middle of row 42. Copy or export it again.',
    });
  });

  it('whose last row is whole needs no new line behind it', async () => {
    expect(await survey(`${filed()}${daysAgo(1)},10,x`)).toMatchObject({ measurements: { answers: 41 } });
  });

  it('that is still being written waits for the next run', async () => {
    const changedAt = Date.parse('2026-11-16T09:59:30Z');
    const { reason } = await read('surveys', {
      files: { 'nps.csv': { content: `${filed()}${daysAgo(1)},1`, changedAt } },
    });
    expect(reason).toBe('The file "nps.csv" is still being written. The next run reads it.');
  });

  it('that lands in a bucket is whole at once, also without a new line behind its last row', async () => {
    const content = Buffer.from('at,score\n2026-11-03,9\n2026-11-04,10');
    const now = Date.parse(noon);
    const file = { name: 'nps.csv', bytes: content.length, changedAt: now - 2000 };
    const taken: string[] = [];
    const folder = {
      where: 'a place',
      list: async () => [file],
      async *open() {
        yield content;
      },
    };
    const take = (record: readonly string[]): void => {
      taken.push(record.join(' '));
    };
    expect(await readRows({ ...folder, arrivesWhole: true }, file, { now, take })).toEqual({ is: 'whole' });
    expect(taken).toEqual(['at score', '2026-11-03 9', '2026-11-04 10']);
    expect(await readRows(folder, file, { now, take })).toEqual({ is: 'growing' });
  });

  it('with an open quotation mark is told with the row behind which it stands', async () => {
    expect((await survey(`${filed()}${daysAgo(1)},9,"never closed\n${daysAgo(1)},9,x\n`)).reason).toBe(
      'The file "nps.csv" cannot be read after row 41: a quotation mark is opened and never closed. Export it again, or correct that row.',
    );
  });

  it('without rows, without anything, and no file at all claim nothing', async () => {
    for (const empty of ['', '\uFEFF', 'at,score\n', '\n\n\n'])
      expect(await survey(empty)).toMatchObject({ light: 'unknown', cause: 'too-few-answers' });
    const { cause, reason } = await read('surveys', { files: { 'nps.xlsx': 'PK' } });
    expect(cause).toBe('setup');
    expect(reason).toMatch(/^There is no CSV file in ".*surveys\/survey"\./);
  });

  it('that cannot be read is named, and costs the others nothing once it is corrected', async () => {
    const files = { 'a.csv': filed(), 'b.csv': 'at,score\n2026-11-03,12\n' };
    expect((await read('surveys', { files })).reason).toContain('The file "b.csv"');
    const corrected = { ...files, 'b.csv': 'at,score\n2026-11-03,10\n' };
    expect((await read('surveys', { files: corrected })).measurements).toMatchObject({ answers: 41 });
  });

  it('with formulas and control characters is data, and says nothing of its own', async () => {
    const { reason } = await survey('=HYPERLINK("http://x"),\u001b[31mscore\n2026-11-03,9\n');
    expect(reason).not.toMatch(/\p{Cc}/u);
    expect(await survey(filed([daysAgo(2), 9, '=1+1']))).toMatchObject({ measurements: { answers: 41 } });
  });
});

describe('answers without ids', () => {
  const days = (...rows: [string, number][]): string => csv([['date', 'score'], ...rows]);

  it('of one day are of several people within a file, and the same people in the next', async () => {
    const first = days(['2026-11-03', 9], ['2026-11-03', 9], ['2026-11-04', 3]);
    const second = days(['2026-11-03', 9], ['2026-11-03', 9], ['2026-11-03', 9], ['2026-11-05', 3]);
    const { measurements } = await read('surveys', { files: { 'a.csv': first, 'b.csv': second } });
    expect(measurements).toEqual({ answers: 5 });
  });

  it('that were changed later count once, as they are in the newest file', async () => {
    const file = (score: number): string =>
      csv([['id', 'score', 'created_at'], ...good.map(([at], n) => [n, score, at])]);
    const { measurements } = await read('surveys', { files: { 'a.csv': file(6), 'b.csv': file(10) } });
    expect(measurements).toMatchObject({ answers: 40, score: 100 });
  });
});

it('keeps nothing of a survey without comments, neither a conversation nor a memory, and no word in the result of any', async () => {
  const silent = csv([head, ...good.map(([at, score]) => [at, score, ''])]);
  const { store, measurements } = await read('surveys', { files: { 'nps.csv': silent } });
  expect(measurements).toMatchObject({ answers: 40 });
  expect([...store.conversations]).toEqual([]);
  expect(await store.loadPoll('survey/survey')).toBeNull();
  const { raw } = await read('surveys', { files: { 'nps.csv': filed([daysAgo(1), 0, 'Olena was rude']) } });
  expect(JSON.stringify(raw)).not.toContain('Olena');
});
