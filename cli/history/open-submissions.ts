import path from 'node:path';
import { DeployedStackError, findDeployedStack } from '../../shared/aws/deployed-stack.ts';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { UsageError } from '../exit.ts';
import { localFolder } from '../local/private-folder.ts';
import { createSubmissionFolder } from '../local/submission-folder.ts';

/**
 * What forms really sent, from this machine or from a deployed stack.
 * @throws UsageError when the stack cannot be found
 */
export async function openSubmissions(stack: string | undefined): Promise<SubmissionLog> {
  if (stack === undefined) return createSubmissionFolder(path.resolve(localFolder, 'submissions'));
  const { evidenceBucket } = await findDeployedStack(stack).catch((error: unknown) => {
    throw error instanceof DeployedStackError ? new UsageError(error.message, { cause: error }) : error;
  });
  return createS3SubmissionLog(evidenceBucket);
}
