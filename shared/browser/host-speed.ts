import { readFileSync } from 'node:fs';

/** A phone of the lower tier (Moto G Power 2022) on the scale below. Source: the CPU calibration of Chrome's DevTools. */
const phoneIndex = 264;
/** Slowed down by 4, as Lighthouse does by default, this host is that phone; Lighthouse warns below 1000. */
const referenceIndex = 4 * phoneIndex;
/** Slower than that, a host says more about itself than about the page; a phone it can no longer be anyway. */
const leastIndex = 160;
/** Steps in which the slowdown is set: the benchmark's own noise must not move the figures of an unchanged page. */
const slowdownStep = 0.5;
/** Chromium's throttling gets coarse beyond. */
const greatestSlowdown = 10;

const sampleMs = 30;
const samples = 6;

export interface Slowdown {
  /** How fast this host is, on the scale of Lighthouse's BenchmarkIndex. */
  readonly benchmarkIndex: number;
  /** What the page's processor is slowed down by; never below 1. */
  readonly factor: number;
  /** A sentence when this host is too slow to stand for the device at all; else null. */
  readonly tooSlow: string | null;
}

/**
 * What makes the device out of this host. A profile's slowdown is meant on the reference host: a slower one is slowed down
 * less, a faster one more, so that figures from different hosts compare. A profile without a slowdown stays without.
 */
export function slowdownFor(profileSlowdown: number, benchmarkIndex: number): Slowdown {
  const exact = (profileSlowdown * benchmarkIndex) / referenceIndex;
  const stepped = Math.round(exact / slowdownStep) * slowdownStep;
  return {
    benchmarkIndex,
    factor: profileSlowdown === 1 ? 1 : Math.min(greatestSlowdown, Math.max(1, stepped)),
    tooSlow:
      benchmarkIndex >= leastIndex
        ? null
        : `This machine is too slow to measure a page's speed (benchmark ${benchmarkIndex}, at least ${leastIndex} is needed), so nothing can be said about the page. Give the probe more memory or a faster host.`,
  };
}

let measured: number | undefined;

/**
 * This host's benchmark index, measured once per process before its first throttled visit: not while a Lambda starts up,
 * when it is given more processor than later, and not beside a browser. Takes under half a second.
 */
export function hostBenchmarkIndex(): number {
  measured ??= Math.round(coreIndex() * coreShare(process.env, readCpuLimit()));
  return measured;
}

/**
 * The share of one processor core that this process is granted: a Lambda has a whole one from 1769 MB on, a container as
 * many as its control group says. Time spent waiting for a share would look like a slow core only now and then.
 * @param cpuMax content of the control group's cpu.max ("50000 100000"), or null where there is none
 */
export function coreShare(environment: NodeJS.ProcessEnv, cpuMax: string | null): number {
  const memoryMb = Number(environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? Number.NaN);
  if (memoryMb > 0) return Math.min(1, memoryMb / 1769);
  const [quota, period] = (cpuMax ?? 'max').trim().split(' ').map(Number);
  if (quota === undefined || period === undefined || !(quota > 0) || !(period > 0)) return 1;
  return Math.min(1, quota / period);
}

function readCpuLimit(): string | null {
  try {
    return readFileSync('/sys/fs/cgroup/cpu.max', 'utf8');
  } catch {
    return null; // not Linux, or no control groups of version 2
  }
}

/**
 * The two kinds of work of Lighthouse's benchmark, building strings and copying numbers, in tens of rounds per second of
 * *processor* time: what else runs on the host takes none of it. The best of several short samples, for a neighbour on the
 * same core can only make one slower.
 */
function coreIndex(): number {
  const kinds = [buildStrings, numberCopier()].map((work) => {
    sample(work); // not compiled yet
    return Math.max(...Array.from({ length: samples }, () => sample(work)));
  });
  return kinds.reduce((sum, perSecond) => sum + perSecond, 0) / kinds.length / 10;
}

/** @returns rounds per second of this thread's processor time */
function sample(work: () => void): number {
  const started = process.threadCpuUsage();
  const endMs = performance.now() + sampleMs;
  let rounds = 0;
  do {
    work();
    rounds += 1;
  } while (performance.now() < endMs);
  const { user, system } = process.threadCpuUsage(started);
  return (rounds * 1e6) / (user + system);
}

function buildStrings(): void {
  let text = '';
  for (let n = 0; n < 10_000; n++) text += 'a';
  if (text.length === 1) throw new Error('Never thrown: it keeps the loop from being optimised away.');
}

function numberCopier(): () => void {
  let from = Array.from({ length: 100_000 }, (_, n) => n);
  let to = [...from];
  return () => {
    for (let n = 0; n < from.length; n++) to[n] = from[n] ?? 0;
    [from, to] = [to, from];
  };
}
