import fc from 'fast-check';
import type { Policy } from '../../shared/model/check.ts';
import type { Finding } from './a-world.ts';

export const checkNames = ['availability', 'page-load@mobile', 'form'] as const;

/** How often a check runs; its probe's own cadence where nothing is said. */
export interface Cadence {
  readonly everyMinutes?: number;
  readonly inHoursOnly?: boolean;
}

/** The steps that read a clock: dispatch dates the runs, evaluate and notify look at them. */
export const clockOwners = ['dispatch', 'evaluate', 'notify'] as const;
export type ClockOwner = (typeof clockOwners)[number];

/** What may happen to a touchpoint with three checks. Checks are named by their number. */
export type Step =
  | {
      readonly kind: 'runs';
      readonly check: number;
      readonly finds: Finding;
      readonly times: number;
      readonly gap: number;
    }
  | { readonly kind: 'replay'; readonly check: number; readonly back: number }
  | { readonly kind: 'trigger lost' | 'sweeps lost'; readonly lost: boolean }
  | { readonly kind: 'maintenance'; readonly minutes: number }
  | { readonly kind: 'sending'; readonly works: boolean }
  /** Acknowledged, and taken back. */
  | { readonly kind: 'acknowledge' | 'withdraw'; readonly check: number }
  | { readonly kind: 'remove' | 'restore'; readonly check: number }
  /** Its checks have other ids from now on. */
  | { readonly kind: 'rename' }
  | { readonly kind: 'cadence'; readonly check: number; readonly cadence: Cadence }
  /** The clock of one step, or of the whole machine, is ahead of the true time, or behind. */
  | { readonly kind: 'clock'; readonly of: ClockOwner | 'all'; readonly aheadSeconds: number }
  /** A later version has written to the table, and this one is back. */
  | { readonly kind: 'roll back'; readonly newWords: boolean }
  /** Nothing runs. */
  | { readonly kind: 'pause'; readonly minutes: number };

const check = fc.nat(checkNames.length - 1);
const finds = fc.constantFrom<Finding>('green', 'green', 'yellow', 'red', 'red', 'unknown', 'unreachable', 'gone');
const times = fc.integer({ min: 1, max: 7 });
const gap = fc.integer({ min: 1, max: 90 });
const cadence = fc.record(
  { everyMinutes: fc.constantFrom(5, 30, 240, 720, 1440), inHoursOnly: fc.boolean() },
  { requiredKeys: [] },
);
const owner = fc.constantFrom<ClockOwner | 'all'>('all', 'all', ...clockOwners);
const [minute, hour, day] = [60, 3600, 86_400];
/** By seconds to years, both ways, and right again. */
const aheadSeconds = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -15 * minute, max: 15 * minute }),
  fc
    .tuple(fc.constantFrom(-1, 1), fc.constantFrom(1, 40, hour, 3 * hour, 12 * hour, day, 40 * day, 365 * day))
    .map(([sign, seconds]) => sign * seconds),
);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('runs'), check, finds, times, gap }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('replay'), check, back: fc.nat(8) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('trigger lost'), lost: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweeps lost'), lost: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('maintenance'), minutes: fc.integer({ min: 5, max: 600 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sending'), works: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('acknowledge'), check }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw'), check }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), check }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore'), check }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cadence'), check, cadence }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock'), of: owner, aheadSeconds }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roll back'), newWords: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause'), minutes: fc.integer({ min: 30, max: 3000 }) }) },
  // Long enough for the log of what was sent to be read from before its usual beginning.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause'), minutes: fc.constant(45 * 1440) }) },
);

const aResponseTime = fc.record({ minutes: fc.constantFrom(15, 60, 600), inBusinessHours: fc.boolean() });

const aPolicy: fc.Arbitrary<Partial<Policy>> = fc.record({
  failuresToOpen: fc.integer({ min: 1, max: 3 }),
  successesToResolve: fc.integer({ min: 1, max: 3 }),
  remindEveryMinutes: fc.constantFrom(0, 120, 1440),
  blindAfterMinutes: fc.constantFrom(30, 180),
  yellowInBusinessHours: fc.boolean(),
  hushFlapping: fc.boolean(),
  acknowledge: fc.record({ red: aResponseTime, yellow: aResponseTime }, { requiredKeys: [] }),
});

export const aHistory = fc.record({ steps: fc.array(aStep, { maxLength: 25 }), policy: aPolicy });
