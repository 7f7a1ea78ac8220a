import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from 'playwright-core';

export interface MemoryWatch {
  /** Has it had to end anything? */
  hasStruck(): boolean;
  stop(): void;
}

/** Of all its processes together, whoever looks at the page; a Lambda of 2048 MB still has room for ours beside it. */
export const memoryLimitBytes = 900 * 1024 * 1024;

/** A page that does nothing but fill memory takes a gigabyte a second: what is half-way to the limit is looked at closely. */
const lookEveryMs = 150;
const lookCloselyEveryMs = 20;
/** proc(5), statm: the second number, in pages; x64 and arm64 Lambdas have pages of 4 KB. */
const pageBytes = 4096;

/**
 * Ends the largest process of a browser that takes more memory than the host can spare: without it, one page could end the
 * whole function, and nobody would hear why. Where there is no /proc, the machine is somebody's own and nothing is watched.
 */
export async function watchMemory(browser: Browser, limitBytes: number): Promise<MemoryWatch> {
  const processIds = askForProcesses(await browser.newBrowserCDPSession());
  const count = countsMemory(limitBytes);
  let stopped = false;
  let struck = false;
  const look = (): number => {
    const { taken, largest } = count(processIds());
    if (taken <= limitBytes || largest === undefined) return taken;
    try {
      process.kill(largest.id, 'SIGKILL');
      struck = true;
    } catch {
      // It has ended between the look and the deed.
    }
    return taken;
  };
  let timer: NodeJS.Timeout | undefined;
  const next = (delayMs: number): void => {
    timer = setTimeout(() => {
      const taken = look();
      if (!stopped) next(taken > limitBytes / 2 ? lookCloselyEveryMs : lookEveryMs);
    }, delayMs);
    timer.unref();
  };
  next(lookEveryMs);
  return {
    hasStruck: () => struck,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** @returns what the browser named last: busy as it is, it may take its time, and growing memory does not wait for it */
function askForProcesses(session: CDPSession): () => readonly number[] {
  let ids: readonly number[] = [];
  let asking = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (asking || performance.now() - askedAt < lookEveryMs) return ids;
    asking = true;
    askedAt = performance.now();
    session
      .send('SystemInfo.getProcessInfo')
      .then(({ processInfo }) => {
        // A single process is named once for each of its parts.
        ids = [...new Set(processInfo.map(({ id }) => id))];
      })
      // The browser may be closed in the middle of the question.
      .catch(() => {})
      .finally(() => {
        asking = false;
      });
    return ids;
  };
}

interface Count {
  /** In bytes; exact when it is over the limit. */
  readonly taken: number;
  readonly largest?: Size | undefined;
}

/** What processes share, above all the program itself, is there only once; to count that exactly takes long. */
function countsMemory(limitBytes: number): (ids: readonly number[]) => Count {
  let countedTwice = 0;
  return (ids) => {
    const sizesBy = (measure: typeof residentBytes): Size[] => ids.map((id) => ({ id, bytes: measure(id) }));
    const seen = sum(sizesBy(residentBytes));
    if (seen - countedTwice <= limitBytes) return { taken: seen - countedTwice };
    const sizes = sizesBy(ownBytes);
    const taken = sum(sizes);
    countedTwice = Math.max(0, seen - taken);
    return { taken, largest: sizes.toSorted((a, b) => b.bytes - a.bytes)[0] };
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
