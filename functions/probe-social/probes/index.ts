import type { Check } from '../../../shared/model/check.ts';
import type { ProbeSpec } from '../../../shared/model/probe-spec.ts';
import type { SecretReader } from '../../../shared/ports/secret-reader.ts';
import type { Probe } from '../../../shared/runtime/probe.ts';

/** What a social probe is pointed at: its check, whose options name account and secret, and a way to read that secret. */
export interface SocialTarget {
  readonly check: Check;
  readonly secrets: SecretReader;
}

export type SocialProbe = Probe<ProbeSpec, SocialTarget>;

/** By probe id. A platform is one file beside this one and one line here; its spec stands in shared/model/probes. */
export const socialProbes: Readonly<Record<string, SocialProbe>> = {};
