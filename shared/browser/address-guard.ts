import dns from 'node:dns';
import http from 'node:http';
import net, { type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Server } from 'proxy-chain';

/** A host of which no address is on the public internet. In AWS such a host is out of reach, on purpose. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'ERR_PRIVATE_ADDRESS';
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

export interface AddressGuard {
  /** For Chromium's `--proxy-server`, together with `--proxy-bypass-list=<-loopback>`. */
  readonly proxyUrl: string;
  close(): Promise<void>;
}

/**
 * A forward proxy that lets a browser reach public addresses only. It resolves each name itself and connects to the very
 * address it checked, so redirects, subresources, WebSockets and names that change their address are all covered. What is
 * refused or fails looks to the page like a server that does not answer: a status of the proxy's own would be mistaken for
 * the site's.
 */
export async function startAddressGuard(internet: Internet = theInternet): Promise<AddressGuard> {
  const dnsLookup = guardedLookup(internet) as typeof dns.lookup;
  const agents = new WeakMap<Socket, http.Agent>();
  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction: async ({ hostname, isHttp, request }) => {
      try {
        await publicAddresses(hostname, internet);
      } catch (error) {
        request.socket.destroy();
        throw error;
      }
      if (!isHttp) return { dnsLookup };
      const agent = agents.get(request.socket) ?? agentFor(request.socket);
      agents.set(request.socket, agent);
      return { dnsLookup, httpAgent: agent };
    },
  });
  server.on('requestFailed', () => {}); // a refusal is the guard at work; the page's own view of it is what counts
  await server.listen();
  return { proxyUrl: `http://127.0.0.1:${server.port}`, close: () => server.close(true) };
}

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
  if (reachable.length === 0) {
    const seen = addresses.map(({ address }) => address).join(', ');
    throw new PrivateAddressError(
      `${host} leads to ${seen}, which is not on the public internet. Touchlight in AWS visits public addresses only.`,
    );
  }
  return reachable;
}

/** For `lookup` of node:http(s) and net: refuses what the guard refuses. Addresses in URLs do not pass a lookup: see publicAddresses. */
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

/** Global unicast without every special range: loopback, private, link-local, CGNAT, mapped, translated, documentation ... */
function isPublic(address: string): boolean {
  return ipaddr.parse(address).range() === 'unicast';
}

function asLookupAddress(host: string): dns.LookupAddress {
  const parsed = ipaddr.parse(host);
  return { address: parsed.toString(), family: parsed.kind() === 'ipv4' ? 4 : 6 };
}

/**
 * Keeps the server connections of one browser connection alive, as a browser does without a proxy, and ends that connection
 * when a server closes or fails before it answered.
 */
function agentFor(client: Socket): http.Agent {
  const agent = new http.Agent({ keepAlive: true });
  agent.createConnection = (options) => {
    const upstream = net.connect(options as net.TcpNetConnectOpts);
    let bytesOfEarlierAnswers = 0;
    upstream.on('free', () => {
      bytesOfEarlierAnswers = upstream.bytesRead;
    });
    const endUnanswered = (): void => {
      const idle = Object.values(agent.freeSockets).some((sockets) => sockets?.includes(upstream));
      if (!idle && upstream.bytesRead === bytesOfEarlierAnswers) client.destroy();
    };
    return upstream.once('error', endUnanswered).once('end', endUnanswered);
  };
  client.once('close', () => agent.destroy());
  return agent;
}
