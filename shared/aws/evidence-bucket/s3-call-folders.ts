import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { callsPrefix } from '../../model/stack-names.ts';
import type { CallFile, CallFolders } from '../../ports/call-files.ts';

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
        for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
          for (const { Key = '', Size = 0, LastModified } of Contents) {
            if (/\.csv$/i.test(Key))
              files.push({ name: Key.slice(prefix.length), bytes: Size, changedAt: LastModified?.getTime() ?? 0 });
          }
        }
        return files;
      },
      open: (file) => (file.bytes === 0 ? nothing() : download(client, bucket, prefix, file)),
    };
  };
}

/** Between the listing and the reading, a file may have been replaced by a longer one, or be gone. */
async function* download(
  client: S3Client,
  bucket: string,
  prefix: string,
  { name, bytes }: CallFile,
): AsyncIterable<Uint8Array> {
  try {
    const Range = `bytes=0-${bytes - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${name}`, Range }));
    if (Body !== undefined) yield* Body.transformToWebStream();
  } catch (error) {
    if (!(error instanceof NoSuchKey)) throw error;
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
