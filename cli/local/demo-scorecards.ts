import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayMs } from '../../shared/model/time-spans.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * Puts the scorecards of the demo's shop floor where a laptop's lie. The file counts days back from now, because a visit stops
 * counting after some months.
 * @param now epoch milliseconds
 */
export async function writeDemoScorecards(folder: string, now: number): Promise<void> {
  const file = fileURLToPath(new URL('../../examples/demo-business/scorecards/shop-floor.csv', import.meta.url));
  const dated = (_: string, days: string, time: string): string =>
    `${new Date(now - Number(days) * dayMs).toISOString().slice(0, 10)}T${time}:00.000Z`;
  const text = (await readFile(file, 'utf8')).replaceAll(/(\d+) days ago (\d\d:\d\d)/g, dated);
  await writeFileAtomically(
    'The scorecards of the demo',
    path.join(folder, 'scorecards', 'shop-floor', 'visits.csv'),
    text,
  );
}
