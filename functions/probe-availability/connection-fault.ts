import { failed, type Measured, unknown } from '../../shared/runtime/probe.ts';
import { CertificateError, certificateFault } from './certificate.ts';

/** What this machine says when it has no way to an address; nothing is known about the other end then. */
const ownFaults: readonly string[] = ['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'];

/** Why there was no answer, in words; node's error codes (man 3 errno, c-ares, OpenSSL). Null when the error is not the site's. */
export function connectionFault(caught: unknown, url: string, nowMs: number): Measured | null {
  const error = mostTelling(caught);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  const { host, hostname, protocol } = new URL(url);
  if (error instanceof CertificateError) {
    return failed('bad-tls', certificateFault(error, hostname, nowMs), {
      details: { certificate: error.certificate },
      facts: { certificate: error.code },
    });
  }
  if (code === 'ENOTFOUND' || code === 'ENODATA')
    return failed(
      'unreachable',
      `There is no host called ${hostname}: the name does not resolve. Check its spelling, then whether the domain is still registered and has its DNS entry.`,
    );
  if (code === 'EAI_AGAIN')
    return unknown(
      'no-network',
      `The name ${hostname} could not be looked up: this machine reaches no name server, so nothing can be said about the site.`,
    );
  if (ownFaults.includes(code))
    return unknown('no-network', `This machine has no network, so nothing can be said about ${host}.`);
  if (code === 'ECONNREFUSED')
    return failed(
      'unreachable',
      `${host} refuses the connection: no web server is listening there. Ask your hosting company to start it.`,
    );
  if (code === 'ETIMEDOUT')
    return failed(
      'unreachable',
      `${host} does not answer: ${error.message}. Ask your hosting company whether the server is up.`,
    );
  if (code === 'HPE_HEADER_OVERFLOW')
    return failed(
      'http-error',
      `${host} sends more headers than browsers accept: they show an error instead of the page. Usually a program sets far too many cookies; whoever looks after the site has to clear them.`,
    );
  if (/^(ERR_TLS|ERR_SSL)/.test(code) || code === 'EPROTO')
    return failed('bad-tls', handshakeFault(code, error.message, hostname));
  if (/^E(CONN|HOST|PIPE|AI_)/.test(code) || code.startsWith('HPE_')) {
    const what =
      protocol === 'https:' ? 'breaks the connection off' : 'breaks the connection off or does not speak http';
    return failed(
      'unreachable',
      `${host} ${what} without an answer (${code}). Ask your hosting company to look at the web server.`,
    );
  }
  return null;
}

/** Several addresses were tried: what the last word of the site is, not of this machine. */
function mostTelling(error: unknown): unknown {
  if (!(error instanceof AggregateError)) return error;
  const errors: readonly unknown[] = error.errors;
  const isOwn = (one: unknown): boolean =>
    one instanceof Error && 'code' in one && ownFaults.includes(String(one.code));
  return errors.find((one) => !isOwn(one)) ?? errors[0];
}

/** OpenSSL says in its message what it met. */
function handshakeFault(code: string, message: string, hostname: string): string {
  if (/wrong version|packet length|http request/i.test(message))
    return `${hostname} does not speak https where its address says so: visitors see an error instead of the page. Ask your hosting company to switch https on.`;
  return `${hostname} and a browser cannot agree on an encrypted connection (${code}): visitors see an error instead of the page. Ask your hosting company to look at the https settings.`;
}
