import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

const warning = 'visitors see a security warning instead of the page';
const unnamed = 'not named';
const knownAuthority = "Ask your hosting provider for one from a trusted authority (Let's Encrypt is free).";

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

const slowSteps = {
  server: ['is the server preparing the page', 'Caching or a faster hosting plan helps: ask your developer.'],
  connection: [
    'is spent waiting for the server to accept the connection: it is overloaded or far away',
    'Ask your hosting provider.',
  ],
  lookup: ['is spent looking up its name', 'Ask your DNS provider.'],
} as const;

export const en: ProbeWords<typeof availability, AvailabilityStatements> = {
  name: 'Availability',
  good: 'the website responds',
  bad: 'the website does not respond properly',
  measurement: {
    ttfbMs: (value) => `the server takes ${value} to respond`,
    tlsDaysLeft: (value) => `the certificate expires in ${value}`,
    tlsShortLivedDaysLeft: (value) => `the short-lived certificate expires in ${value}`,
    tlsChainIncomplete: () => 'the server does not send all intermediate certificates',
    ipv6Unreachable: () => 'the site does not respond over IPv6',
    ipv4Unreachable: () => 'the site does not respond over IPv4',
    unencrypted: () => 'the site is served without encryption',
    redirects: (value) => `redirects before a page appears: ${value}`,
  },
  says: {
    'availability/answers': ({ url, status, firstByteMs }, { at, measured }) =>
      `${at('', url) || 'the site'} returns HTTP ${status} after ${measured(firstByteMs, 'ms')}`,
    'availability/redirect-loop': ({ url, hops, again }, { at, counted }) => [
      again === null
        ? `${at('', url) || 'the site'} keeps redirecting (${counted(hops, { one: 'redirect', other: 'redirects' })}): browsers give up, and no page ever appears`
        : `${at('', url) || 'the site'} redirects in a loop (${counted(hops, { one: 'redirect', other: 'redirects' })}${at(', back to ', again)}): no page ever appears`,
      'Ask your developer to fix the redirects. Often a rule on the site contradicts one on its CDN.',
    ],
    'availability/browser-only': ({ url, status, code }, { at }) => [
      `${at('', url) || 'the site'} opens in a browser (HTTP ${status}), although its response breaks the rules of HTTP (${code})`,
      'Other programs may not be as forgiving: ask your hosting provider to check the settings of the web server.',
    ],
    'availability/unreadable': ({ url, code }, { at }) => [
      `the response of ${at('', url) || 'the site'} breaks the rules of HTTP (${code}), so Touchlight cannot read it without a browser; "page-load" shows whether visitors get a page`,
      "Ask your hosting provider to check the web server's settings.",
    ],
    'availability/empty': ({ url, status }, { at }) => [
      `${at('', url) || 'the site'} answers a plain request with an empty page (HTTP ${status}); "page-load" shows whether visitors get more`,
      'If "page-load" is red, too, ask your developer to find out why the page is empty.',
    ],
    'availability/dead-redirect': ({ url, status, to }, { at }) => [
      `${at('', url) || 'the site'} redirects (${status}) ${to === null ? 'without a destination' : `to ${to}, which no browser can open`}: no page ever appears`,
      'Ask your developer to fix the redirect.',
    ],
    'availability/expired': ({ host, expiredAt, daysAgo }, { date }) => [
      `the certificate for ${host} expired on ${date(expiredAt)} (${ago(daysAgo)}): ${warning}`,
      'Renew it, and ask your hosting provider why it did not renew automatically.',
    ],
    'availability/chain-expired': ({ host, issuer }) => [
      `an intermediate certificate between ${host} and its certificate authority (${issuer ?? unnamed}) has expired: ${warning}`,
      "Ask your hosting provider to install the authority's current chain.",
    ],
    'availability/not-yet-valid': ({ host, validFrom }, { date }) => [
      `the certificate for ${host} is not valid until ${date(validFrom)}: ${warning}`,
      'Put the previous one back until then.',
    ],
    'availability/wrong-name': ({ host, names, others }) => [
      `the certificate shown for ${host} ${names.length === 0 ? 'names no website' : `belongs to ${names.join(', ')}`}${others > 0 ? ` and ${others} more` : ''}: ${warning}`,
      `Ask your hosting provider for a certificate that includes ${host}.`,
    ],
    'availability/self-signed': ({ host }) => [
      `the certificate for ${host} is self-signed, so browsers do not trust it: ${warning}`,
      knownAuthority,
    ],
    'availability/revoked': ({ host, issuer }) => [
      `the certificate for ${host} has been revoked by ${issuer ?? 'its issuer'}: ${warning}`,
      'Ask your hosting provider for a new one.',
    ],
    'availability/unknown-issuer': ({ host, issuer }) => [
      `the certificate for ${host} was issued by ${issuer ?? 'an unnamed authority'}, which browsers do not trust: ${warning}`,
      knownAuthority,
    ],
    'availability/not-accepted': ({ host, code }) => [
      `the certificate for ${host} is rejected by browsers (${code}): ${warning}`,
      'Ask your hosting provider for a new one.',
    ],
    'availability/expires': ({ host, issuer, expiresAt }, { date }) => [
      `the certificate for ${host} (issuer: ${issuer ?? unnamed}) expires on ${date(expiresAt)}`,
      'After that, visitors see a security warning instead of the page. Renew it, and ask your hosting provider why it does not renew automatically.',
    ],
    'availability/chain-incomplete': ({ host, issuer }) => [
      `the server for ${host} does not send the intermediate certificate that links its own to the authority (${issuer ?? unnamed}): some phones, apps and messengers refuse to open the page`,
      'Ask your hosting provider to install the full chain.',
    ],
    'availability/slow-step': ({ step, ms }, { measured }) => {
      const [what, todo] = slowSteps[step];
      return [`most of that (${measured(ms, 'ms')}) ${what}`, todo];
    },
    'availability/redirects': ({ way }, { at }) => [
      `visitors are redirected ${way.length - 1} times before a page appears${at(' ', `(${way.join(' > ')})`)}`,
      'Redirect the first address straight to the last.',
    ],
    'availability/unencrypted': ({ url }, { at }) => [
      `${at('', url) || 'the site'} serves the page without encryption, so browsers mark it "Not secure"`,
      'Ask your hosting provider to redirect every http address to https.',
    ],
    'availability/silent-family': ({ host, family, address }) => [
      `DNS lists the IPv${family} address ${address} for ${host}, but nothing responds there: visitors whose network prefers IPv${family} wait or get no page`,
      'Ask your hosting provider to serve the site on that address, or remove it from DNS.',
    ],
  },
  trend: {
    ttfbMs: 'Server response time',
  },
  remedy:
    'Open the site yourself. If it does not load for you either, call your hosting provider. Until it is fixed, customers cannot open your site.',
  trouble: {
    title: 'The website is not responding',
    has: (at) => `the website${at} has not responded`,
    was: (at) => `the website${at} did not respond`,
    todo: 'Open the site yourself. If it does not load for you either, call your hosting provider.',
    gain: 'Customers can find you again: right now they see nothing at all.',
  },
};
