import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { BoardEntry } from '../../shared/model/board.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { publicStatusSchema } from '../../shared/model/public-status.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { anIncident } from '../support/a-status.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aCause } from '../support/said.ts';
import { aGatedPage, configured, type GatedPage, origin } from './access/a-gated-page.ts';

/** Nothing that is written inside with this word may ever be seen outside. */
const secret = 'zaporizhzhia';

const formDown = anIncident({
  checkId: 'website/form',
  suspectedAt: '2026-11-30T08:00:00.000Z',
  openedAt: '2026-11-30T08:05:00.000Z',
  finding: aCause(`the page says ${secret} <script>alert(1)</script>`),
  cause: secret,
  evidence: [`evidence/website/form/${secret}.png`],
});
const siteWasDown = anIncident({
  checkId: 'website/availability',
  state: 'resolved',
  suspectedAt: '2026-11-20T08:00:00.000Z',
  openedAt: '2026-11-20T08:05:00.000Z',
  resolvedAt: '2026-11-20T10:00:00.000Z',
  finding: aCause(secret),
});

const entry: BoardEntry = {
  touchpointId: 'website',
  readAt: '2026-11-30T09:50:00.000Z',
  light: 'red',
  since: '2026-11-30T08:00:00.000Z',
  measuredAt: '2026-11-30T09:49:00.000Z',
  freshUntil: '2026-11-30T10:30:00.000Z',
  checks: { green: 7, yellow: 0, red: 1, unknown: 0 },
  open: [
    {
      incident: formDown,
      acknowledgement: {
        touchpointId: 'website',
        checkId: 'website/form',
        subjectAt: '2026-11-30T08:05:00.000Z',
        acknowledgedAt: '2026-11-30T08:30:00.000Z',
        why: `${secret} is on it`,
        by: `${secret}@coffeelab.example`,
        withdrawnAt: null,
      },
    },
  ],
  openCount: 1,
  maintenance: {
    touchpointId: 'website',
    from: '2026-12-01T20:00:00.000Z',
    to: '2026-12-02T00:00:00.000Z',
    why: `move to ${secret}`,
    by: secret,
  },
  strip: { until: '2026-11-29', lights: 'g'.repeat(30) },
};

function stores(board: BoardEntry | null = entry, incidents: Incident[] = [siteWasDown]): Partial<Stores> {
  return {
    board: {
      ...emptyStores().board,
      load: async (id) => (id === 'website' ? board : { ...entry, touchpointId: secret }),
    },
    incidents: {
      ...emptyStores().incidents,
      list: async (id) => (id === 'website' ? incidents : [anIncident({ touchpointId: secret })]),
    },
  };
}

const bodyOf = async (page: GatedPage, path: string): Promise<string> => (await page.get(path)).text();

test('what covers days or weeks was noticed: no page says that it began then, or how long it lasted', async () => {
  const slow = anIncident({
    ...{ checkId: 'website/field-speed@mobile', state: 'resolved', resolvedAt: '2026-11-20T10:00:00.000Z' },
    ...{ suspectedAt: '2026-11-20T08:00:00.000Z', openedAt: '2026-11-20T08:05:00.000Z' },
  });
  const page = aGatedPage({ stores: stores({ ...entry, open: [], openCount: 0 }, [slow]) });
  const seen = publicStatusSchema.parse(JSON.parse(await bodyOf(page, '/public/status.json')));
  expect(seen.touchpoints[0]?.incidents).toMatchObject([{ overWindow: true }]);
  const body = await bodyOf(page, '/public');
  expect(body).toMatch(/Pages are slow for real visitors, noticed .*; gone /);
  expect(body).not.toMatch(/\d+ (?:minutes|hours)/);
});

