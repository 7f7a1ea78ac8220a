import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { asteriskFile } from './support.ts';

const now = Date.parse('2026-11-16T10:00:00Z');
const dayMs = 86_400_000;
const calls = 200_000;
const callers = 20_000;

/** Eighty days of calls; every tenth caller is never answered. */
async function writeMonths(file: string): Promise<void> {
  const out = createWriteStream(file);
  for (let n = 0; n < calls; n += 1000) {
    const rows = Array.from({ length: 1000 }, (_, i) => {
      const at = now - 80 * dayMs + ((n + i) / calls) * 79 * dayMs;
      const isMissed = (n + i) % 10 === 0;
      return {
        src: `0${500_000_000 + ((n + i) % callers)}`,
        dst: '380441234567',
        start: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
        clid: '"A name of some length, which nobody needs" <0501112233>',
        uniqueid: `${Math.floor(at / 1000)}.${n + i}`,
        ...(isMissed ? {} : { billsec: 60, duration: 69 }),
      };
    });
    if (!out.write(asteriskFile(rows))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

it('a file of months is read row by row, in little memory', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-months-'));
  try {
    await mkdir(path.join(folder, 'calls', 'phone'), { recursive: true });
    const file = path.join(folder, 'calls', 'phone', 'Master.csv');
    await writeMonths(file);
    const megabytes = (await stat(file)).size / 1e6;
    const script = fileURLToPath(new URL('./read-large-file.ts', import.meta.url));
    const small = ['--max-old-space-size=72', '--max-semi-space-size=4'];
    const time = new Date(now).toISOString();
    const { stdout } = await promisify(execFile)(process.execPath, [...small, script, folder, time]);
    expect(megabytes).toBeGreaterThan(45);
    const { seconds: _, peakMb, ...rest } = JSON.parse(stdout);
    expect(rest).toMatchObject({ cause: null, unanswered: callers / 10 });
    expect(peakMb).toBeLessThan(200);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);
