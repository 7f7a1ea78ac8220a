import type { Answer } from '../../shared/answers/plain-request.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';

/** Below this a visitor notices nothing, and which step took longest is of no interest. */
const noticeableMs = 1_000;

/** Which step made the page late, and whom to ask. */
export function slowStep({ timings }: Answer): Record<string, Statement> {
  const { dnsMs, connectMs, tlsMs, firstByteMs } = timings;
  if (firstByteMs < noticeableMs) return {};
  const lookup = dnsMs ?? 0;
  const connection = (connectMs ?? 0) + (tlsMs ?? 0);
  const server = firstByteMs - connection - lookup;
  const say = (step: 'server' | 'connection' | 'lookup', ms: number) => ({
    ttfbMs: sayAvailability('availability/slow-step', { step, ms }),
  });
  if (server >= connection + lookup) return say('server', server);
  return connection >= lookup ? say('connection', connection) : say('lookup', lookup);
}

/** The way from the address asked for to the page, where it is longer than one step. */
export function detour(chain: readonly Answer[]): Record<string, Statement> {
  if (chain.length <= 2) return {};
  return { redirects: sayAvailability('availability/redirects', { way: chain.map(({ url }) => url) }) };
}
