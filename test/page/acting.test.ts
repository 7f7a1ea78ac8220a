import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outcomeSentence } from '../../functions/page/acting/outcomes.ts';
import { createPage } from '../../functions/page/page.ts';
import type { Gate, PageDeps, Role } from '../../functions/page/page-deps.ts';
import { incidentPath, paths } from '../../functions/page/paths.ts';
import { languages } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { actsDone, actsFailed } from '../../shared/model/page-outcome.ts';
import { aBusiness, type Business } from './support/a-business.ts';

/** A Monday morning. */
const start = Date.parse('2026-11-23T09:00:00.000Z');
const form = 'website/form';

let business: Business;
let openedAt: string;
/** What `runNow` was asked for. */
let ran: Check[];
let runAnswers: Awaited<ReturnType<PageDeps['runNow']>> = 'started';
beforeAll(async () => {
  business = await aBusiness(start);
  await business.visit();
  openedAt = await business.openIncident(form);
});
afterAll(() => business?.close());
beforeEach(() => {
  business.clock.now += 60_000;
  ran = [];
});

interface Sender {
  readonly who: string;
  readonly role: Role;
  /** Headers that the browser sends by itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** How far the clock of this sender's machine is ahead. */
  readonly aheadMs: number;
}
const olena: Sender = {
  who: 'olena@coffeelab.example',
  role: 'operator',
  headers: { origin: 'http://page.test', 'sec-fetch-site': 'same-origin' },
  aheadMs: 0,
};
const petro: Sender = { ...olena, who: 'petro@coffeelab.example' };

function pageFor({ who, role, aheadMs }: Sender) {
  const { flow, configuration, clock } = business;
  const gate: Gate = {
    addRoutes: () => {},
    guard: (context, next) => {
      context.set('session', { who, role, until: '2027-01-01T00:00:00.000Z' });
      return next();
    },
  };
  return createPage({
    ...{ configuration, gate, stores: flow.stores, refresh: flow.refresh },
    openEvidence: async () => null,
    keepVisit: async () => {},
    weeks: { list: async () => [], read: async () => null },
    runNow: async (check) => {
      ran.push(check);
      return runAnswers;
    },
    now: () => clock.now + aheadMs,
  });
}

async function post(path: string, fields: Readonly<Record<string, string>>, sender = olena) {
  const body = new URLSearchParams(fields).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...sender.headers };
  const answer = await pageFor(sender).request(`http://page.test${path}`, { method: 'POST', headers, body });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

const acknowledgement = async () => {
  const all = await business.flow.stores.acknowledgements.list('website', { from: '2000', to: '3000' });
  return all.map(({ by, why, withdrawnAt }) => ({ by, why, holds: withdrawnAt === null }));
};
const onBoard = async () => (await business.flow.stores.board.load('website'))?.open[0]?.acknowledgement?.by;

