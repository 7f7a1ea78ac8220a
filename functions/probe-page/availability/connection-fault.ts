import { failed, type Measured, unknown } from '../../../shared/runtime/probe.ts';

/** Why there was no answer, in words; node's error codes (man 3 errno, c-ares, OpenSSL). Null when the error is not the site's. */
export function connectionFault(error: unknown, url: string): Measured | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  const host = new URL(url).host;
  if (code === 'ERR_PRIVATE_ADDRESS') return unknown('private-address', error.message);
  if (code === 'ENOTFOUND')
    return failed(
      'unreachable',
      `There is no host called ${host}: the name does not resolve. Check its spelling, then its DNS entry.`,
    );
  if (code === 'EAI_AGAIN')
    return unknown(
      'no-network',
      `The name ${host} could not be looked up: this machine reaches no name server, so nothing can be said about the site.`,
    );
  if (code === 'ENETUNREACH' || code === 'ENETDOWN')
    return unknown('no-network', `This machine has no network, so nothing can be said about ${host}.`);
  if (code === 'ECONNREFUSED')
    return failed('unreachable', `${host} refuses the connection: no web server is listening there.`);
  if (code === 'ETIMEDOUT') return failed('unreachable', `${host} does not answer: ${error.message}.`);
  if (code === 'CERT_HAS_EXPIRED')
    return failed(
      'bad-tls',
      `The certificate of ${host} has expired: visitors see a security warning instead of the page.`,
    );
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code) || code === 'EPROTO') {
    return failed(
      'bad-tls',
      `The certificate of ${host} is not accepted (${code}): visitors see a security warning instead of the page.`,
    );
  }
  if (/^E(CONN|HOST|PIPE|AI_)/.test(code) || code.startsWith('HPE_')) {
    return failed('unreachable', `${host} breaks the connection off without an answer (${code}).`);
  }
  return null;
}
