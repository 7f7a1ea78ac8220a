import { S3Client } from '@aws-sdk/client-s3';
import { callsPrefix } from '../../model/stack-names.ts';
import type { CallFile, CallFolders } from '../../ports/call-files.ts';
import { beginningOf, filesBelow } from './stored-files.ts';

/**
 * Call records under `calls/<touchpoint>/`, also in folders of their own below it, such as one for each month. A folder that
 * touchpoints.yaml names is one of a laptop's: in the bucket each phone has its own place, and the step may read no other.
 */
export function createS3CallFolders(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): CallFolders {
  return (touchpointId) => {
    const prefix = `${callsPrefix}${touchpointId}/`;
    return {
      where: `s3://${bucket}/${prefix}`,
      async list() {
        const files: CallFile[] = [];
        for await (const page of filesBelow(client, bucket, prefix))
          files.push(...page.filter(({ name }) => /\.csv$/i.test(name)));
        return files;
      },
      async *open({ name, bytes }) {
        const body = bytes === 0 ? null : await beginningOf(client, bucket, `${prefix}${name}`, bytes);
        if (body !== null) yield* body.transformToWebStream();
      },
    };
  };
}
