import type { Acknowledgement } from '../../model/acknowledgement.ts';
import type { Maintenance } from '../../model/business.ts';
import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Sent } from '../../model/notification.ts';
import type { SentReason } from '../../model/reason.ts';

/** One thing that happened to an incident. */
export type StoryStep =
  | { readonly kind: 'suspected' | 'opened' | 'resolved'; readonly at: Instant }
  | { readonly kind: 'sent'; readonly at: Instant; readonly reason: SentReason; readonly light: Light }
  | { readonly kind: 'acknowledged'; readonly at: Instant; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'withdrawn'; readonly at: Instant }
  | { readonly kind: 'maintenance'; readonly at: Instant; readonly window: Maintenance };

interface StorySources {
  readonly incident: Incident;
  /** About this incident, as are the acknowledgements. */
  readonly sent: readonly Sent[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** All windows of its touchpoint that may have muted it. */
  readonly maintenance: readonly Maintenance[];
  readonly now: Instant;
}

/** At one instant: in this order. */
const order = ['maintenance', 'suspected', 'opened', 'resolved', 'sent', 'acknowledged', 'withdrawn'] as const;

/** What happened to an incident, in order. */
export function incidentStory({ incident, sent, acknowledgements, maintenance, now }: StorySources): StoryStep[] {
  const { suspectedAt, openedAt, resolvedAt } = incident;
  const steps: StoryStep[] = [
    { kind: 'suspected', at: suspectedAt },
    ...(openedAt === null ? [] : [{ kind: 'opened', at: openedAt } as const]),
    ...sent.map(({ sentAt, reason, light }) => ({ kind: 'sent', at: sentAt, reason, light }) as const),
    ...acknowledgements.map(
      (acknowledgement) => ({ kind: 'acknowledged', at: acknowledgement.acknowledgedAt, acknowledgement }) as const,
    ),
    ...acknowledgements.flatMap(({ withdrawnAt }) =>
      withdrawnAt === null ? [] : [{ kind: 'withdrawn', at: withdrawnAt } as const],
    ),
    ...maintenance
      .filter(({ from, to }) => from < (resolvedAt ?? now) && suspectedAt < to && from < to)
      .map((window) => ({ kind: 'maintenance', at: window.from, window }) as const),
    ...(resolvedAt === null ? [] : [{ kind: 'resolved', at: resolvedAt } as const]),
  ];
  return steps.toSorted(
    (a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)) || order.indexOf(a.kind) - order.indexOf(b.kind),
  );
}
