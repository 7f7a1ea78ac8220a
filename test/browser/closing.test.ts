import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneRun } from '../../functions/probe-lighthouse/one-run.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { launchBrowser } from '../../shared/browser/launch.ts';
import type { Check } from '../../shared/model/check.ts';
import { aCheck } from '../support/a-check.ts';
import { browserProcesses, stillRunning } from '../support/browser-processes.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aVisitOf, onThePublicInternet } from './guarded-deps.ts';

const anywhere = { ...onThePublicInternet, network: 'any' as const };
let server: TestServer;
beforeAll(async () => {
  server = await serve({
    '/': '<!doctype html><title>Alive</title><h1>Alive</h1>',
    // The page is there, and what it needs never comes.
    '/waits': '<!doctype html><title>Waits</title><h1>Waits</h1><script src="/never"></script>',
    '/never': () => {},
  });
});
afterAll(() => server.close());

/** Not repeated, because what is sent is sent once. */
const submitting = (): Check => {
  const check = aCheck({ id: 'website/form', url: server.url });
  return { ...check, options: { ...check.options, mode: 'submit' } };
};

/** Launches a browser and does something to its processes before anybody has asked it for anything. */
function launchAnd(deed: (pids: readonly number[]) => void): typeof launchBrowser {
  return async (options) => {
    const browser = await launchBrowser(options);
    deed(browserProcesses());
    return browser;
  };
}

const signalling = (signal: NodeJS.Signals) => (pids: readonly number[]) => {
  for (const pid of pids) process.kill(pid, signal);
};

describe('a browser', () => {
  it.each([
    ['that answers nobody any more', 'SIGSTOP'],
    ['that was killed', 'SIGKILL'],
  ] as const)('%s ends its visit soon after the deadline, is closed, and makes the result grey', async (_, signal) => {
    const started = performance.now();
    const [result] = await runVisit(aVisitOf(submitting()), {
      ...anywhere,
      submissions: emptySubmissions(),
      limits: { attemptMs: 2_000, loadMs: 1_000 },
      launch: launchAnd(signalling(signal)),
    });
    expect(result).toMatchObject({ outcome: 'unknown', attempts: 1 });
    expect(performance.now() - started).toBeLessThan(30_000);
    await expect.poll(() => browserProcesses()).toEqual([]);
  });

  it('is closed when its visit was given up before it could be watched', async () => {
    const visit = launchBrowser({ signal: AbortSignal.abort(), memoryLimitBytes: 2 ** 30 });
    await expect((await visit).context.pages()).toHaveLength(1);
    await expect.poll(() => browserProcesses(), { timeout: 20_000 }).toEqual([]);
  });

  it('of a single process is counted once by the limit of its memory', async () => {
    const mb = 1024 * 1024;
    const browser = await launchBrowser({ singleProcess: true, memoryLimitBytes: 400 * mb });
    try {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.evaluate((bytes) => Object.assign(window, { held: new Uint8Array(bytes).fill(1) }) && 0, 150 * mb);
      await page.waitForTimeout(1_000);
      expect(browser.ranOutOfMemory()).toBe(false);
    } finally {
      await browser.close();
    }
  });
});

describe('the browser of a Lighthouse run', () => {
  it('is closed when the run is given up', async () => {
    const target = { url: new URL('/waits', server.url).href };
    const run = oneRun(target, true, AbortSignal.timeout(3_000));
    await expect(run).rejects.toThrow('longer than its deadline');
    await expect.poll(() => browserProcesses()).toEqual([]);
  });

  it('goes with a process that is killed', async () => {
    const script = fileURLToPath(new URL('./audit-process.ts', import.meta.url));
    const askedForNever = () => server.hits.filter((hit) => hit === 'GET /never').length;
    const before = askedForNever();
    const child = spawn(process.execPath, [script, new URL('/waits', server.url).href], { stdio: 'ignore' });
    const { pid = 0 } = child;
    await expect.poll(() => askedForNever() - before, { timeout: 30_000 }).toBeGreaterThan(0);
    const browser = browserProcesses(pid);
    expect(browser).not.toEqual([]);
    child.kill('SIGKILL');
    await expect.poll(() => stillRunning(browser), { timeout: 20_000 }).toEqual([]);
  });
});
