import { sayer } from '../../model/finding.ts';

type OfHost = { readonly host: string };
/** The authority's own name; null where the certificate does not give it. */
type Issued = OfHost & { readonly issuer: string | null };

/** What the probe may have to say of what it saw. Instants in ISO-8601. */
export type AvailabilityStatements = {
  readonly 'availability/answers': { readonly url: string; readonly status: number; readonly firstByteMs: number };
  /** @param again the address that kept coming back; null where there were only more redirects than browsers follow */
  readonly 'availability/redirect-loop': { readonly url: string; readonly hops: number; readonly again: string | null };
  /** What a plain request could not read, a browser shows. @param code what is wrong with the response, in Chromium's words */
  readonly 'availability/browser-only': { readonly url: string; readonly status: number; readonly code: string };
  /** The same where no browser could be asked. */
  readonly 'availability/unreadable': { readonly url: string; readonly code: string };
  /** To a plain request, where no browser could be asked. */
  readonly 'availability/empty': { readonly url: string; readonly status: number };
  /** @param to where no browser can go; null where the server does not say where to */
  readonly 'availability/dead-redirect': { readonly url: string; readonly status: number; readonly to: string | null };
  readonly 'availability/expired': OfHost & { readonly expiredAt: string; readonly daysAgo: number };
  /** Not the site's own certificate but one between it and the authority. */
  readonly 'availability/chain-expired': Issued;
  readonly 'availability/not-yet-valid': OfHost & { readonly validFrom: string };
  /** @param names the first whom the certificate belongs to; `others` are not among them */
  readonly 'availability/wrong-name': OfHost & { readonly names: readonly string[]; readonly others: number };
  readonly 'availability/self-signed': OfHost;
  readonly 'availability/revoked': Issued;
  readonly 'availability/unknown-issuer': Issued;
  /** @param code OpenSSL's */
  readonly 'availability/not-accepted': OfHost & { readonly code: string };
  readonly 'availability/expires': Issued & { readonly expiresAt: string };
  readonly 'availability/chain-incomplete': Issued;
  /** Which step took most of the time until the server began to answer. */
  readonly 'availability/slow-step': { readonly step: 'server' | 'connection' | 'lookup'; readonly ms: number };
  /** @param way addresses, from the one asked for to the page's */
  readonly 'availability/redirects': { readonly way: readonly string[] };
  readonly 'availability/unencrypted': { readonly url: string };
  /** An address in the DNS at which nothing answers. */
  readonly 'availability/silent-family': OfHost & { readonly family: 4 | 6; readonly address: string };
};

export const sayAvailability = sayer<AvailabilityStatements>();
