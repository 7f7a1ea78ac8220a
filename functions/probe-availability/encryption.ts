import ipaddr from 'ipaddr.js';
import { type Answer, plainRequest, type RequestOptions } from '../../shared/answers/plain-request.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import type { Measured } from '../../shared/runtime/probe.ts';

type Note = Pick<Measured, 'measurements' | 'facts'>;

const nothing: Note = { measurements: {} };

/**
 * Do visitors come to an encrypted page, also those who type the name without "https"? Says nothing of pages on addresses
 * of this machine or its own network, nor of other ports than the usual ones.
 */
export async function encryption(answer: Answer, options: RequestOptions): Promise<Note> {
  const { protocol, host, port } = new URL(answer.url);
  if (protocol === 'http:') return isPublic(answer.address) ? unencrypted(answer.url) : nothing;
  if (port !== '') return nothing;
  try {
    return copyWithout(await plainRequest(`http://${host}/`, { ...options, timeoutMs: 5_000 }));
  } catch {
    return nothing; // nobody listens there: browsers come by https then
  }
}

/** What `http://` of an https site answers: a page of its own, or the way to the encrypted one. */
export function copyWithout({ url, status, headers, body }: Pick<Answer, 'url' | 'status' | 'headers' | 'body'>): Note {
  if (status >= 300 && status < 400) return { measurements: { unencrypted: 0 } };
  const leadsOn = /http-equiv=["']?refresh|location\s*(\.(href|replace|protocol)|=)/i.test(body);
  const isPage = status === 200 && /html/.test(headers['content-type'] ?? '') && body.length > 0;
  return isPage && !leadsOn ? unencrypted(url) : nothing;
}

function unencrypted(url: string): Note {
  const facts = { unencrypted: sayAvailability('availability/unencrypted', { url }) };
  return { measurements: { unencrypted: 1 }, facts };
}

function isPublic(address: string | null): boolean {
  return address !== null && ipaddr.process(address).range() === 'unicast';
}
