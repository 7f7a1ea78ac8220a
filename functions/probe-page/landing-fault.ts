import { answerFault } from '../../shared/answers/answer-fault.ts';
import type { Visit } from '../../shared/browser/visit.ts';
import { failed, type Measured, unknown } from '../../shared/runtime/probe.ts';

/** What every browser probe says when the visit did not end on the business's page; null when there is a page to look at. */
export function landingFault({ landing, url }: Pick<Visit, 'landing' | 'url'>): Measured | null {
  switch (landing.kind) {
    case 'page':
    case 'http-error':
      return answerFault({ headers: {}, body: '', ...landing });
    case 'not-a-page':
      return unknown(
        'not-a-page',
        `${url} is not a web page but ${landing.contentType}: there is nothing to look at. If it should be a page, ask whoever looks after the site; else configure the address of one.`,
      );
    case 'failed':
      return isOurs(landing.cause) ? unknown(landing.cause, landing.sentence) : failed(landing.cause, landing.sentence);
  }
}

/**
 * A crash may come of a host with little memory, a page that we cannot read may be fine for visitors, and a server may send
 * only robots to a private address.
 */
function isOurs(cause: string): boolean {
  return ['no-network', 'page-crash', 'page-meddles', 'private-address'].includes(cause);
}
