import { parseCheckId } from '../../model/check-id.ts';
import { type Incident, measurementOf } from '../../model/incident.ts';
import { specOf } from '../../probes/index.ts';
import { type Decision, notify, quiet } from './decision.ts';
import type { Watched } from './root-cause.ts';

/** Each nudge of the last result, as far as the reader does not know it yet. */
export function decideNudges({ status, seen, sent }: Pick<Watched, 'status' | 'seen' | 'sent'>): Decision[] {
  const { checkId, nudges = [] } = status;
  return nudges.map(({ at, says }) => {
    // Since then the customer may have been answered, or it has become too late.
    if (seen.lost !== null) return quiet(checkId, 'not-measured');
    const wasSent = sent.some(({ reason, subjectAt }) => reason === 'nudge' && subjectAt === at);
    if (wasSent) return quiet(checkId, 'already-sent');
    return notify({ checkId, reason: 'nudge', light: 'yellow', subjectAt: at, n: 1, incident: null, says });
  });
}

/** A yellow whose every single case is covered by a nudge; its incident would repeat them. */
export function isCoveredByNudges(incident: Incident): boolean {
  const spec = specOf(parseCheckId(incident.checkId).probe);
  return incident.light === 'yellow' && spec?.measurements[measurementOf(incident) ?? '']?.nudges === true;
}
