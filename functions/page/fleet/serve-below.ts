/** React escapes every quotation mark in a text, so this is an attribute. `//` would lead to another host. */
const ownAddress = /(\s(?:href|src|action|formaction)=")\/(?!\/)/gi;

/**
 * Serves a page below a path, as a proxy in front of it would: the page knows nothing of the path. What leads to the page itself, in
 * its HTML and where it redirects, gets the path in front.
 * @param mount `/coffee-lab`, which the request's path begins with
 */
export async function serveBelow(
  mount: string,
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(mount.length);
  const response = await answer(new Request(url, request));
  const headers = new Headers(response.headers);
  const location = headers.get('Location');
  if (location !== null && /^\/(?!\/)/.test(location)) headers.set('Location', `${mount}${location}`);
  const { status } = response;
  if (!(headers.get('Content-Type') ?? '').startsWith('text/html'))
    return new Response(response.body, { status, headers });
  const html = (await response.text()).replaceAll(ownAddress, `$1${mount}/`);
  headers.delete('Content-Length');
  return new Response(html === '' ? null : html, { status, headers });
}
