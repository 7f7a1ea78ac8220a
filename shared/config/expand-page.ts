import type { Configuration } from '../model/business.ts';
import type { FileConfiguration } from './file-schema.ts';

/** The live page in AWS; null where the file does not ask for one. */
export function pageOf({ page }: FileConfiguration): Configuration['page'] {
  if (page === undefined) return null;
  const { url, signIn, atOnce = 5 } = page;
  return {
    publicTouchpoints: page.public ?? [],
    url: url ?? null,
    atOnce: atOnce === 0 ? null : atOnce,
    signIn:
      signIn === undefined
        ? null
        : {
            issuer: signIn.issuer,
            clientId: signIn.clientId,
            secret: signIn.secret,
            operators: lowerCase(signIn.operators),
            readers: lowerCase(signIn.readers),
          },
  };
}

function lowerCase(addresses: readonly string[] = []): string[] {
  return addresses.map((address) => address.toLowerCase());
}
