import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LambdaEvent } from 'hono/aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createLinkGate } from '../../functions/page/access/link-gate.ts';
import { createFleetHandler, type PageHandlerDeps } from '../../functions/page/handler.ts';
import { type LeftOut, leftOut as leftOutOf } from '../../shared/config/fleet/left-out.ts';
import { readFleet } from '../../shared/config/fleet/read-fleet.ts';
import { pageLanguageStillNamed } from '../../shared/config/fleet/still-named.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { pageAddress, pageAudience, pageMount } from '../../shared/model/page-paths.ts';
import { createLinkMaker } from '../../shared/runtime/page-link-maker.ts';
import { aBoard } from '../support/a-board.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { onlyChecks } from '../support/only-checks.ts';

const host = 'abc.lambda-url.eu-central-1.on.aws';
const base = `https://${host}/`;
const stack = 'Fleet';
const key = async () => 'k'.repeat(64);
const nowMs = Date.parse('2026-11-23T10:00:00.000Z');
const openedAt = '2026-11-23T09:05:00.000Z';

const configurations = aFleet({ bakery: 'page: { public: [website] }', cafe: 'page: {}\nlanguage: uk', salon: '' });
/** Paused: one of them had a page. */
const leftOut = [
  aPaused('hotel', 'timeZone: Lviv\nlanguage: uk\npage: { public: [website] }'),
  aPaused('garage', 'timeZone: Lviv'),
];
/** Touchpoints that notify was asked to look at. */
let lookedAt: unknown[] = [];

let folder: string;
let table: EmbeddedTable;
let ask: ReturnType<typeof askingFleet>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-pages-'));
  table = await openEmbeddedTable(folder);
  for (const [id, configuration] of configurations) {
    const { board, statuses } = table.storesOf(id);
    for (const entry of aBoard(configuration, 1)) await board.save(entry);
    const [touchpointId, checkId] = [`${id}.website`, `${id}.website/form`];
    const incident = anIncident({ touchpointId, checkId, openedAt });
    await statuses.save(aStatus({ touchpointId, checkId, light: 'red', badStreak: 3, incident }), null);
  }
  ask = askingFleet();
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

