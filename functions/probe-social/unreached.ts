import type { Statement } from '../../shared/model/finding.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';

/**
 * Why a mail server could not be reached, by what Node or a library calls it; null where that says nothing more than that it
 * could not. A name or a port that is wrong looks like a server that is down: the sentence says what to look at.
 */
export function sayUnreached(
  code: string,
  { host, port }: { readonly host: string; readonly port: number },
): Statement | null {
  const server = `${host}:${port}`;
  if (/ECONNREFUSED/.test(code)) return sayResponses('responses/unreached', { server, why: 'refused' });
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(code))
    return sayResponses('responses/unreached', { server, why: 'unknown-host' });
  if (/ERR_SSL|EPROTO|WRONG_VERSION/.test(code))
    return sayResponses('responses/unreached', { server, why: 'unencrypted' });
  return null;
}
