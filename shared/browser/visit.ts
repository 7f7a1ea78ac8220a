import type { LookupFunction } from 'node:net';
import type { Page } from 'playwright-core';
import type { Device } from '../model/device.ts';
import { saySite } from '../model/site-statements.ts';
import { withinDeadline } from '../runtime/deadline.ts';
import { type DeviceProfile, deviceProfile } from './device-profiles.ts';
import { hostBenchmarkIndex, type Slowdown, slowdownFor } from './host-speed.ts';
import { type LaunchOptions, launchBrowser } from './launch.ts';
import { followMainFrame, hasReplacedFunctions, isFrozen, type MainFrame, stateOf } from './main-frame.ts';
import { memoryLimitBytes } from './memory-watch.ts';
import {
  ailments,
  describeDeadEnd,
  describeResponse,
  faultLanding,
  type Landing,
  refusedLanding,
} from './navigation.ts';
import { firstPaint, largestPaint, observeVitals } from './observed-vitals.ts';
import { type PageActivity, watchActivity } from './page-activity.ts';
import { refusalOf } from './public-addresses.ts';
import { type Progress, type RequestRecord, recordRequests } from './request-log.ts';
import { throttle } from './throttle.ts';
import { warmUp } from './warm-up.ts';

export interface VisitOptions extends Omit<LaunchOptions, 'context'> {
  readonly url: string;
  readonly device: Device;
  /** Slow the network and the processor down to the device's profile, so that load times compare. */
  readonly throttled: boolean;
  /** Ends the visit wherever it is. */
  readonly signal: AbortSignal;
  /** How long the page may take until its load event before the visit goes on without it. Default 30 s. */
  readonly loadTimeoutMs?: number;
  /** The resolver of the guard that the proxy belongs to: it knows why the page was kept from an address. */
  readonly lookup?: LookupFunction;
  /** Where the visit's browser comes from. Default: a fresh one. */
  readonly launch?: typeof launchBrowser;
  /** How fast this host is (see host-speed). Default: as measured. */
  readonly benchmarkIndex?: number;
}

/** One page load by one device, open until `close`. Several probes look at the same visit, one after the other. */
export interface Visit {
  readonly page: Page;
  readonly device: Device;
  readonly url: string;
  readonly landing: Landing;
  readonly singleProcess: boolean;
  readonly requests: readonly RequestRecord[];
  readonly activity: PageActivity;
  /** How far its requests had come when it was not waited for any longer; null for a page that had loaded. */
  readonly stillLoading: (Progress & { readonly afterMs: number }) | null;
  /** What was made slower so that the load times compare; null where nothing was. */
  readonly slowdown: Slowdown | null;
  /** The load's web vitals, as far as they have been observed (see observed-vitals); of no trusted shape. */
  vitals(): Promise<unknown>;
  /** What has befallen the page since it landed, so that a probe cannot get on with it; null when it is well. */
  ailment(): Promise<Landing | null>;
  /** Back to full speed, for probes that look around after the load has been measured. */
  unthrottle(): Promise<void>;
  close(): Promise<void>;
}

/** Nobody waits half a minute for a page; on a slow phone 5 MB have arrived by then. */
const defaultLoadTimeoutMs = 30_000;
/** Where nothing is measured, a page that still waits for a counter or a film is looked at as it stands. */
const unmeasuredLoadMs = 12_000;
/**
 * Late paints, layout shifts and long tasks of a page that has just loaded and painted still belong to its load; and what it
 * asked for last has arrived by then, over a slow phone's connection, too.
 */
const settleMs = 650;
/** By then the browser has shown what it had to show, and knows when: it does not begin many frames before it has ended one. */
const quietFrames = 6;
const paintPatienceMs = 8_000;
/** Of a page that has not finished loading in all its time. */
const latePaintPatienceMs = 500;
/** A page may send the visitor on by script, but not for ever. */
const restlessDocuments = 3;
/** A visitor has given up by then; a slow phone gets through the heaviest honest script sooner. */
const frozenAfterMs = 10_000;
/** Asked when a probe has already waited in vain until its deadline. */
const lateFrozenAfterMs = 2_000;

