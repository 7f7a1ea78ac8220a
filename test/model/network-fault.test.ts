import { describe, expect, it } from 'vitest';
import { connectionFault } from '../../functions/probe-availability/connection-fault.ts';
import { landingFault } from '../../functions/probe-page/landing-fault.ts';
import { describeDeadEnd } from '../../shared/browser/navigation.ts';
import { networkFaultOf, networkFaults } from '../../shared/model/network-fault.ts';
import { inEnglish } from '../support/said.ts';

const url = 'https://shop.example:8443/';

/** What a plain request comes to that meets an error of Node's. */
function asked(code: string, message = code) {
  const fault = connectionFault(Object.assign(new Error(message), { code }), url, Date.parse('2026-11-22T12:00:00Z'));
  return fault === null ? null : inEnglish(fault);
}

/** What a browser comes to that meets an error of Chromium's. */
function visited(code: string) {
  const fault = landingFault({ url, landing: describeDeadEnd(`page.goto: net::${code} at ${url}`, url, url) });
  if (fault === null) throw new Error(`${code} is no fault.`);
  return inEnglish(fault);
}

/** One fault in both vocabularies. */
const both: readonly (readonly [fault: string, node: readonly string[], chromium: readonly string[]])[] = [
  ['no-such-host', ['ENOTFOUND', 'ENODATA'], ['ERR_NAME_NOT_RESOLVED']],
  [
    'no-network',
    ['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
    ['ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_CHANGED', 'ERR_NETWORK_ACCESS_DENIED'],
  ],
  ['refused', ['ECONNREFUSED'], ['ERR_CONNECTION_REFUSED']],
  ['no-route', ['EHOSTUNREACH', 'EHOSTDOWN'], ['ERR_ADDRESS_UNREACHABLE']],
  ['timed-out', ['ETIMEDOUT'], ['ERR_TIMED_OUT', 'ERR_CONNECTION_TIMED_OUT']],
  [
    'broken-off',
    ['ECONNRESET', 'ECONNABORTED', 'EPIPE'],
    ['ERR_CONNECTION_RESET', 'ERR_CONNECTION_CLOSED', 'ERR_CONNECTION_ABORTED', 'ERR_EMPTY_RESPONSE'],
  ],
  ['headers-too-big', [], ['ERR_RESPONSE_HEADERS_TOO_BIG']],
  ['not-http', [], ['ERR_INVALID_HTTP_RESPONSE', 'ERR_CONTENT_DECODING_FAILED']],
  [
    'handshake',
    ['EPROTO', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
    ['ERR_SSL_PROTOCOL_ERROR', 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'ERR_BAD_SSL_CLIENT_AUTH_CERT'],
  ],
  [
    'certificate-refused',
    ['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['ERR_CERT_DATE_INVALID', 'ERR_CERT_COMMON_NAME_INVALID', 'ERR_CERT_AUTHORITY_INVALID', 'ERR_CERT_REVOKED'],
  ],
];

describe('a fault of the network', () => {
  it.each(both)('%s is one for Node and Chromium, in the same sentence', (fault, node, chromium) => {
    const all = [
      ...node.map((code) => [code, asked(code)] as const),
      ...chromium.map((code) => [code, visited(code)] as const),
    ];
    // Only what the program calls it is its own.
    const said = all.map(([code, result]) => ({ ...result, reason: result?.reason.replaceAll(code, 'CODE') }));
    expect([...node, ...chromium].map((code) => networkFaultOf(code))).toEqual(all.map(() => fault));
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it.each([
    ['ENOTFOUND', 'failed', 'unreachable', 'There is no host called shop.example: the name does not resolve. '],
    ['EAI_AGAIN', 'unknown', 'no-network', 'The name shop.example could not be looked up: this machine cannot '],
    ['ENETUNREACH', 'unknown', 'no-network', 'This machine has no network connection, so the status of shop.exam'],
    ['ECONNREFUSED', 'failed', 'unreachable', 'shop.example:8443 refuses the connection: no web server is listen'],
    ['EHOSTUNREACH', 'failed', 'unreachable', 'shop.example:8443 cannot be reached: '],
    ['ETIMEDOUT', 'failed', 'unreachable', 'shop.example:8443 does not respond: the connection timed out. Ask '],
    [
      'ECONNRESET',
      'failed',
      'unreachable',
      'shop.example:8443 closes the connection without a response (ECONNRESET). ',
    ],
    ['EAI_FAIL', 'failed', 'unreachable', 'shop.example:8443 does not respond properly (EAI_FAIL). '],
    ['ERR_TLS_CERT_ALTNAME_FORMAT', 'failed', 'bad-tls', 'The browser rejects the certificate for shop.example ('],
    ['EPROTO', 'failed', 'bad-tls', 'shop.example and the browser cannot agree on an encrypted connection (EPROTO)'],
  ] as const)('that Node calls %s is %s: %s', (code, outcome, cause, beginning) => {
    expect(asked(code)).toMatchObject({ outcome, cause, reason: expect.stringMatching(startingWith(beginning)) });
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'failed', 'unreachable', 'There is no host called shop.example: '],
    ['ERR_INTERNET_DISCONNECTED', 'unknown', 'no-network', 'This machine has no network connection, so the stat'],
    ['ERR_TOO_MANY_REDIRECTS', 'failed', 'redirect-loop', 'shop.example:8443 redirects in a loop: no page ever '],
    ['ERR_HTTP_RESPONSE_CODE_FAILURE', 'failed', 'http-error', 'shop.example:8443 sends an error without a page. '],
    ['ERR_INVALID_HTTP_RESPONSE', 'failed', 'unreachable', 'shop.example:8443 sends a response that is not valid HTTP'],
    [
      'ERR_RESPONSE_HEADERS_TOO_BIG',
      'failed',
      'http-error',
      'shop.example:8443 sends more headers than browsers accept',
    ],
    ['ERR_CERT_DATE_INVALID', 'failed', 'bad-tls', 'The browser rejects the certificate for shop.example (ERR_CERT_D'],
    ['ERR_SSL_PROTOCOL_ERROR', 'failed', 'bad-tls', 'shop.example and the browser cannot agree on an encrypted '],
    ['ERR_NAME_RESOLUTION_FAILED', 'failed', 'unreachable', 'shop.example:8443 does not respond properly (ERR_NAME_R'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'failed', 'unreachable', 'shop.example:8443 does not respond properly (ERR_TUN'],
  ] as const)('that Chromium calls %s is %s: %s', (code, outcome, cause, beginning) => {
    expect(visited(code)).toMatchObject({ outcome, cause, reason: expect.stringMatching(startingWith(beginning)) });
  });

  it('is http spoken where https was asked for, if OpenSSL says so', () => {
    const message = 'write EPROTO 0A00010B:SSL routines:tls_validate_record_header:wrong version number\n';
    const said = {
      cause: 'bad-tls',
      reason: expect.stringContaining('does not serve https, although its address says so'),
    };
    expect(asked('EPROTO', message)).toMatchObject(said);
    expect(asked('ERR_SSL_WRONG_VERSION_NUMBER')).toMatchObject(said);
  });

  it('that a browser does not name is the connection that broke', () => {
    const landing = describeDeadEnd('page.goto: interrupted', url, url);
    expect(landing.says).toMatchObject({ id: 'site/no-proper-answer', params: { code: null } });
  });

  it('is not every error: what is none of the network is our own', () => {
    expect(networkFaultOf('ERR_INVALID_ARG_TYPE')).toBeNull();
    expect(asked('ERR_INVALID_URL')).toBeNull();
    expect(connectionFault(new Error('broken'), url, 0)).toBeNull();
  });

  it('is grey exactly where it is the network of this machine', () => {
    const grey = Object.values(networkFaults).filter(({ outcome }) => outcome === 'unknown');
    expect(grey.every(({ cause }) => cause === 'no-network')).toBe(true);
    expect(Object.values(networkFaults).filter(({ cause }) => cause === 'no-network')).toEqual(grey);
  });
});

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
