import type { PageApp, PageDeps } from '../page-deps.ts';
import { addCheckRoute } from './check/check-route.ts';
import { addEvidenceRoute } from './evidence-route.ts';
import { addTouchpointRoute } from './touchpoint/touchpoint-route.ts';
import { addWeekRoutes } from './week-routes.ts';

/** One touchpoint, one check, the weeks, and what was seen. */
export function addDetailRoutes(app: PageApp, deps: PageDeps): void {
  addTouchpointRoute(app, deps);
  addCheckRoute(app, deps);
  addWeekRoutes(app, deps);
  addEvidenceRoute(app, deps);
}
