import type { SQSEvent } from 'aws-lambda';
import { type DeployedVisitDeps, deployedVisitDeps, isInFurtherRegion } from '../../shared/aws/deployed-visit-deps.ts';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { createVisitSource } from '../../shared/aws/queues/visit-source.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import { isFirstOfItsDay } from '../../shared/evaluation/schedule/first-of-day.ts';
import { variables } from '../../shared/model/stack-names.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import {
  createInvokedVisitHandler,
  createVisitHandler,
  type QueuedVisitDeps,
} from '../../shared/runtime/visit-handler.ts';
import { runVisit } from './run-visit.ts';

export interface PageDeps extends DeployedVisitDeps, Pick<QueuedVisitDeps, 'release'> {
  readonly submissions: SubmissionLog;
}

export function createHandler({ run, submissions, ...deps }: PageDeps): ReturnType<typeof createVisitHandler> {
  return createVisitHandler({
    ...deps,
    visit: async (request) => {
      const results = await guardedVisit(request, run, (guarding) =>
        runVisit(request, { ...run, submissions, pictures: isFirstOfItsDay(request), ...guarding }),
      );
      // What came of a mystery shopper's enquiry is written down; it is no check of the file, and has no light.
      const asked = new Set(request.checks.flatMap(({ id, enquiry }) => (enquiry === undefined ? [] : id)));
      return results.filter(({ checkId }) => !asked.has(checkId));
    },
  });
}

/** In a further region nothing waits for its turn, and nothing is sent: a visit there has no list of what was sent. */
export function createRegionHandler({ run, ...deps }: DeployedVisitDeps): ReturnType<typeof createInvokedVisitHandler> {
  return createInvokedVisitHandler({
    ...deps,
    visit: (request) => guardedVisit(request, run, (guarding) => runVisit(request, { ...run, ...guarding })),
  });
}

export const handler = onFirstEvent((): ((event: SQSEvent) => Promise<unknown>) => {
  const deps = deployedVisitDeps('probe-page');
  if (isInFurtherRegion()) return createRegionHandler(deps);
  const environment = readEnvironment([variables.evidenceBucket, variables.visitQueue]);
  return createHandler({
    ...deps,
    release: createVisitSource(environment[variables.visitQueue]).release,
    submissions: createS3SubmissionLog(environment[variables.evidenceBucket]),
  });
});
