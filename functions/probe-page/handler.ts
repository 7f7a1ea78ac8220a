import { type DeployedVisitDeps, deployedVisitDeps } from '../../shared/aws/deployed-visit-deps.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createVisitHandler } from '../../shared/runtime/visit-handler.ts';
import { runVisit } from './run-visit.ts';

export function createHandler({ run, ...deps }: DeployedVisitDeps): ReturnType<typeof createVisitHandler> {
  return createVisitHandler({
    ...deps,
    visit: (request) => guardedVisit(request, run, (guarding) => runVisit(request, { ...run, ...guarding })),
  });
}

export const handler = onFirstEvent(() => createHandler(deployedVisitDeps('probe-page')));
