import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { cruxError, cruxKey, cruxStub } from '../../examples/social-stubs/crux.ts';
import { type StubFault, serveStub } from '../../examples/social-stubs/stub-server.ts';
import { Budget } from '../../functions/probe-social/api.ts';
import { ApiFault } from '../../functions/probe-social/api-fault.ts';
import { openCrux } from '../../functions/probe-social/crux/crux.ts';
import { closeAll, fast, google, look, now, opened, site, slow } from './field-speed-stub.ts';

afterEach(closeAll);

describe('what Google knows of real visitors', () => {
  it('is judged by its bounds, and says whose visits it is of and when', async () => {
    const { stub, questions } = await google({ [site]: { PHONE: slow, DESKTOP: fast } });
    const seen = await look(stub.url);
    expect(seen).toMatchObject({
      light: 'yellow',
      outcome: 'measured',
      measurements: { lcpMs: 3120, inpMs: 250, cls: 0.05, ttfbMs: 900 },
      headline: { finding: { kind: 'measurement', id: 'lcpMs', value: 3120, bound: 2500 } },
    });
    expect(seen.reason).toBe(
      'On a phone, three of four real visitors saw the main content within 3.1 s, got a response to a tap within 250 ms and saw the layout shift by 0.05 at most. The server responded to them within 900 ms. This is how it was for Chrome users on the whole site in the 28 days to 25 September 2026.',
    );
    expect(seen.facts['lcpMs']).toBe(
      'This is how it was for Chrome users on a phone on the whole site in the 28 days to 25 September 2026.',
    );
    expect(questions()).toEqual([
      { path: 'v1/records:queryRecord', origin: site, formFactor: 'PHONE' },
      {
        path: 'v1/records:queryHistoryRecord',
        origin: site,
        formFactor: 'PHONE',
        metrics: ['largest_contentful_paint', 'interaction_to_next_paint'],
      },
    ]);
    expect(await look(stub.url, { device: 'desktop' })).toMatchObject({
      light: 'green',
      measurements: { lcpMs: 1900 },
    });
  });

  it.each([
    ['inp' as const, 501, 'red', 'inpMs'],
    ['lcp' as const, 4_000, 'red', 'lcpMs'],
    ['cls' as const, '0.25', 'red', 'cls'],
    ['cls' as const, '0.11', 'yellow', 'cls'],
    ['ttfb' as const, 9_000, 'green', 'lcpMs'],
  ])('with %s of %s is %s', async (name, value, light, headline) => {
    const { stub } = await google({ [site]: { PHONE: { ...fast, [name]: value } } });
    const seen = await look(stub.url);
    expect(seen.light).toBe(light);
    expect(seen.headline.finding).toMatchObject({ id: headline });
  });

  it('is judged by what is there, where Google does not know all of it', async () => {
    const { stub } = await google({ [site]: { PHONE: { lcp: 2_000, cls: '0.00' } } });
    const { reason, light, measurements } = await look(stub.url);
    expect({ light, measurements }).toEqual({ light: 'green', measurements: { lcpMs: 2000, cls: 0 } });
    expect(reason).toContain('saw the main content within 2 s and saw the layout shift by 0 at most. This is');
  });

  it('brings the 25 weeks before, with gaps where Google knows nothing', async () => {
    const { stub } = await google({ [site]: { PHONE: slow } });
    const { details } = await look(stub.url);
    const history = details['history'] as { dates: string[]; values: Record<string, (number | null)[]> };
    expect(history).toMatchObject({ everyDays: 7 });
    expect(history.dates).toHaveLength(25);
    expect(history.dates.slice(-2)).toEqual(['2026-09-12', '2026-09-19']);
    expect(history.values['lcpMs']?.slice(-1)).toEqual([3120]);
    expect(history.values['inpMs']?.[0]).toBeNull();
  });
});

describe('too few visitors for Google to tell', () => {
  it('are a dash, whatever is asked for, and never an alert', async () => {
    const { stub, questions } = await google({});
    expect(await look(stub.url)).toMatchObject({
      light: null,
      outcome: 'not-applicable',
      cause: null,
      reason:
        'The site had too few visitors on a phone for Google to tell how fast it was for them. This is no fault of the site: Google reports only on sites that many people visit with Chrome.',
    });
    expect(questions().map((each) => 'origin' in each && each.origin)).toEqual([site, 'https://www.coffeelab.example']);
    expect((await look(stub.url, { page: '/menu', device: 'desktop' })).reason).toContain(
      'The site and its page "/menu" had too few visitors on a computer',
    );
  });

  it('are a dash also where Google knows something, but nothing of its speed', async () => {
    const { stub } = await google({ [site]: { PHONE: { ttfb: 300 } } });
    expect(await look(stub.url)).toMatchObject({ light: null, outcome: 'not-applicable' });
  });
});

