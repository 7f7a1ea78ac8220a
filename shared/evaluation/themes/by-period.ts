import type { PeriodKind } from '../../model/period-kind.ts';
import type { Saying } from '../../model/saying.ts';
import { type Theme, themeIds } from '../../model/theme.ts';
import { localDate } from '../schedule/zone.ts';
import { weekAt } from '../week/week.ts';
import { type Period, peopleIn } from './recurring.ts';
import { type ThemeSide, themesIn } from './themes-of.ts';

/** Who said what within one week or quarter. */
export interface PeriodThemes {
  /** `2026-W47`, `2026-Q4` */
  readonly id: string;
  /** People who wrote anything. */
  readonly people: number;
  /** Themes that anybody spoke of, most people first. */
  readonly themes: readonly { readonly theme: Theme; readonly side: ThemeSide; readonly people: number }[];
}

/** Week by week, or quarter by quarter, the oldest first; those in which nobody wrote are left out. */
export function byPeriod(
  sayings: readonly Saying[],
  { from, to }: Period,
  kind: PeriodKind,
  timeZone: string,
): PeriodThemes[] {
  const within = sayings.filter(({ at }) => at >= from && at < to);
  const groups = Map.groupBy(within, ({ at }) => (kind === 'week' ? weekAt(at, timeZone).id : quarterOf(at, timeZone)));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({ id, people: peopleIn(own), themes: themesOfGroup(own) }));
}

function themesOfGroup(own: readonly Saying[]): PeriodThemes['themes'] {
  const all = (['complaint', 'praise'] as const).flatMap((side) =>
    themeIds.map((theme) => ({
      ...{ theme, side },
      people: peopleIn(own.filter((each) => themesIn(each, side).includes(theme))),
    })),
  );
  return all.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);
}

function quarterOf(at: string, timeZone: string): string {
  const date = localDate(Date.parse(at), timeZone);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