describe('an incident', () => {
  it('is acknowledged with a word, in the name of the one who did it, and the board shows it at once', async () => {
    const back = incidentPath(form, openedAt);
    const { status, location } = await post(paths.acknowledge, {
      ...{ check: form, opened: openedAt, back },
      why: 'I have  called\r\nthe hosting provider',
    });
    expect([status, location]).toEqual([303, `${back}&done=acknowledged`]);
    const why = 'I have called the hosting provider';
    expect(await acknowledgement()).toEqual([{ by: 'olena@coffeelab.example', why, holds: true }]);
    expect(await onBoard()).toBe('olena@coffeelab.example');
  });

  it('that the same person acknowledges again with the same word changes nothing', async () => {
    const before = await business.flow.stores.acknowledgements.list('website', { from: '2000', to: '3000' });
    const why = 'I have called the hosting provider';
    const { location } = await post(paths.acknowledge, {
      check: form,
      opened: openedAt,
      why,
      back: '/?done=withdrawn',
    });
    expect(location).toBe('/?done=acknowledged-before');
    expect(await business.flow.stores.acknowledgements.list('website', { from: '2000', to: '3000' })).toEqual(before);
  });

  it('that somebody else acknowledges later is theirs, and they learn that they were not the first', async () => {
    const { location } = await post(paths.acknowledge, { check: form, opened: openedAt, why: 'mine' }, petro);
    expect(location).toBe('/?done=acknowledged-instead');
    expect(await acknowledgement()).toEqual([{ by: 'petro@coffeelab.example', why: 'mine', holds: true }]);
    const late = await post(
      paths.acknowledge,
      { check: form, opened: openedAt, why: 'late' },
      { ...olena, aheadMs: -90_000 },
    );
    expect(late.location, 'her word is older than his').toBe('/?failed=acknowledged-later');
    expect(await onBoard()).toBe('petro@coffeelab.example');
  });

  it('loses its acknowledgement when it is withdrawn, once', async () => {
    const withdraw = () => post(paths.withdraw, { check: form, opened: openedAt, back: '/incident?check=x#top' });
    expect((await withdraw()).location).toBe('/incident?check=x&done=withdrawn#top');
    expect(await onBoard()).toBeUndefined();
    expect((await withdraw()).location).toBe('/incident?check=x&failed=not-acknowledged#top');
  });

  it('that has ended or was never there is not acknowledged, and neither is one of a check that is not configured', async () => {
    const before = await acknowledgement();
    const sent = async (check: string, opened: string) => (await post(paths.acknowledge, { check, opened })).location;
    expect(await sent(form, toInstant(start))).toBe('/?failed=incident-over');
    expect(await sent('website/page-load@mobile', openedAt)).toBe('/?failed=incident-over');
    expect(await sent('gone/form', openedAt)).toBe('/?failed=not-configured');
    expect(await sent('<script>', openedAt)).toBe('/?failed=not-configured');
    expect(await acknowledgement()).toEqual(before);
  });
});

describe('maintenance', () => {
  const windows = async () =>
    (await business.flow.stores.maintenance.list('shop', { from: '2000', to: '3000' })).map(({ why, by, from, to }) => [
      why,
      by,
      (Date.parse(to) - Date.parse(from)) / 60_000,
    ]);

  it('is started and ended by an operator, and a form that is sent twice announces one', async () => {
    const start = () =>
      post(paths.startMaintenance, { touchpoint: 'shop', minutes: '90', why: 'new host', back: '/touchpoint?id=shop' });
    expect((await start()).location).toBe('/touchpoint?id=shop&done=maintenance-started');
    expect((await business.flow.stores.board.load('shop'))?.maintenance?.why).toBe('new host');
    expect((await start()).location).toBe('/touchpoint?id=shop&failed=maintenance-there');
    expect(await windows()).toEqual([['new host', 'olena@coffeelab.example', 90]]);
    business.clock.now += 60_000;
    const end = () => post(paths.endMaintenance, { touchpoint: 'shop' }, petro);
    expect((await end()).location).toBe('/?done=maintenance-ended');
    expect((await business.flow.stores.board.load('shop'))?.maintenance).toBeNull();
    expect((await end()).location).toBe('/?failed=maintenance-none');
    expect(await windows()).toEqual([['new host', 'olena@coffeelab.example', 1]]);
  });

  it('of the file ends where it stands, and of a touchpoint that is gone nowhere', async () => {
    expect((await post(paths.endMaintenance, { touchpoint: 'courses' })).location).toBe('/?failed=maintenance-in-file');
    expect((await post(paths.endMaintenance, { touchpoint: 'gone' })).location).toBe('/?failed=not-configured');
    expect((await post(paths.startMaintenance, { touchpoint: 'gone', minutes: '60' })).location).toBe(
      '/?failed=not-configured',
    );
  });

  it.each(['', '4', '1441', '-5', '1e3', '60.5', '9999999'])('does not last %j minutes', async (minutes) => {
    const { location } = await post(paths.startMaintenance, { touchpoint: 'website', minutes });
    expect(location).toBe('/?failed=length-out-of-range');
    expect(await business.flow.stores.maintenance.list('website', { from: '2000', to: '3000' })).toEqual([]);
  });
});

describe('a check', () => {
  it.each([
    ['started', '/?done=run-started'],
    ['under-way', '/?done=run-under-way'],
    ['elsewhere', '/?failed=run-elsewhere'],
  ] as const)('is run now: %s', async (answer, location) => {
    runAnswers = answer;
    expect((await post(paths.run, { check: form })).location).toBe(location);
    expect(ran.map(({ id }) => id)).toEqual([form]);
  });

  it('that is not configured is not run', async () => {
    expect((await post(paths.run, { check: 'website/guess' })).location).toBe('/?failed=not-configured');
    expect(ran).toEqual([]);
  });
});

