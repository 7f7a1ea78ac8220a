import { randomBytes } from 'node:crypto';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import { SecretFault } from '../../shared/model/secret-fault.ts';
import { pageKeySecret } from '../../shared/model/stack-names.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { findStack } from '../history/open-history.ts';
import type { Terminal } from '../terminal.ts';

/** Ends every link to the live page and every session on it, by giving the stack a new secret to sign them with. */
export async function rotatePageKey({ stack }: { readonly stack?: string }, terminal: Terminal): Promise<number> {
  if (stack === undefined) {
    throw new UsageError(
      'Name the stack whose links shall end, for example: touchlight secrets rotate --stack Touchlight',
    );
  }
  await findStack(stack);
  const { createSecretReader } = await import('../../shared/aws/secrets/secrets-manager-reader.ts');
  const secrets = createSecretReader(stack);
  // A stack without a page has no such secret, and none shall be made for it.
  await secrets.read(pageKeySecret).catch((error: unknown) => {
    if (!(error instanceof SecretFault)) throw error;
    throw new UsageError(
      `${stack} has no live page, or its secret cannot be read: ${oneLine(wordStatement(error.says, 'en'))}`,
      { cause: error },
    );
  });
  await secrets.keeper?.(pageKeySecret)?.(randomBytes(48).toString('base64url'));
  terminal.printJson({ version: 1, rotated: pageKeySecret });
  terminal.print(
    `${stack} has a new secret for its live page. All links and sessions end within five minutes; the next alerts and the next weekly mail bring new links.`,
  );
  return exitCodes.ok;
}
