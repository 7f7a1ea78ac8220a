import type { Device } from './device.ts';
import type { ProbeStep } from './stack-names.ts';

/** How one kind of visit is made: the one place that says so. */
interface VisitKindSpec {
  /** The step (folder in functions/) that makes it. */
  readonly step: ProbeStep;
  /**
   * Where it waits for its turn on one machine. Two browsers at once would disturb each other's measurements; a plain request
   * or a poll disturbs nobody, and does not wait behind an audit.
   */
  readonly lane: 'request' | 'browser' | 'poll';
  /**
   * What is measured once more in the same run: `bad` repeats what came out red or grey, `unknown` only what is grey (an audit
   * is the median of several runs already), `never` nothing (a poll repeats single requests where that helps).
   */
  readonly repeat: 'bad' | 'unknown' | 'never';
  /**
   * Runs in a row that open an incident, and that end it, where the file does not say. A page may fail once; what a poll counts is
   * written down, so the first look at it is as good as a second.
   */
  readonly runsToDecide: number;
  /** Measured with `npm run bench -- visits` and rounded up, for the estimate of what it costs; see docs/cost.md. */
  readonly cost: {
    readonly ms: Readonly<Record<Device, number>>;
    readonly memoryGb: number;
    /** A mean: marked pictures of green results are taken once a day. */
    readonly evidence: { readonly kb: number; readonly objects: number } | null;
    /** Of one result in the table, with its keys. */
    readonly resultKb: number;
  };
}

const browserGb = 2;
const smallGb = 0.25;

/** In the order in which one machine makes them: what a person waits for comes early, and the heavy audit disturbs nobody. */
export const visitKinds = {
  /** A plain request without a browser; the internet's round trips are added, which the demo on loopback does not have. */
  request: {
    step: 'probe-availability',
    lane: 'request',
    repeat: 'bad',
    runsToDecide: 2,
    cost: { ms: { mobile: 400, desktop: 400 }, memoryGb: smallGb, evidence: null, resultKb: 1.5 },
  },
  /** One page load that answers several checks. */
  load: {
    step: 'probe-page',
    lane: 'browser',
    repeat: 'bad',
    runsToDecide: 2,
    cost: {
      ms: { mobile: 4500, desktop: 3000 },
      memoryGb: browserGb,
      evidence: { kb: 112, objects: 2.1 },
      resultKb: 3.6,
    },
  },
  /** A visit of its own that fills in a form. */
  form: {
    step: 'probe-page',
    lane: 'browser',
    repeat: 'bad',
    runsToDecide: 2,
    cost: {
      ms: { mobile: 6500, desktop: 6500 },
      memoryGb: browserGb,
      evidence: { kb: 10, objects: 0.2 },
      resultKb: 1.5,
    },
  },
  /** Lighthouse. */
  audit: {
    step: 'probe-lighthouse',
    lane: 'browser',
    repeat: 'unknown',
    runsToDecide: 2,
    cost: {
      ms: { mobile: 30_000, desktop: 30_000 },
      memoryGb: browserGb,
      evidence: { kb: 450, objects: 1 },
      resultKb: 1.5,
    },
  },
  /** Asks a platform who waits for an answer. */
  poll: {
    step: 'probe-social',
    lane: 'poll',
    repeat: 'never',
    runsToDecide: 1,
    cost: { ms: { mobile: 1500, desktop: 1500 }, memoryGb: smallGb, evidence: null, resultKb: 2.5 },
  },
} as const satisfies Readonly<Record<string, VisitKindSpec>>;

export type VisitKind = keyof typeof visitKinds;
