import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';

interface StoredFile {
  /** Below the prefix. */
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds; S3 tells whole seconds. */
  readonly changedAt: number;
}

/** What others have put below a prefix, by pages of at most a thousand. */
export async function* filesBelow(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncIterable<readonly StoredFile[]> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
    yield Contents.map(({ Key = '', Size = 0, LastModified }) => ({
      name: Key.slice(prefix.length),
      bytes: Size,
      changedAt: LastModified?.getTime() ?? 0,
    }));
  }
}

/**
 * The first bytes of a file that has some. Since it was listed, it may have been replaced by another.
 * @returns null where it is gone by now
 */
export async function beginningOf(client: S3Client, bucket: string, key: string, bytes: number) {
  try {
    const range = { Range: `bytes=0-${bytes - 1}` };
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...range }));
    return Body ?? null;
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}
