import { describe, expect, it } from 'vitest';
import type { Load } from '../../functions/probe-page/page-load/load.ts';
import { waterfallOf } from '../../functions/probe-page/page-load/requests.ts';
import { explainWait } from '../../functions/probe-page/page-load/waiting.ts';
import type { RequestRecord } from '../../shared/browser/request-log.ts';
import type { Statement } from '../../shared/model/finding.ts';

const shop = 'https://shop.example/';

function aRequest(overrides: Partial<RequestRecord> = {}): RequestRecord {
  const startedMs = overrides.startedMs ?? 600;
  return {
    ...{ url: `${shop}x.jpg`, type: 'Image', startedMs, respondedMs: startedMs + 50, finishedMs: startedMs + 100 },
    ...{ status: 200, transferBytes: 1_000, ...overrides },
  };
}

const thePage = aRequest({ url: shop, type: 'Document', startedMs: 0, respondedMs: 590, finishedMs: 600 });
const theStyles = aRequest({ url: `${shop}main.css`, type: 'Stylesheet', blocks: 'screen', finishedMs: 1_300 });
const sixPictures = Array.from({ length: 6 }, (_, n) =>
  aRequest({ url: `${shop}gallery/${n}.jpg`, transferBytes: 800_000 + n, finishedMs: 5_000 + 4_000 * n }),
);

function whyOf(
  requests: readonly RequestRecord[],
  {
    fromMs = 600,
    untilMs = 5_200,
    mayBeText = true,
    loadMs = 9_000,
    page = thePage,
    busy = [] as Load['vitals']['longTasks'],
    fontsHold = true,
    trailing = [] as readonly string[],
  } = {},
): Statement {
  const load: Load = {
    url: shop,
    device: 'mobile',
    vitals: { longTasks: [...busy], fontsHold, lcpMs: untilMs, fcpMs: 1_500, ttfbMs: 30, loadMs },
    requests: waterfallOf([page, ...requests], shop),
    trailingScripts: new Set(trailing),
  };
  return explainWait(load, { fromMs, untilMs, mayBeText });
}

describe('what a late paint waited for', () => {
  it('a page that a script hides until all of it is there: its pictures, and not the styles that came long before', () => {
    const why = whyOf([theStyles, ...sixPictures], { fromMs: 1_500, untilMs: 25_400, loadMs: 25_000 });
    expect(why.id).toBe('page-load/hidden-until-loaded');
    expect(why.params).toMatchObject({ largest: { address: '/gallery/5.jpg' } });
  });

  it('no script at the very end of the page, where styles fill the time by themselves', () => {
    const styles = { ...theStyles, transferBytes: 320_000, respondedMs: 700, finishedMs: 4_800 };
    const script = aRequest({ url: `${shop}app.js`, type: 'Script', blocks: 'screen', finishedMs: 4_900 });
    const files = ({ params }: Statement): unknown => params['files'];
    expect(files(whyOf([styles, script]))).toBe(2);
    expect(files(whyOf([styles, script], { trailing: [script.url] }))).toBe(1);
    // A page that the script writes waits for it, wherever it stands.
    const early = { ...theStyles, finishedMs: 900 };
    expect(files(whyOf([early, script], { trailing: [script.url] }))).toBe(2);
  });

  it('small styles that were there long before fill no time', () => {
    const styles = [1, 2, 3].map((n) => ({ ...theStyles, url: `${shop}${n}.css`, finishedMs: 900 + 50 * n }));
    expect(whyOf(styles).id).not.toBe('page-load/waits-for-files');
  });

  it('styles without which nothing is shown, while they fill the time', () => {
    const late = { ...theStyles, transferBytes: 400_000, respondedMs: 700, finishedMs: 4_900 };
    const why = whyOf([late, aRequest({ url: `${shop}app.js`, type: 'Script', blocks: 'nothing', finishedMs: 5_000 })]);
    expect(why).toMatchObject({ id: 'page-load/waits-for-files', params: { files: 1 } });
  });

  it('a file that failed is not named among them', () => {
    const late = { ...theStyles, transferBytes: 400_000, respondedMs: 700, finishedMs: 4_900 };
    const font = aRequest({ url: `${shop}a.woff2`, type: 'Font', status: 404, finishedMs: 5_000, transferBytes: 0 });
    expect(whyOf([late, font])).toMatchObject({ id: 'page-load/waits-for-files', params: { files: 1 } });
  });

  it('one file whose server takes its time', () => {
    const slow = { ...theStyles, respondedMs: 4_800, finishedMs: 4_900 };
    expect(whyOf([slow])).toMatchObject({ id: 'page-load/waits-for-slow-file', params: { came: true } });
  });

  it('the latency of a slow network is not taken for a slow server', () => {
    const quick = { ...theStyles, startedMs: 620, respondedMs: 1_190, finishedMs: 1_195 };
    expect(whyOf([quick], { untilMs: 1_230 })).toMatchObject({ id: 'page-load/waits-for-files', params: { files: 1 } });
  });

  it('a style sheet that another one asks for only when it has arrived itself', () => {
    const first = { ...theStyles, finishedMs: 3_000 };
    const second = { ...theStyles, url: `${shop}colours.css`, startedMs: 3_000, respondedMs: 4_990, finishedMs: 5_000 };
    const imported = { file: { address: '/colours.css' }, by: { address: '/main.css' } };
    expect(whyOf([first, { ...second, importedBy: first.url }])).toMatchObject({
      id: 'page-load/waits-for-files',
      params: { files: 2, imported },
    });
    expect(whyOf([first, second]).params).not.toHaveProperty('imported');
  });

  it('a text that waits for its font, but no picture', () => {
    const font = aRequest({ url: `${shop}a.woff2`, type: 'Font', finishedMs: 4_900, transferBytes: 90_000 });
    expect(whyOf([font]).id).toBe('page-load/waits-for-font');
    expect(whyOf([font], { mayBeText: false }).id).not.toBe('page-load/waits-for-font');
    // Shown in another font until its own has arrived.
    expect(whyOf([font], { fontsHold: false }).id).not.toBe('page-load/waits-for-font');
    const late = aRequest({ ...theStyles, finishedMs: 4_800 });
    expect(whyOf([late, font])).toMatchObject({ id: 'page-load/waits-for-files', params: { files: 2 } });
    expect(whyOf([late, font], { fontsHold: false })).toMatchObject({ params: { files: 1 } });
  });

  it('scripts that keep the phone busy', () => {
    const script = aRequest({ url: `${shop}app.js`, type: 'Script', transferBytes: 300_000, finishedMs: 1_500 });
    const why = whyOf([script], { busy: [{ startMs: 1_600, durationMs: 3_200 }] });
    expect(why).toMatchObject({ id: 'page-load/waits-for-work', params: { busyMs: 3_200 } });
  });

  it('the answer that a script asked for', () => {
    const api = aRequest({ url: `${shop}api/menu`, type: 'Fetch', startedMs: 1_400, finishedMs: 4_900 });
    expect(whyOf([api])).toMatchObject({ id: 'page-load/waits-for-answer', params: { tookMs: 3_500 } });
  });

  it('the page itself, which is still arriving', () => {
    const page = { ...thePage, finishedMs: 5_000, transferBytes: 900_000 };
    expect(whyOf([], { page })).toMatchObject({ id: 'page-load/waits-for-document', params: { bytes: 900_000 } });
  });

  it('a clock of the page, when nothing arrives and nothing is worked on', () => {
    expect(whyOf([theStyles], { untilMs: 8_000 })).toMatchObject({ id: 'page-load/waits-for-timer' });
  });
});
