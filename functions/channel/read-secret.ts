import { wordStatement } from '../../shared/i18n/wording.ts';
import { SecretFault } from '../../shared/model/secret-fault.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { ChannelFault } from './channel-fault.ts';

/**
 * @param shape of the secret
 * @param shapeInWords for the sentence about one of another shape
 * @throws ChannelFault `secret`, which never quotes it
 */
export async function readSecret(
  secrets: SecretReader,
  name: string,
  shape: RegExp,
  shapeInWords: string,
): Promise<string> {
  const secret = await secrets.read(name).catch((error: unknown) => {
    throw error instanceof SecretFault ? new ChannelFault('secret', wordStatement(error.says, 'en')) : error;
  });
  if (shape.test(secret.trim())) return secret.trim();
  throw new ChannelFault('secret', `The secret ${name} is not ${shapeInWords}.`);
}
