import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeScreenshot } from '../../functions/probe-page/walking/screenshot.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';

let browser: LaunchedBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const patient = () => new AbortController().signal;

async function picture(page: Page, signal = patient(), unthrottle = async () => {}): Promise<number | null> {
  const { bytes } = await takeScreenshot({ page, unthrottle }, 'mobile.jpg', signal);
  return bytes === null ? null : bytes.length;
}

describe('a picture that cannot be taken costs nothing but the picture', () => {
  it('of a page that has crashed', async () => {
    const page = await browser.context.newPage();
    await page.goto('chrome://crash').catch(() => {}); // that is how it crashes
    const startedAt = performance.now();
    expect(await picture(page)).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });

  it('of a page that was closed', async () => {
    const page = await browser.context.newPage();
    await page.close();
    expect(await picture(page)).toBeNull();
  });

  it('when the deadline of the visit has passed', async () => {
    const page = await browser.context.newPage();
    expect(await picture(page, AbortSignal.abort())).toBeNull();
    await page.close();
  });

  it('when the browser answers nothing more', async () => {
    const page = await browser.context.newPage();
    expect(await picture(page, patient(), () => new Promise(() => {}))).toBeNull();
    expect(await picture(page, patient(), () => Promise.reject(new Error('The session is closed.')))).toBeNull();
    await page.close();
  });

  it('and of a page that is well there is one', async () => {
    const page = await browser.context.newPage();
    await page.setContent('<h1>Coffee Lab</h1>');
    expect(await picture(page)).toBeGreaterThan(1_000);
    await page.close();
  });
});
