import { answerFault } from '../../shared/answers/answer-fault.ts';
import type { PageAnswer } from '../../shared/answers/page-answer.ts';
import type { Landing } from '../../shared/browser/navigation.ts';
import type { NetworkFault } from '../../shared/model/network-fault.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import { failed, type Measured, measured, unknown } from '../../shared/runtime/probe.ts';
import type { FaultMet } from './connection-fault.ts';

/** Opens an address in a browser and says what became of it. */
export type AskBrowser = (url: string, signal: AbortSignal) => Promise<Landing>;

/** Of these, a browser may think otherwise. */
const doubtful: ReadonlySet<NetworkFault> = new Set(['not-http', 'headers-too-big', 'handshake']);

/**
 * A response that a plain request cannot read is no proof that visitors see none: a browser has the last word.
 * @param asking what a browser is asked with, and from which address on; without `askBrowser` there is none here
 * @returns null where there is nothing to ask
 */
export async function secondOpinion(
  { fault, code }: FaultMet,
  asking: { readonly askBrowser?: AskBrowser; readonly url: string; readonly signal: AbortSignal },
): Promise<Measured | null> {
  const { askBrowser, url, signal } = asking;
  if (!doubtful.has(fault)) return null;
  if (askBrowser !== undefined) return judged(await askBrowser(url, signal), url, code);
  return fault === 'not-http' ? unknown('not-http', sayAvailability('availability/unreadable', { url, code })) : null;
}

/**
 * Some servers send programs nothing and browsers their page: what is empty for a plain request may be so for it alone.
 * @returns null where visitors get a page
 */
export async function opinionOnEmptyPage(
  fault: Measured,
  { url, status }: PageAnswer,
  { askBrowser, signal }: { readonly askBrowser?: AskBrowser; readonly signal: AbortSignal },
): Promise<Measured | null> {
  if (askBrowser === undefined) {
    const { measurements } = fault;
    return unknown('bot-wall', sayAvailability('availability/empty', { url, status }), { measurements });
  }
  const landing = await askBrowser(url, signal);
  return landing.kind === 'page' && answerFault({ headers: {}, body: '', ...landing }) === null ? null : fault;
}

function judged(landing: Landing, url: string, code: string): Measured {
  if (landing.kind === 'failed') {
    return (landing.outcome === 'failed' ? failed : unknown)(landing.cause, landing.says);
  }
  const status = landing.kind === 'not-a-page' ? 200 : landing.status;
  const rest = { measurements: { status, redirects: landing.url === url ? 0 : 1 } };
  const fault = landing.kind === 'not-a-page' ? null : answerFault({ headers: {}, body: '', ...landing }, rest);
  return fault ?? measured(sayAvailability('availability/browser-only', { url, status, code }), rest);
}
