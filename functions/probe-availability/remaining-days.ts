import type { Measured } from '../../shared/runtime/probe.ts';
import type { Answer } from './plain-request.ts';

const dayMs = 86_400_000;
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
  return {
    measurements: { [name]: days, ...(incomplete === undefined ? {} : { tlsChainIncomplete: 1 }) },
    facts: {
      [name]: `the certificate of ${hostname} (by ${issuer}) runs out on ${validTo.slice(0, 10)}. After that day visitors see a security warning instead of the page: have it renewed, and ask your hosting company why that does not happen by itself`,
      ...(incomplete === undefined
        ? {}
        : {
            tlsChainIncomplete: `the server of ${new URL(incomplete.url).hostname} does not send the certificate between its own and the authority (${incomplete.certificate.issuer}): some phones, apps and messengers refuse the page. Ask your hosting company to install the full chain`,
          }),
    },
  };
}
