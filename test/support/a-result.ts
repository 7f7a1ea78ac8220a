import type { Light } from '../../shared/model/light.ts';
import type { Result } from '../../shared/model/result.ts';
import { allStated, type Sayable, stated } from './said.ts';

type ResultOverrides = Partial<Omit<Result, 'reason' | 'facts'>> & {
  readonly reason?: Sayable;
  readonly facts?: Readonly<Record<string, Sayable>>;
};

/** A measured, healthy page load at 2026-11-23T09:00Z (a Monday) unless overridden; times follow `scheduledAt`. */
export function aResult({ reason = 'The page loaded.', facts = {}, ...overrides }: ResultOverrides = {}): Result {
  const scheduledAt = overrides.scheduledAt ?? '2026-11-23T09:00:00.000Z';
  return {
    checkId: 'website/page-load@mobile',
    scheduledAt,
    startedAt: later(scheduledAt, 1000),
    finishedAt: later(scheduledAt, 6000),
    attempts: 1,
    outcome: 'measured',
    reason: stated(reason),
    cause: null,
    measurements: { lcpMs: 1500 },
    facts: allStated(facts),
    evidence: [],
    details: {},
    ...overrides,
  };
}

/** A page-load result that the default thresholds judge as the given light. */
export function aResultThatIs(light: Light, overrides: ResultOverrides = {}): Result {
  switch (light) {
    case 'green':
      return aResult(overrides);
    case 'yellow':
      return aResult({ measurements: { lcpMs: 3100 }, ...overrides });
    case 'red':
      return aResult({ measurements: { lcpMs: 6100 }, ...overrides });
    case 'unknown':
      return aResult({
        outcome: 'unknown',
        cause: 'probe-fault',
        reason: 'The browser did not start.',
        measurements: {},
        ...overrides,
      });
  }
}

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
