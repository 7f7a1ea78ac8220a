import type { Stub } from '../../../examples/social-stubs/stub-server.ts';
import type { World } from '../../../examples/social-stubs/world.ts';
import { createHandler, type SocialDeps } from '../../../functions/probe-social/handler.ts';
import type { PollModels } from '../../../functions/probe-social/themes/model-readers.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { SocialKind } from '../../../shared/model/social-platform.ts';
import { responseThresholds } from '../../../shared/probes/responses/spec.ts';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { aCheck } from '../../support/a-check.ts';
import { anSqsEvent } from '../../support/an-event.ts';
import { inEnglish } from '../../support/said.ts';
import { coffeeLabHours } from './coffee-lab-hours.ts';
import { guard, logged } from './log.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';

const slaMinutes = 240;

export interface Polled {
  /** Its sentences as an English reader gets them. */
  readonly result: ReturnType<typeof inEnglish<Result>>;
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
  /** Stores a renewed secret; absent like an environment variable. */
  readonly keep?: (value: string) => void;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Language models that read reviews. */
  readonly models?: PollModels;
  /** What the same touchpoint kept before its options changed. */
  readonly store?: MemoryStore;
}

function aPollOf(
  platform: SocialKind,
  stub: Stub,
  account: string,
  options: NonNullable<TouchpointOptions['options']>,
): Check {
  return aCheck({
    id: `${platform}/responses`,
    url: null,
    options: {
      platform,
      account,
      secret: `${platform}-token`,
      slaMinutes,
      calendar: coffeeLabHours,
      staff: ['777'],
      messages: false,
      api: stub.url,
      ...options,
    } as Check['options'],
    thresholds: responseThresholds(slaMinutes),
  });
}

function runIn(world: World, logger: SocialDeps['logger']): SocialDeps['run'] {
  return {
    evidence: { put: async () => Promise.reject(new Error('A poll has no evidence.')) },
    now: () => world.now,
    progress: (what) => logged(what),
    onFault: (checkId, error) => logger.warn('A probe broke.', { checkId, error: error as Error }),
    network: 'any',
    sleep: async (ms) => {
      world.now += ms;
    },
  };
}

function worded(result: Result, check: Check): Polled {
  const { light, headline } = judge(result, check);
  return { result: inEnglish(result), light, reason: wordFinding(headline.finding, check.probe, 'en').sentence };
}

/** A touchpoint whose platform is a stub: the same world's clock for both, and no real waiting. */
export function aWatchedTouchpoint(
  platform: SocialKind,
  stub: Stub,
  { account = stub.world.business.id, secret, keep, options = {}, store = memoryStore(), models }: TouchpointOptions,
): WatchedTouchpoint {
  const { world } = stub;
  const check = aPollOf(platform, stub, account, options);
  guard(world, secret);
  let current = secret;
  let last: Result | null = null;
  const logger = createLogger('probe-social');
  // The step as it is deployed, from the queue's message to the result, with its log.
  const handle = createHandler({
    secrets: {
      read: async () => current,
      ...(keep !== undefined && {
        keeper: () => async (value) => {
          keep(value);
          guard(world, value);
          current = value;
        },
      }),
    },
    conversations: store,
    logger,
    results: {
      send: async ([result]) => {
        last = result ?? null;
      },
    },
    release: async () => {},
    run: { ...runIn(world, logger), ...(models && { models }) },
  });
  return {
    check,
    store,
    world,
    stub,
    async poll() {
      last = null;
      await handle(anSqsEvent({ scheduledAt: toInstant(world.now), confirmation: false, checks: [check] }));
      if (last === null) throw new Error('A poll yields a result.');
      const result: Result = last;
      logged(JSON.stringify(result));
      return worded(result, check);
    },
  };
}
