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
      title: 'time until the main content appears',
      unit: 'ms',
      threshold: { green: 2500, red: 4000 },
      main: true,
    },
    fcpMs: { title: 'time until the first text or image appears', unit: 'ms', threshold: { green: 1800, red: 3000 } },
    cls: { title: 'layout shift while the page loads', unit: 'number', threshold: { green: 0.1, red: 0.25 } },
    ttfbMs: { title: 'time until the server responds', unit: 'ms', threshold: { green: 800, red: 1800 } },
    tbtMs: {
      title: 'time during which the page does not respond to taps',
      unit: 'ms',
      threshold: { green: 200, red: 600 },
    },
    loadMs: {
      title: 'time until the page finishes loading',
      unit: 'ms',
      thresholdOn: { desktop: { green: 2000, red: 3000 } },
      redOnlyWith: 'screenMs',
      main: true,
    },
    screenMs: { title: 'time until the first screen is complete', unit: 'ms' },
    transferBytes: { title: 'data to download', unit: 'bytes' },
    requests: { title: 'requests', unit: 'count' },
    thirdPartyBytes: { title: 'data from third parties', unit: 'bytes' },
    thirdPartyRequests: { title: 'requests to third parties', unit: 'count' },
    paintServerMs: { title: 'wait for the main content: server', unit: 'ms' },
    paintLoadDelayMs: { title: 'wait for the main content: until its download starts', unit: 'ms' },
    paintLoadMs: { title: 'wait for the main content: download', unit: 'ms' },
    paintRenderDelayMs: { title: 'wait for the main content: from download to display', unit: 'ms' },
    cpuSlowdown: { title: 'factor by which the processor was slowed down', unit: 'number' },
    hostBenchmarkIndex: { title: 'speed of the machine that runs the check', unit: 'number' },
  },
  figures: {
    phoneContentMs: { by: 'measurement', device: 'mobile', measurement: 'lcpMs', spread: 'p75' },
    phoneCompleteMs: { by: 'measurement', device: 'mobile', measurement: 'loadMs', spread: 'p75' },
    desktopCompleteMs: { by: 'measurement', device: 'desktop', measurement: 'loadMs', spread: 'p75' },
  },
} as const satisfies ProbeSpec;
