import type { Calendar } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import type { ShownLight } from '../../model/light.ts';
import type { PlanAction, PlanEntry } from '../../model/plan.ts';
import { type Need, type PlanParts, planOf, type Standing } from '../plan/plan.ts';
import { localDate } from '../schedule/zone.ts';
import type { Recurring } from '../themes/recurring.ts';
import { type Action, planKindOf } from './actions.ts';
import type { TouchpointWeek } from './of-touchpoint.ts';
import { standingOfTheme } from './theme-actions.ts';

/** What people did and wanted, beside what the lights say. */
export type PlanSources = Pick<PlanParts, 'own' | 'steps' | 'memory'>;

const noSources: PlanSources = { own: [], steps: [], memory: null };

/** @param actions of one touchpoint each, worst first */
export function planOfWeek(
  actions: readonly Action[],
  touchpoints: readonly TouchpointWeek[],
  {
    plan = noSources,
    now,
    calendar,
    themes = null,
  }: {
    readonly plan?: PlanSources;
    readonly now: Instant;
    readonly calendar: Calendar;
    readonly themes?: Recurring | null;
  },
): PlanEntry[] {
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return planOf({
    ...plan,
    needs: actions.flatMap((action) => needOf(action, byId)),
    standingOf: (action) => (action.kind === 'theme' ? standingOfTheme(action.id, themes) : standingOf(action, byId)),
    today: localDate(Date.parse(now), calendar.timeZone),
  });
}

type ById = ReadonlyMap<string, TouchpointWeek>;

function needOf({ theme, kind, ids, touchpointIds, probe, light, since, role, by }: Action, byId: ById): Need[] {
  if (kind === 'theme') {
    const anywhere = { kind, touchpointId: null, probe: null } as const;
    return ids.map((id) => ({ id, ...anywhere, light, troubleSince: theme?.repeatedAt ?? null, role, by }));
  }
  return ids.flatMap((id, n) => {
    const touchpointId = touchpointIds[n];
    if (touchpointId === undefined) return [];
    const troubleSince = kind === 'steady' ? lastBreak(probe, byId.get(touchpointId)) : since;
    return [{ id, kind: planKindOf(kind), touchpointId, probe, light, troubleSince, role, by }];
  });
}

function lastBreak(probe: string, touchpoint: TouchpointWeek | undefined): Instant | null {
  const trouble = touchpoint?.troubles.find(({ kind }) => kind === probe);
  return (
    trouble?.spans
      .map(({ from }) => from)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Of what no action asks for now: well is only what was measured and is green. */
export function standingOf(
  { touchpointId, probe, kind }: PlanAction,
  byId: ReadonlyMap<string, Pick<TouchpointWeek, 'probeLights' | 'light'>>,
): Standing {
  const touchpoint = byId.get(touchpointId ?? '');
  if (touchpoint === undefined || probe === null) return 'removed';
  const light = lightOf(probe, touchpoint);
  if (light === undefined) return 'removed';
  if (kind === 'see') return light === 'unknown' || light === null ? 'unknown' : 'well';
  return light === 'green' ? 'well' : 'unknown';
}

/** Undefined where the check is no longer configured. Any check may find that a site does not answer at all. */
function lightOf(
  probe: string,
  { probeLights, light }: Pick<TouchpointWeek, 'probeLights' | 'light'>,
): ShownLight | undefined {
  if (Object.hasOwn(probeLights, probe)) return probeLights[probe];
  return probe === 'availability' ? light : undefined;
}
