import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { reportsPrefix } from '../../model/stack-names.ts';
import type { ReportReader } from '../../ports/evidence-store.ts';
import { filesBelow } from './stored-files.ts';

const weekId = /^\d{4}-W\d{2}$/;

/**
 * The weeks' reports that the digest has put there.
 * @param business whose, in a fleet; null where there is one
 */
export function createS3ReportReader(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 3 }),
  business: string | null = null,
): ReportReader {
  const prefix = business === null ? reportsPrefix : `${reportsPrefix}${business}/`;
  return {
    async list() {
      const found: string[] = [];
      for await (const files of filesBelow(client, bucket, prefix)) {
        found.push(...files.map(({ name }) => name.replace(/\.html$/, '')).filter((name) => weekId.test(name)));
      }
      return found.toSorted().toReversed();
    },

    async read(week) {
      if (!weekId.test(week)) return null;
      try {
        const command = new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${week}.html` });
        const { Body } = await client.send(command);
        return (await Body?.transformToString('utf-8')) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
  };
}
