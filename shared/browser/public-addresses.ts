import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Statement } from '../model/finding.ts';
import { saySite } from '../model/site-statements.ts';

/** A host of which no address is on the public internet. In AWS such a host is out of reach, on purpose. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'ERR_PRIVATE_ADDRESS';
  /**
   * Does the host itself say so: an address, or `localhost`? That is the same for every visitor. What a name leads to may
   * differ from one name server to the next.
   */
  readonly isWritten: boolean;
  /** For an owner; the message is for logs. */
  readonly says: Statement;

  constructor(host: string, addresses: readonly string[]) {
    const where = ipaddr.isValid(host) ? `${host} is` : `${host} leads to ${addresses.join(', ')}, which is`;
    super(`${where} not on the public internet. Touchlight in AWS visits public addresses only.`);
    this.says = saySite('site/private-address', { host, addresses: ipaddr.isValid(host) ? [] : addresses });
    this.isWritten = ipaddr.isValid(host) || /(^|\.)localhost\.?$/i.test(host);
  }
}

/** The internet as the guard sees it; tests put their own in its place. */
export interface Internet {
  /** Every address of a host name. */
  resolve(hostname: string): Promise<readonly dns.LookupAddress[]>;
  /** Where a checked address is really dialled. */
  dial(address: string): string;
}

export const theInternet: Internet = {
  resolve: (hostname) => dns.promises.lookup(hostname, { all: true, order: 'verbatim' }),
  dial: (address) => address,
};

/**
 * The public addresses of a host name or an address in any spelling.
 * @throws PrivateAddressError when it has none; the resolver's error when the name is not known
 */
export async function publicAddresses(
  hostname: string,
  internet: Internet = theInternet,
): Promise<readonly dns.LookupAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  // Also decimal, octal and hexadecimal spellings of IPv4 (2130706433, 0x7f.1), which a resolver takes for an address.
  const addresses = ipaddr.isValid(host) ? [asLookupAddress(host)] : await internet.resolve(host);
  const reachable = addresses.filter(({ address }) => isPublic(address));
  if (reachable.length > 0) return reachable;
  throw new PrivateAddressError(
    host,
    addresses.map(({ address }) => address),
  );
}

/** For `lookup` of node:http(s) and net: refuses what the guard refuses. Addresses in URLs do not pass a lookup: see refusalOf. */
export function guardedLookup(internet: Internet = theInternet): LookupFunction {
  return (hostname, options, callback) => {
    publicAddresses(hostname, internet).then(
      (addresses) => {
        const family = options.family === 4 || options.family === 6 ? options.family : null;
        const dialled = addresses
          .filter((candidate) => family === null || candidate.family === family)
          .map(({ address }) => asLookupAddress(internet.dial(address)));
        const [first] = dialled;
        if (first === undefined) callback(new Error(`${hostname} has no IPv${family} address.`), '');
        else if (options.all === true) callback(null, dialled);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

/**
 * Why a URL is out of reach for the guard that a lookup belongs to. Null when it is not, when only the connection can tell,
 * and when there is no guard.
 */
export async function refusalOf(url: string, lookup: LookupFunction | undefined): Promise<PrivateAddressError | null> {
  if (lookup === undefined || !URL.canParse(url)) return null;
  const answer = Promise.withResolvers<PrivateAddressError | null>();
  lookup(new URL(url).hostname, { all: true }, (error) =>
    answer.resolve(error instanceof PrivateAddressError ? error : null),
  );
  return answer.promise;
}

/** A site that can be reached and leads to where nothing can be: servers do that to robots, so it says little of customers. */
export function sayDetour(from: string, to: string, refusal: PrivateAddressError): Statement {
  return saySite('site/detour', { from: new URL(from).host, to: new URL(to).origin, why: refusal.says });
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Global unicast without every special range. Of IPv6 only what IANA has given out (2000::/3), and of that neither
 * documentation nor protocol assignments nor Teredo nor 6to4: a tunnel's address holds an IPv4 one that no check here would
 * see, and no server is reached by it alone. For the same reason no NAT64 (64:ff9b::/96), not even of a public target: only
 * the network that runs the translator can know where it leads. An address with a zone belongs to one link.
 */
function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && (parsed.zoneId !== undefined || !parsed.match(globalUnicast))) return false;
  return parsed.range() === 'unicast';
}

function asLookupAddress(host: string): dns.LookupAddress {
  const parsed = ipaddr.parse(host);
  return { address: parsed.toString(), family: parsed.kind() === 'ipv4' ? 4 : 6 };
}
