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
  /** The last document that was asked for in vain, redirects followed; null when none was. */
  lastFailed(): Request | null;
  /** Does the browser show an error of its own where the page should be? */
  isErrorPage(): boolean;
  /** Has the process that shows the page died, or been ended for its greed? */
  hasCrashed(): boolean;
}

export function followMainFrame(page: Page, ranOutOfMemory: () => boolean = () => false): MainFrame {
  let arrived: Response | null = null;
  let shown: Response | null = null;
  let documents = 0;
  let redirects = 0;
  let crashed = false;
  let failed: Request | null = null;
  /** The browser's own error page is on its way. */
  let failing = false;
  const underway = new Set<Request>();
  const isOurs = (request: Request): boolean => bringsDocument(request) && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    if (isOurs(request)) underway.add(request);
  });
  page.on('requestfailed', (request) => {
    underway.delete(request);
    // Given up for another document or a download, which is no failure.
    if (!isOurs(request) || request.failure()?.errorText === 'net::ERR_ABORTED') return;
    failed = request;
    failing = true;
  });
  page.on('requestfinished', (request) => underway.delete(request));
  page.on('response', (response) => {
    if (!isOurs(response.request())) return;
    if (isRedirect(response)) redirects++;
    else if (!isDownload(response)) arrived = response;
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    failing = false;
    // A change of the address alone shows no other document.
    if (arrived === shown) return;
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
    isMoving: () => underway.size > 0 || failing,
    lastFailed: () => failed,
    isErrorPage: () => page.url().startsWith('chrome-error:'),
    hasCrashed: () => crashed || ranOutOfMemory(),
  };
}

/** What leads out to an app (tel:, viber:, intent:) brings none. */
const bringsDocument = (request: Request): boolean => request.isNavigationRequest() && /^https?:/.test(request.url());

const isRedirect = (response: Response): boolean => response.status() >= 300 && response.status() < 400;

const isDownload = (response: Response): boolean =>
  /^\s*attachment/i.test(response.headers()['content-disposition'] ?? '');

const statePatienceMs = 1_000;

/** Is a script so busy that the page takes no notice of anything? */
export async function isFrozen(page: Page, patienceMs: number): Promise<boolean> {
  const patience = AbortSignal.timeout(patienceMs);
  return withinDeadline(page.evaluate('1'), patience).then(
    () => false,
    // A page that is just being replaced, or that is gone, is not frozen.
    () => patience.aborted,
  );
}

/** Asked in the page with nothing but syntax: every function it could call may be somebody else's by now. */
const browserFunctions = `((all) => {
  let text = '';
  for (let i = 0; i < all.length; i++) text += typeof all[i] === 'function' ? all[i] + '\\n' : 'missing\\n';
  return text;
})([Array.prototype.map, Array.prototype.filter, Array.from, JSON.stringify, Object.entries, String.prototype.replace,
  RegExp.prototype.test, performance.getEntriesByType, document.querySelectorAll, document.createTreeWalker,
  document.elementFromPoint, Element.prototype.getBoundingClientRect, window.getComputedStyle, window.RegExp, window.Set,
  window.Promise])`;

/** Has the page put something of its own in the place of what reading it takes? */
export async function hasReplacedFunctions(page: Page, patienceMs: number): Promise<boolean> {
  const patience = AbortSignal.timeout(patienceMs);
  const seen: unknown = await withinDeadline(page.evaluate(browserFunctions), patience).catch((error: unknown) => {
    // Playwright's own way of handing values over has met them.
    return /context was destroyed|closed|crashed/i.test(String(error)) || patience.aborted ? '' : 'replaced';
  });
  return String(seen)
    .split('\n')
    .some((text) => text !== '' && !text.includes('[native code]'));
}

/** How far the page has come by its own account; null when it does not say. */
export async function stateOf(page: Page): Promise<'nothing' | 'loading' | 'complete' | null> {
  const patience = AbortSignal.timeout(statePatienceMs);
  const state: unknown = await withinDeadline(
    page.evaluate('document.documentElement === null ? "nothing" : document.readyState'),
    patience,
  ).catch(() => null);
  if (state === 'nothing' || state === 'complete') return state;
  return state === null ? null : 'loading';
}
