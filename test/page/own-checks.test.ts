import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalServer, serveLocally } from '../../cli/page/local-server.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';
import { aBusiness, type Business } from './support/a-business.ts';
import { aServedPage, type ServedPage } from './support/a-served-page.ts';

const reportSchema = z.object({
  checks: z.array(
    z.object({
      check: z.string(),
      device: z.enum(['mobile', 'desktop']).nullable(),
      light: z.string(),
      reason: z.string(),
      measurements: z.record(z.string(), z.number()),
    }),
  ),
});

let business: Business;
let served: ServedPage;
let workplace: Workplace;
/** The page for a browser that has the cookie, as all but the very first visit: an audit brings none. */
let returning: LocalServer;
beforeAll(async () => {
  [business, workplace] = await Promise.all([aBusiness(), aWorkplace()]);
  await business.visit();
  await business.openIncident('website/form');
  await business.openIncident('shop/form');
  business.clock.now = Date.now();
  served = await aServedPage(business);
  const entered = await fetch(served.address, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  returning = await serveLocally((request) => served.fetch(new Request(request.url, { headers: { cookie } })), 0);
});
afterAll(async () => {
  await returning?.close();
  await served?.close();
  await business?.close();
  await workplace?.remove();
});

it('the live page is green by our own page-load and lighthouse checks, with at least 95 of 100', async () => {
  const wanted = ['--only', 'page-load', 'lighthouse'];
  const { stdout, stderr } = await workplace.touchlight('audit', returning.origin, '--json', '--quiet', ...wanted);
  const { checks } = reportSchema.parse(JSON.parse(stdout === '' ? '{}' : stdout));
  expect(
    checks.map(({ check, device, light }) => `${check}@${device} ${light}`).toSorted(),
    `${stderr} ${JSON.stringify(checks, null, 1)}`,
  ).toEqual(['lighthouse@null green', 'page-load@desktop green', 'page-load@mobile green']);
  const audited = checks.find(({ check }) => check === 'lighthouse');
  expect(audited?.measurements['score']).toBeGreaterThanOrEqual(0.95);
});
