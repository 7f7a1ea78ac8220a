import { describe, expect, it } from 'vitest';
import { explain as explainInData, mainPart } from '../../functions/probe-page/page-load/explain.ts';
import { fileNameOf, type Load, shortUrl } from '../../functions/probe-page/page-load/load.ts';
import { slowest, thirdPartiesOf, waterfallOf, weigh } from '../../functions/probe-page/page-load/requests.ts';
import {
  type LargestPaint,
  parseVitals,
  type Vitals,
  withFilm,
  withLatency,
} from '../../functions/probe-page/page-load/vitals.ts';
import type { RequestRecord } from '../../shared/browser/request-log.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';

const shop = 'https://shop.example/';

function aRequest(overrides: Partial<RequestRecord> & { readonly url: string }): RequestRecord {
  const startedMs = overrides.startedMs ?? 600;
  return {
    type: 'Image',
    startedMs,
    respondedMs: startedMs + 50,
    finishedMs: startedMs + 100,
    status: 200,
    transferBytes: 1_000,
    ...overrides,
  };
}

const thePage = aRequest({ url: shop, type: 'Document', startedMs: 0, respondedMs: 590, finishedMs: 600 });

function aPaint(overrides: Partial<LargestPaint> = {}): LargestPaint {
  const url = `${shop}img/hero.jpg?v=3`;
  return { tag: 'img', text: '', url, ttfbMs: 600, loadDelayMs: 100, loadMs: 200, renderDelayMs: 50, ...overrides };
}

/** The page of a shop on a phone; what is not named is fine. */
function aLoad(vitals: Partial<Vitals> = {}, requests: readonly RequestRecord[] = [thePage]): Load {
  return {
    url: shop,
    device: 'mobile',
    vitals: { longTasks: [], lcpMs: 5200, fcpMs: 1500, ttfbMs: 30, ...vitals },
    requests: waterfallOf(requests, shop),
  };
}

/** As an English reader is told. */
function explain(load: Load): Record<string, string> {
  const statements = Object.entries(explainInData(load));
  return Object.fromEntries(statements.map(([name, statement]) => [name, wordStatement(statement, 'en')]));
}

