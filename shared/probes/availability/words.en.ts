import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

const warning = 'visitors see a security warning instead of the page';
const nobody = 'nobody named';
const knownAuthority = "Ask your hosting company for one of a known authority (Let's Encrypt costs nothing).";

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

const slowSteps = {
  server: ['the server takes to prepare the page', 'Caching or a faster hosting plan help: ask your developer.'],
  connection: [
    'goes by until the server accepts the connection: it is overloaded or far away',
    'Ask your hosting company.',
  ],
  lookup: ['goes by until its name is looked up', 'Ask your DNS provider.'],
} as const;

export const en: ProbeWords<typeof availability, AvailabilityStatements> = {
  name: 'Website answers',
  good: 'the website answers',
  bad: 'the website does not answer properly',
  measurement: {
    ttfbMs: (value) => `the server starts to answer after ${value}`,
    tlsDaysLeft: (value) => `the certificate expires in ${value}`,
    tlsShortLivedDaysLeft: (value) => `the certificate, which lives for days only, expires in ${value}`,
    tlsChainIncomplete: () => 'the server does not send all intermediate certificates',
    ipv6Unreachable: () => 'the site does not answer over IPv6',
    ipv4Unreachable: () => 'the site does not answer over IPv4',
    unencrypted: () => 'the site is shown without encryption',
    redirects: (value) => `redirects on the way: ${value}`,
  },
  says: {
    'availability/answers': ({ url, status, firstByteMs }, { at, measured }) =>
      `${at('', url) || 'the site'} answers ${status} after ${measured(firstByteMs, 'ms')}`,
    'availability/redirect-loop': ({ url, hops, again }, { at, counted }) => [
      `${at('', url) || 'the site'} redirects in a circle (${counted(hops, { one: 'hop', other: 'hops' })}${at(', again to ', again)}): no page ever appears`,
      'Ask your developer to correct the redirects (often two rules that contradict each other, of the site and of its CDN).',
    ],
    'availability/dead-redirect': ({ url, status, to }, { at }) => [
      `${at('', url) || 'the site'} redirects (${status}) ${to === null ? 'without saying where to' : `to ${to}, where no browser can go`}: no page ever appears`,
      'Ask your developer to correct the redirect.',
    ],
    'availability/expired': ({ host, expiredAt, daysAgo }, { date }) => [
      `the certificate of ${host} expired on ${date(expiredAt)} (${ago(daysAgo)}): ${warning}`,
      'Renew it, and ask your hosting company why it was not renewed by itself.',
    ],
    'availability/chain-expired': ({ host, issuer }) => [
      `a certificate between that of ${host} and its authority (${issuer ?? nobody}) has expired: ${warning}`,
      'Ask your hosting company to install the present chain of the authority.',
    ],
    'availability/not-yet-valid': ({ host, validFrom }, { date }) => [
      `the certificate of ${host} is valid only from ${date(validFrom)}: ${warning}`,
      'Put the former one back until then.',
    ],
    'availability/wrong-name': ({ host, names, others }) => [
      `the certificate shown for ${host} belongs to ${names.length === 0 ? nobody : names.join(', ')}${others > 0 ? ` and ${others} more` : ''}: ${warning}`,
      `Ask your hosting company for a certificate that includes ${host}.`,
    ],
    'availability/self-signed': ({ host }) => [
      `the certificate of ${host} is self-signed, so nobody vouches for it: ${warning}`,
      knownAuthority,
    ],
    'availability/revoked': ({ host, issuer }) => [
      `the certificate of ${host} has been revoked by ${issuer ?? nobody}: ${warning}`,
      'Ask your hosting company for a new one.',
    ],
    'availability/unknown-issuer': ({ host, issuer }) => [
      `the certificate of ${host} was issued by ${issuer ?? nobody}, whom browsers do not know: ${warning}`,
      knownAuthority,
    ],
    'availability/not-accepted': ({ host, code }) => [
      `the certificate of ${host} is not accepted (${code}): ${warning}`,
      'Ask your hosting company for a new one.',
    ],
    'availability/expires': ({ host, issuer, expiresAt }, { date }) => [
      `the certificate of ${host} (by ${issuer ?? nobody}) runs out on ${date(expiresAt)}`,
      'After that day visitors see a security warning instead of the page: renew it, and ask your hosting company why that does not happen by itself.',
    ],
    'availability/chain-incomplete': ({ host, issuer }) => [
      `the server of ${host} does not send the certificate between its own and the authority (${issuer ?? nobody}): some phones, apps and messengers refuse the page`,
      'Ask your hosting company to install the full chain.',
    ],
    'availability/slow-step': ({ step, ms }, { measured }) => {
      const [what, todo] = slowSteps[step];
      return [`most of it (${measured(ms, 'ms')}) ${what}`, todo];
    },
    'availability/redirects': ({ way }, { at }) => [
      `visitors are sent on ${way.length - 1} times before a page appears${at(' ', `(${way.join(' > ')})`)}`,
      'Let the first address lead straight to the last.',
    ],
    'availability/unencrypted': ({ url }, { at }) => [
      `${at('', url) || 'the site'} shows the page without encryption, and browsers mark it "Not secure"`,
      'Ask your hosting company to lead every http address on to https.',
    ],
    'availability/silent-family': ({ host, family, address }) => [
      `the DNS of ${host} names the IPv${family} address ${address}, but nothing answers there: visitors whose network prefers IPv${family} wait or get no page`,
      'Ask your hosting company to serve the site on that address, or take it out of the DNS.',
    ],
  },
  trend: {
    ttfbMs: 'Server starts to answer after',
  },
  remedy:
    'Open the site yourself. If it does not load for you either, call your hosting provider. Until then, customers cannot reach you there.',
  trouble: {
    title: 'The website does not answer',
    has: (at) => `the website${at} has not answered`,
    was: (at) => `the website${at} did not answer`,
    todo: 'Open the site yourself. If it does not load for you either, call your hosting provider.',
    gain: 'Customers can find you again: right now they see nothing at all.',
  },
};
