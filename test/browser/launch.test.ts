import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAddressGuard } from '../../shared/browser/address-guard.ts';
import { chromeVersion } from '../../shared/browser/device-profiles.ts';
import { launchBrowser, temporaryFolder, withoutSecrets } from '../../shared/browser/launch.ts';
import { defaultBrowserFolder } from '../../shared/browser/unpack.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import { browserProcesses } from '../support/browser-processes.ts';
import { serve, type TestServer } from '../support/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve({
    '/': '<!doctype html><title>Alive</title><h1>Alive</h1>',
    '/hang': '<!doctype html><title>Hang</title><script>setTimeout(() => { for (;;); }, 50)</script>',
  });
});
afterAll(() => server.close());

describe('the browser', () => {
  it.each([false, true])('shows a page with singleProcess %s and leaves nothing behind', async (singleProcess) => {
    const browser = await launchBrowser({ singleProcess });
    try {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.goto(server.url);
      expect(await page.title()).toBe('Alive');
      expect(browser.context.browser()?.version().split('.')[0]).toBe(chromeVersion);
      expect(browserProcesses()).not.toEqual([]);
    } finally {
      await browser.close();
    }
    await expect.poll(() => browserProcesses()).toEqual([]);
    expect((await profiles()).filter((name) => name.startsWith(`${process.pid}-`))).toEqual([]);
  });

  it('is closed at the deadline, also when the page hangs', async () => {
    const visit = await openVisit({
      url: `${server.url}hang`,
      device: 'desktop',
      throttled: false,
      signal: AbortSignal.timeout(20_000),
      loadTimeoutMs: 1_000,
    });
    await visit.close();
    await expect.poll(() => browserProcesses(), { timeout: 10_000 }).toEqual([]);
  });

  it('has nobody pass its proxy by, not even the client that Playwright has in this process', async () => {
    const guard = await startAddressGuard();
    const browser = await launchBrowser({ proxyUrl: guard.proxyUrl });
    const before = server.hits.length;
    try {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.route('http://shop.example/', async (route) => {
        const answer = await route.fetch({ url: server.url }).catch((error: Error) => error.message);
        await route.fulfill({ body: String(answer) });
      });
      await page.goto('http://shop.example/');
      expect(await page.textContent('body')).toContain('Proxy connection ended');
      for (const client of [browser.context.request, page.request])
        await expect(client.get(server.url)).rejects.toThrow();
      await expect(page.goto(server.url)).rejects.toThrow();
      expect(server.hits.slice(before)).toEqual([]);
    } finally {
      await browser.close();
      await guard.close();
    }
  });

  it('keeps its temporary files in its profile, unless a socket in there would have too long a path', () => {
    expect(temporaryFolder('/tmp/touchlight/profiles/12345-abcdef')).toEqual({
      TMPDIR: '/tmp/touchlight/profiles/12345-abcdef',
    });
    expect(temporaryFolder(`/home/${'deep/'.repeat(20)}profiles/12345-abcdef`)).toEqual({});
  });

  it('is given none of our credentials', () => {
    const environment = {
      PATH: '/usr/bin',
      AWS_SESSION_TOKEN: 'a',
      AWS_LAMBDA_RUNTIME_API: 'b',
      TOUCHLIGHT_SECRET_FACEBOOK: 'c',
      MY_API_KEY: 'd',
      SMTP_PASSWORD: 'e',
    };
    expect(withoutSecrets(environment)).toEqual({ PATH: '/usr/bin' });
  });

  it('sweeps the profile that a killed process left behind', async () => {
    const nobody = 2 ** 22 + 1; // above the largest process id of Linux
    const left = path.join(defaultBrowserFolder(), 'profiles', `${nobody}-left`);
    await mkdir(left, { recursive: true });
    const browser = await launchBrowser();
    await browser.close();
    expect(existsSync(left)).toBe(false);
  });

  it('says what is wrong when its folder cannot be used', async () => {
    const folder = path.join(import.meta.filename, 'browser'); // below a file there can be no folder
    await expect(launchBrowser({ folder })).rejects.toThrow(
      /^The browser could not be unpacked into .*Free some space/,
    );
  });
});

async function profiles(): Promise<string[]> {
  const folder = path.join(defaultBrowserFolder(), 'profiles');
  return existsSync(folder) ? readdir(folder) : [];
}
