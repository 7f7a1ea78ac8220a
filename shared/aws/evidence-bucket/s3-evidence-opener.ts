import { GetObjectCommand, NoSuchKey, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { evidencePrefix } from '../../model/stack-names.ts';
import type { OpenedEvidence } from '../../ports/evidence-store.ts';

/** A function's answer may have 6 MB, and bytes travel as base64. */
const mostBytes = 4 * 1024 * 1024;
/** Long enough to follow a redirect. */
const linkSeconds = 60;

/**
 * Opens evidence for the live page: its bytes where an answer can carry them, so that no address leaves the page, and a link
 * that works for a minute where not.
 * @returns a function that answers null for what is not there any more
 */
export function createS3EvidenceOpener(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 3 }),
): (reference: string) => Promise<OpenedEvidence | null> {
  return async (reference) => {
    if (!reference.startsWith(evidencePrefix)) return null;
    const command = new GetObjectCommand({ Bucket: bucket, Key: reference });
    try {
      const { Body, ContentLength = 0, ContentType = 'application/octet-stream' } = await client.send(command);
      if (Body === undefined) return null;
      if (ContentLength <= mostBytes) {
        return { kind: 'file', bytes: await Body.transformToByteArray(), contentType: ContentType };
      }
      await Body.transformToWebStream().cancel();
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
    return { kind: 'elsewhere', url: await getSignedUrl(client, command, { expiresIn: linkSeconds }) };
  };
}

/** The role may read every object below the prefix but not list them, so S3 says "forbidden" of one that has expired. */
function isGone(error: unknown): boolean {
  return error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'AccessDenied');
}
