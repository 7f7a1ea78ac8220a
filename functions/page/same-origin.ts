import type { HonoRequest, MiddlewareHandler } from 'hono';
import type { Language } from '../../shared/model/business.ts';
import type { PageEnvironment } from './page-deps.ts';
import { renderRefusal } from './views/refusal.ts';

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Whatever may change something must come from a page of ours: another site's form would bring the reader's cookie along. Browsers
 * send `Origin` and `Sec-Fetch-Site` themselves, and no page can forge them. A page with a strict referrer policy sends
 * `Origin: null`; then `Sec-Fetch-Site` decides.
 * @param ownUrl the page's address as readers know it, where that is not the one the request arrived at
 */
export function sameOriginOnly(ownUrl: string | null, language: Language): MiddlewareHandler<PageEnvironment> {
  return async (context, next) => {
    if (reading.has(context.req.method) || isOfOwnPage(context.req, ownUrl)) return next();
    return context.html(renderRefusal('other-origin', language), 403);
  };
}

export function isOfOwnPage(request: HonoRequest, ownUrl: string | null): boolean {
  const site = request.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.header('origin');
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return origin === new URL(request.url).origin || (ownUrl !== null && origin === new URL(ownUrl).origin);
}
