import type { Cause } from './cause.ts';

/** What a fault of the network means for the check. */
interface Meaning {
  readonly cause: Cause;
  /** `unknown` where the machine that asks is at fault, and nothing is known of the site. */
  readonly outcome: 'failed' | 'unknown';
  /** What it is said of: a server, with its port where that is an unusual one, or the name alone. */
  readonly of: 'host' | 'hostname';
}

/** Why a site gave no page to a plain request or to a browser. */
export const networkFaults = {
  'no-such-host': { cause: 'unreachable', outcome: 'failed', of: 'hostname' },
  'lookup-failed': { cause: 'no-network', outcome: 'unknown', of: 'hostname' },
  'no-network': { cause: 'no-network', outcome: 'unknown', of: 'host' },
  refused: { cause: 'unreachable', outcome: 'failed', of: 'host' },
  'no-route': { cause: 'unreachable', outcome: 'failed', of: 'host' },
  'timed-out': { cause: 'unreachable', outcome: 'failed', of: 'host' },
  'broken-off': { cause: 'unreachable', outcome: 'failed', of: 'host' },
  'not-http': { cause: 'unreachable', outcome: 'failed', of: 'host' },
  'headers-too-big': { cause: 'http-error', outcome: 'failed', of: 'host' },
  'error-without-page': { cause: 'http-error', outcome: 'failed', of: 'host' },
  'redirect-loop': { cause: 'redirect-loop', outcome: 'failed', of: 'host' },
  'certificate-refused': { cause: 'bad-tls', outcome: 'failed', of: 'hostname' },
  'no-https': { cause: 'bad-tls', outcome: 'failed', of: 'hostname' },
  handshake: { cause: 'bad-tls', outcome: 'failed', of: 'hostname' },
  /** Whatever else a browser names. */
  'no-proper-answer': { cause: 'unreachable', outcome: 'failed', of: 'host' },
} as const satisfies Readonly<Record<string, Meaning>>;

export type NetworkFault = keyof typeof networkFaults;

/**
 * The first that fits counts. Sources: man 3 errno and getaddrinfo, c-ares, OpenSSL (Node puts ERR_SSL before its reasons) for
 * Node; net/base/net_error_list.h for Chromium, whose names also describe faults in a response that was read without it.
 */
const signs: readonly (readonly [RegExp, NetworkFault])[] = [
  [/^(ENOTFOUND|ENODATA|ERR_NAME_NOT_RESOLVED)\b/, 'no-such-host'],
  [/^EAI_AGAIN\b/, 'lookup-failed'],
  [/^(ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)\b/, 'no-network'],
  [/^ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED)\b/, 'no-network'],
  [/^(ECONNREFUSED|ERR_CONNECTION_REFUSED)\b/, 'refused'],
  [/^(EHOST[A-Z]+|ERR_ADDRESS_UNREACHABLE)\b/, 'no-route'],
  [/^(ETIMEDOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT)\b/, 'timed-out'],
  [/^ERR_RESPONSE_HEADERS_TOO_BIG\b/, 'headers-too-big'],
  [/^ERR_(INVALID_HTTP_RESPONSE\b|INVALID_CHUNKED_ENCODING\b|CONTENT_DECODING_|RESPONSE_HEADERS_)/, 'not-http'],
  [/^ERR_(INVALID_AUTH_CREDENTIALS|HTTP_RESPONSE_CODE_FAILURE)\b/, 'error-without-page'],
  [/^ERR_TOO_MANY_REDIRECTS\b/, 'redirect-loop'],
  [/^(ERR_CERT_|ERR_SSL_SERVER_CERT_|ERR_SSL_PINNED_KEY_|ERR_SSL_KEY_USAGE_)/, 'certificate-refused'],
  [/^(CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT\b|SELF_SIGNED_CERT_|ERR_TLS_CERT_)/, 'certificate-refused'],
  // OpenSSL says what it met instead of an encrypted connection.
  [/^(ERR_SSL|EPROTO\b).*(wrong.version|packet.length|http.request)/is, 'no-https'],
  [/^(ERR_TLS|ERR_SSL|ERR_BAD_SSL|EPROTO\b)/, 'handshake'],
  [/^(ECONN[A-Z]+|EPIPE|ERR_EMPTY_RESPONSE|ERR_CONNECTION_(RESET|CLOSED|ABORTED))\b/, 'broken-off'],
  [/^EAI_/, 'no-proper-answer'],
];

/**
 * @param code Node's (`ECONNREFUSED`) or Chromium's (`ERR_CONNECTION_REFUSED`)
 * @param message of Node's error
 * @returns null for a code that is none of the network's, or of which nothing is known
 */
export function networkFaultOf(code: string, message = ''): NetworkFault | null {
  const said = `${code} ${message}`;
  return signs.find(([sign]) => sign.test(said))?.[1] ?? null;
}
