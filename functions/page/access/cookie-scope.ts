export type CookiePrefix = 'host' | 'secure';

/**
 * Browsers take a __Host- cookie from this very host only, never from a neighbour's or a plain page, and for all of its paths. The pages of
 * a fleet share a host: there each has a cookie below its own path, so that who opens a hundred of them sends one with each request.
 */
export function cookieScope(mount = ''): { readonly prefix: CookiePrefix; readonly path: string } {
  return mount === '' ? { prefix: 'host', path: '/' } : { prefix: 'secure', path: mount };
}
