import type { BrowserContext, Frame, Page, Request, Route } from 'playwright-core';
import type { Manners } from '../../../shared/browser/manners.ts';
import { isTrackingHost } from '../../../shared/browser/tracking-hosts.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';

/** What only reads. */
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** A guest's browser on its way. */
export interface Behaviour {
  /** Why the page itself was not asked for, at its address or where that led to; null when it was. */
  keptFrom(): Measured | null;
}

type RefusalOfPage = (url: string) => Promise<Measured | null>;

/**
 * From here on the browser behaves as a guest: it asks for pages only where robots.txt allows, sends nothing, opens no lasting
 * connection and no further window, and counts in nobody's statistics. Call it before the browser meets the page.
 */
export async function behave(context: BrowserContext, manners: Manners): Promise<Behaviour> {
  let kept: Measured | null = null;
  const refusalOfPage: RefusalOfPage = async (url) => {
    const refusal = /^https?:/.test(url) ? await manners.refusal(url) : null;
    kept ??= refusal;
    return refusal;
  };
  const page = context.pages()[0] ?? (await context.newPage());
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  // Playwright has nobody to tell what a route throws, so that it would end the process; the page or the window has gone.
  await context.route('**/*', (route) => meet(route, page, manners, refusalOfPage).catch(() => {}));
  // Playwright shows no redirects, and one may lead to where robots must not go.
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const isForbidden = async (url: string, frameId: string): Promise<boolean> =>
    (frameId === frameTree.frame.id ? await refusalOfPage(url) : manners.knownRefusal(url)) !== null;
  session.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
    void isForbidden(request.url, frameId)
      .then((forbidden) =>
        forbidden
          ? session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
          : session.send('Fetch.continueRequest', { requestId }),
      )
      .catch(() => {}); // the page has gone
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  return { keptFrom: () => kept };
}

async function meet(route: Route, page: Page, manners: Manners, refusalOfPage: RefusalOfPage): Promise<void> {
  const request = route.request();
  const url = request.url();
  const frame = request.isNavigationRequest() ? frameOf(request) : undefined;
  const isPage = frame === page.mainFrame();
  const isOtherWindow = frame === null || (frame?.parentFrame() === null && !isPage);
  const isSending = !reading.has(request.method()) || request.resourceType() === 'ping';
  const counts = !isPage && isTrackingHost(URL.parse(url)?.hostname ?? '');
  if (isOtherWindow || isSending || counts) return route.abort('blockedbyclient');
  const isForbidden = isPage ? (await refusalOfPage(url)) !== null : manners.knownRefusal(url) !== null;
  return isForbidden ? route.abort('blockedbyclient') : route.continue();
}

/** The frame that a document is for; null where its window is not there yet: Playwright throws then. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
