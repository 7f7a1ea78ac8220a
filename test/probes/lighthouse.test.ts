import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { lighthouse } from '../../functions/probe-lighthouse/lighthouse/probe.ts';
import type { AuditTarget } from '../../functions/probe-lighthouse/one-run.ts';
import { aContext } from '../support/a-context.ts';
import { browserProcesses } from '../support/browser-processes.ts';
import { inEnglish } from '../support/said.ts';
import { closedPort, serve, type TestServer } from '../support/serve.ts';

const started: TestServer[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

const measureOnce = async (target: AuditTarget) =>
  inEnglish(await lighthouse.measure(target, aContext(lighthouse.spec, { options: { runs: 1 } })));

describe('lighthouse', () => {
  it('gives a score, its metrics and the full report', async () => {
    const server = await serve({
      '/': '<!doctype html><html lang="en"><title>Coffee Lab</title><meta name="viewport" content="width=device-width"><h1>Coffee</h1></html>',
    });
    started.push(server);
    // However busy the machine that runs this test is.
    const result = await measureOnce({ url: server.url, slowestHostIndex: 0 });
    expect(result.outcome, result.reason).toBe('measured');
    expect(result.measurements['score']).toBeGreaterThan(0.8);
    expect(result.measurements['score']).toBeLessThanOrEqual(1);
    expect(result.measurements).toMatchObject({
      scoreSpread: 0,
      runs: 1,
      fcpMs: expect.any(Number),
      lcpMs: expect.any(Number),
    });
    expect(result.measurements['benchmarkIndex']).toBeGreaterThan(0);
    const report: unknown = JSON.parse(gunzipSync(result.evidence?.[0]?.bytes ?? '').toString());
    expect(result.evidence).toMatchObject([{ name: 'lighthouse.json.gz', contentType: 'application/gzip' }]);
    expect(report).toMatchObject({ categories: { performance: { score: result.measurements['score'] } } });
    await expect.poll(() => browserProcesses()).toEqual([]);
  });

  it('is unknown, and leaves no browser, when a run hangs', async () => {
    const server = await serve({ '/': '<!doctype html><title>Coffee Lab</title><h1>Coffee</h1>' });
    started.push(server);
    const result = await measureOnce({ url: server.url, runTimeoutMs: 50 });
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'no-valid-run', measurements: {} });
    expect(result.reason).toContain('Lighthouse did not finish');
    await expect.poll(() => browserProcesses()).toEqual([]);
  });

  it('is unknown, never 0, when Lighthouse cannot audit the page', async () => {
    const result = await measureOnce({ url: `http://127.0.0.1:${await closedPort()}/` });
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'no-valid-run', measurements: {} });
    expect(result.reason).toContain('the page could not be opened (net::ERR_CONNECTION_REFUSED)');
  });
});
