import { constants } from 'node:crypto';
import dns from 'node:dns';
import type { IncomingHttpHeaders } from 'node:http';
import net, { type LookupFunction, type Socket } from 'node:net';
import tls, { TLSSocket } from 'node:tls';
import { userAgentSuffix } from '../browser/device-profiles.ts';
import { withinDeadline } from '../runtime/deadline.ts';
import { type Certificate, describeCertificate, trustOf } from './certificate.ts';
import { decodeBody } from './decode-body.ts';
import type { PageAnswer } from './page-answer.ts';
import { readBody } from './response-body.ts';
import { ResponseError, type ResponseHead, readHead } from './response-head.ts';

export interface Answer extends PageAnswer {
  readonly headers: IncomingHttpHeaders;
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
  /** The header `cookie`, of a visitor who has been given some. */
  readonly cookie?: string;
  /** Who asks. Default: Touchlight, with nobody to write to. */
  readonly userAgent?: string;
  /** How much of the body is read. Default: 64 KB, enough to recognise a page. */
  readonly bodyLimitBytes?: number;
}

const defaultBodyLimitBytes = 64 * 1024;
/** A body that trickles in for ever is not waited for: what has come by then is enough to recognise a page. */
const bodyPatienceMs = 3_000;
/** Browsers talk to old servers that OpenSSL by itself refuses; what they may be trusted with, the certificate says. */
const asLenientAsBrowsers = {
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  ciphers: `${tls.DEFAULT_CIPHERS}:@SECLEVEL=0`,
} as const;

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

/** Nothing came, or not enough to be a response. */
class HangUpError extends Error {
  override readonly name = 'HangUpError';
  /** As Node's own HTTP client calls it. */
  readonly code = 'ECONNRESET';
}

/**
 * One GET without a browser and without following redirects, its response read as browsers read it (see response-head); reads
 * only the beginning of the body.
 * @throws Error with node's `code` (ENOTFOUND, ECONNREFUSED ...) when there is no answer; CertificateError when no browser
 * would accept the certificate; ResponseError when none could read the response
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
export function redirectTarget({ url, status, headers }: Pick<Answer, 'url' | 'status' | 'headers'>): string | null {
  if (status < 300 || status > 399 || (headers.location ?? '') === '') return null;
  // Bytes beyond ASCII are sent back as they came.
  const location = (headers.location ?? '').replaceAll(/[\x80-\xff]/g, encodeByte);
  const next = URL.canParse(location, url) ? new URL(location, url) : null;
  return next !== null && /^https?:$/.test(next.protocol) ? next.href : null;
}

const encodeByte = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;

/** What the handshakes came to: each is null until it has happened, and where it does not happen. */
interface Handshakes {
  address: string | null;
  ipFamily: string | null;
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
  const socket = connect(url, hostname, lookupOf(dialled, hostname), options.authorities);
  socket.on('error', () => {}); // told by what reads it
  const abort = (): void => void socket.destroy(deadline.reason);
  deadline.addEventListener('abort', abort);
  try {
    const handshakes = watchHandshakes(socket, hostname, elapsed, dnsMs ?? 0);
    socket.write(requestText(url, options));
    const { head, bytes, isWhole, firstByteMs } = await receive(socket, elapsed, options);
    const { status, headers } = head;
    const { connectMs, tlsMs, certificate, address, ipFamily } = handshakes;
    const decoded = await decodeBody(bytes, headers);
    const body = decoded.slice(0, options.bodyLimitBytes ?? defaultBodyLimitBytes);
    const timings = { dnsMs, connectMs, tlsMs, firstByteMs };
    return {
      url,
      status,
      headers,
      body,
      // What cannot be decoded is not empty.
      isWhole: isWhole && body.length === decoded.length && (body !== '' || bytes.length === 0),
      timings,
      ...{ addresses, address, ipFamily, certificate },
    };
  } finally {
    deadline.removeEventListener('abort', abort);
    socket.destroy();
  }
}

