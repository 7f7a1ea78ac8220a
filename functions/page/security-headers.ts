import type { MiddlewareHandler } from 'hono';
import type { PageDeps, PageEnvironment } from './page-deps.ts';

/**
 * On every answer, failures included. Nothing inline and nothing of others: what a page or a customer wrote stays text. An address
 * of ours may hold a key or name an incident, so it goes nowhere (`Referrer-Policy`). An answer that has a policy or a cache rule
 * of its own keeps it.
 */
export function securityHeaders({
  evidenceOrigin,
}: Pick<PageDeps, 'evidenceOrigin'>): MiddlewareHandler<PageEnvironment> {
  const pictures = ["'self'", 'data:', ...(evidenceOrigin === undefined ? [] : [evidenceOrigin])].join(' ');
  const headers: Readonly<Record<string, string>> = {
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "connect-src 'self'",
      `img-src ${pictures}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow',
  };
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!context.res.headers.has(name)) context.header(name, value);
    }
  };
}
