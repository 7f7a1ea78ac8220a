import { planIdOfTheme, type Theme, themeOfPlanId } from '../../model/theme.ts';
import type { Role } from '../../model/week-figure.ts';
import type { PlanParts, Standing } from '../plan/plan.ts';
import { fewestWriters, type Recurring } from '../themes/recurring.ts';
import type { Action } from './actions.ts';

/**
 * What more and more customers complain of. Once it is in the plan it stays there until fewer do: after a month of complaints there are
 * no more than in the month before, and nothing is better.
 */
export function themeActions(
  themes: Recurring | null,
  plan: Pick<PlanParts, 'memory' | 'steps'> | undefined,
  by: string,
): Action[] {
  const open = (plan?.steps ?? []).filter(({ closed }) => closed?.how !== 'gone');
  const planned = new Set([...(plan?.memory?.planned ?? []), ...open].map(({ id }) => id));
  const complaints = (themes?.themes ?? []).filter(({ side }) => side === 'complaint');
  return complaints.flatMap((recurring): Action[] => {
    const { theme, change, touchpoints, people } = recurring;
    const id = planIdOfTheme(theme);
    if (change !== 'growing' && (change === 'shrinking' || !planned.has(id))) return [];
    const where = { ids: [id], touchpointIds: touchpoints.map((each) => each.id) };
    const unknown = { about: null, since: null, badMs: 0, dueAt: null };
    return [
      {
        ...{ kind: 'theme', light: 'yellow', probe: theme, count: people, theme: recurring },
        ...{ role: roleOfTheme(theme), by },
        ...where,
        ...unknown,
      },
    ];
  });
}

/** Who can do something about it. */
export function roleOfTheme(theme: Theme): Role {
  return theme === 'website' ? 'developer' : 'answerer';
}

/** Of what a model was to read, so little by the lexicon hides no theme. */
const mostInstead = 0.1;

/**
 * How a theme stands of which nothing asks to be done. Where few write, where not everything is read, or not by the same reader,
 * silence says nothing.
 */
export function standingOfTheme(planId: string, themes: Recurring | null): Standing {
  if (themes === null || themeOfPlanId(planId) === null) return 'removed';
  const { notRead, instead, people } = themes;
  const isUnread = notRead.some(({ how }) => how !== 'new');
  const isReadInstead = instead !== null && instead.byLexicon > mostInstead * instead.texts;
  return isUnread || isReadInstead || people < fewestWriters ? 'unknown' : 'well';
}
