import { expect } from 'vitest';
import { cruxKey, cruxStub, type KnownSites } from '../../examples/social-stubs/crux.ts';
import { type Stub, type StubRequest, serveStub } from '../../examples/social-stubs/stub-server.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../shared/evaluation/incidents/light-at.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Device } from '../../shared/model/device.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';

/** The newest 28 days end two days before. */
export const now = Date.parse('2026-09-27T09:00:00.000Z');
export const site = 'https://coffeelab.example';
export const slow = { lcp: 3_120, inp: 250, cls: '0.05', ttfb: 900 };
export const fast = { lcp: 1_900, inp: 120, cls: '0.01', ttfb: 400 };

/** Stubs and servers to be closed behind a test. */
export const opened: (Stub | { close(): Promise<void> })[] = [];
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((each) => each.close()));
}

interface Asked {
  readonly device?: Device;
  readonly page?: string;
  readonly key?: string;
  readonly url?: string;
  /** The site is a competitor's. */
  readonly guest?: Check['guest'];
}

/** A stub that remembers what it was asked. */
export async function google(sites: KnownSites) {
  const requests: StubRequest[] = [];
  const platform = cruxStub(sites, () => now);
  const stub = await serveStub({
    ...platform,
    route: (request) => {
      requests.push(request);
      return platform.route(request);
    },
  });
  opened.push(stub);
  const questions = () => requests.map(({ path, text }) => ({ path, ...(JSON.parse(text) as object) }));
  return { stub, requests, questions };
}

export function aSpeedCheck(api: string, { device = 'mobile', page, url = `${site}/`, guest }: Asked): Check {
  const options = { secret: 'crux-key', page: page ?? null, api };
  return aCheck({ id: `website/field-speed@${device}`, url, options, ...(guest && { guest }) });
}

export async function look(api: string, asked: Asked = {}) {
  const check = aSpeedCheck(api, asked);
  const waits: number[] = [];
  const faults: unknown[] = [];
  const [result] = await runPoll(
    { scheduledAt: toInstant(now), confirmation: false, checks: [check] },
    {
      evidence: { put: () => Promise.reject(new Error('There is no evidence.')) },
      secrets: { read: async () => asked.key ?? cruxKey },
      conversations: memoryStore(),
      now: () => now,
      sleep: async (ms) => void waits.push(ms),
      progress: () => {},
      onFault: (_, error) => faults.push(error),
      network: 'any',
    },
  );
  if (result === undefined) throw new Error('A run yields a result.');
  expect(faults).toEqual([]);
  const judgement = judge(result, check);
  return {
    ...inEnglish(result),
    light: shownLight(judgement.light, result.outcome),
    headline: judgement.headline,
    waits,
  };
}
