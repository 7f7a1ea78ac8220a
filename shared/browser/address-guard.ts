import type dns from 'node:dns';
import http from 'node:http';
import net, { type Socket } from 'node:net';
import { Server } from 'proxy-chain';
import { guardedLookup, type Internet, publicAddresses, theInternet } from './public-addresses.ts';

export interface AddressGuard {
  /** For a browser's launch, which sends loopback through it, too. */
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
