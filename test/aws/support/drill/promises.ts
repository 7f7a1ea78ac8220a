import { readFileSync } from 'node:fs';

const runbook = readFileSync(new URL('../../../../docs/runbook.md', import.meta.url), 'utf8');
const rows = runbook.split('\n').flatMap((line) => {
  const [fault, alarm, within, ...more] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return fault && alarm && within && more.length === 0 ? [{ fault, alarm, within }] : [];
});

export interface Promised {
  /** What rings, the first alarm first. */
  readonly alarms: readonly string[];
  /** Counted from the first thing that does not work. */
  readonly withinMinutes: number;
}

/**
 * What the runbook promises for a fault, by the beginning of its row.
 * @param cadence minutes between two runs of the check, or two sweeps, that the fault concerns
 */
export function promised(fault: string, cadence: number): Promised {
  const [row, ...more] = rows.filter((each) => each.fault.startsWith(fault));
  if (row === undefined || more.length > 0)
    throw new Error(`The runbook promises ${more.length + 1} or no things for "${fault}".`);
  const alarms = [...row.alarm.matchAll(/`([a-z-]+)`/g)].flatMap(([, name]) => name ?? []);
  const minutes = /(\d+) minutes/.exec(row.within)?.[1];
  if (alarms.length === 0 || minutes === undefined)
    throw new Error(`The runbook promises "${row.within}" for "${fault}".`);
  const cadences = row.within.startsWith('twice its interval') ? 2 : row.within.includes('was due') ? 1 : 0;
  return { alarms, withinMinutes: Number(minutes) + cadences * cadence };
}
