import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { allProcesses } from '../support/processes.ts';

/** What one command and everything it started took, from its start to its end. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time of the whole tree. */
  readonly cpuMs: number;
  /** Resident memory of the whole tree at its peak; pages that processes share count in each of them. */
  readonly peakMb: number;
  /** Of the machine's processor time meanwhile, the share that its host gave to other machines; 0 where the system does not say. */
  readonly stolenShare: number;
  readonly exitCode: number | null;
  readonly stdout: string;
}

const samplingMs = 100;

/** Runs a command and looks at its process tree ten times a second (Linux: read from /proc). */
export async function costOf(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Cost> {
  const started = performance.now();
  const before = processorTime();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const tree = watchTree(child);
  const stdout = await text(child.stdout);
  const exitCode = await ended(child);
  const wallMs = performance.now() - started;
  const after = processorTime();
  const stolenShare = (after.stolen - before.stolen) / Math.max(1, after.all - before.all);
  return { wallMs, ...tree.stop(), stolenShare, exitCode, stdout };
}

/** In ticks since the start: the eighth figure of proc(5)'s first line is stolen time, the sum of the first eight is all. */
function processorTime(): { readonly all: number; readonly stolen: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: ticks.reduce((sum, each) => sum + each, 0), stolen: ticks[7] ?? 0 };
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  const exit = Promise.withResolvers<number | null>();
  child.once('exit', exit.resolve).once('error', exit.reject);
  return exit.promise;
}

function watchTree(root: ChildProcess) {
  const members = new Set<number>(root.pid === undefined ? [] : [root.pid]);
  /** The last seen processor time of each; what it takes between its last sample and its end is lost, for every contender. */
  const cpu = new Map<number, number>();
  let peakBytes = 0;
  const look = (): void => {
    const all = allProcesses();
    // A child that outlives its parent still belongs to the tree: once seen, it stays a member.
    for (let grown = -1; grown !== members.size; ) {
      grown = members.size;
      for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
    }
    const alive = all.filter(({ pid }) => members.has(pid));
    for (const { pid, cpuMs } of alive) cpu.set(pid, cpuMs);
    peakBytes = Math.max(
      peakBytes,
      alive.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  };
  const timer = setInterval(look, samplingMs);
  return {
    stop: () => {
      clearInterval(timer);
      return { cpuMs: [...cpu.values()].reduce((sum, ms) => sum + ms, 0), peakMb: peakBytes / 1024 / 1024 };
    },
  };
}
