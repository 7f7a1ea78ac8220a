import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availability } from '../../functions/probe-availability/availability/probe.ts';
import type { AskBrowser } from '../../functions/probe-availability/second-opinion.ts';
import { faultLanding } from '../../shared/browser/navigation.ts';
import { isWebPage } from '../../shared/browser/page-type.ts';
import { type OddAnswer, oddAnswers, pageHeading } from '../fixtures/odd-answers.ts';
import { aContext } from '../support/a-context.ts';
import { serveRaw } from '../support/raw-server.ts';
import { inEnglish } from '../support/said.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

async function answeredWith<T>({ bytes }: Pick<OddAnswer, 'bytes'>, visit: (url: string) => Promise<T>): Promise<T> {
  const server = await serveRaw((path) => {
    const sent = typeof bytes === 'function' ? bytes(path) : bytes;
    return typeof sent === 'string' ? Buffer.from(sent, 'latin1') : sent;
  });
  try {
    return await visit(`${server.url}/`);
  } finally {
    await server.close();
  }
}

const measure = async (url: string, askBrowser?: AskBrowser) =>
  inEnglish(
    await availability.measure(
      { url, nowMs: Date.parse('2026-11-22T12:00:00.000Z'), ...(askBrowser && { askBrowser }) },
      aContext(availability.spec),
    ),
  );

describe('what browsers make of an odd answer', () => {
  let browser: SharedBrowser;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await aSharedBrowser();
    ({ context } = await browser.launch());
  });
  afterAll(() => browser.close());

  /** The page's heading; null where there is none. In a tab of its own: the error page of another would still be on its way. */
  async function headingAt(url: string): Promise<string | null> {
    const page = await context.newPage();
    try {
      await page.goto(url, { waitUntil: 'commit', timeout: 10_000 });
      return await page.textContent('h1', { timeout: 2_000 });
    } catch {
      return null;
    } finally {
      await page.close();
    }
  }

  const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${pageHeading}</h1></body></html>`;
  const html = `<!doctype html><h1>${pageHeading}</h1>`;
  it.each([
    ['*/*', html, true],
    ['html', html, true],
    ['unknown/unknown; charset=utf-8', html, true],
    ['*/*', `Price list <h1>${pageHeading}</h1>`, false],
    ['application/xml; charset=utf-8', xhtml, true],
    ['text/xml', xhtml, true],
    ['application/xml', '<urlset><url/></urlset>', false],
    ['text/plain', html, false],
    ['application/json', '{}', false],
  ])('of the type %s: %s', async (type, body, isPage) => {
    const bytes = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nConnection: close\r\n\r\n${body}`;
    expect((await answeredWith({ bytes }, headingAt)) === pageHeading).toBe(isPage);
    expect(isWebPage(type.split(';')[0] ?? '', body)).toBe(isPage);
  });

  const certain = oddAnswers.filter(({ browserShows }) => browserShows !== 'either');
  it.each(certain.map((answer) => [answer.what, answer.browserShows, answer] as const))(
    '%s: Chromium shows %s',
    async (_, browserShows, answer) => {
      const seen = await answeredWith(answer, headingAt);
      expect(seen === pageHeading ? 'the page' : 'an error').toBe(browserShows);
    },
  );
});

describe('availability of a site that answers oddly', () => {
  it.each(oddAnswers.map((answer) => [answer.what, answer.browserShows, answer] as const))(
    '%s, where browsers show %s, is told as browsers see it',
    async (_, browserShows, answer) => {
      const { outcome } = await answeredWith(answer, (url) => measure(url));
      if (browserShows === 'an error') expect(['failed', 'unknown']).toContain(outcome);
      else expect(outcome).toBe('measured');
    },
  );

  const notHttp = { bytes: 'SSH-2.0-OpenSSH_9.6\r\n' };

  it('is grey and says why where the answer cannot be read and no browser can be asked', async () => {
    const result = await answeredWith(notHttp, (url) => measure(url));
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'not-http' });
    expect(result.reason).toContain(
      'breaks the rules of HTTP (ERR_INVALID_HTTP_RESPONSE), so Touchlight cannot read it',
    );
  });

  it('is red when a browser that is asked cannot read it either', async () => {
    const result = await answeredWith(notHttp, (url) => measure(url, async () => faultLanding('not-http', url)));
    expect(result).toMatchObject({ outcome: 'failed', cause: 'unreachable' });
  });

  it('is fine when a browser that is asked shows the page', async () => {
    const shown: AskBrowser = async (url) => ({ kind: 'page', url, status: 200, loaded: true });
    const result = await answeredWith(notHttp, (url) => measure(url, shown));
    expect(result).toMatchObject({ outcome: 'measured', measurements: { status: 200, redirects: 0 } });
    expect(result.reason).toContain('opens in a browser (HTTP 200), although its response breaks the rules of HTTP');
  });

  it('is red when the page that a browser shows is an error', async () => {
    const broken: AskBrowser = async (url) => ({ kind: 'http-error', url, status: 500, statusText: '' });
    expect(await answeredWith(notHttp, (url) => measure(url, broken))).toMatchObject({
      outcome: 'failed',
      cause: 'http-error',
    });
  });

  it('asks no browser about a site that does not answer at all', async () => {
    const never: AskBrowser = () => Promise.reject(new Error('asked'));
    const result = await answeredWith({ bytes: '' }, (url) => measure(url, never));
    expect(result).toMatchObject({ outcome: 'failed', cause: 'unreachable' });
  });
});
