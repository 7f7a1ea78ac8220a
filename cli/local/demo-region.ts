import type { RegionDeps } from '../../functions/evaluate/regions.ts';
import { type Configuration, scheduledChecks } from '../../shared/model/business.ts';
import type { RegionView } from '../../shared/model/region-view.ts';

/** Where the demo's stack would run: Ireland. */
const home = 'eu-west-1';

/** Further regions from which the demo's site always works; a laptop has none to ask. */
export function playedRegions(configuration: Configuration): RegionDeps {
  const seen: RegionView[] = [];
  return {
    home,
    checks: new Map(scheduledChecks(configuration).map((check) => [check.id, check])),
    asker: {
      async ask({ id: checkId, touchpointId, regions = [] }, scheduledAt) {
        for (const region of regions) seen.push({ touchpointId, checkId, scheduledAt, region, saw: 'works' });
      },
    },
    views: {
      put: async (view) => void seen.push(view),
      of: async (checkId, scheduledAt, regions) =>
        seen.filter(
          (view) => view.checkId === checkId && view.scheduledAt === scheduledAt && regions.includes(view.region),
        ),
      list: async (touchpointId, { from, to }) =>
        seen.filter((view) => view.touchpointId === touchpointId && view.scheduledAt >= from && view.scheduledAt <= to),
    },
  };
}
