import type { Acknowledgement } from '../model/acknowledgement.ts';
import type { Incident } from '../model/incident.ts';
import type { Instant } from '../model/instant.ts';
import type { Stores } from '../ports/stores.ts';

/** Who acts, and when. */
export interface Actor {
  /** As a sign-in, a link or this machine says. */
  readonly by: string;
  readonly now: Instant;
}

/** An incident's name: its check, and when it was opened. */
export interface IncidentName {
  readonly touchpointId: string;
  readonly checkId: string;
  readonly openedAt: Instant;
}

export type Acknowledging =
  | {
      readonly outcome: 'acknowledged';
      readonly acknowledgement: Acknowledgement;
      readonly before: Acknowledgement | null;
    }
  /** By the same person with the same word, and it still holds: nothing was written. */
  | { readonly outcome: 'acknowledged-before'; readonly acknowledgement: Acknowledgement }
  /** Somebody's later word is there already. */
  | { readonly outcome: 'acknowledged-later' };

/** The open incidents of a touchpoint. */
export async function openIncidents(
  touchpointId: string,
  stores: Pick<Stores, 'statuses'>,
): Promise<readonly Incident[]> {
  const statuses = await stores.statuses.list(touchpointId);
  return statuses.flatMap(({ incident }) => (incident?.state === 'open' ? incident : []));
}

/** "I'm on it": the later of two words counts, and the same word twice is one acknowledgement. */
export async function acknowledgeIncident(
  incident: IncidentName,
  why: string,
  { by, now }: Actor,
  stores: Pick<Stores, 'acknowledgements' | 'sent'>,
): Promise<Acknowledging> {
  const { touchpointId, checkId, openedAt } = incident;
  const before = await acknowledgementThatHolds(incident, stores);
  if (before !== null && before.by === by && before.why === why && !(await hasWorsenedSince(before, stores))) {
    return { outcome: 'acknowledged-before', acknowledgement: before };
  }
  const acknowledgement = {
    touchpointId,
    checkId,
    subjectAt: openedAt,
    acknowledgedAt: now,
    why,
    by,
    withdrawnAt: null,
  };
  const written = await stores.acknowledgements.put(acknowledgement);
  return written === 'stored'
    ? { outcome: 'acknowledged', acknowledgement, before }
    : { outcome: 'acknowledged-later' };
}

/** Reminders come again. Null where nobody has acknowledged it; `outdated` where somebody has in this moment. */
export async function withdrawAcknowledgement(
  incident: IncidentName,
  now: Instant,
  stores: Pick<Stores, 'acknowledgements'>,
): Promise<Acknowledgement | 'outdated' | null> {
  const held = await acknowledgementThatHolds(incident, stores);
  if (held === null) return null;
  const withdrawn = { ...held, withdrawnAt: now };
  return (await stores.acknowledgements.put(withdrawn)) === 'stored' ? withdrawn : 'outdated';
}

async function acknowledgementThatHolds(
  { touchpointId, checkId, openedAt }: IncidentName,
  stores: Pick<Stores, 'acknowledgements'>,
): Promise<Acknowledgement | null> {
  const those = await stores.acknowledgements.list(touchpointId, { from: openedAt, to: `${openedAt}~` });
  return those.find((each) => each.checkId === checkId && each.withdrawnAt === null) ?? null;
}

/** An acknowledgement stops reminders until the incident gets worse; then the same word counts again. */
async function hasWorsenedSince(
  { touchpointId, checkId, subjectAt, acknowledgedAt }: Acknowledgement,
  stores: Pick<Stores, 'sent'>,
): Promise<boolean> {
  const sent = await stores.sent.list(touchpointId, { from: subjectAt, to: `${subjectAt}~` });
  return sent.some((each) => each.checkId === checkId && each.reason === 'worsened' && each.sentAt > acknowledgedAt);
}
