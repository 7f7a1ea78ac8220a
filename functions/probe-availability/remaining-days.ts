import type { Certificate } from '../../shared/answers/certificate.ts';
import type { Answer } from '../../shared/answers/plain-request.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import type { Measured } from '../../shared/runtime/probe.ts';

/** Certificates that live less than this are renewed every few days (Let's Encrypt: 160 hours, renewed half-way). */
const shortLifeDays = 11;

/** How long the certificates on the way to the page still last: the first that runs out closes the way. */
export function remainingDays(
  chain: readonly Pick<Answer, 'url' | 'certificate'>[],
  nowMs: number,
): Pick<Measured, 'measurements' | 'facts'> {
  const shown = chain.flatMap(({ url, certificate }) => (certificate === null ? [] : [{ url, certificate }]));
  const [first] = shown.toSorted((a, b) => Date.parse(a.certificate.validTo) - Date.parse(b.certificate.validTo));
  if (first === undefined) return { measurements: {} };
  const { validFrom, validTo, issuer } = first.certificate;
  const days = Math.floor((Date.parse(validTo) - nowMs) / dayMs);
  const isShortLived = Date.parse(validTo) - Date.parse(validFrom) < shortLifeDays * dayMs;
  const name = isShortLived ? 'tlsShortLivedDaysLeft' : 'tlsDaysLeft';
  const { hostname } = new URL(first.url);
  const incomplete = shown.find(({ certificate }) => certificate.incomplete);
  const expires = sayAvailability('availability/expires', { host: hostname, issuer, expiresAt: validTo });
  return {
    measurements: { [name]: days, ...(incomplete === undefined ? {} : { tlsChainIncomplete: 1 }) },
    facts: { [name]: expires, ...sayIncomplete(incomplete) },
  };
}

function sayIncomplete(shown: { readonly url: string; readonly certificate: Certificate } | undefined) {
  if (shown === undefined) return {};
  const said = { host: new URL(shown.url).hostname, issuer: shown.certificate.issuer };
  return { tlsChainIncomplete: sayAvailability('availability/chain-incomplete', said) };
}
