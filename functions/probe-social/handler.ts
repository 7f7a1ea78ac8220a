import { type DeployedVisitDeps, deployedVisitDeps } from '../../shared/aws/deployed-visit-deps.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createVisitHandler } from '../../shared/runtime/visit-handler.ts';
import { runPoll } from './run-poll.ts';

export interface SocialDeps extends DeployedVisitDeps {
  readonly secrets: SecretReader;
}

export function createHandler({ run, secrets, ...deps }: SocialDeps): ReturnType<typeof createVisitHandler> {
  return createVisitHandler({ ...deps, visit: (request) => runPoll(request, { ...run, secrets }) });
}

export const handler = onFirstEvent(() =>
  createHandler({ ...deployedVisitDeps('probe-social'), secrets: createSecretReader() }),
);
