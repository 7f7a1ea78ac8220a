import { variables } from '../model/stack-names.ts';
import { readOptional } from '../runtime/environment.ts';

interface FleetFile {
  readonly hash: string;
  readonly read: () => Promise<Uint8Array>;
}

/** The fleet's configuration in S3, where the stack's variables say it is; null if the stack watches one business. */
export function deployedFleetFile(): FleetFile | null {
  const [bucket, key, hash] = [variables.fleetBucket, variables.fleetKey, variables.fleetHash].map((name) =>
    readOptional(name),
  );
  if (bucket == null || key == null || hash == null) return null;
  return { hash, read: () => readObject(bucket, key) };
}

/** Loads the S3 client here, so that only fleets pay for it. */
async function readObject(bucket: string, key: string): Promise<Uint8Array> {
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({ forcePathStyle: true, maxAttempts: 6 });
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 returned no content.');
    return await Body.transformToByteArray();
  } catch (cause) {
    throw new Error(
      `The fleet's configuration s3://${bucket}/${key} could not be read. Deploy the fleet again. ${String(cause)}`,
      { cause },
    );
  } finally {
    client.destroy();
  }
}
