import type { Stub } from '../../../examples/social-stubs/stub-server.ts';
import type { World } from '../../../examples/social-stubs/world.ts';
import { runPoll } from '../../../functions/probe-social/run-poll.ts';
import { judge } from '../../../shared/evaluation/judge.ts';
import type { Calendar, Shift } from '../../../shared/model/business.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Light } from '../../../shared/model/light.ts';
import { responseThresholds, type SocialKind } from '../../../shared/model/probes/responses.ts';
import type { Result } from '../../../shared/model/result.ts';
import { aCheck } from '../../support/a-check.ts';
import { logged } from './log.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';

const day: Shift[] = [
  [540, 780],
  [840, 1080],
];

/** Coffee Lab's hours: Mon to Fri 09:00-13:00 and 14:00-18:00, Sat 10:00-15:00, in Kyiv (UTC+2 in November). */
export const coffeeLabHours: Calendar = {
  timeZone: 'Europe/Kyiv',
  shifts: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [[600, 900]], sun: [] },
  holidays: [],
};

export const slaMinutes = 240;

export interface Polled {
  readonly result: Result;
  readonly light: Light;
  /** What an alert would say. */
  readonly reason: string;
}

export interface WatchedTouchpoint {
  readonly check: Check;
  readonly store: MemoryStore;
  readonly world: World;
  readonly stub: Stub;
  /** Polls now, by the world's clock. */
  poll(): Promise<Polled>;
}

export interface TouchpointOptions {
  readonly account?: string;
  readonly secret: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A touchpoint whose platform is a stub: the same world's clock for both, and no real waiting. */
export function aWatchedTouchpoint(
  platform: SocialKind,
  stub: Stub,
  { account = stub.world.business.id, secret, options = {} }: TouchpointOptions,
): WatchedTouchpoint {
  const { world } = stub;
  const store = memoryStore();
  const check = aCheck({
    id: `${platform}/responses`,
    url: null,
    options: {
      platform,
      account,
      secret: `${platform}-token`,
      slaMinutes,
      calendar: coffeeLabHours,
      language: 'en',
      staff: ['777'],
      messages: false,
      api: stub.url,
      ...options,
    } as Check['options'],
    thresholds: responseThresholds(slaMinutes),
  });
  return {
    check,
    store,
    world,
    stub,
    async poll() {
      const scheduledAt = toInstant(world.now);
      const [result] = await runPoll(
        { scheduledAt, confirmation: false, checks: [check] },
        {
          secrets: { read: async () => secret },
          conversations: store,
          evidence: { put: async () => Promise.reject(new Error('A poll has no evidence.')) },
          now: () => world.now,
          progress: (what) => logged(what),
          onFault: (_, error) => {
            logged(error instanceof Error ? `${error.message}\n${error.stack}` : String(error));
          },
          network: 'any',
          sleep: async (ms) => {
            world.now += ms;
          },
        },
      );
      if (result === undefined) throw new Error('A poll yields a result.');
      const { light, headline } = judge(result, check);
      logged(JSON.stringify(result));
      return { result, light, reason: headline.reason };
    },
  };
}