describe('status.json', () => {
  test('is exactly this, and nothing else', async () => {
    const answer = await aGatedPage({ stores: stores() }).get('/public/status.json');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const body: unknown = await answer.json();
    expect(publicStatusSchema.parse(body)).toEqual(body);
    expect(body).toEqual({
      version: 1,
      business: 'Coffee Lab',
      touchpoints: [
        {
          id: 'website',
          light: 'red',
          since: '2026-11-30T08:00:00.000Z',
          maintenance: { from: '2026-12-01T20:00:00.000Z', to: '2026-12-02T00:00:00.000Z' },
          incidents: [
            {
              title: 'The contact form does not work',
              light: 'red',
              since: '2026-11-30T08:00:00.000Z',
              resolvedAt: null,
            },
            {
              title: 'The website does not respond properly',
              light: 'red',
              since: '2026-11-20T08:00:00.000Z',
              resolvedAt: '2026-11-20T10:00:00.000Z',
            },
          ],
        },
      ],
    });
  });

  test('knows no green without a board, nor one that is too old', async () => {
    const lightOf = async (board: BoardEntry | null) =>
      publicStatusSchema.parse(JSON.parse(await bodyOf(aGatedPage({ stores: stores(board) }), '/public/status.json')))
        .touchpoints[0]?.light;
    expect(await lightOf(null)).toBe('unknown');
    expect(await lightOf({ ...entry, light: 'green', open: [] })).toBe('green');
    expect(await lightOf({ ...entry, light: 'green', open: [], freshUntil: '2026-11-30T09:59:00.000Z' })).toBe(
      'unknown',
    );
  });

  test('counts an incident once that ends while it is read, and one that broke on two devices', async () => {
    const ended = { ...formDown, state: 'resolved' as const, resolvedAt: '2026-11-30T09:55:00.000Z' };
    const twice = ['mobile', 'desktop'].map((device) =>
      anIncident({ ...siteWasDown, checkId: `website/page-load@${device}` }),
    );
    const body = await bodyOf(aGatedPage({ stores: stores(entry, [...twice, ended]) }), '/public/status.json');
    const [website] = publicStatusSchema.parse(JSON.parse(body)).touchpoints;
    expect(website?.incidents.map(({ title, resolvedAt }) => `${title} ${resolvedAt}`)).toEqual([
      'The contact form does not work 2026-11-30T09:55:00.000Z',
      'Pages load slowly 2026-11-20T10:00:00.000Z',
    ]);
  });
});

