import { takeResult } from '../../shared/evaluation/incidents/take-result.ts';
import type { Elsewhere } from '../../shared/evaluation/incidents/weigh-regions.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { RegionView, Saw } from '../../shared/model/region-view.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCheck, type CheckOverrides } from './a-check.ts';
import { aResult } from './a-result.ts';

export const home = 'eu-west-1';
export const [stockholm, paris] = ['eu-north-1', 'eu-west-3'];
const begin = Date.parse('2026-11-23T09:00:00.000Z');
export const minute = (n: number) => toInstant(begin + n * 60_000);

export const availability = aCheck({ id: 'website/availability', regions: [stockholm, paris] });

export function down(at: number, overrides: Partial<Result> = {}): Result {
  return aResult({
    ...{ checkId: availability.id, scheduledAt: minute(at), outcome: 'failed', cause: 'unreachable' },
    ...{ reason: 'The site does not respond.', measurements: {} },
    ...overrides,
  } as Parameters<typeof aResult>[0]);
}

export const up = (at: number): Result =>
  aResult({ checkId: availability.id, scheduledAt: minute(at), measurements: { ttfbMs: 200, redirects: 0 } });

/** Runs at home, five minutes apart unless said otherwise, and what the regions saw of each. */
export class Story {
  readonly #check: ReturnType<typeof aCheck>;
  readonly #views: RegionView[] = [];
  status: Status | null = null;
  reasons: string[] = [];
  asked: string[] = [];

  constructor(overrides: CheckOverrides = {}) {
    this.#check = { ...availability, ...aCheck({ id: availability.id, regions: [stockholm, paris], ...overrides }) };
  }

  see(at: number, region: string, saw: Saw): this {
    const { touchpointId, id: checkId } = this.#check;
    this.#views.push({ touchpointId, checkId, scheduledAt: minute(at), region, saw });
    return this;
  }

  /** @param weighedAt where its result had to wait */
  run(result: Result, weighedAt: Instant = result.scheduledAt): this {
    const elsewhere: Elsewhere = { home, views: this.#views, site: null };
    const arrival = { timeZone: 'UTC', now: weighedAt, isRepeated: false, elsewhere };
    const { status, step } = takeResult(this.status, result, this.#check, arrival);
    this.status = status;
    this.reasons.push(step?.reason ?? 'late');
    if (step?.asksRegions === true) this.asked.push(result.scheduledAt);
    return this;
  }

  get incident() {
    return this.status?.incident;
  }
}
