import type { Page, Request, Response } from 'playwright-core';
import { withinDeadline } from '../runtime/deadline.ts';

/** What happens to the page as a whole while others look at parts of it. */
export interface MainFrame {
  /** The response whose document is shown now; null before the first. */
  shown(): Response | null;
  /** How many documents have been shown so far: a page that sends the visitor on by script is followed by another. */
  documents(): number;
  /** How many times servers have sent the visit on. */
  redirects(): number;
  /** Is another document on its way? */
  isMoving(): boolean;
  /** Has the process that shows the page died, or been ended for its greed? */
  hasCrashed(): boolean;
}

export function followMainFrame(page: Page, ranOutOfMemory: () => boolean = () => false): MainFrame {
  let arrived: Response | null = null;
  let shown: Response | null = null;
  let documents = 0;
  let redirects = 0;
  let crashed = false;
  const underway = new Set<Request>();
  const isOurs = (request: Request): boolean => request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    if (isOurs(request)) underway.add(request);
  });
  page.on('requestfailed', (request) => underway.delete(request));
  page.on('requestfinished', (request) => underway.delete(request));
  page.on('response', (response) => {
    if (!isOurs(response.request())) return;
    const { 'content-disposition': disposition = '' } = response.headers();
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (isRedirect) redirects++;
    if (!isRedirect && !/^\s*attachment/i.test(disposition)) arrived = response;
  });
  page.on('framenavigated', (frame) => {
    // A change of the address alone shows no other document.
    if (frame !== page.mainFrame() || arrived === shown) return;
    shown = arrived;
    documents++;
    underway.clear();
  });
  page.on('crash', () => {
    crashed = true;
  });
  return {
    shown: () => shown ?? arrived,
    documents: () => documents,
    redirects: () => redirects,
    isMoving: () => underway.size > 0,
    hasCrashed: () => crashed || ranOutOfMemory(),
  };
}

/** Is a script so busy that the page takes no notice of anything? */
export async function isFrozen(page: Page, patienceMs: number): Promise<boolean> {
  const patience = AbortSignal.timeout(patienceMs);
  return withinDeadline(page.evaluate('1'), patience).then(
    () => false,
    // A page that is just being replaced, or that is gone, is not frozen.
    () => patience.aborted,
  );
}
