import type { CheckId } from '../model/check-id.ts';
import type { Instant } from '../model/instant.ts';
import type { RegionView } from '../model/region-view.ts';
import type { Range } from './stores.ts';

export interface RegionViews {
  /** Puts the view if that region has sent none of that run; a second delivery changes nothing. */
  put(view: RegionView): Promise<void>;
  /** What these regions saw of one run; those that have sent nothing are left out. */
  of(checkId: CheckId, scheduledAt: Instant, regions: readonly string[]): Promise<readonly RegionView[]>;
  /** What was seen of a touchpoint's runs, by when they were due; to judge them again. */
  list(touchpointId: string, runs: Range): Promise<readonly RegionView[]>;
}
