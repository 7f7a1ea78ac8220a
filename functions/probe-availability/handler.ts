import { type DeployedVisitDeps, deployedVisitDeps } from '../../shared/aws/deployed-visit-deps.ts';
import { guardedRequest } from '../../shared/browser/guarded-request.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createInvokedVisitHandler } from '../../shared/runtime/visit-handler.ts';
import { runRequest } from './run-request.ts';

export function createHandler({ run, ...deps }: DeployedVisitDeps): ReturnType<typeof createInvokedVisitHandler> {
  return createInvokedVisitHandler({
    ...deps,
    visit: (request) => guardedRequest(request, run, (guarding) => runRequest(request, { ...run, ...guarding })),
  });
}

export const handler = onFirstEvent(() => createHandler(deployedVisitDeps('probe-availability')));
