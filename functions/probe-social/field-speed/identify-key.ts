import type { Check } from '../../../shared/model/check.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { SecretReader } from '../../../shared/ports/secret-reader.ts';
import { fieldSpeed as spec } from '../../../shared/probes/field-speed/spec.ts';
import { Budget, type Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { openCrux } from '../crux/crux.ts';
import type { Identity } from '../platform.ts';
import { readKey } from './read-key.ts';
import { sayWhy } from './say-not-asked.ts';

type KeyIdentity =
  | ({ readonly ok: true; readonly platform: 'crux' } & Identity)
  | { readonly ok: false; readonly platform: 'crux'; readonly says: Statement };

/** Asks Google about the site once: a key that may ask is a good key, whether or not Google knows the site. */
export async function identifyKey(check: Check, secrets: SecretReader, io: Io): Promise<KeyIdentity> {
  const options = spec.options.parse(check.options);
  try {
    const key = await readKey(secrets, options.secret);
    const crux = openCrux({ key, base: options.api, budget: new Budget(3), io });
    await crux.record({ origin: new URL(check.url ?? '').origin }, 'mobile');
    return {
      ok: true,
      platform: 'crux',
      who: 'an API key of Google Cloud',
      may: ['the Chrome UX Report, of any public site'],
      expiresAt: null,
      renewedBy: 'nobody: it does not end',
    };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { ok: false, platform: 'crux', says: sayWhy(error, options) };
  }
}