describe('why the main content comes late', () => {
  const onAPhone = 'On a phone with a slow connection, the longest part of that';

  it('a picture that is too large', () => {
    const hero = aRequest({ url: `${shop}img/hero.jpg?v=3`, transferBytes: 1_800_000, finishedMs: 5100 });
    expect(explain(aLoad({ lcp: aPaint({ loadMs: 3100 }) }, [thePage, hero]))['lcpMs']).toBe(
      `${onAPhone} (3.1 s) is spent downloading the image /img/hero.jpg (1.8 MB). Make it smaller: an image as wide as a phone screen, saved as WebP or AVIF, rarely needs more than 100 kB.`,
    );
  });

  it('a small picture that shares the connection', () => {
    const hero = aRequest({ url: `${shop}img/hero.jpg?v=3`, transferBytes: 40_000, finishedMs: 4000 });
    const video = aRequest({ url: `${shop}film.mp4`, type: 'Media', transferBytes: 700_000, finishedMs: 4500 });
    expect(explain(aLoad({ lcp: aPaint({ loadMs: 3100 }) }, [thePage, hero, video]))['lcpMs']).toBe(
      `${onAPhone} (3.1 s) is spent downloading the image /img/hero.jpg (40 kB), which shares the connection with 1 other file (700 kB). Fetch it first and the others later.`,
    );
  });

  it('the picture that stands for a video until it plays is called an image', () => {
    const poster = aRequest({ url: `${shop}poster.webp`, transferBytes: 900_000, finishedMs: 4000 });
    const film = aRequest({ url: `${shop}film.mp4`, type: 'Media', startedMs: 5000, finishedMs: 9000 });
    const lcp = aPaint({ tag: 'video', url: poster.url, loadMs: 3100 });
    expect(explain(aLoad({ lcp }, [thePage, poster, film]))['lcpMs']).toContain(
      'is spent downloading the image /poster.webp (900 kB). Make it smaller: an image',
    );
  });

  it('a video without such a picture is called a video, and no advice for images is given', () => {
    const film = aRequest({ url: `${shop}film.mp4`, type: 'Media', transferBytes: 3_000_000, finishedMs: 4000 });
    const lcp = aPaint({ tag: 'video', url: film.url, loadMs: 3100 });
    expect(explain(aLoad({ lcp }, [thePage, film]))['lcpMs']).toBe(
      `${onAPhone} (3.1 s) is spent downloading the video /film.mp4 (3 MB). Make it smaller, or show a picture until it plays.`,
    );
  });

  it('a picture that is asked for late', () => {
    expect(explain(aLoad({ lcp: aPaint({ loadDelayMs: 2900 }) }))['lcpMs']).toBe(
      `${onAPhone} (2.9 s) passes before the browser starts to fetch the image /img/hero.jpg. Reference it in the page's own HTML, without lazy loading, so it is fetched first.`,
    );
  });

  it('a text that waits for styles and scripts', () => {
    const script = aRequest({
      ...{ url: `${shop}app.js`, type: 'Script', blocks: 'screen', transferBytes: 300_000, finishedMs: 4700 },
    });
    const font = aRequest({
      ...{ url: 'https://fonts.example/a.woff2', type: 'Font', transferBytes: 60_000, finishedMs: 4900 },
    });
    const late = aRequest({ url: `${shop}late.js`, type: 'Script', transferBytes: 900_000, finishedMs: 9000 });
    const lcp = aPaint({
      tag: 'h1',
      text: 'Everything for the home',
      url: '',
      loadMs: 0,
      loadDelayMs: 0,
      renderDelayMs: 4500,
    });
    expect(explain(aLoad({ lcp, fcpMs: 5100 }, [thePage, script, font, late]))['lcpMs']).toBe(
      `${onAPhone} (4.5 s) passes before the browser can show the text "Everything for the home". First it needs 2 style, script or font files (360 kB), chiefly /app.js (300 kB) and fonts.example/a.woff2 (60 kB). Defer or remove what the first screen does not need.`,
    );
  });

  it('a slow server, after redirects', () => {
    const hop = aRequest({ url: 'http://shop.example/', type: 'Document', startedMs: 0, status: 301 });
    const page = aRequest({ url: shop, type: 'Document', startedMs: 700, respondedMs: 4000, finishedMs: 4010 });
    const lcp = aPaint({ ttfbMs: 4000 });
    expect(explain(aLoad({ lcp, ttfbMs: 3400 }, [hop, page]))['lcpMs']).toBe(
      `${onAPhone} (4 s) passes before the page starts to arrive. The visitor is redirected once before the page loads: use its final address in links and ads. Ask your hosting provider for a faster server, or serve pages from a cache.`,
    );
  });

  it('a page that is slow to come from a server that is quick otherwise', () => {
    const page = { ...thePage, respondedMs: 1_100, finishedMs: 1_110 };
    const others = [1, 2, 3].map((n) => aRequest({ url: `${shop}${n}.jpg`, startedMs: 1_200, respondedMs: 1_290 }));
    const load = { ...aLoad({ ttfbMs: 1_060 }, [page, ...others]), device: 'desktop' as const };
    expect(explain(load)['ttfbMs']).toBe(
      'Only the page itself is slow: the server took 1.1 s for it, but typically 50 ms for its 3 other answers. If this happens again, ask your developer to serve the page from a cache, or to find out what takes so long to put it together.',
    );
    expect(explain({ ...load, requests: load.requests.slice(0, 3) })['ttfbMs']).toBe(
      'Ask your hosting provider for a faster server, or serve pages from a cache.',
    );
  });

  it('redirects that take longer than the page, without a word about its server', () => {
    const hop = aRequest({ url: 'http://shop.example/', type: 'Document', startedMs: 0, status: 301 });
    const page = aRequest({ url: shop, type: 'Document', startedMs: 3_000, respondedMs: 3_400, finishedMs: 3_410 });
    expect(explain(aLoad({ ttfbMs: 3_400 }, [hop, page]))['ttfbMs']).toBe(
      'The visitor is redirected once before the page loads: use its final address in links and ads.',
    );
  });

  it('nothing is said of a paint that was not seen', () => {
    expect(explain(aLoad())).not.toHaveProperty('lcpMs');
  });
});

