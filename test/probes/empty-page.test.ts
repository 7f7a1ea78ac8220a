import { describe, expect, it } from 'vitest';
import { askBrowser } from '../../cli/local/ask-browser.ts';
import { availability } from '../../functions/probe-availability/availability/probe.ts';
import type { AskBrowser } from '../../functions/probe-availability/second-opinion.ts';
import { isBlank } from '../../shared/answers/page-text.ts';
import { aContext } from '../support/a-context.ts';
import { serveRaw } from '../support/raw-server.ts';
import { inEnglish } from '../support/said.ts';

async function measured(bytes: string, browser?: AskBrowser) {
  const server = await serveRaw(() => Buffer.from(bytes, 'latin1'));
  try {
    const target = { url: `${server.url}/`, nowMs: Date.parse('2026-11-22T12:00:00.000Z') };
    return inEnglish(
      await availability.measure(
        { ...target, ...(browser && { askBrowser: browser }) },
        aContext(availability.spec, { deadlineMs: 60_000 }),
      ),
    );
  } finally {
    await server.close();
  }
}

const html = 'content-type: text/html; charset=utf-8\r\nconnection: close\r\n';
const nothing = `HTTP/1.1 200 OK\r\n${html}content-length: 0\r\n\r\n`;

describe('a page with nothing in it', () => {
  it('is red where a browser gets no more, whatever its status says', async () => {
    const { outcome, cause, reason } = await measured(nothing, askBrowser);
    expect({ outcome, cause }).toEqual({ outcome: 'failed', cause: 'http-error' });
    expect(reason).toContain('returns 200 OK, which is an empty page');
  });

  it('is grey to a plain request alone: some servers send programs nothing and browsers their page', async () => {
    const { outcome, reason } = await measured(nothing);
    expect(outcome).toBe('unknown');
    expect(reason).toContain('answers a plain request with an empty page (HTTP 200); "page-load" shows');
  });

  it('is fine where a browser gets one', async () => {
    const page = { kind: 'page', status: 200, loaded: true, body: '<h1>Bakery</h1>', isWhole: true } as const;
    const { outcome } = await measured(nothing, async (url) => ({ ...page, url }));
    expect(outcome).toBe('measured');
  });

  it.each([
    ['a body that is cut off', `HTTP/1.1 200 OK\r\n${html}content-length: 500\r\n\r\n`],
    [
      'a compression that nobody knows',
      `HTTP/1.1 200 OK\r\n${html}content-encoding: zstd-9\r\ncontent-length: 3\r\n\r\nabc`,
    ],
  ])('is not told by %s', async (_, bytes) => {
    const { reason } = await measured(bytes);
    expect(reason).not.toContain('empty page');
  });

  it.each([
    ['', true],
    ['\r\n  \n', true],
    ['<!doctype html><html><head><title>Shop</title></head><body></body></html>', true],
    [
      '<!doctype html>\n<!-- cached at 12:00 --><html lang="en"><head><meta charset="utf-8"></head><body class="home">&nbsp;</body></html>',
      true,
    ],
    ['<html><body><div id="root"></div><script src="/app.js"></script></body></html>', false],
    ['<html><body style="background:url(/closed.png)"></body></html>', false],
    ['<html><head><meta http-equiv="refresh" content="0;url=/en/"></head><body></body></html>', false],
    ['<html><frameset><frame src="/shop"></frameset></html>', false],
    ['<img src="/poster.jpg">', false],
    ['OK', false],
  ])('is told by what could be seen: %j', (body, isEmpty) => {
    const answer = { url: 'https://shop.example/', status: 200, headers: {}, body };
    expect(isBlank({ ...answer, isWhole: true })).toBe(isEmpty);
    expect(isBlank(answer)).toBe(false);
  });

  it('is not told of a page that leads on', () => {
    const headers = { refresh: '0;url=/en/' };
    expect(isBlank({ url: 'https://shop.example/', status: 200, headers, body: '', isWhole: true })).toBe(false);
  });
});
