import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

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
  says: {},
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
