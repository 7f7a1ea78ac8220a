import type { BrowserContext, Page, Request } from 'playwright-core';
import { isSameSite } from './contact-links.ts';

/** Where presses lead out of the site: to the dialler, the mail program, a messenger, another host. It is noted, and not followed. */
export interface WaysOut {
  /** What presses have tried to open since this was asked last, each address once. */
  taken(): string[];
}

const watched = new WeakMap<Page, Promise<WaysOut>>();

/** From now on the page stays on its site, whatever is pressed. */
export function watchWaysOut(page: Page): Promise<WaysOut> {
  const known = watched.get(page);
  if (known !== undefined) return known;
  const watching = startWatching(page);
  watched.set(page, watching);
  return watching;
}

async function startWatching(page: Page): Promise<WaysOut> {
  const taken = new Set<string>();
  const leaves = (url: string): boolean => !/^(about|data|blob|javascript):/.test(url) && !isSameSite(url, page.url());
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  session.on('Page.windowOpen', ({ url }) => {
    if (leaves(url)) taken.add(url);
  });
  page.on('request', (request) => {
    if (isOwnNavigation(request, page) && leaves(request.url())) taken.add(request.url());
  });
  await keepOnSite(page.context(), page, leaves);
  return {
    taken() {
      const all = [...taken];
      taken.clear();
      return all;
    },
  };
}

/** Scripts dial through a frame, too. */
function isOwnNavigation(request: Request, page: Page): boolean {
  if (!request.isNavigationRequest()) return false;
  return request.frame() === page.mainFrame() || !/^https?:/.test(request.url());
}

async function keepOnSite(context: BrowserContext, page: Page, leaves: (url: string) => boolean): Promise<void> {
  await context.route(
    (url) => leaves(url.href),
    async (route) => {
      const request = route.request();
      // Redirects of the site's own are not pressed by anybody, and are not seen here.
      if (request.isNavigationRequest() && isMain(request, page)) return route.abort('aborted');
      return route.fallback();
    },
  );
}

/** Also the main frame of a window that a press has opened; that has no page yet. */
function isMain(request: Request, page: Page): boolean {
  try {
    const frame = request.frame();
    return frame === page.mainFrame() || frame.parentFrame() === null;
  } catch {
    return true;
  }
}
