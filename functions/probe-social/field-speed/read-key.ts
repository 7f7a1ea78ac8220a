import type { SecretReader } from '../../../shared/ports/secret-reader.ts';
import { sayFieldSpeed } from '../../../shared/probes/field-speed/statements.ts';
import { ApiFault } from '../api-fault.ts';
import { part, readCredential } from '../platform.ts';

/** @throws ApiFault `setup` with what is missing */
export async function readKey(secrets: SecretReader, name: string | null): Promise<string> {
  const credential = await readCredential(secrets, name);
  // A bare text is called a token; an object may call it what Google does.
  const key = part(credential, credential['apiKey'] === undefined ? 'token' : 'apiKey');
  if (!/^[\w.-]+$/.test(key)) throw new ApiFault('setup', sayFieldSpeed('field-speed/no-key', {}));
  return key;
}
