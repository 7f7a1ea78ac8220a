import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageLoad } from '../../functions/probe-page/page-load/probe.ts';
import { sayUnfinished } from '../../functions/probe-page/page-load/unfinished.ts';
import type { RequestRecord, Unfinished } from '../../shared/browser/request-log.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { aContext } from '../support/a-context.ts';
import { aPicture } from '../support/a-picture.ts';
import { inEnglish } from '../support/said.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

const shop = 'https://shop.example/';

function aRecord(path: string, own: Partial<RequestRecord> = {}): RequestRecord {
  const answered = { respondedMs: 400, finishedMs: null, status: 200, transferBytes: 0 };
  return { url: `${shop}${path}`, type: 'Image', startedMs: 200, ...answered, ...own };
}

/** A request of the page that had not ended, with what is known of it. */
const open = (record: RequestRecord, expectedBytes: number | null, quietMs: number): Unfinished => ({
  ...{ record, expectedBytes, quietMs },
});
const done = (path: string, transferBytes: number): RequestRecord =>
  aRecord(path, { transferBytes, finishedMs: 900, type: path === '' ? 'Document' : 'Image' });

function told(
  unfinished: readonly Unfinished[],
  finished: readonly RequestRecord[] = [],
  lastEndMs: number | null = null,
) {
  const records = [...finished, ...unfinished.map(({ record }) => record)];
  const { cause, says } = sayUnfinished(
    { records, unfinished, lastEndMs, afterMs: 30_000 },
    { url: shop, device: 'mobile' },
  );
  return { cause, says: wordStatement(says, 'en') };
}

const silent = { respondedMs: null, status: null };

describe('a page that had not loaded when it was not waited for any longer', () => {
  it('was still downloading large pictures: what has arrived, and which is the largest', () => {
    const pictures = [4_200_000, 3_000_000, 6_000_000].map((bytes, i) =>
      open(aRecord(`${i}.jpg`, { transferBytes: 1_800_000 }), bytes, 20),
    );
    expect(told(pictures, [done('', 600_000)])).toEqual({
      cause: 'still-loading',
      says: 'On a phone with a slow connection, the page is still downloading after 30 s: 6 MB of 13.8 MB had arrived. The largest is /2.jpg (6 MB). Visitors do not wait that long. Remove or shrink the largest files first.',
    });
  });

  it('had pictures that waited for their turn', () => {
    const coming = open(aRecord('a.jpg', { transferBytes: 1_000_000 }), 2_000_000, 100);
    const waiting = Array.from({ length: 8 }, (_, i) => open(aRecord(`${i}.jpg`, silent), null, 29_000));
    const { cause, says } = told([coming, ...waiting]);
    expect(cause).toBe('still-loading');
    expect(says).toContain('1 MB of 2 MB had arrived, and 8 more files were still to come.');
  });

  it.each<[string, readonly Unfinished[], number | null, string]>([
    [
      'a script that comes',
      [open(aRecord('app.js', { type: 'Script', transferBytes: 9e5 }), 2e6, 300)],
      null,
      'still-loading',
    ],
    [
      'a font that comes',
      [open(aRecord('a.woff2', { type: 'Font', transferBytes: 9e4 }), 2e5, 300)],
      null,
      'still-loading',
    ],
    [
      'a slow file of known size',
      [open(aRecord('a.jpg', { transferBytes: 3_000 }), 20_000, 2_000)],
      null,
      'still-loading',
    ],
    [
      'a document without a size',
      [open(aRecord('', { type: 'Document', transferBytes: 5e6 }), null, 20)],
      null,
      'still-loading',
    ],
    [
      'many small pictures, one by one',
      Array.from({ length: 90 }, (_, i) => open(aRecord(`${i}.jpg`, silent), null, 29_000)),
      150,
      'still-loading',
    ],
    [
      'a large picture, while a chat waits for news',
      [
        open(aRecord('chat', { type: 'Fetch', ...silent }), null, 29_000),
        open(aRecord('a.jpg', { transferBytes: 5e6 }), 9e6, 10),
      ],
      null,
      'still-loading',
    ],
    ['a picture that was never answered', [open(aRecord('a.jpg', silent), null, 29_000)], 28_000, 'never-loads'],
    [
      'a picture that stopped half-way',
      [open(aRecord('a.jpg', { transferBytes: 5e5 }), 1e6, 12_000)],
      12_000,
      'never-loads',
    ],
    [
      'a file of unknown size that drips',
      [open(aRecord('a.js', { type: 'Script', transferBytes: 900 }), null, 100)],
      28_000,
      'never-loads',
    ],
    [
      'nothing but a film that plays',
      [open(aRecord('a.mp4', { type: 'Media', transferBytes: 5e6 }), 9e7, 10)],
      null,
      'never-loads',
    ],
    [
      'nothing but news that stream in',
      [open(aRecord('news', { type: 'EventSource', transferBytes: 5e6 }), null, 10)],
      null,
      'never-loads',
    ],
    [
      'few files that take turns without end',
      [open(aRecord('frame', { type: 'Document', ...silent }), null, 10)],
      10,
      'never-loads',
    ],
  ])('was held up by %s', (_, unfinished, lastEndMs, cause) => {
    expect(told(unfinished, [done('', 20_000)], lastEndMs).cause).toBe(cause);
  });

  it('names what has kept silent, not the logo that is on its way', () => {
    const logo = open(aRecord('logo.svg', { ...silent, startedMs: 29_000 }), null, 900);
    const tracker = open(aRecord('tracker.js', { type: 'Script', ...silent }), null, 29_500);
    const feed = open(aRecord('feed', { type: 'Fetch', ...silent }), null, 29_900);
    expect(told([feed, logo, tracker], [done('', 20_000)], 29_000).says).toBe(
      'The page never finishes loading. It is still waiting for /tracker.js: ask your developer to fix it or remove it from the page.',
    );
  });
});

