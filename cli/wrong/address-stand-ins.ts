import { isKnownWord } from './known-words.ts';

type Replace = (text: string) => string;

/** What stands in for the parts of an address. */
interface Parts {
  readonly text: Replace;
  readonly host: Replace;
}

/** Schemes whose addresses have a host; of the others (tel:, mailto:, viber:) everything may be personal. */
const withHost = /^(https?|wss?|ftp):$/;

/** An address whose parts are replaced, each as it is meant: what is escaped in it is read, and escaped again. */
export function addressStandIn(written: string, { text, host }: Parts): string {
  const url = URL.parse(written);
  // "Olena:0441234567" is no address, though it parses as one.
  if (url === null || !isKnownWord(url.protocol.slice(0, -1))) return written.split('://').map(text).join('://');
  const { protocol, hostname, port, pathname, search, hash } = url;
  const name = withHost.test(protocol) ? host(hostname) : text(hostname);
  const place = hostname === '' ? '' : `//${name}${port === '' ? '' : `:${port}`}`;
  const part = (each: string): string => escapedPart(text(unescaped(each)));
  const path = pathname.split('/').map(part).join('/');
  return `${protocol}${place}${path}${parameters(search, text)}${hash === '' ? '' : `#${part(hash.slice(1))}`}`;
}

/** Escaped characters within a text, as if they stood there. */
export function escapedStandIn(written: string, text: Replace): string {
  return encodeURIComponent(text(unescaped(written)));
}

function parameters(search: string, text: Replace): string {
  const replaced = (pair: string): string =>
    pair
      .split('=')
      .map((part) => escapedStandIn(part, text))
      .join('=');
  return search === '' ? '' : `?${search.slice(1).split('&').map(replaced).join('&')}`;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part.replaceAll(/%[0-9a-f]{0,2}/gi, 'x');
  }
}

/** Signs that need no escape stay as they are. */
function escapedPart(part: string): string {
  return encodeURI(part).replaceAll(/[?#]/g, encodeURIComponent);
}
