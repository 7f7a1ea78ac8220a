import { type DeployedVisitDeps, deployedVisitDeps } from '../../shared/aws/deployed-visit-deps.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createInvokedVisitHandler } from '../../shared/runtime/visit-handler.ts';
import { runAudit } from './run-audit.ts';

export function createHandler({ run, ...deps }: DeployedVisitDeps): ReturnType<typeof createInvokedVisitHandler> {
  return createInvokedVisitHandler({
    ...deps,
    visit: (request) => guardedVisit(request, run, (guarding) => runAudit(request, { ...run, ...guarding })),
  });
}

export const handler = onFirstEvent(() => createHandler(deployedVisitDeps('probe-lighthouse')));