describe('in a browser, a page', () => {
  let browser: SharedBrowser;
  const started: TestServer[] = [];
  beforeAll(async () => {
    browser = await aSharedBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.close()));
  });

  /** Sends so much every 50 milliseconds: of 10 kB, less than a megabyte even in a visit that a busy machine drags out to four seconds. */
  function pour(response: ServerResponse, bytes: Buffer, perTick: number): void {
    let at = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(at, at + perTick));
      at += perTick;
    }, 50);
    response.on('close', () => clearInterval(timer));
  }

  async function visit(pages: Parameters<typeof serve>[0]) {
    const server = await serve(pages);
    started.push(server);
    const opened = await openVisit({
      ...{ url: server.url, device: 'desktop', throttled: false, signal: AbortSignal.timeout(30_000) },
      ...{ loadTimeoutMs: 1_600, launch: browser.launch },
    });
    try {
      return inEnglish(await pageLoad.measure(opened, aContext(pageLoad.spec)));
    } finally {
      await opened.close();
    }
  }

  const gallery = (images: string): string => `<!doctype html><h1>Gallery</h1>${images}`;

  it('whose picture arrives slowly is told with what has arrived', async () => {
    const picture = aPicture(3_000_000);
    const result = await visit({
      '/': gallery('<img src="/large.bmp">'),
      '/large.bmp': (_, response) => {
        response.writeHead(200, { 'content-type': 'image/bmp', 'content-length': picture.length });
        pour(response, picture, 10_000);
      },
    });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'still-loading' });
    expect(result.reason).toMatch(
      /^On a computer, the page is still downloading after 1\.6 s: \d+ kB of 3 MB had arrived\. The largest is \/large\.bmp \(3 MB\)\./,
    );
    expect(result.measurements['transferBytes']).toBeGreaterThan(100_000);
  });

  it('whose own text comes in without end is told with what has arrived', async () => {
    const result = await visit({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write(gallery(''));
        pour(response, Buffer.from('<p>more and more</p>'.repeat(100_000)), 5_000);
      },
    });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'still-loading' });
    expect(result.reason).toMatch(/after 1\.6 s: \d+ kB had arrived\. The largest is \//);
  });

  it('whose picture stops half-way never finishes', async () => {
    const picture = aPicture(3_000_000);
    const result = await visit({
      '/': gallery('<img src="/logo.bmp"><img src="/torn.bmp">'),
      '/logo.bmp': (_, response) => response.writeHead(200, { 'content-type': 'image/bmp' }).end(aPicture(3_000)),
      '/torn.bmp': (_, response) => {
        response.writeHead(200, { 'content-type': 'image/bmp', 'content-length': picture.length });
        response.write(picture.subarray(0, 50_000));
      },
    });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'never-loads' });
    expect(result.reason).toContain('still waiting for /torn.bmp');
  });

  it('whose script alone waits for news has loaded', async () => {
    const result = await visit({ '/': gallery('<script>fetch("/news")</script>'), '/news': () => {} });
    expect(result).toMatchObject({ outcome: 'measured' });
  });
});
