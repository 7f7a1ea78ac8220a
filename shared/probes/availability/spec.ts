import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

export const availability = {
  id: 'availability',
  title: 'The website responds',
  failureTitle: 'The website does not respond properly',
  visit: 'request',
  owner: 'host',
  weight: 0,
  perDevice: false,
  perPage: false,
  everyMinutes: 5,
  seenElsewhere: true,
  options: z.strictObject({}),
  measurements: {
    ttfbMs: {
      title: 'time until the server responds',
      unit: 'ms',
      threshold: { green: 1800, red: 6000 },
      main: true,
    },
    tlsDaysLeft: { title: 'days until the certificate expires', unit: 'days', threshold: { green: 14, red: 3 } },
    tlsShortLivedDaysLeft: {
      title: 'days until a short-lived certificate expires',
      unit: 'days',
      threshold: { green: 1, red: 0 },
    },
    tlsChainIncomplete: {
      title: 'intermediate certificates that the server does not send',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    ipv6Unreachable: {
      title: 'IPv6 addresses in DNS where nothing responds',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    ipv4Unreachable: {
      title: 'IPv4 addresses in DNS where nothing responds',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    unencrypted: {
      title: 'pages served without encryption',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    redirects: { title: 'redirects before a page appears', unit: 'count', threshold: { green: 3, red: 10 } },
    dnsMs: { title: "time to look up the site's name", unit: 'ms' },
    connectMs: { title: 'time to connect to the server', unit: 'ms' },
    tlsMs: { title: 'time to agree on encryption', unit: 'ms' },
    status: { title: 'HTTP status', unit: 'number' },
  },
  figures: {
    answering: { by: 'runs', device: null },
  },
} as const satisfies ProbeSpec;
