import { readdir, readFile, readlink } from 'node:fs/promises';
import { defaultBrowserFolder } from '../../shared/browser/unpack.ts';

/** Ids of the Chromium processes that descend from this process (Linux: read from /proc). */
export async function browserProcesses(ancestor = process.pid): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid)) parents.set(pid, await parentOf(pid));
  }
  const descends = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === ancestor || (parent > 1 && descends(parent));
  };
  const ours = [...parents.keys()].filter(descends);
  const browsers = await Promise.all(
    ours.map(async (pid) => ((await executableOf(pid)).startsWith(defaultBrowserFolder()) ? [pid] : [])),
  );
  return browsers.flat();
}

/** Those of the processes that have not ended; one that only waits to be reaped has. */
export async function stillRunning(pids: readonly number[]): Promise<number[]> {
  const running = await Promise.all(pids.map(async (pid) => ((await executableOf(pid)) === '' ? [] : [pid])));
  return running.flat();
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** Empty for a process that has ended: a zombie has no executable any more. */
function executableOf(pid: number): Promise<string> {
  return readlink(`/proc/${pid}/exe`).catch(() => '');
}
