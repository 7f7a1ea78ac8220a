import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

export const lighthouse = {
  id: 'lighthouse',
  title: 'Lighthouse gives a good performance score',
  failureTitle: 'Lighthouse gives a poor performance score',
  visit: 'audit',
  owner: 'developer',
  weight: 5,
  perDevice: false,
  perPage: true,
  everyMinutes: 720,
  options: z.strictObject({
    runs: z.number().int().min(1).max(5).default(3).describe('Number of runs. The median of the valid ones counts.'),
  }),
  measurements: {
    score: { title: 'Lighthouse performance score', unit: 'score', threshold: { green: 0.9, red: 0.5 }, main: true },
    scoreSpread: { title: 'difference between the runs', unit: 'score' },
    benchmarkIndex: { title: 'speed of the machine that runs the check', unit: 'number' },
  },
  figures: {
    lighthouse: { by: 'measurement', device: null, measurement: 'score', spread: 'p50' },
  },
} as const satisfies ProbeSpec;
