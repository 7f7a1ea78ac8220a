import type { ProbeOf } from '../../shared/probes/index.ts';
import { formArrival } from './form-arrival/probe.ts';
import { responses } from './responses/probe.ts';
import { scorecard } from './scorecard/probe.ts';
import { shopper } from './shopper/probe.ts';
import type { SocialProbe } from './social-probe.ts';

/** By probe id. What differs between the platforms stands in platforms/, one file each. */
export const socialProbes: Readonly<Record<ProbeOf<'poll'>, SocialProbe>> = {
  'form-arrival': formArrival,
  responses,
  scorecard,
  shopper,
};
