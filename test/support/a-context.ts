import type { ProbeSpec } from '../../shared/model/probe-spec.ts';
import type { ProbeContext } from '../../shared/runtime/probe.ts';

/** A probe's context with default options and a generous deadline. */
export function aContext<Spec extends ProbeSpec>(
  spec: Spec,
  {
    options = {},
    deadlineMs = 60_000,
    business = null,
  }: { options?: Record<string, unknown>; deadlineMs?: number; business?: ProbeContext<Spec>['business'] } = {},
): ProbeContext<Spec> {
  return {
    options: spec.options.parse(options) as ProbeContext<Spec>['options'],
    signal: AbortSignal.timeout(deadlineMs),
    progress: () => {},
    pictures: true,
    business,
  };
}
