import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';
import { type ScorecardTemplate, scorecardTemplateSchema } from '../../model/scorecard.ts';
import type { Thresholds } from '../../model/threshold.ts';

/** A threshold's red bound is red itself; a template's is the worst share that is still yellow. Scores are rounded more coarsely. */
const justBelow = 1e-9;

/** What share of the points earns which light is the template's. */
export function scorecardThresholds({ bounds: { green, red } }: Pick<ScorecardTemplate, 'bounds'>): Thresholds {
  return { criticalFailures: { green: 0, red: 1 }, score: { green, red: red - justBelow } };
}

export const scorecard = {
  id: 'scorecard',
  title: 'Customers are served as agreed',
  failureTitle: 'Customers are not served as agreed',
  visit: 'poll',
  owner: 'answerer',
  weight: 2,
  perDevice: false,
  perPage: false,
  everyMinutes: 1440,
  imports: 'scorecards',
  options: z.strictObject({
    /** As a whole, so that a run needs nothing but its check. */
    template: scorecardTemplateSchema.nullable().default(null),
    /** How touchpoints.yaml names it, and `touchlight score new` too. */
    templateName: z.string().default(''),
    /** As touchpoints.yaml names it; null for the touchpoint's own. */
    folder: z.string().nullable().default(null),
    timeZone: z.string().default('UTC'),
  }),
  measurements: {
    criticalFailures: {
      title: 'critical questions that failed',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
    score: {
      title: 'share of the points that were earned',
      unit: 'ratio',
      threshold: { green: 0.85, red: 0.6 },
      main: true,
    },
    answeredShare: { title: 'share of the questions that were answered, by weight', unit: 'ratio' },
    visits: { title: 'assessed visits that count', unit: 'count' },
  },
} as const satisfies ProbeSpec;