describe('why the rest is bad', () => {
  it('scripts keep the phone busy', () => {
    const app = aRequest({ url: `${shop}app.js`, type: 'Script', transferBytes: 180_000 });
    const widget = aRequest({ url: 'https://chat.example/widget.js', type: 'Script', transferBytes: 90_000 });
    const longTasks = [
      { startMs: 1000, durationMs: 300 },
      { startMs: 2000, durationMs: 900 },
    ];
    expect(explain(aLoad({ longTasks }, [thePage, widget, app]))['tbtMs']).toBe(
      'Scripts keep the phone busy for up to 900 ms without a pause. The largest: /app.js (180 kB) and chat.example/widget.js (90 kB). Remove what the page does not need, or load it after the first tap.',
    );
  });

  it('a known service is called by its name', () => {
    const tags = aRequest({
      url: 'https://www.googletagmanager.com/gtm.js?id=GTM-1',
      type: 'Script',
      transferBytes: 300_000,
    });
    const said = explain(aLoad({ longTasks: [{ startMs: 1000, durationMs: 900 }] }, [thePage, tags]));
    expect(said['tbtMs']).toContain('The largest: www.googletagmanager.com/gtm.js (Google Tag Manager, 300 kB).');
    expect(said['loadMs']).toContain('The heaviest third party is Google Tag Manager (googletagmanager.com): 300 kB.');
  });

  it('something jumps', () => {
    expect(explain(aLoad({ shifted: { tag: 'div', text: 'We use cookies' } }))['cls']).toContain(
      'The part that moves most is the text "We use cookies".',
    );
  });

  it('the page is heavy', () => {
    const film = aRequest({ url: `${shop}film.mp4`, transferBytes: 4_000_000 });
    const ad = aRequest({ url: 'https://cdn.ads.example/ad.js', transferBytes: 500_000 });
    expect(explain(aLoad({}, [thePage, film, ad]))['loadMs']).toBe(
      'It takes 3 requests and 4.5 MB; the largest is /film.mp4 (4 MB). The heaviest third party is ads.example: 500 kB. Remove or shrink the largest first.',
    );
  });
});

describe('the four parts of the largest paint', () => {
  it('count the latency of a slow network to the document, which Chromium counts to what comes next', () => {
    const picture = withLatency(aPaint({ ttfbMs: 30, loadDelayMs: 700 }), 590);
    expect(picture).toMatchObject({ ttfbMs: 590, loadDelayMs: 140, loadMs: 200, renderDelayMs: 50 });
    const text = withLatency(aPaint({ url: '', ttfbMs: 30, loadDelayMs: 0, loadMs: 0, renderDelayMs: 900 }), 590);
    expect(text).toMatchObject({ ttfbMs: 590, renderDelayMs: 340 });
    expect(mainPart(text)).toEqual({ part: 'server', ms: 590 });
  });

  it('give a film what it took to arrive, although the browser tells no times of what is still arriving', () => {
    const film = aRequest({ url: `${shop}film.mp4`, type: 'Media', startedMs: 700, finishedMs: null });
    const unseen = aPaint({ tag: 'video', url: film.url, loadDelayMs: 0, loadMs: 0, renderDelayMs: 2400 });
    const lcp = withFilm(unseen, waterfallOf([thePage, film], shop), 3000);
    expect(lcp).toMatchObject({ ttfbMs: 600, loadDelayMs: 100, loadMs: 2300, renderDelayMs: 0 });
    expect(mainPart(lcp)).toEqual({ part: 'load', ms: 2300 });
    const known = aPaint({ tag: 'video', url: film.url, loadMs: 400 });
    expect(withFilm(known, waterfallOf([thePage, film], shop), 3000)).toEqual(known);
  });

  it('stay as they are where the document never answered', () => {
    expect(withLatency(aPaint(), null)).toEqual(aPaint());
  });
});

