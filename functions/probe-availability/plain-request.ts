import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { PageAnswer } from '../../shared/answers/page-answer.ts';
import { userAgentSuffix } from '../../shared/browser/device-profiles.ts';
import { withinDeadline } from '../../shared/runtime/deadline.ts';
import { type Certificate, describeCertificate, trustOf } from './certificate.ts';
import { decodeBody } from './decode-body.ts';

export interface Answer extends PageAnswer {
  readonly headers: http.IncomingHttpHeaders;
  /** How long each step took, in milliseconds; null where it did not happen (an address in the URL, plain http). */
  readonly timings: {
    readonly dnsMs: number | null;
    readonly connectMs: number | null;
    readonly tlsMs: number | null;
    /** From the start of the request until the server began to answer: all of the above, too. */
    readonly firstByteMs: number;
  };
  /** Every address of the host, as looked up; the one that answered and its family (`IPv4` or `IPv6`). */
  readonly addresses: readonly dns.LookupAddress[];
  readonly address: string | null;
  readonly ipFamily: string | null;
  readonly certificate: Certificate | null;
}

export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Resolves names; in AWS one that refuses private addresses. */
  readonly lookup?: LookupFunction;
  /** Has this machine an IPv6 address of its own? Without, only IPv4 is tried where there is any. */
  readonly ipv6?: boolean;
  /** The authorities to trust (PEM), instead of Node's own, which are Mozilla's. */
  readonly authorities?: readonly string[];
  /** How much of the body is read. Default: 64 KB, enough to recognise a page. */
  readonly bodyLimitBytes?: number;
}

const defaultBodyLimitBytes = 64 * 1024;
/** A body that trickles in for ever is not waited for: what has come by then is enough to recognise a page. */
const bodyPatienceMs = 3_000;
/** A page with more headers than this is refused by browsers, too (Chromium: 256 KB). */
const maxHeaderSize = 256 * 1024;

/** Our patience ended before there was an answer. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
  /** As Node calls it when the system's own patience ends. */
  readonly code = 'ETIMEDOUT';
  readonly afterMs: number;
  constructor(afterMs: number) {
    super(`no answer within ${afterMs / 1000} seconds`);
    this.afterMs = afterMs;
  }
}

/**
 * One GET without a browser and without following redirects; reads only the beginning of the body.
 * @throws Error with node's `code` (ENOTFOUND, ECONNREFUSED ...) when there is no answer; CertificateError when no browser
 * would accept the certificate
 */
export async function plainRequest(url: string, options: RequestOptions): Promise<Answer> {
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  try {
    return await request(url, options, deadline);
  } catch (error) {
    if (!deadline.aborted || options.signal.aborted) throw error;
    throw new SilenceError(options.timeoutMs);
  }
}

/** Where an answer sends a browser on to; null when it does not. */
export function redirectTarget({ url, status, headers }: Answer): string | null {
  if (status < 300 || status > 399 || headers.location === undefined) return null;
  const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : null;
  return next !== null && /^https?:$/.test(next.protocol) ? next.href : null;
}

/** What the handshakes came to: each is null until it has happened, and where it does not happen. */
interface Handshakes {
  connectMs: number | null;
  tlsMs: number | null;
  certificate: Certificate | null;
}

async function request(url: string, options: RequestOptions, deadline: AbortSignal): Promise<Answer> {
  const hostname = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  // Asked for addresses in URLs, too, so that a guard judges those as well.
  const addresses = await withinDeadline(lookUp(hostname, options.lookup ?? dns.lookup), deadline);
  const named = addresses.length > 1 || addresses[0]?.address !== hostname;
  const dnsMs = named ? elapsed() : null;
  const dialled = dialable(addresses, options.ipv6 ?? true);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = get(url, deadline, lookupOf(dialled, hostname), options.authorities);
  const handshakes = watchHandshakes(sent, hostname, elapsed, dnsMs ?? 0);
  sent.on('error', reject);
  sent.on('response', (response) => {
    const firstByteMs = elapsed();
    const { remoteAddress = null, remoteFamily = null } = response.socket;
    void readBeginning(response, options.bodyLimitBytes ?? defaultBodyLimitBytes).then((bytes) => {
      sent.destroy();
      const { headers, statusCode: status = 0 } = response;
      const body = decodeBody(bytes, headers);
      const { connectMs, tlsMs, certificate } = handshakes;
      const connection = { addresses, address: remoteAddress, ipFamily: remoteFamily, certificate };
      resolve({ url, status, headers, body, timings: { dnsMs, connectMs, tlsMs, firstByteMs }, ...connection });
    }, reject);
  });
  return promise;
}

function get(
  url: string,
  signal: AbortSignal,
  lookup: LookupFunction,
  authorities: readonly string[] | undefined,
): http.ClientRequest {
  return (url.startsWith('https:') ? https : http).get(url, {
    agent: false,
    signal,
    maxHeaderSize,
    lookup,
    // What the certificate is worth is judged in the handshake, where its names and dates can still be read.
    rejectUnauthorized: false,
    ...(authorities && { ca: [...authorities] }),
    headers: {
      'user-agent': `Mozilla/5.0 (compatible; ${userAgentSuffix})`,
      'x-touchlight': 'availability',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'en,*;q=0.5',
    },
  });
}

/** @param startMs when connecting begins, on the clock of `elapsed` */
function watchHandshakes(
  sent: http.ClientRequest,
  hostname: string,
  elapsed: () => number,
  startMs: number,
): Readonly<Handshakes> {
  const handshakes: Handshakes = { connectMs: null, tlsMs: null, certificate: null };
  sent.on('socket', (socket) => {
    let before = startMs;
    socket.once('connect', () => {
      handshakes.connectMs = elapsed() - before;
      before = elapsed();
    });
    socket.once('secureConnect', () => {
      handshakes.tlsMs = elapsed() - before;
      if (!(socket instanceof TLSSocket)) return;
      const trust = trustOf(socket, hostname);
      handshakes.certificate = describeCertificate(socket, trust.incomplete);
      if (trust.refused !== null) sent.destroy(trust.refused);
    });
  });
  return handshakes;
}

/** The host has been looked up already: this says what was found. */
function lookupOf(addresses: readonly dns.LookupAddress[], hostname: string): LookupFunction {
  return (_host, { all }, callback) => {
    const [first = { address: hostname, family: 0 }] = addresses;
    if (all === true) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

function lookUp(hostname: string, lookup: LookupFunction): Promise<readonly dns.LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true, order: 'verbatim' }, (error, found, family) => {
      if (error !== null) reject(error);
      else resolve(Array.isArray(found) ? found : [{ address: found, family: family ?? 0 }]);
    });
  });
}

/** A machine without IPv6 would fail there at once, and the site would be blamed for it. */
function dialable(addresses: readonly dns.LookupAddress[], ipv6: boolean): readonly dns.LookupAddress[] {
  const ipv4 = addresses.filter(({ family }) => family === 4);
  return ipv6 || ipv4.length === 0 ? addresses : ipv4;
}

async function readBeginning(response: http.IncomingMessage, bodyLimitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const patience = setTimeout(() => response.destroy(), bodyPatienceMs);
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= bodyLimitBytes) break;
    }
  } catch {
    // cut off or out of patience: the head has been answered, and that is what availability means
  } finally {
    clearTimeout(patience);
  }
  return Buffer.concat(chunks).subarray(0, bodyLimitBytes);
}
