import { type Statement, sayer } from '../../model/finding.ts';

/** Audits of Lighthouse, by its own ids, that an owner can be advised on; the others are left to the full report. */
export const advisedAudits = [
  'render-blocking-insight',
  'image-delivery-insight',
  'lcp-discovery-insight',
  'document-latency-insight',
  'font-display-insight',
  'duplicated-javascript-insight',
  'legacy-javascript-insight',
  'third-parties-insight',
  'cache-insight',
  'network-dependency-tree-insight',
  'modern-http-insight',
  'dom-size-insight',
  'forced-reflow-insight',
  'cls-culprits-insight',
  'unused-javascript',
  'unused-css-rules',
  'unminified-javascript',
  'unminified-css',
  'unsized-images',
] as const;
export type AdvisedAudit = (typeof advisedAudits)[number];

type Advice = {
  readonly id: AdvisedAudit;
  /** How much sooner the first or the main content is visible; 0 for none, as with the others. */
  readonly savedMs: number;
  /** How much sooner the page reacts to taps. */
  readonly savedBlockingMs: number;
  /** How much less there is to download. */
  readonly savedBytes: number;
};

type Nothing = Readonly<Record<string, never>>;

/** What the probe may have to say of what it saw. Scores are between 0 and 1. */
export type LighthouseStatements = {
  /** The median of so many runs, and the worst and the best of them. */
  readonly 'lighthouse/score': {
    readonly score: number;
    readonly runs: number;
    readonly least: number;
    readonly most: number;
  };
  /** What would help, the most helpful first. */
  readonly 'lighthouse/advice': { readonly best: readonly Advice[] };
  /** @param why of each run, said once */
  readonly 'lighthouse/no-valid-run': { readonly why: readonly Statement[] };
  readonly 'lighthouse/endless-run': Nothing;
  readonly 'lighthouse/returned-nothing': Nothing;
  /** @param code Lighthouse's own: `NO_FCP` */
  readonly 'lighthouse/audit-failed': { readonly code: string };
  readonly 'lighthouse/no-score': Nothing;
  readonly 'lighthouse/slow-host': { readonly benchmarkIndex: number; readonly atLeast: number };
  readonly 'lighthouse/page-error': { readonly status: number };
  /** @param error the browser's own name for it, or the first line of its message */
  readonly 'lighthouse/not-opened': { readonly error: string };
  /** To an address that is out of reach. */
  readonly 'lighthouse/detour': { readonly why: Statement };
};

export const sayLighthouse = sayer<LighthouseStatements>();
