import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Place } from '../../model/place.ts';
import type { ScorecardTemplate, ScoredVisit } from '../../model/scorecard.ts';
import { dayMs } from '../../model/time-spans.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type CriteriaRow, criteriaTable } from './criteria-table.ts';
import { overVisits } from './over-visits.ts';
import { type SheetScore, scoreSheet } from './score-sheet.ts';

/** Why a scorecard has its light, in the order in which it is decided. */
export type ScorecardReason =
  /** Grey: nobody has assessed it yet. */
  | 'no-visits'
  /** Grey: the newest visit is older than the template's `validForDays`. The score is the last one known. */
  | 'outdated'
  /** Red, whatever the score. */
  | 'critical-failed'
  /** Grey: every visit left more than 40% of the weight without an answer. */
  | 'too-few-answers'
  | 'below-red'
  | 'below-green'
  | 'at-least-green';

/** What all visits of one scorecard come to. Shares and scores are from 0 to 1. */
export interface ScorecardSummary {
  /** The template's id. */
  readonly scorecard: string;
  readonly title: string;
  readonly place: Place;
  /** Null where there is no visit, or none with an answer that counts. */
  readonly score: number | null;
  readonly light: Light;
  readonly reason: ScorecardReason;
  /** Visits that the score is made of. */
  readonly n: number;
  readonly newestAt: Instant | null;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly score: number | null;
    readonly n: number;
  }[];
  /** Critical questions that failed at the last visit that answered them. */
  readonly criticalFailed: readonly {
    /** Its id. */
    readonly question: string;
    readonly ask: string;
    readonly visit: string;
    readonly at: Instant;
  }[];
  /** Mean share of the template's weight that these visits answered. */
  readonly answeredShare: number;
  /** Null where no visit was assessed by two people. */
  readonly agreement: Agreement | null;
  readonly table: readonly CriteriaRow[];
}

/** A sheet with less of its weight answered says too little to count beside others. */
const enoughAnswered = 0.6;

/**
 * Judges what was assessed by a template. Visits older than `validForDays` do not count while there is a newer one.
 * @param sheets one for each visit and evaluator, of this scorecard
 * @param now epoch milliseconds
 */
export function summarizeScorecard(
  template: ScorecardTemplate,
  sheets: readonly ScoredVisit[],
  now: number,
): ScorecardSummary {
  const newestAt = sheets.reduce<Instant | null>(
    (newest, { at }) => (newest === null || at > newest ? at : newest),
    null,
  );
  const validMs = template.validForDays * dayMs;
  const isOutdated = newestAt !== null && Date.parse(newestAt) < now - validMs;
  const validFrom = (isOutdated ? Date.parse(newestAt) : now) - validMs;
  const valid = sheets.filter(({ at }) => Date.parse(at) >= validFrom).map((sheet) => scoreSheet(template, sheet));
  const complete = valid.filter(({ answeredShare }) => answeredShare >= enoughAnswered - 1e-9);
  const counted = complete.length > 0 ? complete : valid;
  const total = overVisits(counted, (each) => each.total);
  const criticalFailed = criticalFailures(template, valid);
  const score = total?.share ?? null;
  const reason = ((): ScorecardReason => {
    if (newestAt === null) return 'no-visits';
    if (isOutdated) return 'outdated';
    if (criticalFailed.length > 0) return 'critical-failed';
    if (complete.length === 0 || score === null) return 'too-few-answers';
    if (score < template.bounds.red) return 'below-red';
    return score < template.bounds.green ? 'below-green' : 'at-least-green';
  })();
  return {
    scorecard: template.scorecard,
    title: template.title,
    place: template.place,
    score,
    light: lightOf[reason],
    reason,
    n: total?.n ?? 0,
    newestAt,
    sections: template.sections.map(({ id, title }) => {
      const mean = overVisits(counted, ({ sections }) => sections.get(id) ?? null);
      return { id, title, score: mean?.share ?? null, n: mean?.n ?? 0 };
    }),
    criticalFailed,
    answeredShare: overVisits(counted, ({ answeredShare }) => answeredShare)?.share ?? 0,
    agreement: agreementOf(counted),
    table: criteriaTable(template, counted),
  };
}

const lightOf: Readonly<Record<ScorecardReason, Light>> = {
  'no-visits': 'unknown',
  outdated: 'unknown',
  'critical-failed': 'red',
  'too-few-answers': 'unknown',
  'below-red': 'red',
  'below-green': 'yellow',
  'at-least-green': 'green',
};

/** The last visit with an answer decides, and there any one evaluator: who saw it fail saw it. */
function criticalFailures(
  template: ScorecardTemplate,
  sheets: readonly SheetScore[],
): ScorecardSummary['criticalFailed'] {
  const newestFirst = sheets.toSorted((a, b) => (a.sheet.at < b.sheet.at ? 1 : -1));
  return template.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, ask }) => {
      const last = newestFirst.find(({ earned }) => earned.has(id));
      const failed = newestFirst.find(
        ({ sheet, criticalFailures: all }) => sheet.visit === last?.sheet.visit && all.includes(id),
      );
      return failed === undefined ? [] : [{ question: id, ask, visit: failed.sheet.visit, at: failed.sheet.at }];
    });
}
