import { readlinkSync } from 'node:fs';
import { defaultBrowserFolder } from '../../shared/browser/unpack.ts';
import { childProcesses, type ProcessSample } from './processes.ts';

/** The Chromium processes that descend from a process, this one unless given. */
export function browserSamples(ancestor = process.pid): ProcessSample[] {
  return childProcesses(ancestor).filter(({ pid }) => executableOf(pid).startsWith(defaultBrowserFolder()));
}

/** Their ids. */
export function browserProcesses(ancestor = process.pid): number[] {
  return browserSamples(ancestor).map(({ pid }) => pid);
}

/** Those of the processes that have not ended; one that only waits to be reaped has. */
export function stillRunning(pids: readonly number[]): number[] {
  return pids.filter((pid) => executableOf(pid) !== '');
}

/** Empty for a process that has ended: a zombie has no executable any more. */
function executableOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return '';
  }
}
