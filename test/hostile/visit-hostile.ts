import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runAudit } from '../../functions/probe-lighthouse/run-audit.ts';
import { runVisit, type VisitDeps } from '../../functions/probe-page/run-visit.ts';
import { defaultBrowserFolder } from '../../shared/browser/unpack.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from '../support/a-check.ts';
import { browserSamples, stillRunning } from '../support/browser-processes.ts';
import { serve } from '../support/serve.ts';
import { type Expected, finds, type HostilePage, phone } from './hostile-page.ts';

/** Lighthouse goes alone, because it is a visit of another step. */
export type HostileProbe = 'page-load' | 'contacts' | 'lighthouse';

export interface Limits {
  readonly attemptMs: number;
  readonly loadMs: number;
}

/** Shorter than in earnest: these pages use up whatever they are given. */
const limits: Limits = { attemptMs: 20_000, loadMs: 4_000 };
const patientLimits: Limits = { attemptMs: 90_000, loadMs: 45_000 };
/** Two attempts, each with its end by force. */
const endMs = 6_000;
const memoryLimitMb = 1_500;

export interface Survey {
  readonly name: string;
  readonly results: readonly Result[];
  readonly wallMs: number;
  /** Resident memory of all processes of the browser together, at its peak. */
  readonly peakMb: number;
  /** What went otherwise than it should; empty when the visit passed. */
  readonly faults: readonly string[];
}

/** Makes the real visit to one hostile page on a phone and looks at what comes out of it and what it leaves behind. */
export async function visitHostile(
  hostile: HostilePage,
  probes: readonly HostileProbe[],
  given: Limits = hostile.patient ? patientLimits : limits,
): Promise<Survey> {
  const server = await serve(hostile.pages);
  const folder = defaultBrowserFolder();
  // A temporary folder of the visit's own shows what it leaves there.
  const before = process.env['TMPDIR'];
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'hostile-'));
  process.env['TMPDIR'] = temporary;
  const memory = watchMemory();
  const deadlineMs = 2 * (given.attemptMs + endMs);
  try {
    const started = performance.now();
    const checks = probes.map((probe) => checkOf(probe, server.url));
    const request = { scheduledAt: '2026-11-22T12:00:00.000Z', confirmation: false, checks };
    const results = await (probes.includes('lighthouse')
      ? runAudit(request, { ...deps, browserFolder: folder })
      : runVisit(request, { ...deps, browserFolder: folder, limits: given }));
    const wallMs = Math.round(performance.now() - started);
    const { peakMb, seen } = memory.stop();
    const faults = [
      ...probes.flatMap((probe, i) => wrong(probe, expectedOf(hostile, probe), results[i])),
      ...(wallMs > deadlineMs ? [`took ${wallMs} ms, over its deadline of ${deadlineMs} ms`] : []),
      ...(peakMb > memoryLimitMb ? [`took ${peakMb} MB of memory, over ${memoryLimitMb} MB`] : []),
      ...(await leftProcesses(seen)).map((pid) => `left process ${pid}`),
      ...(await readdir(temporary)).map((name) => `left ${name} in the temporary folder`),
      ...(await readdir(path.join(folder, 'profiles')))
        .filter((name) => name.startsWith(`${process.pid}-`))
        .map((name) => `left profile ${name}`),
    ];
    return { name: hostile.name, results, wallMs, peakMb, faults };
  } finally {
    memory.stop();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(temporary, { recursive: true, force: true });
    await server.close();
  }
}

const deps: VisitDeps = {
  evidence: {
    put: async (runId, { name, contentType }) => ({ name, contentType, reference: `${runId}/${name}` }),
  },
  network: 'any',
  now: Date.now,
  progress: () => {},
  onFault: () => {}, // told in the result, which is what is looked at
};

function checkOf(probe: HostileProbe, url: string) {
  return probe === 'lighthouse'
    ? aCheck({ id: 'website/lighthouse', url, options: { runs: 3 } })
    : aCheck({ id: `website/${probe}@mobile`, url });
}

function expectedOf({ pageLoad, contacts, lighthouse = 'measured' }: HostilePage, probe: HostileProbe) {
  switch (probe) {
    case 'page-load':
      return pageLoad;
    case 'contacts':
      return contacts;
    case 'lighthouse':
      return lighthouse;
  }
}

function wrong(probe: HostileProbe, expected: Expected | readonly Expected[], result: Result | undefined): string[] {
  const { outcome = 'no result', cause = null, reason, details = {} } = result ?? {};
  const came = cause === null ? outcome : `${outcome}: ${cause}`;
  const allowed: readonly Expected[] = typeof expected === 'string' ? [expected] : expected;
  if (allowed.includes(finds) && probe === 'contacts' && came === 'measured') {
    return JSON.stringify(details['found'] ?? '').includes(phone) ? [] : ['contacts did not find the phone number'];
  }
  const wanted = allowed.map((one) => (one === finds ? 'measured' : one));
  return wanted.some((one) => one === came)
    ? []
    : [
        `${probe} came to "${came}" instead of "${wanted.join('" or "')}": ${reason === undefined ? '' : wordStatement(reason, 'en')}`,
      ];
}

/** A killed process takes a moment to be gone. */
async function leftProcesses(pids: readonly number[]): Promise<number[]> {
  let left = stillRunning(pids);
  for (let tries = 0; left.length > 0 && tries < 20; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    left = stillRunning(left);
  }
  return left;
}

const samplingMs = 100;

function watchMemory() {
  const seen = new Set<number>();
  let peakBytes = 0;
  const timer = setInterval(() => {
    const samples = browserSamples();
    for (const { pid } of samples) seen.add(pid);
    peakBytes = Math.max(
      peakBytes,
      samples.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  }, samplingMs);
  return {
    stop: () => {
      clearInterval(timer);
      return { peakMb: Math.round(peakBytes / 1024 / 1024), seen: [...seen] };
    },
  };
}
