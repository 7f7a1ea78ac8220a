import { z } from 'zod';
import { incidentStory, type StoryStep } from '../../shared/evaluation/board/incident-story.ts';
import { type LightNow, lightAt } from '../../shared/evaluation/incidents/light-at.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { Configuration, Maintenance } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { checkIdSchema, parseCheckId } from '../../shared/model/check-id.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { type Instant, instantSchema, toInstant } from '../../shared/model/instant.ts';
import type { Status } from '../../shared/model/status.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { longestMaintenanceDays, type Stores } from '../../shared/ports/stores.ts';

const longestCheckId = 300;

const incidentQuery = z.object({
  check: checkIdSchema.max(longestCheckId),
  opened: instantSchema.refine((at) => !Number.isNaN(Date.parse(at))),
});

export interface IncidentNow {
  readonly incident: Incident;
  /** Null where it is not configured any more. */
  readonly check: Check | null;
  /** The check's light now. */
  readonly seen: LightNow;
  /** The one that holds. */
  readonly acknowledgement: Acknowledgement | null;
  /** The window that holds now. */
  readonly maintenance: Maintenance | null;
  readonly story: readonly StoryStep[];
}

type IncidentStores = Pick<Stores, 'statuses' | 'incidents' | 'sent' | 'acknowledgements' | 'maintenance'>;

/**
 * An incident with its history in five reads, however many others there are; null where there is none, and for any other query.
 * Touchpoints that are not configured are not shown.
 */
export async function readIncident(
  query: Readonly<Record<string, string>>,
  { stores, configuration }: { readonly stores: IncidentStores; readonly configuration: Configuration },
  now: Instant,
): Promise<IncidentNow | null> {
  const asked = incidentQuery.safeParse(query);
  if (!asked.success) return null;
  const { check: checkId, opened } = asked.data;
  const { touchpointId } = parseCheckId(checkId);
  const touchpoint = configuration.touchpoints.find(({ id }) => id === touchpointId);
  if (touchpoint === undefined) return null;
  const about = { from: opened, to: toInstant(Date.parse(opened) + 1) };
  // Status first: an incident that ends in between is then in the history at the latest.
  const status = await stores.statuses.load(touchpointId, checkId);
  const [ended, sent, acknowledgements, announced] = await Promise.all([
    stores.incidents.list(touchpointId, about),
    stores.sent.list(touchpointId, about),
    stores.acknowledgements.list(touchpointId, about),
    stores.maintenance.list(touchpointId, {
      from: toInstant(Date.parse(opened) - longestMaintenanceDays * dayMs),
      to: toInstant(Date.parse(now) + 1),
    }),
  ]);
  const incident = theOne(status, ended, checkId, opened);
  if (incident === null) return null;
  const ofIt = <T extends { readonly checkId: string }>(all: readonly T[]): T[] =>
    all.filter((each) => each.checkId === checkId);
  const ours = ofIt(acknowledgements);
  const maintenance = [...configuration.maintenance, ...announced].filter((each) => each.touchpointId === touchpointId);
  const check = touchpoint.checks.find(({ id }) => id === checkId);
  return {
    incident,
    check: check ?? null,
    seen: lightAt(status ?? undefined, check, now),
    acknowledgement: ours.find(({ withdrawnAt }) => withdrawnAt === null) ?? null,
    maintenance: maintenance.find(({ from, to }) => from <= now && now < to) ?? null,
    story: incidentStory({ incident, sent: ofIt(sent), acknowledgements: ours, maintenance, now }),
  };
}

/** Where both know it, the status is right: the history may hold an end that another run forestalled. */
function theOne(status: Status | null, ended: readonly Incident[], checkId: string, opened: Instant): Incident | null {
  const isIt = (incident: Incident | null | undefined): incident is Incident =>
    incident?.checkId === checkId && incident.openedAt === opened;
  if (isIt(status?.incident)) return status.incident;
  return ended.find(isIt) ?? null;
}
