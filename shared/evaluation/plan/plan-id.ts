import type { Finding } from '../../model/finding.ts';
import { specOf } from '../../probes/index.ts';

export interface PlanIdParts {
  readonly kind: 'trouble' | 'steady' | 'see';
  readonly touchpointId: string;
  readonly probe: string;
  /** Only what is a trouble of its own beside the check's usual ones. */
  readonly measurement: string | null;
}

/**
 * `website/form`, `facebook/responses.tokenDaysLeft`, `website/form+steady`: what of one check is put right in the same way. Which of its
 * measurements is worst this week has no say, so the same trouble keeps its id.
 */
export function planId({ kind, touchpointId, probe, measurement }: PlanIdParts): string {
  const about = measurement === null ? '' : `.${measurement}`;
  return `${touchpointId}/${probe}${about}${kind === 'trouble' ? '' : `+${kind}`}`;
}

/** The measurement that the finding is about, where it is a trouble of its own; that customers wait is the check's usual one. */
export function ownMeasurement(probe: string, finding: Finding): string | null {
  if (finding.kind !== 'measurement') return null;
  const spec = specOf(probe)?.measurements[finding.id];
  return spec?.ownTrouble === undefined || spec.nudges === true ? null : finding.id;
}
