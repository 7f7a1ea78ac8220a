import { createServer } from 'node:net';
import { type Config, type RunnerResult, default as runLighthouse } from 'lighthouse';
import { type LaunchedBrowser, launchBrowser } from '../../../shared/browser/launch.ts';
import { lighthouse as spec } from '../../../shared/model/probes/lighthouse.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';

export interface AuditTarget {
  readonly url: string;
  readonly proxyUrl?: string;
  readonly browserFolder?: string;
}

interface ValidRun {
  readonly score: number;
  readonly benchmarkIndex: number;
  readonly result: RunnerResult;
}

/**
 * Below this the host is so slow or busy that the score says more about it than about the page. Lighthouse itself warns at
 * 1000; a 2 GB Lambda lies around 800.
 */
const slowestHostIndex = 400;

const openTimeoutMs = 30_000;

/** The performance category alone; the full-page screenshot only serves reports that nobody opens. */
const config: Config = {
  extends: 'lighthouse:default',
  settings: { onlyCategories: ['performance'], disableFullPageScreenshot: true, maxWaitForLoad: 35_000 },
};

/**
 * Lighthouse's performance score for a phone: the median of the valid runs, with their spread. A null score, a runtime error
 * or a slow host makes a run invalid; without a valid run the result is unknown, never 0.
 */
export const lighthouse: Probe<typeof spec, AuditTarget> = {
  spec,
  async measure(target, { options, signal, progress }) {
    const valid: ValidRun[] = [];
    const faults: string[] = [];
    for (let n = 1; n <= options.runs; n++) {
      progress(`run ${n} of ${options.runs}`);
      const run = await oneRun(target, signal);
      if (typeof run === 'string') faults.push(run);
      else valid.push(run);
    }
    const median = valid.toSorted((a, b) => a.score - b.score)[Math.floor((valid.length - 1) / 2)];
    if (median === undefined) return unknown('no-valid-run', `Lighthouse gave no valid score: ${faults.join('; ')}.`);
    const scores = valid.map(({ score }) => score);
    const { lhr } = median.result;
    return measured(
      `Lighthouse gives ${Math.round(median.score * 100)} of 100 points for speed on a phone (median of ${valid.length}).`,
      {
        measurements: {
          score: median.score,
          scoreSpread: Math.max(...scores) - Math.min(...scores),
          benchmarkIndex: Math.round(median.benchmarkIndex),
          runs: valid.length,
          ...metricsOf(median.result),
        },
        details: { lighthouseVersion: lhr.lighthouseVersion, scores, invalidRuns: faults, warnings: lhr.runWarnings },
        evidence: [reportOf(median.result)],
      },
    );
  },
};

/** @returns a valid run, or a sentence why this one does not count */
async function oneRun({ url, proxyUrl, browserFolder }: AuditTarget, signal: AbortSignal): Promise<ValidRun | string> {
  const port = await freePort();
  const browser = await launchBrowser({
    debuggingPort: port,
    // Lighthouse does not support a single-process Chromium (its docs/variability.md): better no score than a wrong one.
    singleProcess: false,
    ...(proxyUrl && { proxyUrl }),
    ...(browserFolder && { folder: browserFolder }),
  });
  try {
    const fault = await withinDeadline(openingFault(browser.context, url), signal);
    if (fault !== null) return fault;
    const result = await withinDeadline(
      runLighthouse(url, { port, logLevel: 'silent', output: 'json' }, config),
      signal,
    );
    if (result === undefined) return 'Lighthouse returned nothing';
    const { runtimeError, categories, environment } = result.lhr;
    if (runtimeError !== undefined) return `Lighthouse could not audit the page (${runtimeError.code})`;
    const score = categories['performance']?.score ?? null;
    if (score === null) return 'Lighthouse could not compute a score';
    const { benchmarkIndex } = environment;
    if (benchmarkIndex < slowestHostIndex) {
      return `this host was too slow or too busy to judge the page (benchmark ${Math.round(benchmarkIndex)}, at least ${slowestHostIndex} is needed)`;
    }
    return { score, benchmarkIndex, result };
  } finally {
    await browser.close();
  }
}

/** Lighthouse waits its whole patience for a page that cannot be opened; a browser knows at once. */
async function openingFault(context: LaunchedBrowser['context'], url: string): Promise<string | null> {
  const page = await context.newPage();
  try {
    const response = await page.goto(url, { waitUntil: 'commit', timeout: openTimeoutMs });
    const status = response?.status() ?? 0;
    return status >= 400 ? `the page answers ${status}` : null;
  } catch (error) {
    const [firstLine] = (error instanceof Error ? error.message : String(error)).split('\n');
    return `the page could not be opened (${/net::ERR_\w+/.exec(firstLine ?? '')?.[0] ?? firstLine})`;
  } finally {
    await page.close();
  }
}

const metricAudits = {
  'first-contentful-paint': 'fcpMs',
  'largest-contentful-paint': 'lcpMs',
  'total-blocking-time': 'tbtMs',
  'speed-index': 'speedIndexMs',
} as const;

function metricsOf({ lhr }: RunnerResult): Record<string, number> {
  const entries = Object.entries(metricAudits).flatMap(([audit, name]) => {
    const value = lhr.audits[audit]?.numericValue;
    return value === undefined ? [] : [[name, Math.round(value)] as const];
  });
  const cls = lhr.audits['cumulative-layout-shift']?.numericValue;
  return { ...Object.fromEntries(entries), ...(cls === undefined ? {} : { cls: Math.round(cls * 1000) / 1000 }) };
}

function reportOf({ report }: RunnerResult) {
  const json = Array.isArray(report) ? (report[0] ?? '') : report;
  return { name: 'lighthouse.json', contentType: 'application/json', bytes: new TextEncoder().encode(json) };
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