describe('the page that comes next', () => {
  it('says how the act ended in the language of the business, and nothing of words that are not ours', () => {
    for (const language of languages) {
      for (const done of actsDone) expect(outcomeSentence({ done }, language)?.ok).toBe(true);
      for (const failed of actsFailed) expect(outcomeSentence({ failed }, language)?.ok).toBe(false);
    }
    expect(outcomeSentence({ failed: 'maintenance-in-file' }, 'en')).toEqual({
      ok: false,
      sentence: 'This maintenance is set in touchpoints.yaml. Change it there.',
    });
    expect(outcomeSentence({ done: 'You have won' }, 'en')).toBeNull();
    expect(outcomeSentence({ failed: 'toString' }, 'en')).toBeNull();
    expect(outcomeSentence({}, 'en')).toBeNull();
  });
});

describe('a form', () => {
  const wanted = (fields = {}) => ({ check: form, opened: openedAt, why: 'sent', ...fields });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://page.test:8080', 'sec-fetch-site': 'same-site' }],
    ['a page whose origin is hidden', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a client that says nothing of where it comes from', {}],
    ['a hidden origin and nothing else', { origin: 'null' }],
    ['our origin, and yet from elsewhere', { origin: 'http://page.test', 'sec-fetch-site': 'cross-site' }],
  ])('from %s is refused', async (_, headers) => {
    const before = await acknowledgement();
    const { status, text } = await post(paths.acknowledge, wanted(), { ...olena, headers });
    expect([status, text.includes('The request did not come from this page.')]).toEqual([403, true]);
    expect(await acknowledgement()).toEqual(before);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['an old browser, which names the origin alone', { origin: 'http://page.test' }],
    ['a page of ours that hides its origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ])('from %s is taken', async (name, headers) => {
    expect((await post(paths.acknowledge, wanted({ why: name }), { ...olena, headers })).status).toBe(303);
    expect((await acknowledgement())[0]?.why).toBe(name);
  });

  it('of a reader is refused with a sentence, whatever it asks for', async () => {
    const before = await acknowledgement();
    const acting = [paths.acknowledge, paths.withdraw, paths.startMaintenance, paths.endMaintenance, paths.run];
    for (const path of acting) {
      const { status, text } = await post(
        path,
        { ...wanted(), touchpoint: 'shop', minutes: '60' },
        { ...olena, role: 'reader' },
      );
      expect([path, status]).toEqual([path, 403]);
      expect(text).toContain('ask the person who runs Touchlight for an operator’s link');
    }
    expect([await acknowledgement(), ran]).toEqual([before, []]);
  });

  it('that is too long, incomplete or no form at all changes nothing and says why', async () => {
    const before = await acknowledgement();
    const failed = async (fields: Readonly<Record<string, string>>) => (await post(paths.acknowledge, fields)).location;
    expect(await failed(wanted({ why: 'x'.repeat(501) }))).toBe('/?failed=word-too-long');
    expect(await failed(wanted({ why: 'x'.repeat(20_000) }))).toBe('/?failed=form-unreadable');
    expect(await failed({ check: form })).toBe('/?failed=form-unreadable');
    expect(await failed({ check: form, opened: 'yesterday' })).toBe('/?failed=form-unreadable');
    const json = await pageFor(olena).request(`http://page.test${paths.acknowledge}`, {
      method: 'POST',
      headers: { ...olena.headers, 'content-type': 'application/json' },
      body: JSON.stringify(wanted()),
    });
    expect([json.status, json.headers.get('location')]).toEqual([303, '/?failed=form-unreadable']);
    expect(await acknowledgement()).toEqual(before);
  });

  it('keeps a word of 500 letters and shows markup as it was written', async () => {
    const why = `<b>${'x'.repeat(497)}`;
    expect((await post(paths.acknowledge, wanted({ why }))).location).toBe('/?done=acknowledged');
    expect((await acknowledgement())[0]?.why).toBe(why);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/acknowledge',
    '/in/key',
    `/incident?check=${'x'.repeat(3000)}`,
    '',
  ])('leads back to a view of the page and never to %j', async (back) => {
    expect((await post(paths.run, { check: form, back })).location).toMatch(/^\/\?(done|failed)=run-/);
  });
});
