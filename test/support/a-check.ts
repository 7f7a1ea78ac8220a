import type { Check, Policy } from '../../shared/model/check.ts';
import { policySchema } from '../../shared/model/check.ts';
import { type CheckId, parseCheckId } from '../../shared/model/check-id.ts';
import type { Threshold } from '../../shared/model/threshold.ts';
import { specOf } from '../../shared/probes/index.ts';

export type CheckOverrides = Partial<Omit<Check, 'id' | 'policy'>> & {
  readonly id?: CheckId;
  readonly policy?: Partial<Policy>;
};

/**
 * A check as shared/config would read it: everything follows from its id and its probe's defaults unless overridden.
 * `aCheck({ id: 'website/form', policy: { failuresToOpen: 3 } })`
 */
export function aCheck({ id = 'website/page-load@mobile', policy = {}, ...overrides }: CheckOverrides = {}): Check {
  const { touchpointId, probe, page, device } = parseCheckId(id);
  const spec = specOf(probe);
  const thresholds: Record<string, Threshold> = {};
  for (const [name, measurement] of Object.entries(spec?.measurements ?? {})) {
    const threshold = (device === null ? undefined : measurement.thresholdOn?.[device]) ?? measurement.threshold;
    if (threshold !== undefined) thresholds[name] = threshold;
  }
  return {
    id,
    touchpointId,
    probe,
    device,
    page,
    url: `https://coffeelab.example${page ?? '/'}`,
    everyMinutes: spec?.everyMinutes ?? 30,
    options: { ...(spec?.options.parse({}) as Check['options'] | undefined) },
    thresholds,
    policy: policySchema.parse(policy),
    ...overrides,
  };
}
