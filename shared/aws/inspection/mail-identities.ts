import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  ListEmailIdentitiesCommand,
  type ListEmailIdentitiesResponse,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import { mailIdentities } from '../../model/digest-sender.ts';
import type { MailAccount } from '../../ports/stack-inspector.ts';

/** @throws Error in the SDK's words when SES cannot be asked */
export async function readMailAccount(client: SESv2Client, abortSignal?: AbortSignal): Promise<MailAccount> {
  const account = await client.send(new GetAccountCommand({}), abortSignal && { abortSignal });
  return { sandbox: account.ProductionAccessEnabled !== true, sendingEnabled: account.SendingEnabled === true };
}

/**
 * Whether SES knows the address, its domain or a parent of that as verified.
 * @throws Error in the SDK's words when SES cannot be asked
 */
export async function isVerified(client: SESv2Client, address: string, abortSignal?: AbortSignal): Promise<boolean> {
  for (const EmailIdentity of mailIdentities(address)) {
    const identity = await client
      .send(new GetEmailIdentityCommand({ EmailIdentity }), abortSignal && { abortSignal })
      .catch((error: unknown) => {
        if (error instanceof Error && error.name === 'NotFoundException') return null;
        throw error;
      });
    if (identity?.VerifiedForSendingStatus === true) return true;
  }
  return false;
}

/** SES's largest page. */
const identitiesAtOnce = 1000;

/**
 * All that SES may send as.
 * @throws Error in the SDK's words when SES cannot be asked
 */
export async function listVerified(client: SESv2Client): Promise<ReadonlySet<string>> {
  const verified = new Set<string>();
  let NextToken: string | undefined;
  do {
    const page: ListEmailIdentitiesResponse = await client.send(
      new ListEmailIdentitiesCommand({ PageSize: identitiesAtOnce, NextToken }),
    );
    for (const { IdentityName, SendingEnabled } of page.EmailIdentities ?? [])
      if (IdentityName !== undefined && SendingEnabled === true) verified.add(IdentityName);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return verified;
}
