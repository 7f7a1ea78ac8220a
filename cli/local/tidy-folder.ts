import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keepEvidenceDays, keepLongDays } from '../../shared/model/keep-days.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { fileNameOfInstant } from './file-names.ts';
import { writeFileAtomically } from './write-file.ts';

/** What this machine keeps for how long, by folder: as the stack's bucket does. Reports and mails stay until somebody removes them. */
const keepDays: Readonly<Record<string, number>> = {
  evidence: keepEvidenceDays,
  audit: keepEvidenceDays,
  submissions: keepLongDays,
  alerts: keepLongDays,
};

const tidiedFile = 'tidied-at';

/**
 * Removes what has expired under `.touchlight/`, once a day at most. Only for the process that has the table open.
 * @param removeFromTable does the same in the table
 * @param now epoch milliseconds
 */
export async function tidyFolder(folder: string, removeFromTable: () => Promise<unknown>, now: number): Promise<void> {
  const tidiedAt = await readFile(join(folder, tidiedFile), 'utf8').catch(() => '');
  if (!isDue(tidiedAt, now)) return;
  for (const [name, days] of Object.entries(keepDays)) {
    const names = await readdir(join(folder, name), { recursive: true }).catch(() => []); // nothing was kept yet
    for (const each of expiredFiles(names, days, now)) await rm(join(folder, name, each), { force: true });
  }
  await removeFromTable();
  await writeFileAtomically('The date of the last clean-up', join(folder, tidiedFile), new Date(now).toISOString());
}

/** A clock that was put back must not keep everything for ever. */
export function isDue(tidiedAt: string, now: number): boolean {
  const ago = now - Date.parse(tidiedAt);
  return !(ago >= 0 && ago < dayMs);
}

/** Files are named by the instant of what they hold, and only those are ours to remove. */
export function expiredFiles(paths: readonly string[], days: number, now: number): string[] {
  const oldest = fileNameOfInstant(new Date(now - days * dayMs).toISOString());
  return paths.filter((path) => {
    const [instant] = /(?<=^|[/\\])\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z(?=[^/\\]*$)/.exec(path) ?? [];
    return instant !== undefined && instant < oldest;
  });
}
