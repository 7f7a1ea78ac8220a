import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { noon } from './support.ts';
import { clockAt } from './written.ts';

const rows = 100_000;
const long = 'A comment of some length, which nobody needs, with "quotes", commas and; semicolons. '.repeat(3);

it('100,000 answers and 100,000 orders are read row by row, in little memory', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-large-'));
  try {
    await mkdir(path.join(folder, 'surveys', 'survey'), { recursive: true });
    await mkdir(path.join(folder, 'orders', 'orders'), { recursive: true });
    const daysAgo = (n: number): number => 179 - (n / rows) * 178.9;
    const answers = Array.from({ length: rows }, (_, n) => {
      const at = clockAt(daysAgo(n)).iso;
      return `${n},${at},${n % 10 < 5 ? 9 : n % 10 < 8 ? 7 : 3},"${n} ${long.replaceAll('"', '""')}"\n`;
    });
    await writeFile(
      path.join(folder, 'surveys', 'survey', 'a.csv'),
      `id,created_at,score,comment\n${answers.join('')}`,
    );
    const orders = Array.from(
      { length: rows },
      (_, n) => `c${n % 40_000}@x.example,${clockAt(728 - (n / rows) * 727).date},beans\n`,
    );
    await writeFile(path.join(folder, 'orders', 'orders', 'a.csv'), `email,date,item\n${orders.join('')}`);
    const recent = answers.filter((_, n) => daysAgo(n) <= 90).length;
    const script = fileURLToPath(new URL('./read-large-file.ts', import.meta.url));
    const small = ['--max-old-space-size=96', '--max-semi-space-size=4'];
    const { stdout } = await promisify(execFile)(process.execPath, [...small, script, folder, noon]);
    const { survey, orders: found, puts, peakMb } = JSON.parse(stdout);
    expect(survey).toMatchObject({ cause: null, measurements: { score: 30, fall: 0 } });
    expect(survey.measurements.answers).toBe(recent);
    expect(found).toMatchObject({ cause: null, measurements: { fall: 0 } });
    expect(puts, 'its newest comments').toBe(500);
    expect(peakMb).toBeLessThan(230);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);
