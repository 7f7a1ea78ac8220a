import { type DeployedVisitDeps, deployedVisitDeps } from '../../shared/aws/deployed-visit-deps.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createS3ImportFolders } from '../../shared/aws/evidence-bucket/s3-import-folders.ts';
import { createS3Inboxes } from '../../shared/aws/evidence-bucket/s3-inboxes.ts';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { createVisitSource } from '../../shared/aws/queues/visit-source.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { variables, visitRoute } from '../../shared/model/stack-names.ts';
import type { ConversationStore } from '../../shared/ports/conversation-store.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { readEnvironment, readOptional } from '../../shared/runtime/environment.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createVisitHandler, type QueuedVisitDeps } from '../../shared/runtime/visit-handler.ts';
import { type PollDeps, runPoll } from './run-poll.ts';

export interface SocialDeps extends Omit<DeployedVisitDeps, 'run'>, Pick<QueuedVisitDeps, 'release'> {
  readonly run: Omit<PollDeps, 'secrets' | 'conversations'>;
  readonly secrets: SecretReader;
  readonly conversations: ConversationStore;
}

export function createHandler({
  run,
  secrets,
  conversations,
  ...deps
}: SocialDeps): ReturnType<typeof createVisitHandler> {
  return createVisitHandler({ ...deps, visit: (request) => runPoll(request, { ...run, secrets, conversations }) });
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([
    variables.table,
    variables.visitQueue,
    variables.stack,
    variables.evidenceBucket,
  ]);
  const deployed = deployedVisitDeps('probe-social');
  const { conversations, enquiries, maintenance, modelSpending } = createStores({
    client: createDynamoClient(),
    tableName: environment[variables.table],
  });
  const bucket = environment[variables.evidenceBucket];
  const pageQueue = readOptional(visitRoute['probe-page'].variable);
  return createHandler({
    ...deployed,
    run: {
      ...deployed.run,
      enquiries,
      maintenance,
      submissions: createS3SubmissionLog(bucket),
      importFolders: createS3ImportFolders(bucket),
      inboxes: createS3Inboxes(bucket),
      models: {
        spending: modelSpending,
        // Loaded where a model is asked, so that all others start without it.
        open: async (settings) =>
          (await import('../../shared/aws/bedrock/converse-model.ts')).createConverseModel(settings),
      },
      ...(pageQueue !== null && { formVisits: createVisitQueue(pageQueue) }),
    },
    release: createVisitSource(environment[variables.visitQueue]).release,
    secrets: createSecretReader(environment[variables.stack]),
    conversations,
  });
});
