import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import type { EvidenceReader } from '../../ports/evidence-store.ts';

/** Evidence expires before the results that name it: what is gone is null. */
export function createS3EvidenceReader(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): EvidenceReader {
  return {
    async read(reference) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: reference }));
        return Body === undefined ? null : await Body.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
  };
}
