import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImportFolders, createImportWriter } from '../../cli/local/import-folders.ts';
import { createPage } from '../../functions/page/page.ts';
import type { Role } from '../../functions/page/page-deps.ts';
import { createKeepVisit } from '../../functions/page/scoring/keep-visit.ts';
import { scorecardOf } from '../../shared/config/expand-scorecard.ts';
import { type Configuration, type Language, languages } from '../../shared/model/business.ts';
import { policySchema } from '../../shared/model/check.ts';
import type { ScoredVisit } from '../../shared/model/scorecard.ts';
import { phoneCard } from '../support/a-scorecard.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { noon } from './a-page.ts';
import { coffeeLab } from './coffee-lab.ts';

const address = '/score?id=calls';
const visit = '8f14e45f-ceea-467f-a8d4-2b9f0f6a1c11';

function configured(language: Language = 'en'): Configuration {
  const business = coffeeLab(language);
  const { calendar } = business;
  const calls = scorecardOf(
    { id: 'calls', kind: 'scorecard', template: 'phone' },
    { language, calendar, policy: policySchema.parse({}), templates: () => ({ template: { ...phoneCard, language } }) },
  );
  return { ...business, touchpoints: [...business.touchpoints, calls] };
}

let kept: { readonly checkId: string; readonly visit: ScoredVisit }[] = [];
beforeEach(() => {
  kept = [];
});

function pageFor(role: Role = 'operator', language: Language = 'en') {
  return createPage({
    configuration: configured(language),
    stores: emptyStores(),
    gate: {
      addRoutes: () => {},
      guard: async (context, next) => {
        context.set('session', { role, who: 'olena@coffeelab.example', until: '2026-12-01T00:00:00.000Z' });
        await next();
      },
    },
    openEvidence: async () => null,
    keepVisit: async ({ id }, scored) => void kept.push({ checkId: id, visit: scored }),
    weeks: { list: async () => [], read: async () => null },
    runNow: async () => 'started',
    refresh: async () => {},
    now: () => Date.parse(noon),
  });
}

const whole = {
  ...{ touchpoint: 'calls', visit, at: '2026-11-20T14:30', evaluator: ' MK ', contact: 'shift lead' },
  ...{ 'q-rings': '2,5', 'q-greeting': 'no', 'c-greeting': 'only said hello', 'q-solved': '5', 'q-callback': '~' },
};

