import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { MailAccount } from '../ports/stack-inspector.ts';
import { isVerified, readMailAccount } from './inspection/mail-identities.ts';

export interface AwsCredentials {
  /** The last four letters of the access key, enough to tell two profiles apart. */
  readonly keyEnding: string;
  readonly expiresAt: Date | null;
}

/** What `cdk deploy` and the deployed commands would find on this machine. */
export interface AwsAccess extends AwsCredentials {
  readonly region: string;
}

/** @throws Error in the SDK's words when there is no region or there are no credentials */
export async function findAwsAccess(): Promise<AwsAccess> {
  const client = new SESv2Client({ maxAttempts: 1 });
  try {
    const region = await client.config.region();
    return { region, ...(await credentialsOf(client)) };
  } finally {
    client.destroy();
  }
}

/**
 * What is there for a region that is named elsewhere.
 * @throws Error in the SDK's words when there are no credentials
 */
export async function findAwsCredentials(region: string): Promise<AwsCredentials> {
  const client = new SESv2Client({ region, maxAttempts: 1 });
  try {
    return await credentialsOf(client);
  } finally {
    client.destroy();
  }
}

async function credentialsOf(client: SESv2Client): Promise<AwsCredentials> {
  const { accessKeyId, expiration } = await client.config.credentials();
  return { keyEnding: accessKeyId.slice(-4), expiresAt: expiration ?? null };
}

export interface MailState extends MailAccount {
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
    const account = await readMailAccount(client, signal);
    return { ...account, senderVerified: sender === null ? null : await isVerified(client, sender, signal) };
  } finally {
    client.destroy();
  }
}
