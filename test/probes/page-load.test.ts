import { afterEach, describe, expect, it } from 'vitest';
import { pageLoad } from '../../functions/probe-page/probes/page-load.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import type { Device } from '../../shared/model/device.ts';
import { aContext } from '../support/a-context.ts';
import { closedPort, serve, type TestServer } from '../support/serve.ts';

const started: TestServer[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function site(pages: Parameters<typeof serve>[0]): Promise<string> {
  const server = await serve(pages);
  started.push(server);
  return server.url;
}

async function measure(url: string, device: Device = 'desktop', loadTimeoutMs = 45_000) {
  const visit = await openVisit({ url, device, throttled: true, signal: AbortSignal.timeout(60_000), loadTimeoutMs });
  try {
    return await pageLoad.measure(visit, aContext(pageLoad.spec));
  } finally {
    await visit.close();
  }
}

const page = (body: string): string => `<!doctype html><html lang="en"><title>Test</title><body>${body}</body></html>`;

describe('page-load', () => {
  it('measures web vitals, weight and requests, and keeps a screenshot', async () => {
    const url = await site({ '/': page('<h1>Coffee Lab</h1>') });
    const result = await measure(url);
    expect(result.outcome).toBe('measured');
    expect(Object.keys(result.measurements).toSorted()).toEqual(
      ['cls', 'fcpMs', 'lcpMs', 'loadMs', 'requests', 'tbtMs', 'transferBytes', 'ttfbMs'].toSorted(),
    );
    expect(result.measurements).toMatchObject({ cls: 0, tbtMs: 0, requests: 1 });
    const [shot] = result.evidence ?? [];
    expect(shot).toMatchObject({ name: 'desktop.jpg', contentType: 'image/jpeg' });
    expect(Array.from(shot?.bytes.subarray(0, 3) ?? [])).toEqual([0xff, 0xd8, 0xff]);
  });

  it('lets the phone wait for the slow network that it is given', async () => {
    const url = await site({ '/': page('<h1>Coffee Lab</h1>') });
    const phone = await measure(url, 'mobile');
    const desktop = await measure(url, 'desktop');
    // One request pays the phone's 562 ms of latency, the desktop's 40 ms.
    expect(phone.measurements['lcpMs']).toBeGreaterThan(500);
    expect(phone.measurements['lcpMs']).toBeGreaterThan((desktop.measurements['lcpMs'] ?? 0) + 300);
  });

  it('sees a script that blocks the page after its first paint', async () => {
    const busy = 'const end = performance.now() + 400; while (performance.now() < end);';
    const url = await site({
      '/': page(`<h1>Busy</h1><script>requestAnimationFrame(() => setTimeout(() => { ${busy} }, 50));</script>`),
    });
    const result = await measure(url);
    expect(result.measurements['tbtMs']).toBeGreaterThanOrEqual(300);
  });

  it('sees content that jumps', async () => {
    const jump = `setTimeout(() => document.body.insertAdjacentHTML('afterbegin', '<div style="height:300px">banner</div>'), 200)`;
    const url = await site({
      '/': page(`<h1>Jumpy</h1><p style="height:300px">text</p><img hidden src="/slow"><script>${jump}</script>`),
      '/slow': (_, r) => setTimeout(() => r.end(), 700),
    });
    expect((await measure(url)).measurements['cls']).toBeGreaterThan(0.1);
  });

  it('says that a page never finishes loading, and for what it waits', async () => {
    const url = await site({ '/': page('<h1>Waiting</h1><img src="/never.png">'), '/never.png': () => {} });
    const result = await measure(url, 'desktop', 2_000);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'never-loads' });
    expect(result.reason).toBe(`The page never finishes loading. It still waits for ${url}never.png.`);
    expect(result.measurements['lcpMs']).toBeGreaterThan(0);
    expect(result.measurements).not.toHaveProperty('loadMs');
  });

  it('tells a page that answers 500', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>'),
    });
    expect(await measure(url)).toMatchObject({
      outcome: 'failed',
      cause: 'http-error',
      reason: `The page answers 500 Internal Server Error (${url}).`,
    });
  });

  it('tells a site that refuses the connection', async () => {
    expect(await measure(`http://127.0.0.1:${await closedPort()}/`)).toMatchObject({
      outcome: 'failed',
      cause: 'unreachable',
    });
  });

  it('does not take a PDF for a web page', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4'),
    });
    expect(await measure(url)).toMatchObject({ outcome: 'unknown', cause: 'not-a-page' });
  });
});
