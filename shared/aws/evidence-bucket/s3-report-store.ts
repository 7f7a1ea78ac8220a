import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { reportsPrefix } from '../../model/stack-names.ts';
import type { ReportStore } from '../../ports/evidence-store.ts';

/** Reports under `reports/<week>.html`. */
export function createS3ReportStore(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): ReportStore {
  return {
    async put(weekId, html) {
      const ContentType = 'text/html; charset=utf-8';
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: `${reportsPrefix}${weekId}.html`, Body: html, ContentType }),
      );
    },
  };
}
