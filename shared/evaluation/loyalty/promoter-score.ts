import { type Estimate, z95 } from './estimate.ts';

/** Answers to "would you recommend us", from 0 to 10. */
export interface Tally {
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
}

/** Would rather not recommend the business. */
export function isDetractor(score: number): boolean {
  return score <= 6;
}

export const noAnswers: Tally = { promoters: 0, passives: 0, detractors: 0 };

export function withAnswer(tally: Tally, score: number): Tally {
  if (score >= 9) return { ...tally, promoters: tally.promoters + 1 };
  if (isDetractor(score)) return { ...tally, detractors: tally.detractors + 1 };
  return { ...tally, passives: tally.passives + 1 };
}

export function answersIn({ promoters, passives, detractors }: Tally): number {
  return promoters + passives + detractors;
}

/**
 * Net promoter score, from -100 to 100, of one answer at least. Where all answer alike, the usual margin is 0, which no small group
 * deserves: then the adjusted one is wider, which adds three imagined answers (3/4 promoters, 3/2 passives, 3/4 detractors).
 */
export function promoterScore(tally: Tally): Estimate {
  const { promoters, passives, detractors } = tally;
  const from = answersIn(tally);
  const adjusted = { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 };
  return {
    value: (100 * (promoters - detractors)) / from,
    margin: Math.max(marginOf(tally), marginOf(adjusted)),
    from,
  };
}

function marginOf(tally: Tally): number {
  const n = answersIn(tally);
  const [p, d] = [tally.promoters / n, tally.detractors / n];
  return 100 * z95 * Math.sqrt((p + d - (p - d) ** 2) / n);
}