describe('one page', () => {
  it('is asked for by its address', async () => {
    const { stub, questions } = await google({ [`${site}/menu`]: { PHONE: slow }, [site]: { PHONE: fast } });
    const { reason, measurements } = await look(stub.url, { page: '/menu' });
    expect(measurements).toMatchObject({ lcpMs: 3120 });
    expect(reason).toContain('on the page "/menu" in the 28 days to 25 September 2026.');
    expect(questions().every((each) => 'url' in each && each.url === `${site}/menu` && !('origin' in each))).toBe(true);
  });

  it('that too few visit falls back to the whole site, and says so', async () => {
    const { stub } = await google({ [site]: { PHONE: fast } });
    const { reason, light, facts } = await look(stub.url, { page: '/menu' });
    const remark =
      'The page "/menu" alone had too few visitors for Google to tell, so these are the numbers of the whole site.';
    expect(light).toBe('green');
    expect(reason).toContain(`on the whole site in the 28 days to 25 September 2026. ${remark}`);
    expect(facts['cls']).toContain(remark);
  });
});

it('a site that Google knows with www. is found, and named', async () => {
  const { stub } = await google({ 'https://www.coffeelab.example': { PHONE: fast } });
  const { reason, details } = await look(stub.url);
  expect(reason).toContain('Google knows the site as "https://www.coffeelab.example".');
  expect(details['of']).toBe('https://www.coffeelab.example');
  const without = await google({ [site]: { PHONE: fast } });
  expect((await look(without.stub.url, { url: 'https://www.coffeelab.example/' })).details['of']).toBe(site);
});

it.each([
  ['http://coffeelab.example', 'http://coffeelab.example'],
  ['http://coffeelab.example', 'https://www.coffeelab.example'],
])('a site whose address in the file is %s is found where Google knows it: %s', async (url, known) => {
  const { stub } = await google({ [known]: { PHONE: fast } });
  expect((await look(stub.url, { url: `${url}/` })).details['of']).toBe(known);
});

it("a competitor's site is asked about once, without the weeks before", async () => {
  const { stub } = await google({ 'https://beanhouse.example': { PHONE: fast } });
  const url = 'https://beanhouse.example/menu';
  const { measurements, details } = await look(stub.url, { url, guest: { contact: site } });
  expect({ lcpMs: measurements['lcpMs'], details }).toEqual({ lcpMs: 1900, details: {} });
  expect(stub.counts).toEqual({ queryRecord: 1 });
});

