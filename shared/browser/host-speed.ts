import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A phone of the lower tier (Moto G Power 2022) on the scale below. Source: the CPU calibration of Chrome's DevTools. */
const phoneIndex = 264;
/** Slowed down by 4, as Lighthouse does by default, this host is that phone; Lighthouse warns below 1000. */
const referenceIndex = 4 * phoneIndex;
/** Slower than that, a host says more about itself than about the page; a phone it can no longer be anyway. */
const leastIndex = 160;
/** Steps in which the slowdown is set: the benchmark's own noise must not move the figures of an unchanged page. */
const slowdownStep = 0.5;

export interface Slowdown {
  /** How fast this host is, on the scale of Lighthouse's BenchmarkIndex. */
  readonly benchmarkIndex: number;
  /** What the page's processor is slowed down by; never below 1. */
  readonly factor: number;
  /** Set when this host is too slow to stand for the device at all: what it is, and what it would have to be. */
  readonly tooSlow: { readonly benchmarkIndex: number; readonly leastIndex: number } | null;
}

/**
 * What makes the device out of this host. A profile's slowdown is meant on the reference host: a slower one is slowed down
 * less, so that figures from different hosts compare. It is never more than the profile's, on no host: Lighthouse does not
 * go beyond it either, and a lucky benchmark must not make a page look slower than it is.
 */
export function slowdownFor(profileSlowdown: number, benchmarkIndex: number): Slowdown {
  const exact = (profileSlowdown * benchmarkIndex) / referenceIndex;
  const stepped = Math.round(exact / slowdownStep) * slowdownStep;
  return {
    benchmarkIndex,
    factor: Math.min(profileSlowdown, Math.max(1, stepped)),
    tooSlow: benchmarkIndex >= leastIndex ? null : { benchmarkIndex, leastIndex },
  };
}

let measured: number | undefined;

/**
 * This host's benchmark index, measured once per process, in the blank page before its first throttled visit: with the very
 * engine that will run the page, and not while a Lambda starts up, when it is given more processor than later. Takes a
 * quarter of a second.
 */
export async function hostBenchmarkIndex(blankPage: Page): Promise<number> {
  measured ??= Math.round((await blankPage.evaluate(coreIndex)) * coreShare(process.env, readCpuLimit()));
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
 * Runs in the page. The two kinds of work of Lighthouse's benchmark, building strings and copying numbers, in tens of rounds
 * per second. Its samples last half a second; these are shorter than the turn that a busy system gives to a process, so that
 * some are not interrupted. A fast one tells the core's speed; the tenth part that is faster still is left out as luck.
 */
function coreIndex(): number {
  const sampleMs = 2;
  const samples = 50;
  const warmUpSamples = 10;

  function buildString(): void {
    let text = '';
    for (let n = 0; n < 10_000; n++) text += 'a';
    if (text.length === 1) throw new Error('Never thrown: it keeps the loop from being optimised away.');
  }

  let from = Array.from({ length: 100_000 }, (_, n) => n);
  let to = [...from];
  function copyNumbers(): void {
    for (let n = 0; n < from.length; n++) to[n] = from[n] ?? 0;
    [from, to] = [to, from];
  }

  function roundsPerSecond(work: () => void): number {
    const startedMs = performance.now();
    let elapsedMs = 0;
    let rounds = 0;
    for (; elapsedMs < sampleMs; elapsedMs = performance.now() - startedMs) {
      work();
      rounds += 1;
    }
    return (rounds * 1000) / elapsedMs;
  }

  const kinds = [buildString, copyNumbers].map((work) => {
    for (let n = 0; n < warmUpSamples; n++) roundsPerSecond(work); // not compiled yet
    const fastestFirst = Array.from({ length: samples }, () => roundsPerSecond(work)).sort((a, b) => b - a);
    return fastestFirst[samples / 10] ?? 0;
  });
  return kinds.reduce((sum, perSecond) => sum + perSecond, 0) / kinds.length / 10;
}
