import { isIP } from 'node:net';
import { getPublicSuffix } from 'tldts-icann';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Goes to this host alone, and not to the names below it. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
}

const mostBytes = 4096;

/** The cookies of one visitor, kept and sent as browsers do (RFC 6265bis), from the first request to the page. */
export class Cookies {
  #all: readonly Cookie[] = [];
  readonly #nowMs: number;

  /** @param nowMs epoch milliseconds: what has expired by then is not kept */
  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  /** @param headers the values of `set-cookie` in the response from `url` */
  keep(url: string, headers: readonly string[] = []): void {
    for (const header of headers) {
      const cookie = cookieOf(header, new URL(url));
      if (cookie === null) continue;
      const others = this.#all.filter((one) => !isSame(one, cookie));
      this.#all = isExpired(header, this.#nowMs) ? others : [...others, cookie];
    }
  }

  /** The header `cookie` for a request; empty where there is none to send. */
  headerFor(url: string): string {
    const target = new URL(url);
    return this.#all
      .filter((cookie) => belongsTo(cookie, target))
      .toSorted((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
      .join('; ');
  }
}

function isSame(one: Cookie, other: Cookie): boolean {
  return one.name === other.name && one.domain === other.domain && one.path === other.path;
}

/** Null for a cookie that browsers do not take. */
function cookieOf(header: string, url: URL): Cookie | null {
  const [pair = ''] = header.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const value = pair.slice(equals + 1).trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers refuse cookies with them
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(pair) || name.length + value.length > mostBytes || name + value === '') return null;
  const host = url.hostname;
  const wanted = (attribute(header, 'domain') ?? '').replace(/^\./, '').toLowerCase();
  const hostOnly = wanted === '' || wanted === host;
  if (!hostOnly && (!isBelow(host, wanted) || getPublicSuffix(wanted) === wanted)) return null;
  const path = attribute(header, 'path') ?? '';
  const cookie = {
    ...{ name, value, domain: hostOnly ? host : wanted, hostOnly: hostOnly && !isDomain(wanted) },
    path: path.startsWith('/') ? path : folderOf(url.pathname),
    secure: attribute(header, 'secure') !== null,
  };
  const isPromised = /^__(secure|host)-/i.test(name);
  if ((cookie.secure || isPromised) && !isTrustworthy(url)) return null;
  if (isPromised && !cookie.secure) return null;
  return /^__host-/i.test(name) && (wanted !== '' || cookie.path !== '/') ? null : cookie;
}

/** Of several, the last counts. Null where there is none. */
function attribute(header: string, name: string): string | null {
  const [, ...attributes] = header.split(';');
  const values = attributes.flatMap((one) => {
    const equals = one.includes('=') ? one.indexOf('=') : one.length;
    return one.slice(0, equals).trim().toLowerCase() === name ? [one.slice(equals + 1).trim()] : [];
  });
  return values.at(-1) ?? null;
}

function isExpired(header: string, nowMs: number): boolean {
  const seconds = attribute(header, 'max-age');
  if (seconds !== null && /^-?\d+$/.test(seconds)) return Number(seconds) <= 0;
  const expiresAt = Date.parse(attribute(header, 'expires') ?? '');
  return !Number.isNaN(expiresAt) && expiresAt <= nowMs;
}

const isDomain = (wanted: string): boolean => wanted !== '' && isIP(wanted.replace(/^\[|\]$/g, '')) === 0;

function isBelow(host: string, domain: string): boolean {
  return isIP(host) === 0 && host.endsWith(`.${domain}`);
}

function folderOf(pathname: string): string {
  return pathname.slice(0, Math.max(1, pathname.lastIndexOf('/')));
}

function belongsTo(cookie: Cookie, url: URL): boolean {
  const isHost = url.hostname === cookie.domain || (!cookie.hostOnly && isBelow(url.hostname, cookie.domain));
  const isPath =
    url.pathname === cookie.path ||
    (url.pathname.startsWith(cookie.path) && (cookie.path.endsWith('/') || url.pathname[cookie.path.length] === '/'));
  return isHost && isPath && (!cookie.secure || isTrustworthy(url));
}

/** Browsers trust this machine itself without encryption, too. */
function isTrustworthy({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
