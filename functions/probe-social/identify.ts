import type { Check } from '../../shared/model/check.ts';
import { quoted, type Statement } from '../../shared/model/finding.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { SecretFault } from '../../shared/model/secret-fault.ts';
import type { SocialKind } from '../../shared/model/social-platform.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { fieldSpeed } from '../../shared/probes/field-speed/spec.ts';
import { responses } from '../../shared/probes/responses/spec.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { shopper } from '../../shared/probes/shopper/spec.ts';
import { Budget, createApi, type Io } from './api.ts';
import { ApiFault, sayFault } from './api-fault.ts';
import { identifyKey } from './field-speed/identify-key.ts';
import { type Identity, isReadWithoutSecret, keeperOf, lineOf, messageOf, parseCredential } from './platform.ts';
import { platforms } from './platforms/index.ts';
import { identifyShopper } from './shopper/identify-shopper.ts';
import { receivedIdentity, withoutSecret } from './without-secret.ts';

/** Where a secret is for: a platform, or Google's report on a website's visitors. */
type Asked = SocialKind | 'crux';

export type Identification =
  | ({ readonly ok: true; readonly platform: Asked } & Identity)
  | { readonly ok: false; readonly platform: Asked; readonly says: Statement };

/** Asks the platform of one check who its secret belongs to, what it may read and when it dies. Reads no comment. */
export async function identify(check: Check, secrets: SecretReader, io: Io): Promise<Identification> {
  if (check.probe === shopper.id) return identifyShopper(check, secrets, io);
  if (check.probe === fieldSpeed.id) return identifyKey(check, secrets, io);
  const options = responses.options.parse(check.options);
  const platform = platforms[options.platform];
  const name = options.secret;
  if (isReadWithoutSecret(platform, options)) {
    return {
      ok: true,
      platform: platform.id,
      ...(options.inbound ? receivedIdentity : { ...withoutSecret, may: [callFolder] }),
    };
  }
  if (name === null) {
    return { ok: false, platform: platform.id, says: sayResponses('responses/no-secret', {}) };
  }
  try {
    const budget = new Budget(10);
    const identity = await platform.identify({
      account: options.account,
      phone: options.phone === null ? null : lineOf(options.phone),
      callFiles: null,
      credential: parseCredential(await secrets.read(name)),
      keep: keeperOf(secrets, name),
      base: options.api,
      server: options.server,
      ours: options.ours,
      now: io.now(),
      budget,
      io,
      open: (api) => createApi(api, budget, io),
    });
    const may = identity.may.map(oneLine);
    return { ok: true, platform: platform.id, ...identity, who: oneLine(identity.who), may };
  } catch (error) {
    return { ok: false, platform: platform.id, says: sayWhy(error, platform.id, name) };
  }
}

const callFolder = 'the call records in its folder';

function sayWhy(error: unknown, platform: SocialKind, secret: string): Statement {
  if (error instanceof ApiFault) return sayFault(error, platform, secret, { retryAt: null });
  return error instanceof SecretFault ? error.says : quoted(messageOf(error));
}

/** Does the access end so soon that somebody should see to it? */
export function endsSoon(expiresAt: Instant | null, now: number): boolean {
  return expiresAt !== null && expiresAt <= toInstant(now + 7 * dayMs);
}
