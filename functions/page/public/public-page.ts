import type { Context } from 'hono';
import { etag } from 'hono/etag';
import type { PublicStatus } from '../../../shared/model/public-status.ts';
import { remember } from '../../../shared/runtime/remember.ts';
import type { PageApp, PageDeps, PageEnvironment } from '../page-deps.ts';
import { paths } from '../paths.ts';
import { readPublicStatus } from './read-public.ts';
import { renderFeed } from './render-feed.ts';
import { renderPublic } from './render-public.ts';

const keepSeconds = 60;
const mostNames = 4;

/**
 * The status page that everybody may see, before the gate. However many ask, a running instance reads the table and draws each body once a minute. Where no
 * touchpoint is public there is no such page, and its addresses are behind the gate like all others.
 */
export function addPublicPage(app: PageApp, deps: Pick<PageDeps, 'configuration' | 'stores' | 'now' | 'mount'>): void {
  const { configuration, now, mount = '' } = deps;
  if ((configuration.page?.publicTouchpoints ?? []).length === 0) return;
  const status = remember(() => readPublicStatus(deps), keepSeconds * 1000, now);
  const serve = (path: string, contentType: string, render: (status: PublicStatus, page: string) => string): void => {
    const drawn = new WeakMap<PublicStatus, Map<string, string>>();
    const bodyOf = (found: PublicStatus, page: string): string => {
      const bodies = drawn.get(found) ?? new Map<string, string>();
      drawn.set(found, bodies);
      const body = bodies.get(page) ?? render(found, page);
      // A caller may call the page by many names.
      if (bodies.size < mostNames) bodies.set(page, body);
      return body;
    };
    app.get(path, etag(), async (context) => {
      const page = new URL(`${mount}/`, configuration.page?.url ?? originOf(context));
      const body = bodyOf(await status(), page.href);
      return context.body(body, 200, {
        'Content-Type': `${contentType}; charset=utf-8`,
        'Cache-Control': `public, max-age=${keepSeconds}`,
      });
    });
  };
  serve(paths.publicPage, 'text/html', (found) => renderPublic(found, configuration));
  serve(paths.publicFeed, 'application/atom+xml', (found, page) => renderFeed(found, configuration, page));
  serve(paths.publicStatus, 'application/json', (found) => `${JSON.stringify(found, null, 2)}\n`);
}

function originOf({ req }: Context<PageEnvironment>): string {
  return new URL(req.url).origin;
}
