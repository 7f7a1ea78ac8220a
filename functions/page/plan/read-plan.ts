import { type BoardRow, boardNow } from '../../../shared/evaluation/board/board-now.ts';
import { type Need, planOf } from '../../../shared/evaluation/plan/plan.ts';
import { ownMeasurement, planId } from '../../../shared/evaluation/plan/plan-id.ts';
import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import { dueDay, roleFor } from '../../../shared/evaluation/week/actions.ts';
import { probeLightsAt, type TouchpointWeek } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { standingOf } from '../../../shared/evaluation/week/plan-of-week.ts';
import { roleOfTheme } from '../../../shared/evaluation/week/theme-actions.ts';
import { weekAt } from '../../../shared/evaluation/week/week.ts';
import type { Touchpoint } from '../../../shared/model/business.ts';
import { isSound } from '../../../shared/model/cause.ts';
import { parseCheckId } from '../../../shared/model/check-id.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import type { PlanAction, PlanEntry, PlanMemory, PlanStep } from '../../../shared/model/plan.ts';
import { themeOfPlanId } from '../../../shared/model/theme.ts';
import type { PageDeps } from '../page-deps.ts';

/** So many touchpoints are asked how what was to be done there stands now: one read each. */
const touchpointsAsked = 40;

type Row = BoardRow & { readonly touchpoint: Touchpoint };
type PlanDeps = Pick<PageDeps, 'configuration' | 'stores'>;

export interface PlanNow {
  readonly entries: readonly PlanEntry[];
  /** Nothing is grey: where nothing is to be done, that is known. */
  readonly allMeasured: boolean;
}

/** The plan as it stands now: what the last digest listed, what is open on the board, and what people did about it. */
export async function readPlan({ configuration, stores }: PlanDeps, now: Instant): Promise<PlanNow> {
  const { touchpoints, calendar, timeZone, plan: own } = configuration;
  const [entries, steps, memory] = await Promise.all([
    stores.board.list(),
    stores.plan.list(),
    stores.plan.newest(weekAt(now, timeZone).id),
  ]);
  const rows = boardNow(touchpoints, entries, now);
  const by = (light: Need['light']): string => dueDay(light, now, calendar);
  const needs = [
    ...rows.flatMap((row) => [...ofIncidents(row, by), ...ofGrey(row, by)]),
    ...ofSteady(rows, { memory, steps }, by),
    ...ofThemes(memory, by),
  ];
  const needed = new Set(needs.map(({ id }) => id));
  const left = [...(memory?.planned ?? []), ...steps].filter(({ id }) => !needed.has(id));
  const states = await statesOf(rows, left, { configuration, stores }, now);
  const today = localDate(Date.parse(now), timeZone);
  return {
    entries: planOf({ needs, own, steps, memory, today, standingOf: (action) => standingOf(action, states) }),
    allMeasured: rows.every(({ light }) => light !== 'unknown'),
  };
}

type By = (light: Need['light']) => string;

/** One of each trouble, whatever number of devices and pages has it. */
function ofIncidents({ touchpoint: { id: touchpointId }, entry }: Row, by: By): Need[] {
  const all = (entry?.open ?? []).map(({ incident }): Need => {
    const { checkId, cause, finding, light, suspectedAt } = incident;
    const probe = cause === 'unreachable' ? 'availability' : parseCheckId(checkId).probe;
    const measurement = ownMeasurement(probe, finding);
    const id = planId({ kind: 'trouble', touchpointId, probe, measurement });
    const role = roleFor(probe, finding);
    return { id, kind: 'trouble', touchpointId, probe, light, troubleSince: suspectedAt, role, by: by(light) };
  });
  // The board has the worst first; it lasts since the first of them began.
  return [...Map.groupBy(all, ({ id }) => id).values()].flatMap((same): Need[] => {
    const [since = null] = same.flatMap(({ troubleSince }) => troubleSince ?? []).toSorted();
    return same.slice(0, 1).map((worst) => ({ ...worst, troubleSince: since }));
  });
}

/** What has never been measured waits for its first run, and what says too little yet for more of the same: nobody can do anything. */
function ofGrey({ touchpoint: { id: touchpointId }, entry, light, whyGrey }: Row, by: By): Need[] {
  const checkId = entry?.grey?.checkId;
  if (checkId === undefined || light !== 'unknown' || whyGrey === 'never') return [];
  const finding = entry?.grey?.finding;
  if (whyGrey === 'unmeasured' && finding?.kind === 'cause' && isSound(finding.cause)) return [];
  const { probe } = parseCheckId(checkId);
  const id = planId({ kind: 'see', touchpointId, probe, measurement: null });
  return [{ id, kind: 'see', touchpointId, probe, light, troubleSince: null, role: 'operator', by: by('unknown') }];
}

interface Known {
  readonly memory: PlanMemory | null;
  readonly steps: readonly PlanStep[];
}

/** What broke several times last week has a cause that no light shows: it stays until the next digest, or until somebody says it is done. */
function ofSteady(rows: readonly Row[], { memory, steps }: Known, by: By): Need[] {
  if (memory === null) return [];
  const { at: listedAt, planned } = memory;
  const watched = new Set(rows.map(({ touchpoint }) => touchpoint.id));
  const isDone = (id: string): boolean =>
    steps.some(({ id: each, closed }) => each === id && closed?.how === 'done' && closed.at > listedAt);
  return planned.flatMap(({ id, kind, touchpointId, probe }) => {
    if (kind !== 'steady' || probe === null || touchpointId === null) return [];
    if (!watched.has(touchpointId) || isDone(id)) return [];
    const at = { id, kind, touchpointId, probe };
    return [{ ...at, light: 'yellow', troubleSince: listedAt, role: 'developer', by: by('yellow') } as const];
  });
}

/** What customers complain of more and more is counted once a week, so it stands as the last digest listed it. */
function ofThemes(memory: PlanMemory | null, by: By): Need[] {
  const listed = (memory?.planned ?? []).filter(({ kind }) => kind === 'theme');
  return listed.map(({ id, kind, touchpointId, probe }): Need => {
    const theme = themeOfPlanId(id);
    const role = theme === null ? 'answerer' : roleOfTheme(theme);
    return { id, kind, touchpointId, probe, light: 'yellow', role, troubleSince: null, by: by('yellow') };
  });
}

/** The lights of the touchpoints at which something was to be done that nothing on the board asks for. */
async function statesOf(
  rows: readonly Row[],
  left: readonly PlanAction[],
  { stores }: PlanDeps,
  now: Instant,
): Promise<ReadonlyMap<string, Pick<TouchpointWeek, 'probeLights' | 'light'>>> {
  const wanted = new Set(left.map(({ touchpointId }) => touchpointId));
  const asked = rows.filter(({ touchpoint }) => wanted.has(touchpoint.id)).slice(0, touchpointsAsked);
  const states = asked.map(async ({ touchpoint, light }) => {
    const statuses = await stores.statuses.list(touchpoint.id);
    return [
      touchpoint.id,
      { light: light ?? 'unknown', probeLights: probeLightsAt({ touchpoint, statuses }, now) },
    ] as const;
  });
  return new Map(await Promise.all(states));
}
