interface Share {
  readonly people: number;
  /** Of how many. */
  readonly of: number;
}

/** Thirteen themes are looked at every week: with one in twenty, chance alone would speak up every other week. */
const chance = 0.02;

/**
 * Would so many of those who say it at all rarely fall into the later period by chance? A one-sided binomial test of what share of
 * them is in it, beside the share of all people who is.
 */
export function isMoreThanChance(is: Share, was: Share): boolean {
  const all = is.people + was.people;
  return all > 0 && tail(all, is.people, is.of / (is.of + was.of)) < chance;
}

/** The probability of at least `least` successes in `trials`; by logarithms, because a thousand trials leave nothing of a power. */
function tail(trials: number, least: number, share: number): number {
  let sum = 0;
  let coefficient = 0;
  for (let successes = 0; successes <= trials; successes += 1) {
    const log = coefficient + successes * Math.log(share) + (trials - successes) * Math.log(1 - share);
    if (successes >= least) sum += Math.exp(log);
    coefficient += Math.log(trials - successes) - Math.log(successes + 1);
  }
  return sum;
}
