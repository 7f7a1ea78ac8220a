import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import { userAgentSuffix } from '../../../shared/browser/device-profiles.ts';

export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Milliseconds from the start of this request; null where the step did not happen (a reused address, plain http). */
  readonly timings: {
    readonly dnsMs: number | null;
    readonly connectMs: number | null;
    readonly tlsMs: number | null;
    readonly firstByteMs: number;
  };
  readonly ipFamily: string | null;
  readonly certificate: { readonly validTo: string; readonly issuer: string } | null;
  /** The beginning of the body, at most `bodyLimitBytes`. */
  readonly body: string;
}

const bodyLimitBytes = 64 * 1024;
/** A body that trickles in for ever is not waited for: what has come by then is enough to recognise a page. */
const bodyPatienceMs = 3_000;

/**
 * One GET without a browser and without following redirects; reads only the beginning of the body.
 * @throws Error with node's `code` (ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED ...) when there is no answer
 */
export async function plainRequest(
  url: string,
  { signal, timeoutMs, lookup }: { signal: AbortSignal; timeoutMs: number; lookup?: LookupFunction },
): Promise<Answer> {
  if (lookup !== undefined) await lookUpAddress(new URL(url).hostname, lookup);
  const secure = url.startsWith('https:');
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  const timings = { dnsMs: null as number | null, connectMs: null as number | null, tlsMs: null as number | null };
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = (secure ? https : http).get(url, {
    agent: false,
    signal: deadline,
    ...(lookup === undefined ? {} : { lookup }),
    headers: { 'user-agent': `Mozilla/5.0 (compatible; ${userAgentSuffix})`, accept: 'text/html,*/*;q=0.8' },
  });
  request.on('error', (error) => {
    const timedOut = deadline.aborted && !signal.aborted;
    reject(timedOut ? Object.assign(new Error(`no answer within ${timeoutMs} ms`), { code: 'ETIMEDOUT' }) : error);
  });
  request.on('socket', (socket) => {
    socket.once('lookup', () => (timings.dnsMs = elapsed()));
    socket.once('connect', () => (timings.connectMs = elapsed()));
    socket.once('secureConnect', () => (timings.tlsMs = elapsed()));
  });
  request.on('response', (response) => {
    const firstByteMs = elapsed();
    const { socket } = response;
    const chain = socket instanceof TLSSocket ? socket.getPeerCertificate() : null;
    const answer = {
      url,
      status: response.statusCode ?? 0,
      headers: response.headers,
      timings: { ...timings, firstByteMs },
      ipFamily: socket.remoteFamily ?? null,
      certificate:
        chain === null ? null : { validTo: chain.valid_to, issuer: String(chain.issuer?.O ?? chain.issuer?.CN ?? '') },
    };
    void readBeginning(response).then((body) => {
      request.destroy();
      resolve({ ...answer, body });
    }, reject);
  });
  return promise;
}

/** Node asks `lookup` for names only. An address in the URL is put to it here, so that a guard judges that one, too. */
function lookUpAddress(hostname: string, lookup: LookupFunction): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return Promise.resolve();
  return new Promise((resolve, reject) => lookup(host, {}, (error) => (error === null ? resolve() : reject(error))));
}

async function readBeginning(response: http.IncomingMessage): Promise<string> {
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
  return Buffer.concat(chunks).subarray(0, bodyLimitBytes).toString('utf8');
}
