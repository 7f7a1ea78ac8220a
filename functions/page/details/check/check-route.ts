import type { PageApp, PageDeps } from '../../page-deps.ts';
import { frameOf } from '../../page-frame.ts';
import { paths } from '../../paths.ts';
import { readCheck } from './read-check.ts';
import { renderCheck } from './render-check.ts';

export function addCheckRoute(app: PageApp, deps: PageDeps): void {
  app.get(paths.check, async (context) => {
    const id = context.req.query('id');
    const touchpoint = deps.configuration.touchpoints.find(({ checks }) => checks.some((check) => check.id === id));
    const check = touchpoint?.checks.find((each) => each.id === id);
    if (touchpoint === undefined || check === undefined) return context.notFound();
    const frame = frameOf(context, deps);
    return context.html(renderCheck(await readCheck(check, touchpoint, deps, frame), frame));
  });
}
