import { readFileSync } from 'node:fs';

/**
 * The most memory that this process had at a time, in MB. Linux counts to `maxRSS` of a process also what its parent had
 * when it started it; `VmHWM` begins with the process's own program.
 */
export function ownPeakMb(): number {
  if (process.platform !== 'linux') return Math.round(process.resourceUsage().maxRSS / 1024);
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('/proc/self/status has no line VmHWM.');
  return Math.round(Number(kilobytes) / 1024);
}
