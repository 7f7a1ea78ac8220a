import type { Check } from '../../shared/model/check.ts';
import type { CheckId } from '../../shared/model/check-id.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Notice } from '../../shared/model/notification.ts';
import type { Finding } from './a-world.ts';

/** What a run found, and when: by the order of things and by the probe's clock. */
export interface Found {
  readonly at: string;
  readonly scheduledAt: string;
  readonly finding: Finding;
}

export interface SentNotice extends Notice {
  readonly touchpointId: string;
  /** The true time. */
  readonly at: string;
  /** As notify's clock said. */
  readonly clock: string;
  /** The check as it was configured then, its last run and the light shown; null where it was not configured or had not run. */
  readonly run: { readonly check: Check; readonly lastRunAt: string; readonly light: Light } | null;
}

/** A green that somebody was shown, with the run that it came from. */
export interface ShownGreen {
  readonly check: Check;
  readonly lastRunAt: string;
  readonly at: string;
}

/** Somebody said "I'm on it", or took that back. */
export interface Answer {
  readonly checkId: CheckId;
  readonly subjectAt: string;
  /** The true time. */
  readonly at: string;
  readonly isTaken: boolean;
}
