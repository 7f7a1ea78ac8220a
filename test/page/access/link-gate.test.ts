import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../shared/model/instant.ts';
import { sign } from '../../../shared/runtime/page-links.ts';
import { aGatedPage, configured, cookieOf, day, origin, startsAt } from './a-gated-page.ts';

const own = { origin };

describe('a link', () => {
  test('opens the page with a cookie that no script reads and no other site brings along', async () => {
    const page = aGatedPage();
    const answer = await page.get(
      `/in/${page.token('reader')}?to=${encodeURIComponent('/incident?check=a%2Fb&opened=x')}`,
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/incident?check=a%2Fb&opened=x');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [cookie = '', ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^__Host-touchlight=v1\./);
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=604800',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
    expect((await page.get('/', { cookie: cookieOf(answer.headers) })).status).toBe(200);
  });

  test('works again for the person behind a mail scanner that has followed it', async () => {
    const page = aGatedPage();
    const link = `/in/${page.token('operator')}`;
    expect((await page.get(link)).status).toBe(303);
    expect((await page.get(link)).status).toBe(303);
  });

  test('leads to pages of its own only', async () => {
    const page = aGatedPage();
    const targetOf = async (to: string) =>
      (await page.get(`/in/${page.token('reader')}?to=${encodeURIComponent(to)}`)).headers.get('location');
    for (const elsewhere of [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example/incident',
      'javascript:alert(1)',
      '/incident\r\nSet-Cookie: a=b',
      '/incident\u0000',
      '/іncident',
      '/.//evil.example',
      '/in/v1.a.b',
      '/nothing-of-ours',
      `/incident?check=${'a'.repeat(3000)}`,
      '',
    ]) {
      expect(await targetOf(elsewhere), JSON.stringify(elsewhere)).toBe('/');
    }
    expect(await targetOf('/check?id=website%2Fform')).toBe('/check?id=website%2Fform');
  });

  test('is no session, and a session is no link', async () => {
    const page = aGatedPage();
    const { cookie } = await page.enter('operator');
    expect((await page.get(`/in/${cookie.slice(cookie.indexOf('=') + 1)}`)).status).toBe(401);
    expect((await page.get('/', { cookie: `__Host-touchlight=${page.token('operator')}` })).status).toBe(401);
  });
});

describe('an operator who is here by name', () => {
  const until = toInstant(startsAt + day);
  const linkOf = (role: 'operator' | 'reader', who: string) =>
    `/in/${sign({ role, who, until }, { key: 'k'.repeat(64), audience: 'Touchlight', use: 'link' })}?to=%2Fweeks`;

  test.each([
    ['reader', 'owner@example.com'],
    ['operator', 'alert'],
  ] as const)('stays so behind the link of a %s, %s', async (role, who) => {
    const page = aGatedPage();
    const answer = await page.get(linkOf(role, who), await page.enter('operator'));
    expect([answer.status, answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual([303, '/weeks', []]);
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'same-origin',
    ]);
  });

  test('becomes another operator by that one’s link', async () => {
    const page = aGatedPage();
    const answer = await page.get(linkOf('operator', 'petro@example.com'), await page.enter('operator'));
    expect(answer.headers.getSetCookie()).toHaveLength(1);
  });
});

test('a reader becomes an operator by an operator’s link', async () => {
  const page = aGatedPage();
  const answer = await page.get(`/in/${page.token('operator')}`, await page.enter('reader'));
  expect((await page.post('/probe-of-the-gate', { cookie: cookieOf(answer.headers), ...own })).status).toBe(200);
});

describe('a session', () => {
  test('ends with its link', async () => {
    const page = aGatedPage();
    const answer = await page.get(`/in/${page.token('reader', 1)}`);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=86400;');
    const cookie = cookieOf(answer.headers);
    page.wait(day - 1000);
    expect((await page.get('/', { cookie })).status).toBe(200);
    page.wait(6 * 60_000);
    expect((await page.get('/', { cookie })).status).toBe(401);
  });

  test('ends after seven days, also where the link lives longer', async () => {
    const page = aGatedPage();
    const answer = await page.get(`/in/${page.token('reader', 30)}`);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=604800;');
    page.wait(7 * day + 6 * 60_000);
    expect((await page.get('/', { cookie: cookieOf(answer.headers) })).status).toBe(401);
  });

  test('ends with the secret, as all links do', async () => {
    const page = aGatedPage();
    const [session, link] = [await page.enter('operator'), page.token('operator')];
    expect((await page.get('/', session)).status).toBe(200);
    page.rotate();
    expect((await page.get('/', session)).status).toBe(401);
    expect((await page.get(`/in/${link}`)).status).toBe(401);
    expect((await page.get('/', await page.enter('operator'))).status).toBe(200);
  });

  test('ends when its owner leaves, but not because another site says so', async () => {
    const page = aGatedPage();
    const session = await page.enter('reader');
    const foreign = await page.post('/out', { ...session, origin: 'https://evil.example' });
    expect([foreign.status, foreign.headers.getSetCookie()]).toEqual([403, []]);
    const left = await page.post('/out', { ...session, ...own });
    expect([left.status, left.headers.get('location')]).toEqual([303, '/']);
    expect(left.headers.getSetCookie()[0]).toMatch(/^__Host-touchlight=; Max-Age=0;/);
  });
});

describe('whoever is not let in', () => {
  test('gets one and the same answer, whatever they ask for and whatever is wrong', async () => {
    const page = aGatedPage();
    const good = page.token('operator');
    const seal = { key: 'k'.repeat(64), audience: 'Touchlight', use: 'link' } as const;
    const pass = { role: 'operator', who: 'x', until: toInstant(startsAt + day) } as const;
    const paths = [
      '/',
      '/incident?check=website%2Fform&opened=2026-11-30T09%3A00%3A00.000Z',
      '/touchpoint?id=website',
      '/touchpoint?id=nothing',
      '/evidence?reference=evidence%2Fx',
      '/week?id=2026-W47',
      '/no-such-page',
      `/in/${good.slice(0, -1)}`,
      `/in/${good}x`,
      '/in/',
      '/in/%00',
      '/in/v1.e30.',
      `/in/${'A'.repeat(7000)}`,
      `/in/${sign({ ...pass, until: toInstant(startsAt - day) }, seal)}`,
      `/in/${sign(pass, { ...seal, audience: 'Touchlight-Test' })}`,
      `/in/${sign(pass, { ...seal, key: 'z'.repeat(64) })}`,
      `/in/${sign(pass, seal).replace(/^v1/, 'v2')}`,
    ];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await page.get(path);
        return { path, status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
      }),
    );
    const [first] = answers;
    expect(first?.status).toBe(401);
    expect(first?.body).toContain('This link is not valid any more.');
    expect(first?.body).toContain('Open the newest mail from Touchlight and use the link in it.');
    expect(first?.body).not.toContain('Coffee Lab');
    for (const { path, ...answer } of answers)
      expect(answer, path).toEqual({ status: 401, headers: first?.headers, body: first?.body });
    const posted = await page.post('/acknowledge', own);
    expect([posted.status, await posted.text()]).toEqual([401, first?.body]);
  });

  test('is refused with a forged, a foreign and an overlong cookie', async () => {
    const page = aGatedPage();
    for (const value of ['v1.x.y', '', 'a'.repeat(8000), '%E0%A4%A', `${page.token('operator')}`]) {
      expect((await page.get('/', { cookie: `__Host-touchlight=${value}` })).status, value.slice(0, 20)).toBe(401);
    }
  });

  test.each([
    ['uk', 'Це посилання більше не діє.'],
    ['ru', 'Эта ссылка больше не действует.'],
  ])('reads the reason in the language of the business (%s)', async (language, sentence) => {
    const text = `{ business: A, timeZone: UTC, language: ${language}, touchpoints: [{ id: a, kind: website, url: "https://a.example" }] }`;
    const page = aGatedPage({ configuration: configured(text) });
    const body = await (await page.get('/')).text();
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(sentence);
  });
});

