import { Hono } from 'hono';
import type { PageApp, PageDeps, PageEnvironment } from './page-deps.ts';
import { paths } from './paths.ts';
import { addPublicPage } from './public/public-page.ts';
import { renderOverview } from './views/overview.ts';

/** The live page: everything but the gate's own ways in lies behind the gate. */
export function createPage(deps: PageDeps): PageApp {
  const app = new Hono<PageEnvironment>();
  deps.gate.addRoutes(app);
  addPublicPage(app, deps);
  app.use(deps.gate.guard);
  app.get(paths.overview, async (context) => {
    const entries = await deps.stores.board.list();
    return context.html(renderOverview(entries, context.get('session'), deps));
  });
  return app;
}
