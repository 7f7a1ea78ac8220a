import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { importPrefix } from '../../model/import-kind.ts';
import type { ImportWriter } from '../../ports/import-files.ts';

/** Files under `scorecards/<touchpoint>/`, where the bucket's own event says that one has landed. */
export function createS3ImportWriter(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): ImportWriter {
  return async (kind, touchpointId, _folder, { name, content }) => {
    const Key = `${importPrefix(kind, touchpointId)}${name}`;
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: content, ContentType: 'application/json' }));
  };
}
