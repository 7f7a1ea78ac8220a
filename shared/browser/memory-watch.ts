import type fs from 'node:fs';
import { Worker } from 'node:worker_threads';

export interface MemoryWatch {
  /** Has it had to end anything? */
  hasStruck(): boolean;
  stop(): void;
}

/** Of all its processes together, whichever probe looks at the page; a Lambda of 2048 MB still has room for ours beside it. */
export const memoryLimitBytes = 900 * 1024 * 1024;

interface Orders {
  readonly browserPid: number;
  readonly limitBytes: number;
  readonly lookEveryMs: number;
  /** A page that does nothing but fill memory takes a gigabyte a second: what is half-way to the limit is looked at closely. */
  readonly lookCloselyEveryMs: number;
  /** Set to 1 when something was ended. */
  readonly struck: Int32Array;
}

/**
 * Ends the largest process of a browser that takes more memory than the host can spare: without it, one page could end the
 * whole function, and nobody would hear why. It looks from a thread of its own and asks nobody but the kernel, because the
 * browser and our own thread are busy just when memory grows. Where there is no /proc, the machine is somebody's own and nothing
 * is watched.
 * @param browserPid the process that all others of the browser descend from
 */
export function watchMemory(browserPid: number, limitBytes: number): MemoryWatch {
  const struck = new Int32Array(new SharedArrayBuffer(4));
  const orders: Orders = { browserPid, limitBytes, lookEveryMs: 150, lookCloselyEveryMs: 20, struck };
  const thread = new Worker(
    `(${keepWatch})(require('node:worker_threads').workerData, (${makeCensus})(require('node:fs')), (${makeCounts})(require('node:fs')));`,
    { eval: true, workerData: orders, execArgv: [] },
  );
  // A watch that fails must not end the process that it protects.
  thread.on('error', (error) => console.warn(`The browser's memory is no longer watched. ${error}`));
  thread.unref();
  return {
    hasStruck: () => Atomics.load(struck, 0) === 1,
    stop: () => void thread.terminate(),
  };
}

// What follows runs in the thread, each function by itself: it knows nothing but what it is given.

type Files = Pick<typeof fs, 'readdirSync' | 'readFileSync'>;
/** Names a process and all its descendants. */
type Census = (root: number) => readonly number[];
interface Counts {
  /** `all` its memory in bytes, also what it shares with others, and what is its `own` for sure. */
  quickly(id: number): { readonly all: number; readonly own: number };
  /** Its part of what it shares counted as a part, in bytes; takes up to 150 ms of a large process on a busy machine. */
  exactly(id: number): number;
}

function keepWatch(orders: Orders, census: Census, counts: Counts): void {
  const { browserPid, limitBytes, lookEveryMs, lookCloselyEveryMs, struck } = orders;
  let ids: readonly number[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  /** What processes share, above all the program itself, is there only once. */
  let countedTwice = 0;
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, bytes) => total + bytes, 0);
  const endLargest = (sizes: readonly number[]): void => {
    const largest = ids[sizes.indexOf(Math.max(...sizes))];
    try {
      if (largest !== undefined) process.kill(largest, 'SIGKILL');
      Atomics.store(struck, 0, 1);
    } catch {
      // It has ended between the look and the deed.
    }
  };
  const look = (): number => {
    if (performance.now() - askedAt >= lookEveryMs) {
      askedAt = performance.now();
      ids = census(browserPid);
    }
    const seen = ids.map((id) => counts.quickly(id));
    const own = seen.map((size) => size.own);
    const all = sum(seen.map((size) => size.all));
    // What grows is nobody else's, as a rule, and then need not be counted exactly.
    if (sum(own) > limitBytes) endLargest(own);
    if (sum(own) > limitBytes || all - countedTwice <= limitBytes) return all - countedTwice;
    const exact = ids.map((id) => counts.exactly(id));
    countedTwice = Math.max(0, all - sum(exact));
    if (sum(exact) > limitBytes) endLargest(exact);
    return sum(exact);
  };
  const next = (): void => {
    const taken = look();
    setTimeout(next, taken > limitBytes / 2 ? lookCloselyEveryMs : lookEveryMs);
  };
  next();
}

/**
 * Source: proc(5), stat: the parent is the second word behind the name, which is in brackets and may hold anything. A process
 * seen at the last look is not read again: a machine has many processes, and is looked at several times a second.
 */
function makeCensus({ readdirSync, readFileSync }: Files): Census {
  let parents = new Map<number, number>();
  const parentOf = (id: number): number => {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      return 0; // it has ended
    }
  };
  const all = (): number[] => {
    try {
      return readdirSync('/proc')
        .map(Number)
        .filter((id) => id > 0);
    } catch {
      return [];
    }
  };
  return (root) => {
    parents = new Map(all().map((id) => [id, parents.get(id) ?? parentOf(id)]));
    const children = Map.groupBy(parents.keys(), (id) => parents.get(id));
    const found = [root];
    for (const id of found) found.push(...(children.get(id) ?? []));
    return found;
  };
}

/**
 * Source: proc(5): statm, whose second number is what is resident and whose third is how much of that is shared, in pages, and
 * smaps_rollup. x64 and arm64 Lambdas have pages of 4 KB.
 */
function makeCounts({ readFileSync }: Files): Counts {
  /** At once: the kernel answers from memory. Empty for what has ended. */
  const read = (id: number, file: string): string => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'latin1');
    } catch {
      return '';
    }
  };
  const quickly = (id: number): { all: number; own: number } => {
    const [, resident = 0, shared = 0] = read(id, 'statm').split(' ').map(Number);
    return { all: resident * 4096, own: (resident - shared) * 4096 };
  };
  return {
    quickly,
    exactly: (id) => {
      const pss = /^Pss:\s+(\d+) kB$/m.exec(read(id, 'smaps_rollup'))?.[1];
      return pss === undefined ? quickly(id).all : Number(pss) * 1024;
    },
  };
}
