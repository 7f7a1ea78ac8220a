import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { addActingRoutes } from './acting/acting-routes.ts';
import { addDetailRoutes } from './details/add-detail-routes.ts';
import type { PageApp, PageDeps, PageEnvironment } from './page-deps.ts';
import { frameOf } from './page-frame.ts';
import { paths } from './paths.ts';
import { addPlanRoute } from './plan/plan-route.ts';
import { addPublicPage } from './public/public-page.ts';
import { readIncident } from './read-incident.ts';
import { readOverview } from './read-overview.ts';
import { addScoreRoute } from './scoring/score-route.ts';
import { securityHeaders } from './security-headers.ts';
import { addServedFiles } from './served-files.ts';
import { renderIncident } from './views/incident.ts';
import { renderOverview } from './views/overview.ts';
import { renderProblem } from './views/problem.ts';

/** The live page: everything but the gate's own ways in and the page's styles and script lies behind the gate. */
export function createPage(deps: PageDeps): PageApp {
  const { language } = deps.configuration;
  const app = new Hono<PageEnvironment>();
  app.use(securityHeaders(deps));
  addServedFiles(app);
  deps.gate.addRoutes(app);
  addPublicPage(app, deps);
  app.use(deps.gate.guard);
  addPages(app, deps);
  addActingRoutes(app, deps);
  addDetailRoutes(app, deps);
  addPlanRoute(app, deps);
  addScoreRoute(app, deps);
  app.notFound((context) => context.html(renderProblem('notFound', language), 404));
  app.onError((error, context) => {
    // What a middleware refuses has its own status; its words may repeat the request.
    const status = error instanceof HTTPException ? error.status : 500;
    if (status >= 500) deps.onFailure?.(error);
    return context.html(renderProblem(status === 404 ? 'notFound' : 'failed', language), status);
  });
  return app;
}

function addPages(app: PageApp, deps: PageDeps): void {
  app.get(paths.overview, async (context) => {
    const frame = frameOf(context, deps);
    return context.html(renderOverview(await readOverview(deps, frame.now), frame));
  });
  app.get(paths.incident, async (context) => {
    const frame = frameOf(context, deps);
    const incident = await readIncident(context.req.query(), deps, frame.now);
    return incident === null ? context.notFound() : context.html(renderIncident(incident, frame));
  });
}
