import type { Configuration, Touchpoint } from '../../../shared/model/business.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { ScorecardTemplate } from '../../../shared/model/scorecard.ts';
import { scorecard } from '../../../shared/probes/scorecard/spec.ts';

interface Scored {
  readonly touchpoint: Touchpoint;
  readonly check: Check;
  readonly template: ScorecardTemplate;
}

/** A touchpoint that people assess, with its template; null for any other. */
export function scoredIn(id: string | undefined, { touchpoints }: Pick<Configuration, 'touchpoints'>): Scored | null {
  const touchpoint = touchpoints.find((each) => each.id === id);
  const check = touchpoint?.checks.find(({ probe }) => probe === scorecard.id);
  if (touchpoint === undefined || check === undefined) return null;
  const { data } = scorecard.options.safeParse(check.options);
  return data === undefined || data.template === null ? null : { touchpoint, check, template: data.template };
}
