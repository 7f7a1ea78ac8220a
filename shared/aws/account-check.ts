import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { mailIdentities } from '../model/digest-sender.ts';

/** What `cdk deploy` and the deployed commands would find on this machine. */
export interface AwsAccess {
  readonly region: string;
  /** The last four letters of the access key, enough to tell two profiles apart. */
  readonly keyEnding: string;
  readonly expiresAt: Date | null;
}

/** @throws Error in the SDK's words when there is no region or there are no credentials */
export async function findAwsAccess(): Promise<AwsAccess> {
  const client = new SESv2Client({ maxAttempts: 1 });
  try {
    const region = await client.config.region();
    const { accessKeyId, expiration } = await client.config.credentials();
    return { region, keyEnding: accessKeyId.slice(-4), expiresAt: expiration ?? null };
  } finally {
    client.destroy();
  }
}

export interface MailState {
  /** A sandbox sends to verified addresses only, 200 mails a day. */
  readonly sandbox: boolean;
  readonly sendingEnabled: boolean;
  /** Of the digest's sender, its domain or a parent of that; null when none was asked for. */
  readonly senderVerified: boolean | null;
}

/**
 * @param sender the digest's `from`
 * @throws Error in the SDK's words when SES cannot be asked
 */
export async function readMailState(sender: string | null, signal: AbortSignal): Promise<MailState> {
  const client = new SESv2Client({ maxAttempts: 1 });
  try {
    const account = await client.send(new GetAccountCommand({}), { abortSignal: signal });
    const identities = sender === null ? [] : mailIdentities(sender);
    const verified: boolean[] = [];
    for (const EmailIdentity of identities) {
      const identity = await client
        .send(new GetEmailIdentityCommand({ EmailIdentity }), { abortSignal: signal })
        .catch((error: unknown) => {
          if (error instanceof Error && error.name === 'NotFoundException') return null;
          throw error;
        });
      verified.push(identity?.VerifiedForSendingStatus === true);
    }
    return {
      sandbox: account.ProductionAccessEnabled !== true,
      sendingEnabled: account.SendingEnabled === true,
      senderVerified: sender === null ? null : verified.includes(true),
    };
  } finally {
    client.destroy();
  }
}
