import net from 'node:net';
import os from 'node:os';
import ipaddr from 'ipaddr.js';
import type { Answer } from '../../shared/answers/plain-request.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import type { Measured } from '../../shared/runtime/probe.ts';

const patienceMs = 4_000;

/** Has this machine an IPv6 address that the internet can answer to? Lambda has none by default. */
export function machineHasIpv6(interfaces = os.networkInterfaces()): boolean {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .some(({ family, address }) => family === 'IPv6' && ipaddr.parse(address).range() === 'unicast');
}

/**
 * The request went to one of the host's addresses; do those of the other family answer, too? A visitor whose network has
 * only that family reaches no other. Says nothing of a family that this machine itself lacks.
 */
export async function otherFamily(
  { addresses, ipFamily, url }: Pick<Answer, 'addresses' | 'ipFamily' | 'url'>,
  { ipv6, signal }: { ipv6: boolean; signal: AbortSignal },
): Promise<Pick<Measured, 'measurements' | 'facts'>> {
  const family = ipFamily === 'IPv6' ? 4 : 6;
  const [other] = addresses.filter((address) => address.family === family);
  if (other === undefined || (family === 6 && !ipv6)) return { measurements: {} };
  const { hostname, port, protocol } = new URL(url);
  const answers = await connects(other.address, Number(port || (protocol === 'https:' ? 443 : 80)), signal);
  if (answers === null) return { measurements: {} };
  const name = family === 6 ? 'ipv6Unreachable' : 'ipv4Unreachable';
  if (answers) return { measurements: { [name]: 0 } };
  const { address } = other;
  const fact = sayAvailability('availability/silent-family', { host: hostname, family, address });
  return { measurements: { [name]: 1 }, facts: { [name]: fact } };
}

/** Null when it was this machine that found no way. */
function connects(address: string, port: number, signal: AbortSignal): Promise<boolean | null> {
  const { promise, resolve } = Promise.withResolvers<boolean | null>();
  const socket = net.connect({ host: address, port, timeout: patienceMs, signal });
  socket.once('connect', () => resolve(true));
  socket.once('timeout', () => resolve(false));
  socket.once('error', (error: NodeJS.ErrnoException) =>
    resolve(error.code === 'ECONNREFUSED' || error.code === 'ETIMEDOUT' ? false : null),
  );
  return promise.finally(() => socket.destroy());
}
