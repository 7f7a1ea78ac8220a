import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { CheckId } from '../../model/check-id.ts';
import { storedSubmission } from '../../model/stored-shapes.ts';
import { type Submission, submissionPrefix } from '../../model/submission.ts';
import type { SubmissionLog } from '../../ports/submission-log.ts';

/** Of two that put the same new object at once, S3 lets one in: the other gets 412 or, in the very moment, 409. */
const onlyIfAbsent = '*';
const tooLate = new Set([409, 412]);

/** `submissions/<touchpoint>/<check>/<scheduledAt>.json`: a check's keys sort by time. */
export function createS3SubmissionLog(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): SubmissionLog {
  const put = (submission: Submission) => ({
    Bucket: bucket,
    Key: keyOf(submission.checkId, submission.scheduledAt),
    Body: JSON.stringify(submission),
    ContentType: 'application/json',
  });
  return {
    async claim(submission) {
      try {
        await client.send(new PutObjectCommand({ ...put(submission), IfNoneMatch: onlyIfAbsent }));
        return 'claimed';
      } catch (error) {
        if (error instanceof S3ServiceException && tooLate.has(error.$metadata.httpStatusCode ?? 0)) return 'taken';
        throw error;
      }
    },
    async complete(submission) {
      await client.send(new PutObjectCommand(put(submission)));
    },
    async load(checkId, scheduledAt) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(checkId, scheduledAt) }));
      return storedSubmission.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    },
    async runsSince(checkId, from) {
      const prefix = submissionPrefix(checkId);
      const runs: string[] = [];
      // The instant without its suffix sorts just before its own key.
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix, StartAfter: prefix + from });
      for await (const { Contents = [] } of pages) {
        runs.push(...Contents.map(({ Key = '' }) => Key.slice(prefix.length, -suffix.length)));
      }
      return runs;
    },
  };
}

const suffix = '.json';

function keyOf(checkId: CheckId, scheduledAt: string): string {
  return `${submissionPrefix(checkId)}${scheduledAt}${suffix}`;
}