describe('a fault between us and Google', () => {
  const faults: readonly (readonly [StubFault, string, string, number])[] = [
    ['expired-token', 'auth', 'Google does not accept the API key in the secret "crux-key" ("API_KEY_INVALID").', 1],
    [
      'missing-permission',
      'permission',
      'The API key in the secret "crux-key" may not be used for the Chrome UX Report ("SERVICE_DISABLED"). In the Google Cloud console, enable',
      1,
    ],
    [
      'throttled',
      'throttled',
      'Google takes no more requests with this API key for now (HTTP 429). Touchlight asks again at the next run. If this continues, create a key in a separate Google Cloud project',
      1,
    ],
    ['throttled-with-hint', 'throttled', 'Google takes no more requests with this API key for now (HTTP 429).', 1],
    ['server-error', 'transient', 'how fast the site is for real visitors: HTTP 503.', 3],
    ['html', 'wrong-answer', 'how fast the site is for real visitors: the response is not JSON.', 3],
    ['half-a-page', 'wrong-answer', 'how fast the site is for real visitors: the response is not JSON.', 3],
    ['wrong-shape', 'wrong-answer', 'how fast the site is for real visitors: unexpected value of', 1],
  ];
  it.each(faults)(
    '%s is grey (%s), says what to do, and is asked about no more than it helps',
    async (fault, cause, says, requests) => {
      const { stub } = await google({ [site]: { PHONE: fast } });
      stub.inject(fault);
      const seen = await look(stub.url);
      expect(seen).toMatchObject({ light: 'unknown', outcome: 'unknown', cause, measurements: {} });
      expect(seen.reason).toContain(says);
      expect(stub.counts).toEqual({ queryRecord: requests });
      expect(seen.waits).toEqual(requests === 3 ? [500, 2000] : []);
    },
  );

  it('of the history alone costs the charts and not the light', async () => {
    const { stub } = await google({ [site]: { PHONE: fast } });
    stub.inject('server-error', { route: 'queryHistoryRecord' });
    const { light, details } = await look(stub.url);
    expect(light).toBe('green');
    expect(details).toEqual({ until: '2026-09-25', of: site });
  });

  it('that passes is not seen at all', async () => {
    const { stub } = await google({ [site]: { PHONE: fast } });
    stub.inject('server-error', { times: 2 });
    expect(await look(stub.url)).toMatchObject({ light: 'green', waits: [500, 2000] });
  });

  it('is told by Google’s reason, where it refuses', async () => {
    const answers = [
      [cruxError(403, 'PERMISSION_DENIED', 'API_KEY_IP_ADDRESS_BLOCKED'), 'permission', 'API_KEY_IP_ADDRESS_BLOCKED'],
      [cruxError(403, 'PERMISSION_DENIED'), 'permission', 'PERMISSION_DENIED'],
      [cruxError(401, 'UNAUTHENTICATED'), 'auth', 'UNAUTHENTICATED'],
      [cruxError(400, 'INVALID_ARGUMENT'), 'refused', 'INVALID_ARGUMENT'],
      [{ status: 403, body: '<h1>Blocked by your gateway</h1>' }, 'wrong-answer', 'HTTP 403'],
      [{ status: 404, body: '<h1>Not found</h1>' }, 'wrong-answer', 'HTTP 404'],
      [{ status: 200, body: 'null' }, 'wrong-answer', 'unexpected'],
      [{ status: 200, body: 'x'.repeat(1024 * 1024 + 1) }, 'wrong-answer', 'a response of more than 1 MB'],
    ] as const;
    for (const [answer, cause, clue] of answers) {
      const { world, route } = cruxStub({}, () => now);
      const stub = await serveStub({ world, route, answer: () => answer, faults: {} });
      opened.push(stub);
      const seen = await look(stub.url);
      expect(seen).toMatchObject({ light: 'unknown', cause });
      expect(seen.reason).toContain(clue);
    }
  });

  it('that never answers ends within its patience, three times', async () => {
    const { url, hits } = await aServerThatHangs();
    const io = { now: () => now, sleep: async () => {}, signal: AbortSignal.timeout(5_000) };
    const crux = openCrux({ key: cruxKey, base: url, budget: new Budget(12), io, patienceMs: 50 });
    const asked = crux.record({ origin: site }, 'mobile');
    await expect(asked).rejects.toThrow(ApiFault);
    await expect(asked).rejects.toMatchObject({ kind: 'transient', clue: { id: 'responses/no-answer' } });
    expect(hits()).toBe(3);
  });
});

async function aServerThatHangs() {
  let hits = 0;
  const server: Server = createServer(() => {
    hits += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  opened.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, hits: () => hits };
}

describe('numbers as Google writes them', () => {
  const record = (p75: unknown) => ({
    record: {
      metrics: {
        largest_contentful_paint: { percentiles: { p75: 2000 } },
        interaction_to_next_paint: { percentiles: { p75 } },
      },
      collectionPeriod: { lastDate: { year: 2026, month: 9, day: 25 } },
    },
  });
  it.each([
    ['a text', '180', { lcpMs: 2000, inpMs: 180 }],
    ['null', null, { lcpMs: 2000 }],
    ['not a number', 'NaN', { lcpMs: 2000 }],
    ['an empty text', '', { lcpMs: 2000 }],
    ['less than nothing', -5, { lcpMs: 2000 }],
  ])('may be %s', async (_, p75, measurements) => {
    const { world, route } = cruxStub({}, () => now);
    const body = record(p75);
    const stub = await serveStub({
      world,
      route,
      answer: (_request, of) => (of === 'queryRecord' ? { body } : cruxError(404, 'NOT_FOUND')),
      faults: {},
    });
    opened.push(stub);
    expect(await look(stub.url)).toMatchObject({ outcome: 'measured', measurements });
    expect(Object.keys((await look(stub.url)).measurements)).toEqual(Object.keys(measurements));
  });
});
