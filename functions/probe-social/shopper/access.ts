import type { ReceivedMails } from '../../../shared/ports/received-mails.ts';
import type { SecretReader } from '../../../shared/ports/secret-reader.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { type Budget, createApi, type Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import type { MailServerAccess } from '../imap/imap-client.ts';
import { keeperOf, type PlatformAccess, readCredential } from '../platform.ts';
import { loginOf, placeOf, userOf } from '../platforms/mailbox-access.ts';

interface Place {
  /** Where SES puts its mail; absent where a server is logged in to. */
  readonly receivedMails?: ReceivedMails;
  readonly account: string;
  readonly server: string | null;
  /** The secret's name. */
  readonly secret: string | null;
}

/** What a mailbox is opened with. */
export async function accessTo(
  { account, server, secret, receivedMails }: Place,
  secrets: SecretReader,
  budget: Budget,
  io: Io,
): Promise<PlatformAccess> {
  return {
    ...(receivedMails && { receivedMails }),
    account,
    phone: null,
    callFiles: null,
    credential: receivedMails === undefined ? await readCredential(secrets, secret) : {},
    keep: keeperOf(secrets, secret ?? ''),
    base: null,
    server,
    ours: [],
    now: io.now(),
    budget,
    io,
    open: (api) => createApi(api, budget, io),
  };
}

/** Through what the shopper sends; a grant or an application that may read the mailbox may also be let to send from it. */
export async function smtpAccess(
  { address, smtp, smtpSecret }: ShopperOptions,
  secrets: SecretReader,
  budget: Budget,
  io: Io,
): Promise<MailServerAccess> {
  const place = placeOf(smtp);
  if (place === null) throw new ApiFault('setup', sayShopper('shopper/no-smtp', {}));
  const access = await accessTo({ account: address, server: smtp, secret: smtpSecret }, secrets, budget, io);
  return { ...place, user: userOf(access), login: await loginOf(access) };
}