describe('to act', () => {
  const act = '/probe-of-the-gate';

  test('an operator needs a form of this page', async () => {
    const page = aGatedPage({ url: 'https://status.coffeelab.example' });
    const session = await page.enter('operator');
    const from = async (headers: Record<string, string>) => (await page.post(act, { ...session, ...headers })).status;
    expect(await from({ origin })).toBe(200);
    expect(await from({ origin: 'https://status.coffeelab.example' })).toBe(200);
    expect(await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await from({})).toBe(403);
    expect(await from({ origin: 'https://evil.example' })).toBe(403);
    expect(await from({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).toBe(403);
    expect(await from({ origin: `${origin}.evil.example` })).toBe(403);
    expect(await from({ origin: origin.replace('https', 'http') })).toBe(403);
    expect(await from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none']) expect(await from({ 'sec-fetch-site': site })).toBe(403);
  });

  test('a reader is told who can', async () => {
    const page = aGatedPage();
    const answer = await page.post(act, { ...(await page.enter('reader')), ...own });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('To act, ask the person who runs Touchlight for an operator’s link.');
  });

  test('what is done carries the name that the link says', async () => {
    const page = aGatedPage();
    const answer = await page.post(act, { ...(await page.enter('operator')), ...own });
    expect(await answer.text()).toBe('olena@example.com');
  });
});
