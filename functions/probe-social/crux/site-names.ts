/**
 * The addresses under which Google may know a site: its own, and the same with or without `www.`, because a site that
 * redirects from one to the other is known only by the latter.
 */
export function siteNames(url: string): string[] {
  const { origin, protocol, hostname, port } = new URL(url);
  const other = hostname.startsWith('www.') ? hostname.slice('www.'.length) : `www.${hostname}`;
  if (!/\.[a-z]/i.test(hostname)) return [origin];
  return [origin, `${protocol}//${other}${port === '' ? '' : `:${port}`}`];
}
