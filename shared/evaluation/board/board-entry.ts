import type { Acknowledgement } from '../../model/acknowledgement.ts';
import { type BoardEntry, incidentsOnBoard, type OpenIncident } from '../../model/board.ts';
import type { Maintenance } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import type { Instant } from '../../model/instant.ts';
import { lightsWorstFirst, type ShownLight, worstFirst } from '../../model/light.ts';
import type { Status } from '../../model/status.ts';
import { freshUntil, type LightNow, lightAt } from '../incidents/light-at.ts';

export interface BoardSources {
  readonly touchpointId: string;
  readonly statuses: readonly Status[];
  /** The configured checks, of this touchpoint or of all. */
  readonly checks: readonly Check[];
  /** Those that hold. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly maintenance: readonly Maintenance[];
  readonly strip: BoardEntry['strip'];
  readonly now: Instant;
}

interface SeenCheck {
  readonly check: Check;
  readonly status: Status | undefined;
  readonly seen: LightNow;
}

/** What the live page shows of a touchpoint; null where it is not configured any more. */
export function boardEntry(sources: BoardSources): BoardEntry | null {
  const { touchpointId, checks, statuses, now, strip } = sources;
  const byCheck = new Map<CheckId, Status>(statuses.map((status) => [status.checkId, status]));
  const seen = checks
    .filter((check) => check.touchpointId === touchpointId)
    .map((check): SeenCheck => {
      const status = byCheck.get(check.id);
      return { check, status, seen: lightAt(status, check, now) };
    });
  if (seen.length === 0) return null;
  const open = openIncidents(seen, sources.acknowledgements);
  const measured = seen.flatMap(({ status }) => status?.lastRunAt ?? []).toSorted();
  const shown = worst(seen);
  return {
    touchpointId,
    readAt: now,
    ...shown,
    measuredAt: measured.at(-1) ?? null,
    freshUntil: countsUntil(seen, shown.light),
    checks: counts(seen),
    open: open.slice(0, incidentsOnBoard),
    openCount: open.length,
    maintenance: presentOrNext(touchpointId, sources.maintenance, now),
    strip,
  };
}

function worst(seen: readonly SeenCheck[]): Pick<BoardEntry, 'light' | 'since' | 'grey'> {
  const [first] = worstFirst(seen, ({ seen: { shown } }) => shown);
  const light: ShownLight = first?.seen.shown ?? null;
  const same = seen.filter(({ seen: { shown } }) => shown === light);
  const since = same.flatMap(({ status, seen: { lost, measuredAt } }) => {
    return (lost === null ? status?.lightSince : measuredAt) ?? [];
  });
  const grey = light === 'unknown' && first !== undefined ? whyGrey(first) : null;
  return { light, since: since.toSorted()[0] ?? null, ...(grey !== null && { grey }) };
}

function whyGrey({ check, status, seen }: SeenCheck): BoardEntry['grey'] {
  return { checkId: check.id, finding: seen.lost === null ? (status?.lastFinding ?? null) : null };
}

/** A bad light counts as long as one of the checks that have it does; a good one as long as all do. */
function countsUntil(seen: readonly SeenCheck[], light: ShownLight): Instant | null {
  const isBad = light === 'red' || light === 'yellow';
  const until = seen.flatMap(({ check, status, seen: { lost, shown } }) =>
    status === undefined || lost !== null || (isBad && shown !== light) ? [] : freshUntil(check, status.lastRunAt),
  );
  return until.toSorted().at(isBad ? -1 : 0) ?? null;
}

function counts(seen: readonly SeenCheck[]): BoardEntry['checks'] {
  const of = (light: ShownLight): number => seen.filter(({ seen: { shown } }) => shown === light).length;
  return { green: of('green'), yellow: of('yellow'), red: of('red'), unknown: of('unknown') };
}

function openIncidents(seen: readonly SeenCheck[], acknowledgements: readonly Acknowledgement[]): OpenIncident[] {
  const place = ({ incident: { light } }: OpenIncident): number => lightsWorstFirst.indexOf(light);
  return seen
    .flatMap(({ status }) => (status?.incident?.state === 'open' ? status.incident : []))
    .map((incident): OpenIncident => {
      const acknowledgement = acknowledgements.find(
        ({ checkId, subjectAt, withdrawnAt }) =>
          checkId === incident.checkId && subjectAt === incident.openedAt && withdrawnAt === null,
      );
      return { incident, acknowledgement: acknowledgement ?? null };
    })
    .toSorted((a, b) => place(a) - place(b) || (a.incident.suspectedAt < b.incident.suspectedAt ? -1 : 1));
}

function presentOrNext(touchpointId: string, windows: readonly Maintenance[], now: Instant): Maintenance | null {
  const ahead = windows.filter((window) => window.touchpointId === touchpointId && now < window.to);
  return ahead.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}

/** The light as it counts when it is read: what has not been looked at for too long is grey, and `light` is what was known last. */
export function boardLightAt({ light, freshUntil: until }: BoardEntry, now: Instant): ShownLight {
  return until !== null && now > until ? 'unknown' : light;
}
