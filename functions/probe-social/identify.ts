import type { Check } from '../../shared/model/check.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { responses } from '../../shared/probes/responses/spec.ts';
import { Budget, createApi, type Io } from './api.ts';
import { ApiFault, faultSentence } from './api-fault.ts';
import { type Identity, keeperOf, parseCredential } from './platform.ts';
import { platforms } from './platforms/index.ts';

export type Identification =
  | ({ readonly ok: true; readonly platform: string } & Identity)
  | { readonly ok: false; readonly platform: string; readonly sentence: string };

/** Asks the platform of one check who its secret belongs to, what it may read and when it dies. Reads no comment. */
export async function identify(check: Check, secrets: SecretReader, io: Io): Promise<Identification> {
  const options = responses.options.parse(check.options);
  const platform = platforms[options.platform];
  const name = options.secret;
  if (name === null) {
    return { ok: false, platform: platform.title, sentence: 'touchpoints.yaml names no secret for this touchpoint.' };
  }
  try {
    const budget = new Budget(10);
    const identity = await platform.identify({
      account: options.account,
      credential: parseCredential(await secrets.read(name)),
      keep: keeperOf(secrets, name),
      base: options.api,
      now: io.now(),
      budget,
      open: (api) => createApi(api, budget, io),
    });
    const may = identity.may.map(oneLine);
    return { ok: true, platform: platform.title, ...identity, who: oneLine(identity.who), may };
  } catch (error) {
    const sentence =
      error instanceof ApiFault
        ? faultSentence(error, platform.title, name, null)
        : error instanceof Error
          ? `${error.message}.`
          : 'It could not be read.';
    return { ok: false, platform: platform.title, sentence: oneLine(sentence) };
  }
}

/** Does the access end so soon that somebody should see to it? */
export function endsSoon(expiresAt: Instant | null, now: number): boolean {
  return expiresAt !== null && expiresAt <= toInstant(now + 7 * 86_400_000);
}
