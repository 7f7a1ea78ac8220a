import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { evidencePrefix } from '../../model/stack-names.ts';
import type { EvidenceStore } from '../../ports/evidence-store.ts';

/** Evidence under `evidence/<touchpoint>/<check>/<scheduledAt>/<name>`; a repeated run writes over itself. */
export function createS3EvidenceStore(
  bucket: string,
  // Path style: a bucket's own host name does not resolve on an emulator, and AWS takes both.
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): EvidenceStore {
  return {
    async put(runId, { name, contentType, bytes }, signal) {
      const [touchpointId = '', check = '', scheduledAt = ''] = partsOf(runId).map(encodeURIComponent);
      const reference = `${evidencePrefix}${touchpointId}/${check}/${scheduledAt}/${encodeURIComponent(name)}`;
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: reference, Body: bytes, ContentType: contentType }),
        signal === undefined ? {} : { abortSignal: signal },
      );
      return { name, contentType, reference };
    },
  };
}

/** `website/page-load:/prices@mobile#<instant>`: a page's path may itself hold slashes and hashes. */
function partsOf(runId: string): string[] {
  const slash = runId.indexOf('/');
  const hash = runId.lastIndexOf('#');
  return [runId.slice(0, slash), runId.slice(slash + 1, hash), runId.slice(hash + 1)];
}
