import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

export const pageLoad = {
  id: 'page-load',
  title: 'Pages load fast',
  failureTitle: 'Pages load slowly',
  visit: 'load',
  owner: 'developer',
  weight: 4,
  perDevice: true,
  perPage: true,
  everyMinutes: 30,
  options: z.strictObject({}),
  measurements: {
    lcpMs: {
      title: 'the main content is visible after',
      unit: 'ms',
      threshold: { green: 2500, red: 4000 },
      main: true,
    },
    fcpMs: { title: 'the first text or picture is visible after', unit: 'ms', threshold: { green: 1800, red: 3000 } },
    cls: { title: 'the page jumps while it loads', unit: 'number', threshold: { green: 0.1, red: 0.25 } },
    ttfbMs: { title: 'the server starts to answer after', unit: 'ms', threshold: { green: 800, red: 1800 } },
    tbtMs: { title: 'the page does not react to taps for', unit: 'ms', threshold: { green: 200, red: 600 } },
    loadMs: {
      title: 'the page is complete after',
      unit: 'ms',
      thresholdOn: { desktop: { green: 2000, red: 3000 } },
      main: true,
    },
    transferBytes: { title: 'data to download', unit: 'bytes' },
    requests: { title: 'requests', unit: 'count' },
    thirdPartyBytes: { title: "data from others' servers", unit: 'bytes' },
    thirdPartyRequests: { title: "requests to others' servers", unit: 'count' },
    paintServerMs: { title: 'of the wait for the main content, the server takes', unit: 'ms' },
    paintLoadDelayMs: { title: 'of the wait for the main content, until its download begins', unit: 'ms' },
    paintLoadMs: { title: 'of the wait for the main content, its download takes', unit: 'ms' },
    paintRenderDelayMs: { title: 'of the wait for the main content, until it is shown', unit: 'ms' },
    cpuSlowdown: { title: 'the processor was slowed down by', unit: 'number' },
    hostBenchmarkIndex: { title: 'speed of the measuring host', unit: 'number' },
  },
} as const satisfies ProbeSpec;
