import { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { Statement } from '../model/finding.ts';
import { oneLine, shorten } from '../model/foreign-text.ts';
import { dayMs } from '../model/time-spans.ts';
import { sayAvailability } from '../probes/availability/statements.ts';

/** Of those whom a certificate belongs to; the others are only counted. */
const namedAtMost = 3;

/** What a server showed to prove who it is. Instants in ISO-8601. */
export interface Certificate {
  /** Null where the certificate names nobody; the issuer, too. */
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly names: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  /** From the server's own certificate up: who each was issued to. */
  readonly chain: readonly (string | null)[];
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
function chainOf(peer: DetailedPeerCertificate): (string | null)[] {
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

function nameOf(names: DetailedPeerCertificate['subject'] | undefined): string | null {
  const first = (value: string | readonly string[] | undefined): string | undefined =>
    typeof value === 'string' ? value : value?.[0];
  const name = first(names?.O) ?? first(names?.CN);
  return name === undefined ? null : shorten(oneLine(name), 80);
}

/** Why no browser accepts the certificate and what to do. */
export function sayRefusal({ code, certificate }: CertificateError, host: string, nowMs: number): Statement {
  const { names, subject, validFrom, validTo, issuer } = certificate;
  switch (code) {
    case 'CERT_HAS_EXPIRED': {
      const daysAgo = Math.floor((nowMs - Date.parse(validTo)) / dayMs);
      return daysAgo >= 0
        ? sayAvailability('availability/expired', { host, expiredAt: validTo, daysAgo })
        : sayAvailability('availability/chain-expired', { host, issuer });
    }
    case 'CERT_NOT_YET_VALID':
      return sayAvailability('availability/not-yet-valid', { host, validFrom });
    case 'ERR_TLS_CERT_ALTNAME_INVALID': {
      const all = names.length > 0 || subject === null ? names : [subject];
      const shown = all.slice(0, namedAtMost).map((name) => shorten(name, 80));
      return sayAvailability('availability/wrong-name', { host, names: shown, others: all.length - shown.length });
    }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return sayAvailability('availability/self-signed', { host });
    case 'CERT_REVOKED':
      return sayAvailability('availability/revoked', { host, issuer });
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return sayAvailability('availability/unknown-issuer', { host, issuer });
    default:
      return sayAvailability('availability/not-accepted', { host, code });
  }
}
