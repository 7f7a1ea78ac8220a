import { z } from 'zod';
import type { ProbeSpec } from '../probe-spec.ts';

export const availability = {
  id: 'availability',
  title: 'The website answers',
  failureTitle: 'The website does not answer properly',
  step: 'probe-page',
  visit: 'request',
  perDevice: false,
  perPage: false,
  everyMinutes: 5,
  options: z.strictObject({}),
  measurements: {
    ttfbMs: {
      title: 'time until the server starts to answer',
      unit: 'ms',
      threshold: { green: 1800, red: 6000 },
      main: true,
    },
    tlsDaysLeft: { title: 'days until the certificate expires', unit: 'days', threshold: { green: 14, red: 3 } },
    redirects: { title: 'redirects on the way', unit: 'count', threshold: { green: 3, red: 10 } },
    status: { title: 'HTTP status', unit: 'number' },
  },
} as const satisfies ProbeSpec;