/**
 * Opens a fresh browser, visits the page and waits until it has loaded and settled. A site at fault is reported in `landing`;
 * it throws only when there is no browser or the deadline passed. The caller closes the visit.
 */
export async function openVisit(options: VisitOptions): Promise<Visit> {
  const profile = deviceProfile(options.device);
  const browser = await (options.launch ?? launchBrowser)({
    memoryLimitBytes,
    ...options,
    context: { ...profile.context, serviceWorkers: 'block', acceptDownloads: false, locale: 'en-US' },
  });
  try {
    const { context } = browser;
    const page = context.pages()[0] ?? (await context.newPage());
    context.on('page', (popup) => void popup.close().catch(() => {}));
    const session = await context.newCDPSession(page);
    const requests = await recordRequests(session);
    const slowdown = await slowdownOf(page, profile, options);
    if (slowdown !== null) await throttle(session, { ...profile.throttling, cpuSlowdown: slowdown.factor });
    const frame = followMainFrame(page, browser.ranOutOfMemory);
    // Where times are measured, the observer has to know the largest paint; otherwise any paint will do.
    const painted = options.throttled ? largestPaint : firstPaint;
    const activity = watchActivity(page, session, requests);
    const visited = { page, frame, activity, painted: () => painted(session) };
    const landing = await withinDeadline(navigate(visited, options), options.signal);
    const isLoading = landing.kind === 'page' && !landing.loaded;
    const afterMs = loadPatienceOf(options);
    return {
      page,
      device: options.device,
      url: options.url,
      landing,
      singleProcess: browser.singleProcess,
      requests: requests.records,
      activity,
      stillLoading: isLoading ? { ...requests.progress(), afterMs } : null,
      slowdown,
      vitals: () => observeVitals(session),
      ailment: () => ailmentOf(page, frame, options.url),
      unthrottle: () => throttle(session, { latencyMs: 0, downloadKbps: 0, uploadKbps: 0, cpuSlowdown: 1 }),
      close: browser.close,
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function slowdownOf(page: Page, { throttling }: DeviceProfile, options: VisitOptions): Promise<Slowdown | null> {
  if (!options.throttled) return null;
  const benchmarkIndex = options.benchmarkIndex ?? (await withinDeadline(hostBenchmarkIndex(page), options.signal));
  const slowdown = slowdownFor(throttling.cpuSlowdown, benchmarkIndex);
  if (slowdown.factor > 1) await withinDeadline(warmUp(page), options.signal);
  return slowdown;
}

/** A page that is being visited. */
interface Visited {
  readonly page: Page;
  readonly frame: MainFrame;
  readonly activity: PageActivity;
  /** Resolves when there is enough to be seen to look at the page; to how many milliseconds ago it had loaded and painted. */
  readonly painted: () => Promise<number>;
}

function loadPatienceOf({ loadTimeoutMs = defaultLoadTimeoutMs, throttled }: VisitOptions): number {
  return throttled ? loadTimeoutMs : Math.min(loadTimeoutMs, unmeasuredLoadMs);
}

async function navigate(visited: Visited, options: VisitOptions): Promise<Landing> {
  const { url, loadTimeoutMs = defaultLoadTimeoutMs } = options;
  const { page, frame } = visited;
  const { host } = new URL(url);
  const startedMs = performance.now();
  try {
    const response = await page.goto(url, { waitUntil: 'commit', timeout: loadTimeoutMs });
    if (response === null) {
      return { kind: 'failed', outcome: 'failed', cause: 'unreachable', says: saySite('site/no-page', { url }) };
    }
    const leftMs = Math.max(1, Math.ceil(loadTimeoutMs - (performance.now() - startedMs)));
    const deadline = AbortSignal.timeout(Math.min(leftMs, loadPatienceOf(options)));
    const rested = await comeToRest(visited, deadline, Math.min(paintPatienceMs, loadTimeoutMs));
    const state = rested ? 'complete' : await stateOf(page);
    if (frame.hasCrashed()) return ailments.crashed(host);
    if (frame.isErrorPage()) return await deadEndOf(frame, options);
    if (frame.documents() > restlessDocuments && frame.isMoving()) return ailments.restless(host);
    if (await isFrozen(page, Math.min(frozenAfterMs, loadTimeoutMs))) return ailments.frozen(host);
    if (state === 'nothing') return ailments.silent(host);
    // Playwright waits on when a page has tried to leave for an app; the page itself knows better.
    return await describeResponse(frame.shown() ?? response, state === 'complete');
  } catch (error) {
    if (frame.hasCrashed()) return ailments.crashed(host);
    const empty = frame.shown();
    if (empty !== null && [204, 205].includes(empty.status())) return describeResponse(empty, false);
    const message = error instanceof Error ? error.message : String(error);
    if (/Download is starting/.test(message)) return { kind: 'not-a-page', url, contentType: null };
    if (/Timeout .* exceeded/.test(message)) {
      const isLoop = frame.redirects() > restlessDocuments;
      return isLoop ? faultLanding('redirect-loop', url) : faultLanding('timed-out', url, { afterMs: loadTimeoutMs });
    }
    if (!/net::|interrupted/.test(message)) throw error;
    return deadEndOf(frame, options, message);
  }
}

/** The visit asked for a document and got none: at its address, or where that led to by redirect, by markup or by script. */
async function deadEndOf(frame: MainFrame, { url, lookup }: VisitOptions, message = ''): Promise<Landing> {
  const asked = frame.lastFailed();
  const to = asked?.url() ?? url;
  const refusal = await refusalOf(to, lookup);
  if (refusal !== null) return refusedLanding(url, to, refusal);
  return describeDeadEnd(asked?.failure()?.errorText ?? message, url, to);
}

/** Waits until a page has loaded and settled, also when it sends the visitor on. @returns whether it has by the deadline */
async function comeToRest(
  { page, frame, activity, painted }: Visited,
  deadline: AbortSignal,
  patienceMs: number,
): Promise<boolean> {
  for (;;) {
    const documents = frame.documents();
    const loaded = await withinDeadline(page.waitForLoadState('load', { timeout: 0 }), deadline).then(
      () => true,
      () => false,
    );
    // A busy script can hold the first paint back far beyond the load event, and a page that hangs never answers; one that
    // paints nothing, has gone or is being replaced is not waited for: the caller waits for its successor.
    const patience = AbortSignal.timeout(loaded ? patienceMs : latePaintPatienceMs);
    const shownForMs = frame.isErrorPage() ? 0 : await withinDeadline(painted(), patience).catch(() => 0);
    if (!loaded) return false;
    // A header may send the visitor on after a while.
    const since = 'refresh' in (frame.shown()?.headers() ?? {}) ? null : 'its beginning';
    await activity.settled(since, Math.max(0, settleMs - shownForMs), quietFrames);
    if (frame.documents() === documents && !frame.isMoving()) return true;
    if (frame.documents() > 2 * restlessDocuments || deadline.aborted) return true;
  }
}

async function ailmentOf(page: Page, frame: MainFrame, url: string): Promise<Landing | null> {
  const { host } = new URL(url);
  if (frame.hasCrashed()) return ailments.crashed(host);
  if (await isFrozen(page, lateFrozenAfterMs)) return ailments.frozen(host);
  if (frame.documents() > restlessDocuments && frame.isMoving()) return ailments.restless(host);
  return (await hasReplacedFunctions(page, lateFrozenAfterMs)) ? ailments.meddling(host) : null;
}
