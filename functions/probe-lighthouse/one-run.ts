import { createServer, type LookupFunction } from 'node:net';
import { type RunnerResult, default as runLighthouse } from 'lighthouse';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';
import { followMainFrame } from '../../shared/browser/main-frame.ts';
import { memoryLimitBytes } from '../../shared/browser/memory-watch.ts';
import { ailments } from '../../shared/browser/navigation.ts';
import { refusalOf, sayDetour } from '../../shared/browser/public-addresses.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { sayLighthouse } from '../../shared/probes/lighthouse/statements.ts';
import { withinDeadline } from '../../shared/runtime/deadline.ts';
import { auditConfig } from './audit-config.ts';
import './gone-page.ts';

export interface AuditTarget {
  readonly url: string;
  readonly proxyUrl?: string;
  /** The address guard's resolver. */
  readonly lookup?: LookupFunction;
  readonly browserFolder?: string;
  /** A run on a slower host does not count. Default: 400 (see below). */
  readonly slowestHostIndex?: number;
  /** A run that takes longer does not count. Default: 75 s. */
  readonly runTimeoutMs?: number;
}

/** A run that counts; one that does not, and why; or a page that no further run will open, or get through, either. */
export type Run =
  | { readonly kind: 'valid'; readonly score: number; readonly benchmarkIndex: number; readonly result: RunnerResult }
  | { readonly kind: 'invalid' | 'not-opened' | 'crashed'; readonly why: Statement };

/**
 * Below this the host is so slow or busy that the score says more about it than about the page. Lighthouse itself warns at
 * 1000; a 2 GB Lambda lies around 800.
 */
const defaultSlowestHostIndex = 400;

const openTimeoutMs = 30_000;
/** Lighthouse itself gives up on a page after 45 s; a run that has not ended long after that hangs, and the next one may not. */
const runTimeoutMs = 75_000;

/** One Lighthouse run in a fresh browser. @param first does this run find out whether the page opens at all? */
export async function oneRun(target: AuditTarget, first: boolean, signal: AbortSignal): Promise<Run> {
  const port = await freePort();
  const browser = await launchBrowser({
    debuggingPort: port,
    memoryLimitBytes,
    signal,
    // Lighthouse does not support a single-process Chromium (its docs/variability.md): better no score than a wrong one.
    singleProcess: false,
    ...(target.proxyUrl && { proxyUrl: target.proxyUrl }),
    ...(target.browserFolder && { folder: target.browserFolder }),
  });
  const crashed = (): Run => ({ kind: 'crashed', why: ailments.crashed(new URL(target.url).host).says });
  try {
    const run = await runIn(browser, port, target, first, signal);
    return browser.ranOutOfMemory() ? crashed() : run;
  } catch (error) {
    if (browser.ranOutOfMemory()) return crashed();
    throw error;
  } finally {
    await browser.close();
  }
}

async function runIn(
  { context }: LaunchedBrowser,
  port: number,
  target: AuditTarget,
  first: boolean,
  signal: AbortSignal,
): Promise<Run> {
  const why = first ? await withinDeadline(openingFault(context, target), signal) : null;
  if (why !== null) return { kind: 'not-opened', why };
  const flags = { port, logLevel: 'silent', output: 'json' } as const;
  const limit = AbortSignal.timeout(target.runTimeoutMs ?? runTimeoutMs);
  const running = runLighthouse(target.url, flags, auditConfig());
  const result = await withinDeadline(running, AbortSignal.any([limit, signal])).catch((error: unknown) => {
    if (signal.aborted || !limit.aborted) throw error;
    return 'hung' as const;
  });
  if (result === 'hung') return { kind: 'invalid', why: sayLighthouse('lighthouse/endless-run', {}) };
  return judgeRun(result, target.slowestHostIndex);
}

/** A null score, a runtime error or a slow host makes a run invalid. */
export function judgeRun(result: RunnerResult | undefined, slowestHostIndex = defaultSlowestHostIndex): Run {
  const invalid = (why: Statement): Run => ({ kind: 'invalid', why });
  if (result === undefined) return invalid(sayLighthouse('lighthouse/returned-nothing', {}));
  const { runtimeError, categories, environment } = result.lhr;
  if (runtimeError !== undefined) return invalid(sayLighthouse('lighthouse/audit-failed', { code: runtimeError.code }));
  const score = categories['performance']?.score ?? null;
  if (score === null) return invalid(sayLighthouse('lighthouse/no-score', {}));
  const { benchmarkIndex } = environment;
  if (benchmarkIndex < slowestHostIndex) {
    return invalid(
      sayLighthouse('lighthouse/slow-host', { benchmarkIndex: Math.round(benchmarkIndex), atLeast: slowestHostIndex }),
    );
  }
  return { kind: 'valid', score, benchmarkIndex, result };
}

/**
 * Lighthouse waits its whole patience for a page that cannot be opened; a browser knows at once. The page is left blank and
 * not closed: Chromium may lose the order to close a page that is just being shown, and awaiting its end hangs.
 */
async function openingFault(
  context: LaunchedBrowser['context'],
  { url, lookup }: AuditTarget,
): Promise<Statement | null> {
  const page = context.pages()[0] ?? (await context.newPage());
  const frame = followMainFrame(page);
  try {
    const response = await page.goto(url, { waitUntil: 'commit', timeout: openTimeoutMs });
    const status = response?.status() ?? 0;
    return status >= 400 ? sayLighthouse('lighthouse/page-error', { status }) : null;
  } catch (error) {
    const asked = frame.lastFailed()?.url() ?? url;
    const refusal = await refusalOf(asked, lookup);
    if (refusal !== null) return sayLighthouse('lighthouse/detour', { why: sayDetour(url, asked, refusal) });
    const [firstLine = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return sayLighthouse('lighthouse/not-opened', { error: /net::ERR_\w+/.exec(firstLine)?.[0] ?? firstLine });
  } finally {
    await page.goto('about:blank').catch(() => {}); // a browser that has gone shows nothing either
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject).listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  await closed.promise;
  if (address === null || typeof address === 'string')
    throw new Error('No free loopback port was found for the browser.');
  return address.port;
}