describe('the requests of a page', () => {
  const requests = waterfallOf(
    [
      thePage,
      aRequest({ url: 'https://cdn.shop.example/logo.png' }),
      aRequest({ url: 'https://a.ads.example/1.js', transferBytes: 70_000 }),
      aRequest({ url: 'https://b.ads.example/2.js', transferBytes: 5_000 }),
      aRequest({ url: 'https://stuck.example.co.uk/x', respondedMs: null, finishedMs: null, transferBytes: 0 }),
    ],
    shop,
  );

  it('belong to the site with all its names, or to others', () => {
    expect(weigh(requests)).toEqual({
      transferBytes: 77_000,
      requests: 5,
      thirdPartyBytes: 75_000,
      thirdPartyRequests: 3,
    });
    expect(thirdPartiesOf(requests)).toEqual([
      { domain: 'ads.example', bytes: 75_000, requests: 2 },
      { domain: 'example.co.uk', bytes: 0, requests: 1 },
    ]);
  });

  it('are counted for the service that people know, whichever of its domains sends them', () => {
    const widgets = waterfallOf(
      [
        thePage,
        aRequest({ url: 'https://connect.facebook.net/en_US/sdk.js', transferBytes: 90_000 }),
        aRequest({ url: 'https://scontent.xx.fbcdn.net/photo.jpg', transferBytes: 30_000 }),
        aRequest({ url: 'https://www.google.com/recaptcha/api.js', transferBytes: 20_000 }),
        aRequest({ url: 'https://widget.chat.example/w.js', transferBytes: 10_000 }),
      ],
      shop,
    );
    expect(thirdPartiesOf(widgets)).toEqual([
      { service: 'Facebook', domain: 'facebook.net', bytes: 120_000, requests: 2 },
      { service: 'Google', domain: 'google.com', bytes: 20_000, requests: 1 },
      { domain: 'chat.example', bytes: 10_000, requests: 1 },
    ]);
  });

  it('are the site’s own on its own domain, even where that is a well-known service', () => {
    const own = waterfallOf([aRequest({ url: 'https://cdn.shopify.com/x.js' })], 'https://www.shopify.com/');
    expect(thirdPartiesOf(own)).toEqual([]);
    expect(own.map((request) => fileNameOf(request, 'https://www.shopify.com/'))).toEqual([
      { address: 'cdn.shopify.com/x.js' },
    ]);
  });

  it('are not named after a service that an address only contains', () => {
    const lookalike = waterfallOf([aRequest({ url: 'https://googletagmanager.com.evil.example/gtm.js' })], shop);
    expect(thirdPartiesOf(lookalike)).toEqual([{ domain: 'evil.example', bytes: 1_000, requests: 1 }]);
  });

  it('are slowest when they never end', () => {
    expect(slowest(requests)[0]?.url).toBe('https://stuck.example.co.uk/x');
  });

  it('are a thousand at most, with addresses of a readable length', () => {
    const many = waterfallOf(
      Array.from({ length: 3_000 }, () => aRequest({ url: `${shop}${'a'.repeat(5_000)}` })),
      shop,
    );
    expect(many).toHaveLength(1_000);
    expect(many[0]?.url.length).toBeLessThan(310);
  });

  it('have short names in sentences', () => {
    expect(shortUrl(`${shop}img/hero.jpg?v=3`, shop)).toBe('/img/hero.jpg');
    expect(shortUrl('https://cdn.example/', shop)).toBe('cdn.example');
    expect(shortUrl(`https://cdn.example/${'long/'.repeat(30)}end.js`, shop)).toMatch(/^cdn\.example\/\.\.\..{40}$/);
    expect(shortUrl('data:image/png;base64,AAAA', shop)).toBeNull();
  });
});

describe('what the page says of itself', () => {
  it('is not believed where it has the wrong shape', () => {
    expect(parseVitals({ lcpMs: 'soon', lcp: { tag: 7 }, longTasks: 'many', fcpMs: 900 })).toEqual({
      lcpMs: undefined,
      lcp: undefined,
      longTasks: [],
      fcpMs: 900,
    });
    expect(parseVitals(null)).toMatchObject({ longTasks: [] });
  });
});
