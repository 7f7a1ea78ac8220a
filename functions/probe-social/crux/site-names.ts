/**
 * The addresses under which Google may know a site: its own, and the same with or without `www.`, because a site that
 * redirects from one to the other is known only by the latter. The same goes for `http:`, which most sites redirect to `https:`.
 */
export function siteNames(url: string): string[] {
  const { origin, protocol, hostname, port } = new URL(url);
  if (!/\.[a-z]/i.test(hostname)) return [origin];
  const other = hostname.startsWith('www.') ? hostname.slice('www.'.length) : `www.${hostname}`;
  const names = [origin, `${protocol}//${other}${port === '' ? '' : `:${port}`}`];
  // Another port has no counterpart.
  return protocol === 'http:' && port === '' ? [...names, `https://${hostname}`, `https://${other}`] : names;
}
