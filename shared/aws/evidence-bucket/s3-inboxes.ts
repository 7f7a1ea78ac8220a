import { S3Client } from '@aws-sdk/client-s3';
import { inboxPrefix } from '../../model/stack-names.ts';
import type { Inboxes, ReceivedMail } from '../../ports/received-mails.ts';
import { beginningOf, filesBelow } from './stored-files.ts';

/** SES puts it there when a receipt rule is made, to see that it may. */
const setupNotice = 'AMAZON_SES_SETUP_NOTIFICATION';

/** Mails under `inbox/<touchpoint>/`, raw as SES has received them, each by the id that SES gave it. */
export function createS3Inboxes(
  bucket: string,
  client = new S3Client({ forcePathStyle: true, maxAttempts: 6 }),
): Inboxes {
  return (touchpointId) => {
    const prefix = `${inboxPrefix}${touchpointId}/`;
    return {
      where: `s3://${bucket}/${prefix}`,
      async *pages() {
        for await (const page of filesBelow(client, bucket, prefix)) {
          const mails = page.filter(({ name, bytes }) => bytes > 0 && name !== setupNotice);
          yield mails.map(({ name, bytes, changedAt }): ReceivedMail => ({ name, bytes, storedAt: changedAt }));
        }
      },
      async read({ name }, bytes) {
        const body = await beginningOf(client, bucket, `${prefix}${name}`, bytes);
        return body === null ? null : body.transformToByteArray();
      },
    };
  };
}
