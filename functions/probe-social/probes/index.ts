import type { SocialProbe } from '../social-probe.ts';
import { responses } from './responses.ts';

/** By probe id. What differs between the platforms stands in ../platforms, one file each. */
export const socialProbes: Readonly<Record<string, SocialProbe>> = { [responses.spec.id]: responses };
