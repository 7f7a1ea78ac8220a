import { answerFault } from '../../shared/answers/answer-fault.ts';
import type { Visit } from '../../shared/browser/visit.ts';
import { saySite } from '../../shared/model/site-statements.ts';
import { failed, type Measured, unknown } from '../../shared/runtime/probe.ts';

/** What every browser probe says when the visit did not end on the business's page; null when there is a page to look at. */
export function landingFault({ landing, url }: Pick<Visit, 'landing' | 'url'>): Measured | null {
  switch (landing.kind) {
    case 'page':
    case 'http-error':
      return answerFault({ headers: {}, body: '', ...landing });
    case 'not-a-page':
      return unknown('not-a-page', saySite('site/not-a-page', { url, contentType: landing.contentType }));
    case 'failed':
      return (landing.outcome === 'unknown' ? unknown : failed)(landing.cause, landing.says);
  }
}
