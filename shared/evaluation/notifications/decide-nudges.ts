import { parseCheckId } from '../../model/check-id.ts';
import { type Incident, measurementOf } from '../../model/incident.ts';
import { specOf } from '../../probes/index.ts';
import { type Decision, quiet, tell } from './decision.ts';
import type { Watched } from './root-cause.ts';

/** Each nudge of the last result, as far as the reader does not know it yet. */
export function decideNudges({ status, seen, told }: Pick<Watched, 'status' | 'seen' | 'told'>): Decision[] {
  const { checkId, nudges = [] } = status;
  return nudges.map(({ at, says }) => {
    // Since then the customer may have been answered, or it has become too late.
    if (seen.lost !== null) return quiet(checkId, 'not-measured');
    const isTold = told.some(({ reason, subjectAt }) => reason === 'nudge' && subjectAt === at);
    if (isTold) return quiet(checkId, 'already-told');
    return tell({ checkId, reason: 'nudge', light: 'yellow', subjectAt: at, n: 1, incident: null, says });
  });
}

/** A yellow of which every single case is told by a nudge; its incident would say the same again. */
export function isToldByNudges(incident: Incident): boolean {
  const spec = specOf(parseCheckId(incident.checkId).probe);
  return incident.light === 'yellow' && spec?.measurements[measurementOf(incident) ?? '']?.nudges === true;
}
