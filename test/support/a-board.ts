import { boardEntry } from '../../shared/evaluation/board/board-entry.ts';
import type { BoardEntry } from '../../shared/model/board.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { anIncident, aStatus } from './a-status.ts';
import { aCause } from './said.ts';

const boardReadAt = '2026-11-23T09:58:00.000Z';

/** The board of a fleet; every `nth` touchpoint has an open red incident of each of its checks. */
export function aBoard({ touchpoints }: Configuration, nth: number): BoardEntry[] {
  return touchpoints.flatMap((touchpoint, n) => {
    const entry = boardEntry({
      touchpointId: touchpoint.id,
      statuses: statusesOf(touchpoint, n % nth === 0),
      checks: touchpoint.checks,
      acknowledgements: [],
      maintenance: [],
      strip: { until: '2026-11-22', lights: 'ggggggyggggggrggggggggggugggrg' },
      now: boardReadAt,
    });
    return entry ?? [];
  });
}

function statusesOf({ id, checks }: Touchpoint, isIll: boolean) {
  return checks.map((check) =>
    aStatus({
      ...{ touchpointId: id, checkId: check.id, lastRunAt: '2026-11-23T09:55:00.000Z' },
      ...(isIll && { light: 'red' as const, incident: incidentOf(id, check.id) }),
    }),
  );
}

function incidentOf(touchpointId: string, checkId: string): Incident {
  const says = sayForm('form/endpoint-broken', { status: 500, url: `https://${touchpointId}.example/send` });
  const evidence = [`evidence/${touchpointId}_form/2026-11-23T09-05-00.000Z-screenshot.jpg`];
  return anIncident({ touchpointId, checkId, finding: aCause(says, 'form-error'), evidence });
}