async function post(
  fields: Readonly<Record<string, string>>,
  { role = 'operator' as Role, site = 'same-origin' } = {},
) {
  const answer = await pageFor(role).request(`http://page.test${address}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://page.test' },
      'sec-fetch-site': site,
    },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
}

describe('a scorecard on the live page', () => {
  it('is kept as it was filled in, by the business’s clocks; what was not answered is left out', async () => {
    const { status, location } = await post(whole);
    expect([status, location]).toEqual([303, '/touchpoint?id=calls&done=scored']);
    expect(kept).toEqual([
      {
        checkId: 'calls/scorecard',
        visit: {
          ...{ scorecard: 'phone-call', version: 3, visit, evaluator: 'MK', contact: 'shift lead' },
          at: '2026-11-20T12:30:00.000Z',
          answers: [
            { question: 'rings', answer: 2.5 },
            { question: 'greeting', answer: 'no', comment: 'only said hello' },
            { question: 'solved', answer: 5 },
            { question: 'callback', answer: null },
          ],
        },
      },
    ]);
  });

  it('sent with something missing says what, keeps what was entered, and saves nothing', async () => {
    const { status, html } = await post({
      ...whole,
      ...{ evaluator: ' ', 'q-rings': 'two', 'c-greeting': '', 'q-solved': '9', at: '2027-11-20T14:30' },
    });
    expect(status).toBe(422);
    const said = [...(/<div role="alert".*?<\/div>/s.exec(html)?.[0] ?? '').matchAll(/href="#([^"]*)">([^<]*)</g)];
    expect(said.map(([, field, text]) => `${field}: ${text}`)).toEqual([
      'at: The date is in the future.',
      'evaluator: Enter who is assessing.',
      'q-rings: Question 1 needs a number.',
      'c-greeting: Question 2 needs a comment.',
      'q-solved: Question 3 needs a whole number from 0 to 5.',
    ]);
    expect(html).toContain('value="two"');
    expect(html).toMatch(/checked="" value="no"|value="no" checked=""/);
    expect(html).toContain('value="shift lead"');
    expect(html).toContain(`value="${visit}"`);
    expect(kept).toEqual([]);
  });

  it('is for operators, from the page itself, of a touchpoint that people assess', async () => {
    const reader = await pageFor('reader').request(address);
    expect(reader.status).toBe(403);
    expect((await post(whole, { role: 'reader' })).status).toBe(403);
    expect((await post(whole, { site: 'cross-site' })).status).toBe(403);
    expect((await pageFor().request('/score?id=website')).status).toBe(404);
    expect((await post({ ...whole, touchpoint: 'website' })).location).toBe('/?failed=form-unreadable');
    expect((await post({ ...whole, visit: '../../table' })).location).toBe('/?failed=form-unreadable');
    expect(kept).toEqual([]);
  });

  it('is linked from its touchpoint for operators, and from no other', async () => {
    const linkOn = async (id: string, role: Role) =>
      (await (await pageFor(role).request(`/touchpoint?id=${id}`)).text()).includes('href="/score?id=calls"');
    expect(
      await Promise.all([linkOn('calls', 'operator'), linkOn('calls', 'reader'), linkOn('website', 'operator')]),
    ).toEqual([true, false, false]);
  });

  it('lies in one file where the check reads it, also when it is sent twice', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-scores-'));
    const asked: string[] = [];
    const keep = createKeepVisit(createImportWriter(folder), async ({ id }) => asked.push(id));
    const check = configured()
      .touchpoints.flatMap(({ checks }) => checks)
      .find(({ id }) => id === 'calls/scorecard');
    if (check === undefined) throw new Error('The calls have no check.');
    await post(whole);
    for (const { visit: scored } of [...kept, ...kept]) await keep(check, scored);
    const files = createImportFolders(folder)('scorecards', 'calls', null);
    const listed = (await files.list()) ?? [];
    expect(listed.map(({ name }) => name)).toEqual([`phone-call-2026-11-20-${visit}.json`]);
    const [file] = listed;
    if (file === undefined) throw new Error('There is no file.');
    const pieces: Uint8Array[] = [];
    for await (const piece of files.open(file)) pieces.push(piece);
    expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual(kept[0]?.visit);
    expect(asked).toEqual(['calls/scorecard', 'calls/scorecard']);
    await rm(folder, { recursive: true });
  });
});

describe('a scorecard on the live page, on a phone', () => {
  let language: Language = 'en';
  const answer = getRequestListener((request) => pageFor('operator', language).fetch(request));
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  let shared: SharedBrowser;
  let origin: string;
  beforeAll(async () => {
    shared = await aSharedBrowser();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await shared?.close();
    server.close();
    server.closeAllConnections();
  });

  it('fits, can be read with any aid, and is filled in by taps', async () => {
    const browser = await shared.launch({ context: { viewport: { width: 360, height: 740 } } });
    const tab = await browser.context.newPage();
    for (language of languages) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme });
        await tab.goto(`${origin}${address}`);
        expect(await tab.evaluate(() => document.documentElement.scrollWidth), language).toBe(360);
        await tab.evaluate(axe.source);
        const found = await tab.evaluate<string[]>(
          `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
        );
        expect(found, `${language} ${colorScheme}`).toEqual([]);
      }
    }
    language = 'en';
    await tab.goto(`${origin}${address}`);
    await tab.getByLabel('Who is assessing?').fill('MK');
    await tab.getByLabel('Rings before the answer').fill('3');
    for (const [question, choice] of [
      ['2. Greeted with company and name', 'Yes'],
      ['3. Was the question solved?', '5'],
      ['4. Promised call-back kept', 'Does not apply'],
      ['5. Tone of the call', 'Warm'],
    ] as const)
      await tab.getByRole('group', { name: question }).getByText(choice, { exact: true }).click();
    await tab.getByRole('button', { name: 'Save the scorecard' }).click();
    await tab.waitForURL(/\/touchpoint\?id=calls/);
    expect(await tab.getByRole('status').first().textContent()).toBe(
      'Saved. The new score will appear here in a moment.',
    );
    expect(kept.map((each) => each.visit.answers.map((one) => one.answer))).toEqual([[3, 'yes', 5, null, 'warm']]);
    await browser.close();
  });
});
