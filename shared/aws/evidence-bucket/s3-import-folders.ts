import { S3Client } from '@aws-sdk/client-s3';
import { importKinds, importPrefix } from '../../model/import-kind.ts';
import type { ImportFile, ImportFolders } from '../../ports/import-files.ts';
import { beginningOf, filesBelow } from './stored-files.ts';

/**
 * Files such as call records under `calls/<touchpoint>/`, also in folders of their own below it, such as one for each month. A
 * folder that touchpoints.yaml names is one of a laptop's: in the bucket each touchpoint has its own place, and the step may
 * read no other.
 */
export function createS3ImportFolders(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): ImportFolders {
  return (kind, touchpointId) => {
    const prefix = importPrefix(kind, touchpointId);
    return {
      where: `s3://${bucket}/${prefix}`,
      arrivesWhole: true,
      async list() {
        const files: ImportFile[] = [];
        for await (const page of filesBelow(client, bucket, prefix))
          files.push(...page.filter(({ name }) => importKinds[kind].names.test(name)));
        return files;
      },
      async *open({ name, bytes }) {
        const body = bytes === 0 ? null : await beginningOf(client, bucket, `${prefix}${name}`, bytes);
        if (body !== null) yield* body.transformToWebStream();
      },
    };
  };
}
