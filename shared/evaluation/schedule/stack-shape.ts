import type { Configuration } from '../../model/business.ts';
import { secretsOfChannel } from '../../model/channel.ts';
import { type ProbeStep, probeSteps, type Step, visitRoute } from '../../model/stack-names.ts';
import { stepOf } from '../../probes/index.ts';

/** What a configuration makes `cdk deploy` build, as far as it costs by being there. A test holds it against the template. */
export interface StackShape {
  readonly probes: readonly ProbeStep[];
  readonly steps: readonly Step[];
  /** FIFO queues that Lambda polls, whether a visit is due or not. */
  readonly polledQueues: number;
  /** Queues that evaluate looks into when it is woken. */
  readonly resultQueues: number;
  /** By name, without the stack's. */
  readonly alarms: readonly string[];
  readonly dashboards: number;
  readonly secrets: number;
}

/** The probes that further regions have, too: those of checks that are looked at from there. */
export function probesElsewhere({ touchpoints }: Pick<Configuration, 'touchpoints'>): ProbeStep[] {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const needed = new Set(checks.flatMap(({ probe, regions }) => (regions === undefined ? [] : stepOf(probe))));
  return probeSteps.filter((step) => needed.has(step));
}

export function stackShape(
  {
    touchpoints,
    digest,
    page = null,
    alerts,
  }: Pick<Configuration, 'touchpoints' | 'digest'> & Partial<Pick<Configuration, 'page' | 'alerts'>>,
  { dashboard = false }: { readonly dashboard?: boolean } = {},
): StackShape {
  const needed = new Set(touchpoints.flatMap(({ checks }) => checks.map(({ probe }) => stepOf(probe))));
  const probes = probeSteps.filter((step) => needed.has(step));
  const queued = probes.filter((step) => visitRoute[step].by === 'queue');
  return {
    probes,
    steps: [
      'dispatch',
      ...probes,
      'evaluate',
      'notify',
      ...(digest === null ? [] : (['digest'] as const)),
      ...(page === null ? [] : (['page'] as const)),
    ],
    polledQueues: queued.length,
    resultQueues: probes.length,
    alarms: [
      'no-results',
      'dispatch-silent',
      'results-waiting',
      ...queued.map((step) => `${step}-visits-waiting`),
      'work-lost',
      ...(queued.length > 0 ? ['visits-lost'] : []),
      'alerts-not-delivered',
      ...(digest === null ? [] : ['digest-bounced']),
      ...(page === null ? [] : ['page-failing']),
    ],
    dashboards: dashboard ? 1 : 0,
    // The page signs its links with one of its own, and may sign in with another.
    secrets:
      new Set([
        ...touchpoints.flatMap(({ secret }) => secret ?? []),
        ...(alerts?.channels ?? []).flatMap(secretsOfChannel),
      ]).size + (page === null ? 0 : page.signIn === null ? 1 : 2),
  };
}