describe('the page and its feed', () => {
  test.each(['/public', '/public/feed.atom', '/public/status.json'])(
    '%s shows nothing of what is inside',
    async (path) => {
      const body = await bodyOf(aGatedPage({ stores: stores() }), path);
      expect(body).toContain('The contact form does not work');
      for (const inside of [
        secret,
        'backoffice',
        'coffeelab.example',
        'website/',
        '@',
        'evidence',
        'script',
        'acknowledge',
      ]) {
        expect(body.replaceAll('https://abc.lambda-url', ''), inside).not.toContain(inside);
      }
    },
  );

  test('the page is whole: every word of it', async () => {
    const body = await bodyOf(aGatedPage({ stores: stores() }), '/public');
    expect(textOf(body)).toBe(
      [
        'Coffee Lab: status',
        'Website',
        '■ Does not work, since Mon 30 Nov 2026, 10:00',
        'Maintenance from Tue 1 Dec 2026, 22:00 to Wed 2 Dec 2026, 02:00',
        'The contact form does not work, since Mon 30 Nov 2026, 10:00',
        'The last 30 days',
        'Website: The website does not respond properly, from Fri 20 Nov 2026, 10:00 to Fri 20 Nov 2026, 12:00, 2 hours',
        'Subscribe (Atom)',
      ].join('\n'),
    );
    expect(body).toContain(
      '<link rel="alternate" title="Coffee Lab: status" type="application/atom+xml" href="/public/feed.atom"/>',
    );
  });

  test('with one incident open and none over, the page does not say that there was none', async () => {
    const text = textOf(await bodyOf(aGatedPage({ stores: stores(entry, []) }), '/public'));
    expect(text).toContain('No other incidents.');
    expect(text).not.toContain('No incidents.');
    const well = aGatedPage({ stores: stores({ ...entry, light: 'green', open: [] }, []) });
    expect(textOf(await bodyOf(well, '/public'))).toContain('No incidents.');
  });

  test.each([
    ['uk', 'Coffee Lab: стан', 'Не працює', 'Сайт'],
    ['ru', 'Coffee Lab: состояние', 'Не работает', 'Сайт'],
  ])('is written in the language of the business (%s)', async (language, title, state, touchpoint) => {
    const configuration = configured(
      `{ business: Coffee Lab, timeZone: Europe/Kyiv, language: ${language}, page: { public: [website] }, touchpoints: [{ id: website, kind: website, url: "https://a.example" }] }`,
    );
    const text = textOf(await bodyOf(aGatedPage({ stores: stores(), configuration }), '/public'));
    expect(text).toContain(title);
    expect(text).toContain(state);
    expect(text.split('\n')).toContain(touchpoint);
  });

  test('what people called their business is text and no markup', async () => {
    const configuration = configured(
      `{ business: "<b>A & B</b>", timeZone: UTC, page: { public: [website] }, touchpoints: [{ id: website, kind: website, url: "https://a.example" }] }`,
    );
    const page = aGatedPage({ stores: stores(), configuration });
    expect(await bodyOf(page, '/public')).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;: status');
    expect(await bodyOf(page, '/public/feed.atom')).toContain('<title>&lt;b&gt;A &amp; B&lt;/b&gt;: status</title>');
  });

  test('the feed is Atom: what RFC 4287 requires is there, and each incident keeps its id when it is resolved', async () => {
    const feed = await bodyOf(aGatedPage({ stores: stores() }), '/public/feed.atom');
    const schema = readFileSync('test/fixtures/atom.xsd', 'utf8');
    const { valid, errors } = await validateXML({ xml: { fileName: 'feed.atom', contents: feed }, schema });
    expect([valid, errors]).toEqual([true, []]);
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">');
    expect(feed).toContain(`<id>${origin}/public</id>`);
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${origin}/public/feed.atom">`);
    expect(feed).toContain('<updated>2026-11-30T08:00:00.000Z</updated>');
    expect(feed).toContain('<name>Coffee Lab</name>');
    const ids = (text: string) => [...text.matchAll(/<id>(urn:sha256:[0-9a-f]{64})<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids(feed)).size).toBe(2);
    const ended = { ...formDown, state: 'resolved' as const, resolvedAt: '2026-11-30T09:55:00.000Z' };
    const later = await bodyOf(
      aGatedPage({ stores: stores({ ...entry, open: [] }, [siteWasDown, ended]) }),
      '/public/feed.atom',
    );
    expect(ids(later)).toEqual(ids(feed));
    expect(later).toContain('<updated>2026-11-30T09:55:00.000Z</updated>');
  });
});

describe('however many ask', () => {
  test('the table is read once a minute, and caches may keep the answer as long', async () => {
    let reads = 0;
    const counting = stores();
    const page = aGatedPage({
      stores: {
        ...counting,
        incidents: {
          ...emptyStores().incidents,
          list: async (...asked) => {
            reads += 1;
            return counting.incidents?.list(...asked) ?? [];
          },
        },
      },
    });
    const answers = await Promise.all(Array.from({ length: 200 }, () => page.get('/public')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(reads).toBe(1);
    expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=60');
    const tag = answers[0]?.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await page.get('/public', { 'if-none-match': tag })).status).toBe(304);
    page.wait(60_000);
    await page.get('/public/status.json');
    expect(reads).toBe(2);
  });
});

test('where no touchpoint is public, its addresses are behind the gate like all others', async () => {
  const configuration = configured(
    `{ business: A, timeZone: UTC, page: {}, touchpoints: [{ id: website, kind: website, url: "https://a.example" }] }`,
  );
  const page = aGatedPage({ stores: stores(), configuration });
  const refused = await page.get('/no-such-page');
  for (const path of ['/public', '/public/feed.atom', '/public/status.json']) {
    const answer = await page.get(path);
    expect([answer.status, await answer.text()]).toEqual([401, await refused.clone().text()]);
    expect((await page.get(path, await page.enter('reader'))).status).toBe(404);
  }
});

function textOf(html: string): string {
  return html
    .replace(/^.*<main[^>]*>/s, '')
    .replaceAll(/<\/(h1|h2|p|li|section)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
