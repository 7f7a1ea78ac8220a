import { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';

/** What a server showed to prove who it is. Instants in ISO-8601. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  /** From the server's own certificate up: who each was issued to. */
  readonly chain: readonly string[];
  /** The server kept back what leads from its certificate to a known authority. */
  readonly incomplete: boolean;
  readonly protocol: string | null;
}

/** No browser accepts this certificate. `code` is Node's (OpenSSL's names). */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
  readonly code: string;
  readonly certificate: Certificate;
  constructor(code: string, certificate: Certificate) {
    super(`The certificate is refused: ${code}.`);
    this.code = code;
    this.certificate = certificate;
  }
}

/**
 * Is the connection to be trusted? A missing link of the chain that the certificate itself says where to fetch is fetched
 * by browsers, so that is not a refusal (RFC 5280, 4.2.2.1: authority information access); the visits with a browser tell
 * whether it is accepted.
 */
export function trustOf(socket: TLSSocket, host: string): { incomplete: boolean; refused: CertificateError | null } {
  const peer = socket.getPeerCertificate(true);
  const wrongName = Object.keys(peer).length === 0 ? undefined : checkServerIdentity(host, peer);
  const doubt = socket.authorized ? null : codeOf(socket.authorizationError);
  const incomplete =
    doubt === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' && (peer.infoAccess?.['CA Issuers - URI']?.length ?? 0) > 0;
  const code = doubt === null || incomplete || doubt === 'ERR_TLS_CERT_ALTNAME_INVALID' ? null : doubt;
  const refused = code ?? (wrongName === undefined ? null : 'ERR_TLS_CERT_ALTNAME_INVALID');
  return {
    incomplete,
    refused: refused === null ? null : new CertificateError(refused, describeCertificate(socket, incomplete)),
  };
}

function codeOf(error: Error | string | null | undefined): string {
  if (typeof error === 'string') return error;
  return error !== null && error !== undefined && 'code' in error ? String(error.code) : 'UNKNOWN';
}

export function describeCertificate(socket: TLSSocket, incomplete: boolean): Certificate {
  const peer = socket.getPeerCertificate(true);
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    names: (peer.subjectaltname ?? '').split(', ').flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []),
    validFrom: instantOf(peer.valid_from),
    validTo: instantOf(peer.valid_to),
    chain: chainOf(peer),
    incomplete,
    protocol: socket.getProtocol(),
  };
}

/** Node links a root to itself. */
function chainOf(peer: DetailedPeerCertificate): string[] {
  const chain = [peer];
  for (let next = peer.issuerCertificate; next !== undefined && !chain.includes(next); next = next.issuerCertificate) {
    chain.push(next);
  }
  return chain.map(({ subject }) => nameOf(subject));
}

/** A certificate without a date is as good as long expired. */
function instantOf(date: string | undefined): string {
  const at = Date.parse(date ?? '');
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
}

function nameOf(names: DetailedPeerCertificate['subject'] | undefined): string {
  const first = (value: string | readonly string[] | undefined): string | undefined =>
    typeof value === 'string' ? value : value?.[0];
  return shorten(oneLine(first(names?.O) ?? first(names?.CN) ?? 'nobody named'), 80);
}

const warning = 'visitors see a security warning instead of the page';

/** Why no browser accepts the certificate and what to do, in words. */
export function certificateFault({ code, certificate }: CertificateError, host: string, nowMs: number): string {
  const { names, subject, validFrom, validTo, issuer } = certificate;
  const day = (at: string): string => at.slice(0, 10);
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return Date.parse(validTo) <= nowMs
        ? `The certificate of ${host} has expired on ${day(validTo)} (${daysBetween(validTo, nowMs)}): ${warning}. Renew it, and ask your hosting company why it was not renewed by itself.`
        : `A certificate between that of ${host} and its authority (${issuer}) has expired: ${warning}. Ask your hosting company to install the present chain of the authority.`;
    case 'CERT_NOT_YET_VALID':
      return `The certificate of ${host} is valid only from ${day(validFrom)}: ${warning}. Have the former one put back until then.`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `The certificate shown for ${host} belongs to ${namesInWords(names, subject)}: ${warning}. Ask your hosting company for a certificate that includes ${host}.`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return `The certificate of ${host} is self-signed, so nobody vouches for it: ${warning}. Ask your hosting company for one of a known authority (Let's Encrypt costs nothing).`;
    case 'CERT_REVOKED':
      return `The certificate of ${host} has been revoked by ${issuer}: ${warning}. Ask your hosting company for a new one.`;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `The certificate of ${host} was issued by ${issuer}, whom browsers do not know: ${warning}. Ask your hosting company for one of a known authority (Let's Encrypt costs nothing).`;
    default:
      return `The certificate of ${host} is not accepted (${code}): ${warning}. Ask your hosting company for a new one.`;
  }
}

function namesInWords(names: readonly string[], subject: string): string {
  const shown = names.slice(0, 3).map((name) => shorten(name, 80));
  if (shown.length === 0) return subject;
  return shown.join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}

function daysBetween(before: string, nowMs: number): string {
  const days = Math.floor((nowMs - Date.parse(before)) / 86_400_000);
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}
