import type { BrowserContext, Page, Request } from 'playwright-core';
import { isSameSite } from './contact-links.ts';

/** Where presses lead out of the site: to the dialler, the mail program, a messenger, another host. It is noted, and not followed. */
export interface WaysOut {
  /** What presses have tried to open since this was asked last, each address once. */
  taken(): string[];
}

interface Watch extends WaysOut {
  /** The page is kept on its site. */
  holds: boolean;
}

const watched = new WeakMap<Page, Promise<Watch>>();

/** From now on the page stays on its site, whatever is pressed, until it is let go. */
export async function watchWaysOut(page: Page): Promise<WaysOut> {
  const watching = watched.get(page) ?? startWatching(page);
  watched.set(page, watching);
  const watch = await watching;
  watch.holds = true;
  return watch;
}

/** Before a form is filled in: many send to a service on another site, and go there. */
export async function letLeave(page: Page): Promise<void> {
  const watch = await watched.get(page);
  if (watch !== undefined) watch.holds = false;
}

async function startWatching(page: Page): Promise<Watch> {
  const taken = new Set<string>();
  // From an empty page it is we who go somewhere.
  const leaves = (url: string): boolean =>
    !/^(about|data|blob|javascript):/.test(url) && !/^about:/.test(page.url()) && !isSameSite(url, page.url());
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  session.on('Page.windowOpen', ({ url }) => {
    if (leaves(url)) taken.add(url);
  });
  page.on('request', (request) => {
    if (isOwnNavigation(request, page) && leaves(request.url())) taken.add(request.url());
  });
  const watch: Watch = {
    holds: true,
    taken() {
      const all = [...taken];
      taken.clear();
      return all;
    },
  };
  await keepOnSite(page.context(), page, (url) => watch.holds && leaves(url));
  return watch;
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
