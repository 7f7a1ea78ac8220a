import type { Answer } from './plain-request.ts';

/** Below this a visitor notices nothing, and which step took longest is of no interest. */
const noticeableMs = 1_000;

/** Which step made the page late, and whom to ask. */
export function slowStep({ timings }: Answer): Record<string, string> {
  const { dnsMs, connectMs, tlsMs, firstByteMs } = timings;
  if (firstByteMs < noticeableMs) return {};
  const network = (connectMs ?? 0) + (tlsMs ?? 0);
  const own = firstByteMs - network - (dnsMs ?? 0);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  if (own >= network + (dnsMs ?? 0)) {
    return {
      ttfbMs: `most of it (${seconds(own)}) the server takes to prepare the page. Caching or a faster hosting plan help: ask whoever looks after the site`,
    };
  }
  return {
    ttfbMs:
      network >= (dnsMs ?? 0)
        ? `most of it (${seconds(network)}) goes by until the server accepts the connection: it is overloaded or far away. Ask your hosting company`
        : `most of it (${seconds(dnsMs ?? 0)}) goes by until its name is looked up. Ask whoever runs the DNS of your domain`,
  };
}

/** The way from the address asked for to the page, where it is longer than one step. */
export function detour(chain: readonly Answer[]): Record<string, string> {
  if (chain.length <= 2) return {};
  const way = chain.map(({ url }) => url).join(' > ');
  return {
    redirects: `visitors are sent on ${chain.length - 1} times before a page appears (${way}). Let the first address lead straight to the last`,
  };
}
