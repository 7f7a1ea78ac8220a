import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { defaultBrowserFolder } from '../../shared/browser/unpack.ts';

/** Ids of the Chromium processes that descend from this process (Linux: read from /proc, which never makes one wait). */
export function browserProcesses(ancestor = process.pid): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid));
  }
  const descends = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === ancestor || (parent > 1 && descends(parent));
  };
  return [...parents.keys()].filter((pid) => descends(pid) && executableOf(pid).startsWith(defaultBrowserFolder()));
}

/** Those of the processes that have not ended; one that only waits to be reaped has. */
export function stillRunning(pids: readonly number[]): number[] {
  return pids.filter((pid) => executableOf(pid) !== '');
}

function parentOf(pid: number): number {
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** Empty for a process that has ended: a zombie has no executable any more. */
function executableOf(pid: number): string {
  return orEmpty(() => readlinkSync(`/proc/${pid}/exe`));
}

/** A process may end between two looks. */
function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
