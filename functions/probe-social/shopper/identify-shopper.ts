import type { Check } from '../../../shared/model/check.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { SecretReader } from '../../../shared/ports/secret-reader.ts';
import { type ShopperOptions, shopper as spec } from '../../../shared/probes/shopper/spec.ts';
import { Budget, type Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import type { Identity } from '../platform.ts';
import { mailbox } from '../platforms/mailbox.ts';
import { tryLogin } from '../smtp/send-mail.ts';
import { receivedIdentity } from '../without-secret.ts';
import { accessTo, smtpAccess } from './access.ts';
import { sayCannotRead, sayCannotSend } from './report-shopper.ts';

type ShopperIdentity =
  | ({ readonly ok: true; readonly platform: 'mailbox' } & Identity)
  | { readonly ok: false; readonly platform: 'mailbox'; readonly says: Statement };

const budgetCommands = 10;

/** Logs in to the shopper's mailbox and to the server through which it sends. Reads no mail and sends none. */
export async function identifyShopper(check: Check, secrets: SecretReader, io: Io): Promise<ShopperIdentity> {
  const options = spec.options.parse(check.options);
  const { address, server, secret, smtp, inbound } = options;
  try {
    const place = { account: address, server, secret };
    const identity = inbound
      ? receivedIdentity
      : await mailbox.identify(await accessTo(place, secrets, new Budget(budgetCommands), io));
    if (smtp === null) return { ok: true, platform: 'mailbox', ...identity };
    const refusal = await sendingFault(options, secrets, io);
    if (refusal !== null) return { ok: false, platform: 'mailbox', says: sayCannotSend(refusal, options) };
    return { ok: true, platform: 'mailbox', ...identity, may: [...identity.may, `and send through ${smtp}`] };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { ok: false, platform: 'mailbox', says: sayCannotRead(error, options) };
  }
}

async function sendingFault(options: ShopperOptions, secrets: SecretReader, io: Io): Promise<ApiFault | null> {
  try {
    await tryLogin(await smtpAccess(options, secrets, new Budget(budgetCommands), io));
    return null;
  } catch (error) {
    if (error instanceof ApiFault) return error;
    throw error;
  }
}
