import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../functions/probe-lighthouse/run-audit.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from '../support/a-check.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { anInside, anInternet, type Inside, publicAddress, untouched } from './an-inside.ts';
import { aVisitOf, onThePublicInternet } from './guarded-deps.ts';
import { type Contacted, startNetLog } from './net-log.ts';
import { ownName, shopWith, silentWays, waysOfOpenPage } from './ways-inside.ts';

/** The site under test, by a name that is public for the guard. Names under `localhost` are also secure contexts. */
const atHost = ({ url }: TestServer, host: string): string => url.replace('127.0.0.1', host);

let inside: Inside;
beforeAll(async () => {
  inside = await anInside();
});
afterAll(() => inside.close());

describe('a page that tries every way inside', () => {
  const internet = anInternet();
  let shop: TestServer;
  let results: Result[];
  let proxyUrl: string | undefined;
  let contacted: Contacted;
  beforeAll(async () => {
    shop = await serve(shopWith({ ...waysOfOpenPage(inside.port), ...silentWays(inside.port) }, inside.port));
    const log = await startNetLog();
    try {
      const visit = aVisitOf(aCheck({ id: 'website/contacts@desktop', url: atHost(shop, 'shop.localhost') }));
      results = await guardedVisit(
        visit,
        onThePublicInternet,
        (guarding) => {
          proxyUrl = guarding.proxyUrl;
          return runVisit(visit, { ...onThePublicInternet, ...guarding });
        },
        internet,
      );
      contacted = await log.read();
    } finally {
      await log.stop();
    }
  }, 120_000);
  afterAll(() => shop.close());

  it.each(Object.keys(waysOfOpenPage(0)))('asks the guard by way of %s', (way) => {
    expect(internet.asked).toContain(ownName(way));
  });

  it('reaches nobody, by these ways and by those that no guard sees', () => {
    expect(inside).toMatchObject(untouched);
    expect(internet.dialled).toEqual(new Set([publicAddress]));
  });

  it('has its browser connect to the guard alone, send no packet and look up no name', () => {
    expect(contacted).toEqual({ connected: [proxyUrl?.replace('http://', '')], packetsTo: [], lookups: 0 });
  });

  it('is measured all the same', () => {
    expect(results, JSON.stringify(results[0]?.reason)).toMatchObject([{ outcome: 'measured', attempts: 1 }]);
  });
});

describe('a Lighthouse run', () => {
  // Not all: Lighthouse waits for a page that is never quiet until its patience ends.
  const ways = [
    'image',
    'script',
    'fetch',
    'beacon',
    'form',
    'redirect-of-a-frame',
    'worker',
    'shared-worker',
    'prefetch',
  ];
  const internet = anInternet();
  let shop: TestServer;
  let results: Result[];
  beforeAll(async () => {
    const here = Object.entries(waysOfOpenPage(inside.port)).filter(([way]) => ways.includes(way));
    const tried = { ...Object.fromEntries(here), ...silentWays(inside.port) };
    shop = await serve(shopWith(tried, inside.port));
    const visit = aVisitOf(
      aCheck({ id: 'website/lighthouse', url: atHost(shop, 'shop.localhost'), options: { runs: 1 } }),
    );
    results = await guardedVisit(
      visit,
      onThePublicInternet,
      (guarding) => runAudit(visit, { ...onThePublicInternet, ...guarding }),
      internet,
    );
  }, 120_000);
  afterAll(() => shop.close());

  it.each([...ways, 'service-worker'])('asks the guard by way of %s', (way) => {
    expect(internet.asked).toContain(ownName(way));
  });

  it('reaches nobody', () => {
    expect(inside).toMatchObject(untouched);
    expect(internet.dialled).toEqual(new Set([publicAddress]));
  });

  it('measures, or says that the host is too slow for its figures', () => {
    const [{ outcome, cause, reason } = { outcome: 'none', cause: null, reason: null }] = results;
    expect(['measured', 'slow-host'], JSON.stringify(reason)).toContain(cause ?? outcome);
  });
});

/** Ways whose words nobody can read at the other end. */
const encrypted = ['fetch-over-tls', 'fetch-later', 'secure-web-socket', 'sign-in', 'relay-over-tls'];

describe('the same ways, when nobody guards the visit', () => {
  it('lead inside: they are real', { timeout: 120_000 }, async () => {
    const open = await anInside();
    const loopback = (): string => '127.0.0.1';
    const ways = waysOfOpenPage(open.port, loopback);
    const shop = await serve(shopWith(ways, open.port, loopback));
    try {
      const visit = aVisitOf(aCheck({ id: 'website/contacts@desktop', url: shop.url }));
      const deps = { ...onThePublicInternet, network: 'any' as const };
      await guardedVisit(visit, deps, (guarding) => runVisit(visit, { ...deps, ...guarding }));
      const arrived = (way: string): boolean => open.connections.some((line) => line.includes(`/${way} `));
      expect(Object.keys(ways).filter((way) => !arrived(way))).toEqual(encrypted);
    } finally {
      await shop.close();
      open.close();
    }
  });
});
