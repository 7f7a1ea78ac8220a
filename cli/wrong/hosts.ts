import { isIP } from 'node:net';
import { serviceAt } from '../../functions/probe-page/page-load/services.ts';
import type { Shapes } from './shapes.ts';

const mailProviders = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com proton.me protonmail.com gmx.de gmx.net web.de
  t-online.de ukr.net i.ua meta.ua mail.ru bk.ru list.ru inbox.ru yandex.ru ya.ru wp.pl o2.pl onet.pl orange.fr free.fr`.split(
    /\s+/,
  ),
);
/** Where everybody has a page: what is personal stands behind them. */
const everybodys = new Set(
  `t.me wa.me m.me viber.com telegram.me whatsapp.com facebook.com instagram.com youtube.com linkedin.com tiktok.com x.com
  threads.com threads.net twitter.com vk.com google.com trustpilot.com tilda.ws myshopify.com wixsite.com github.io netlify.app vercel.app`.split(
    /\s+/,
  ),
);
const commonParts =
  /^(www|m|api|cdn|static|js|forms?|fonts?|maps|web|app|assets|img|images|media|chat|docs|sites|pages)$/;

export type HostStandIn = (host: string) => string;

/**
 * Stand-ins for hosts. Services that many sites use keep their names; everything else becomes a name that nobody can own and
 * that still says which country's names it had: `site-ua.example`.
 * @param own the hosts of the site in question
 */
export function createHosts(shapes: Shapes, own: readonly string[]): HostStandIn {
  const known = new Map<string, string>();
  const owned = new Set(own.map(withoutWww));

  function invent(host: string): string {
    if (/^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)) return host;
    if (isIP(host) === 4) return `192.0.2.${1 + (known.size % 254)}`;
    const isBare = isIP(host) === 6;
    if (isBare || host.startsWith('[')) return isBare ? `2001:db8::${known.size + 1}` : `[2001:db8::${known.size + 1}]`;
    const ending = /[^.]+$/.exec(host)?.[0] ?? '';
    const safe = /^[a-z][a-z0-9-]{1,20}$/.test(ending) ? ending : 'xx';
    return owned.has(host) ? `site-${safe}.example` : `host${known.size + 1}-${safe}.example`;
  }

  return (written) => {
    const host = withoutWww(written.toLowerCase());
    const registered = publicPart(host);
    if (registered !== null) {
      const parts = host.slice(0, host.length - registered.length).split('.');
      return `${parts.map((part) => (part === '' || commonParts.test(part) ? part : shapes.word(part))).join('.')}${registered}`;
    }
    const standIn = known.get(host) ?? invent(host);
    known.set(host, standIn);
    return standIn;
  };
}

/** Of a service that many use, its name without what is one customer's: `tilda.ws` of `olena.tilda.ws`. */
function publicPart(host: string): string | null {
  const short = host.split('.').slice(-2).join('.');
  return [mailProviders, everybodys].some((each) => each.has(short)) || serviceAt(host) !== undefined ? short : null;
}

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
