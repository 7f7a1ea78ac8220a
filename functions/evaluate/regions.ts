import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { isOverdue } from '../../shared/evaluation/incidents/light-at.ts';
import { type Elsewhere, sawOf } from '../../shared/evaluation/incidents/weigh-regions.ts';
import type { Check } from '../../shared/model/check.ts';
import { formatCheckId } from '../../shared/model/check-id.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { RegionView } from '../../shared/model/region-view.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Status } from '../../shared/model/status.ts';
import type { RegionAsker } from '../../shared/ports/queues.ts';
import type { RegionViews } from '../../shared/ports/region-views.ts';
import type { StatusStore } from '../../shared/ports/stores.ts';
import { availability } from '../../shared/probes/availability/spec.ts';

/** What evaluate has where the configuration names further regions. */
export interface RegionDeps {
  /** The region in which the stack runs. */
  readonly home: string;
  readonly views: RegionViews;
  readonly asker: RegionAsker;
  /** By check id. */
  readonly checks: ReadonlyMap<string, Check>;
}

/** What is known of other regions about a check; reads nothing while the check is well. */
export async function readElsewhere(
  previous: Status | null,
  { outcome }: Result,
  check: Check,
  now: Instant,
  { home, views, checks, statuses }: RegionDeps & { readonly statuses: StatusStore },
): Promise<Elsewhere> {
  const asked = previous?.askedRegionsAt;
  if (check.regions !== undefined)
    return { home, views: asked === undefined ? [] : await views.of(check.id, asked, check.regions), site: null };
  const { touchpointId } = check;
  const plain = checks.get(formatCheckId({ touchpointId, probe: availability.id, page: null, device: null }));
  if (outcome !== 'failed' || plain?.regions === undefined) return { home, views: [], site: null };
  const site = await statuses.load(touchpointId, plain.id);
  return { home, views: [], site: site !== null && isOverdue(plain, site.lastRunAt, now) ? null : site };
}

/** What a region saw, by the check's own thresholds. It moves no light: the next run at home is weighed against it. */
export function viewFrom(region: string, result: Result, check: Check): RegionView {
  const { touchpointId, id: checkId } = check;
  return { touchpointId, checkId, scheduledAt: result.scheduledAt, region, saw: sawOf(judge(result, check), result) };
}
