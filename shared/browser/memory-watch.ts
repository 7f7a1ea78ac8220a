import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

export interface MemoryWatch {
  /** Has it had to end anything? */
  hasStruck(): boolean;
  stop(): void;
}

/** Of all its processes together, whoever looks at the page; a Lambda of 2048 MB still has room for ours beside it. */
export const memoryLimitBytes = 900 * 1024 * 1024;

const lookEveryMs = 150;
/** proc(5), statm: the second number, in pages; x64 and arm64 Lambdas have pages of 4 KB. */
const pageBytes = 4096;

/**
 * Ends the largest process of a browser that takes more memory than the host can spare: without it, one page could end the
 * whole function, and nobody would hear why. Where there is no /proc, the machine is somebody's own and nothing is watched.
 */
export async function watchMemory(browser: Browser, limitBytes: number): Promise<MemoryWatch> {
  const session = await browser.newBrowserCDPSession();
  let stopped = false;
  let struck = false;
  const look = async (): Promise<void> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    // A single process is named once for each of its parts.
    const ids = [...new Set(processInfo.map(({ id }) => id))];
    const sizesBy = (measure: typeof residentBytes): Size[] => ids.map((id) => ({ id, bytes: measure(id) }));
    if (stopped || sum(sizesBy(residentBytes)) <= limitBytes) return;
    // In doubt it is counted again: what five processes share, above all the program itself, is there only once.
    const sizes = sizesBy(ownBytes);
    const [largest] = sizes.toSorted((a, b) => b.bytes - a.bytes);
    if (largest === undefined || sum(sizes) <= limitBytes) return;
    process.kill(largest.id, 'SIGKILL');
    struck = true;
  };
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      look().then(next, next); // a process may end, and the browser close, between the look and the deed
    }, lookEveryMs);
    timer.unref();
  };
  next();
  return {
    hasStruck: () => struck,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

interface Size {
  readonly id: number;
  readonly bytes: number;
}

function sum(sizes: readonly Size[]): number {
  return sizes.reduce((total, { bytes }) => total + bytes, 0);
}

/** Of all its memory, also what it shares with others. */
function residentBytes(pid: number): number {
  return Number(read(pid, 'statm').split(' ')[1] ?? 0) * pageBytes;
}

/** Its part of what it shares counted as a part; costs ten milliseconds of a large process. Source: proc(5), smaps_rollup. */
function ownBytes(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB$/m.exec(read(pid, 'smaps_rollup'))?.[1];
  return pss === undefined ? residentBytes(pid) : Number(pss) * 1024;
}

/** At once: the kernel answers from memory, and a detour through threads costs ten times as much. Empty for what has ended. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