function connect(
  url: string,
  hostname: string,
  lookup: LookupFunction,
  authorities: readonly string[] | undefined,
): Socket {
  const { protocol, port } = new URL(url);
  const target = { host: hostname, lookup, autoSelectFamily: true };
  if (protocol !== 'https:') return net.connect({ ...target, port: Number(port || 80) });
  return tls.connect({
    ...target,
    ...asLenientAsBrowsers,
    port: Number(port || 443),
    servername: net.isIP(hostname) === 0 ? hostname : '',
    ALPNProtocols: ['http/1.1'],
    // What the certificate is worth is judged in the handshake, where its names and dates can still be read.
    rejectUnauthorized: false,
    ...(authorities && { ca: [...authorities] }),
  });
}

function requestText(url: string, { cookie, userAgent }: RequestOptions): string {
  const { host, pathname, search, username, password } = new URL(url);
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = {
    host,
    'user-agent': userAgent ?? `Mozilla/5.0 (compatible; ${userAgentSuffix})`,
    'x-touchlight': 'availability',
    // Some servers refuse what lacks any of these: every browser sends them.
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'en,*;q=0.5',
    'upgrade-insecure-requests': '1',
    ...(credentials !== ':' && { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
    ...(cookie !== undefined && { cookie }),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** Reads until there is enough of the body, or no more. */
async function receive(
  socket: Socket,
  elapsed: () => number,
  { bodyLimitBytes = defaultBodyLimitBytes }: RequestOptions,
): Promise<{ head: ResponseHead; bytes: Buffer; isWhole: boolean; firstByteMs: number }> {
  const chunks: Buffer[] = [];
  let head: ResponseHead | null = null;
  let firstByteMs = 0;
  let isCutOff = false;
  let patience: NodeJS.Timeout | undefined;
  try {
    for await (const chunk of socket) {
      chunks.push(chunk);
      if (head === null) {
        head = readHead(Buffer.concat(chunks));
        if (head === null) continue;
        firstByteMs = elapsed();
        patience = setTimeout(() => socket.destroy(), bodyPatienceMs);
      }
      const sent = Buffer.concat(chunks).subarray(head.end);
      if (sent.length >= bodyLimitBytes || readBody(head, sent).isComplete) break;
    }
  } catch (error) {
    // Cut off or out of patience: the head has been answered, and that is what availability means.
    if (head === null || error instanceof ResponseError) throw error;
    isCutOff = true;
  } finally {
    clearTimeout(patience);
  }
  if (head === null) throw new HangUpError('The server closed the connection without a response.');
  const { bytes, isComplete } = readBody(head, Buffer.concat(chunks).subarray(head.end));
  const endsWithConnection = ['content-length', 'transfer-encoding'].every((name) => !(name in head.headers));
  const isWhole = bytes.length < bodyLimitBytes && (isComplete || (endsWithConnection && !isCutOff));
  return { head, bytes: bytes.subarray(0, bodyLimitBytes), isWhole, firstByteMs };
}

/** @param startMs when connecting begins, on the clock of `elapsed` */
function watchHandshakes(
  socket: Socket,
  hostname: string,
  elapsed: () => number,
  startMs: number,
): Readonly<Handshakes> {
  const handshakes: Handshakes = { address: null, ipFamily: null, connectMs: null, tlsMs: null, certificate: null };
  let before = startMs;
  socket.once('connect', () => {
    handshakes.address = socket.remoteAddress ?? null;
    handshakes.ipFamily = socket.remoteFamily ?? null;
    handshakes.connectMs = elapsed() - before;
    before = elapsed();
  });
  socket.once('secureConnect', () => {
    handshakes.tlsMs = elapsed() - before;
    if (!(socket instanceof TLSSocket)) return;
    const trust = trustOf(socket, hostname);
    handshakes.certificate = describeCertificate(socket, trust.incomplete);
    if (trust.refused !== null) socket.destroy(trust.refused);
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
