import { type Policy, policySchema } from '../model/check.ts';
import { type VisitKind, visitKinds } from '../model/visit-kind.ts';
import { durationWritten } from './duration.ts';
import { acknowledgeOf } from './expand-escalation.ts';
import { acknowledgeSchema } from './file-escalation.ts';

/** @param settings of all checks, overridden by those of one; @param visit how the check looks, which decides how sure one look is */
export function policyOf(settings: Readonly<Record<string, unknown>>, visit: VisitKind): Policy {
  const remindEvery = settings['remindEvery'] === 'never' ? 0 : durationWritten(settings['remindEvery']);
  const acknowledge = acknowledgeSchema.parse(settings['acknowledge']);
  return policySchema.parse({
    failuresToOpen: settings['failuresToOpen'] ?? visitKinds[visit].runsToDecide,
    successesToResolve: settings['successesToResolve'] ?? visitKinds[visit].runsToDecide,
    remindEveryMinutes: remindEvery,
    blindAfterMinutes: durationWritten(settings['blindAfter']),
    yellowInBusinessHours: settings['yellowInBusinessHours'],
    hushFlapping: settings['hushFlapping'],
    ...(acknowledge !== undefined && { acknowledge: acknowledgeOf(acknowledge) }),
  });
}