test('each business has its page below its own path, and everything on it stays there', async () => {
  const opened = await ask(await linkTo('bakery', '/incident?check=bakery.website%2Fform'));
  expect(opened.statusCode).toBe(303);
  expect(opened.location).toBe('/bakery/incident?check=bakery.website%2Fform');
  const page = await ask('/bakery/', { cookie: opened.cookie });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<h1');
  expect(page.body).toContain('bakery');
  const addresses = Array.from(page.body.matchAll(/\s(?:href|src|action)="([^"]*)"/g), ([, address]) => address ?? '');
  const own = addresses.filter((address) => !/^(?:data:|https:|#)/.test(address));
  expect(own.length).toBeGreaterThan(3);
  for (const address of own) expect(address).toMatch(/^\/bakery\//);
  const styles = own.find((address) => address.includes('page.css')) ?? '';
  expect((await ask(styles)).statusCode).toBe(200);
  expect(await ask('/bakery')).toMatchObject({ statusCode: 308, location: '/bakery/' });
});

test('one business sees nothing of another: not by its link, nor by its session, nor by an id', async () => {
  const bakery = await linkTo('bakery', '/');
  const ofBakery = await ask(bakery);
  expect(ofBakery.statusCode).toBe(303);
  const token = bakery.slice('/bakery/in/'.length);
  expect((await ask(`/cafe/in/${token}`)).statusCode).toBe(401);
  expect((await ask(`/in/${token}`)).statusCode).toBe(404);
  expect((await ask('/cafe/', { cookie: ofBakery.cookie })).statusCode).toBe(401);
  for (const path of [
    '/touchpoint?id=cafe.website',
    '/check?id=cafe.website%2Fform',
    `/incident?check=cafe.website%2Fform&opened=${openedAt}`,
  ])
    expect((await ask(`/bakery${path}`, { cookie: ofBakery.cookie })).statusCode, path).toBe(404);
  // Its own, by the same ways.
  const incident = `/bakery/incident?check=bakery.website%2Fform&opened=${openedAt}`;
  expect((await ask(incident, { cookie: ofBakery.cookie })).statusCode).toBe(200);
});

test('the browser sends a session to the pages of its business only', async () => {
  const { setCookie } = await ask(await linkTo('bakery', '/'));
  expect(setCookie).toMatch(/^__Secure-touchlight=v1\./);
  for (const part of ['Path=/bakery', 'Secure', 'HttpOnly', 'SameSite=Lax'])
    expect(setCookie.split('; ')).toContain(part);
});

test('an operator acts on their own business only, and comes back to where they were', async () => {
  lookedAt = [];
  const { cookie } = await ask(await linkTo('cafe', '/'));
  const send = (check: string) =>
    ask('/cafe/acknowledge', { cookie, form: { check, opened: openedAt, why: 'mine', back: '/' } });
  expect(await send('bakery.website/form')).toMatchObject({
    statusCode: 303,
    location: '/cafe/?failed=not-configured',
  });
  expect(await send('cafe.website/form')).toMatchObject({ statusCode: 303, location: '/cafe/?done=acknowledged' });
  const everything = { from: '0', to: '9' };
  expect(await table.storesOf('bakery').acknowledgements.list('bakery.website', everything)).toEqual([]);
  const [acknowledged] = await table.storesOf('cafe').acknowledgements.list('cafe.website', everything);
  expect(acknowledged?.by).toBe('olena@cafe.example');
  expect(lookedAt).toEqual([{ lookAt: 'cafe.website' }]);
});

test('a business without a page is answered as one that does not exist', async () => {
  const known = await ask('/salon/');
  expect(known.statusCode).toBe(404);
  for (const path of ['/florist/', '/', '/SALON/', '/%73alon/', '//bakery/', '/salon/in/x']) {
    const { statusCode, body } = await ask(path);
    expect([statusCode, body], path).toEqual([404, known.body]);
  }
  expect(known.headers['x-frame-options']).toBe('DENY');
});

test('a public status page is one business’s own, and so is its feed', async () => {
  const page = await ask('/bakery/public');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('href="/bakery/public/feed.atom"');
  const feed = await ask('/bakery/public/feed.atom');
  const status = await ask('/bakery/public/status.json');
  expect(status.body).toContain('"id": "website"');
  for (const { body } of [page, feed, status]) expect(body).not.toContain('bakery.website');
  expect(feed.body).toContain(`href="${base}bakery/public/feed.atom"`);
  expect((await ask('/cafe/public')).statusCode).toBe(401);
});

test('the page of a paused business says that it is paused, to its readers and to all who read its status page or its feed', async () => {
  for (const path of [await linkTo('hotel', '/'), '/hotel/', '/hotel/public', '/hotel/public/feed.atom']) {
    const { statusCode, body, headers } = await ask(path);
    expect([statusCode, headers['cache-control']], path).toEqual([503, 'no-store']);
    expect(body).toContain('<html lang="uk"');
    expect(body).toContain('Призупинено');
  }
  // Paused as well, and it never had one.
  const { statusCode, body } = await ask('/garage/');
  expect([statusCode, body]).toEqual([404, (await ask('/nobody/')).body]);
});

/** A link to an operator, as path and query. */
async function linkTo(business: string, to: string): Promise<string> {
  const settings = { page: pageAddress(base, business), audience: pageAudience(stack, business) };
  const linkFor = await createLinkMaker({ ...settings, key, now: () => nowMs });
  const url = new URL(linkFor({ role: 'operator', who: `olena@${business}.example`, days: 7 })(to));
  expect(url.origin).toBe(new URL(base).origin);
  return `${url.pathname}${url.search}`;
}

interface Asked {
  readonly cookie?: string;
  readonly form?: Readonly<Record<string, string>>;
}

function askingFleet() {
  const handle = createFleetHandler(depsOf, { logger: aQuietLogger(), leftOut });
  return async (path: string, { cookie, form }: Asked = {}) => {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const method = form === undefined ? 'GET' : 'POST';
    const event = {
      ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString, isBase64Encoded: false },
      headers: {
        ...{ host, 'x-forwarded-proto': 'https' },
        ...(form && { origin: `https://${host}`, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      cookies: cookie === undefined ? [] : [cookie],
      ...(form && { body: new URLSearchParams(form).toString() }),
      requestContext: {
        ...{ accountId: 'anonymous', apiId: 'abc', domainName: host, domainPrefix: 'abc', requestId: '1' },
        ...{ routeKey: '$default', stage: '$default', time: '', timeEpoch: 0 },
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      },
    };
    const { statusCode, headers = {}, cookies = [], body } = await handle(event as unknown as LambdaEvent);
    const [setCookie = ''] = cookies;
    return {
      ...{ statusCode, headers, body: String(body), setCookie },
      location: headers['location'],
      cookie: setCookie.split(';')[0] ?? '',
    };
  };
}

/** As the deployed function has them, but for what lies outside the table. */
function depsOf(id: string): PageHandlerDeps | null {
  const configuration = configurations.get(id);
  if (configuration === undefined || configuration.page === null) return null;
  const mount = pageMount(id);
  const now = () => nowMs;
  return {
    ...{ configuration, mount, now, logger: aQuietLogger(), stores: table.storesOf(id) },
    gate: createLinkGate({
      ...{ key, mount, now, audience: pageAudience(stack, id), language: configuration.language },
      ...{ url: null, openId: null },
    }),
    openEvidence: async () => null,
    keepVisit: async () => {},
    weeks: { list: async () => [], read: async () => null },
    runNow: async () => 'started',
    callNotify: async (event) => void lookedAt.push(event),
  };
}

/** @param source its file, which is broken */
function aPaused(id: string, source: string): LeftOut {
  const fault = { file: `${id}.yaml`, line: 1, column: 11, path: 'timeZone', message: 'is not a time zone' };
  return leftOutOf(id, {
    fileName: fault.file,
    faults: [fault],
    pageLanguage: pageLanguageStillNamed([source]),
  });
}

/** @param files further lines of each business's file */
function aFleet(files: Readonly<Record<string, string>>): Map<string, Configuration> {
  const { businesses, broken } = readFleet(
    Object.entries(files).map(([business, more]) => ({
      business,
      fileName: `${business}.yaml`,
      content: {
        text: `business: ${business}\ntimeZone: Europe/Kyiv\n${more}\ntouchpoints: [{ id: website, kind: website, url: "https://${business}.example", checks: ${onlyChecks({ form: '{}' })} }]\n`,
      },
    })),
    '2026-11-22',
  );
  expect(broken).toEqual([]);
  return new Map(businesses.map(({ id, configuration }) => [id ?? '', configuration]));
}
