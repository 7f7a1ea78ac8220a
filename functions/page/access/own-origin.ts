import type { HonoRequest } from 'hono';

/** A form of ours, or one of another site that the browser sends with our cookie? No page can set these headers. */
export function isFromOwnPage(request: HonoRequest, ownOrigins: readonly string[]): boolean {
  const origin = request.header('origin');
  // Under a strict Referrer-Policy, browsers write "null" for our own forms, too.
  if (origin !== undefined && origin !== 'null') return [new URL(request.url).origin, ...ownOrigins].includes(origin);
  return request.header('sec-fetch-site') === 'same-origin';
}
