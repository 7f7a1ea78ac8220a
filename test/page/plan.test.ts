import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPage } from '../../functions/page/page.ts';
import type { Role } from '../../functions/page/page-deps.ts';
import { paths } from '../../functions/page/paths.ts';
import { aBusiness, type Business } from './support/a-business.ts';

/** A Monday morning. */
const start = Date.parse('2026-11-23T09:00:00.000Z');

let business: Business;
beforeAll(async () => {
  business = await aBusiness(start);
  await business.visit();
  await business.openIncident('website/form');
  await business.flow.stores.plan.remember({
    weekId: '2026-W47',
    at: '2026-11-23T06:00:00.000Z',
    planned: [
      {
        id: 'website/page-load',
        kind: 'trouble',
        touchpointId: 'website',
        probe: 'page-load',
        since: '2026-11-16',
        by: '2026-11-20',
      },
      { id: 'gone/form', kind: 'trouble', touchpointId: 'gone', probe: 'form', since: '2026-11-16', by: '2026-11-20' },
    ],
  });
});
afterAll(() => business?.close());
beforeEach(() => {
  business.clock.now += 60_000;
});

function request(path: string, fields: Readonly<Record<string, string>> | null, role: Role = 'operator') {
  const { flow, configuration, clock } = business;
  const page = createPage({
    ...{ configuration, stores: flow.stores, refresh: flow.refresh },
    gate: {
      addRoutes: () => {},
      guard: (context, next) => {
        context.set('session', { who: 'olena@coffeelab.example', role, until: '2027-01-01T00:00:00.000Z' });
        return next();
      },
    },
    openEvidence: async () => null,
    keepVisit: async () => {},
    weeks: { list: async () => [], read: async () => null },
    runNow: async () => 'started',
    now: () => clock.now,
  });
  if (fields === null) return page.request(`http://page.test${path}`);
  const headers = {
    ...{ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://page.test' },
    'sec-fetch-site': 'same-origin',
  };
  const body = new URLSearchParams({ back: '/plan', ...fields }).toString();
  return page.request(`http://page.test${path}`, { method: 'POST', headers, body });
}

const post = async (path: string, fields: Readonly<Record<string, string>>, role?: Role) => {
  const answer = await request(path, fields, role);
  return [answer.status, answer.headers.get('location')];
};
const shown = async (role?: Role) => {
  const html = await (await request('/plan', null, role)).text();
  const articles = html
    .split('<article')
    .slice(1)
    .map((each) => each.replace(/<details>[\s\S]*/, ''));
  return articles.map((each) =>
    each
      .replace(/^[^>]*>/, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};
const step = async () => (await business.flow.stores.plan.list()).find(({ id }) => id === 'website/form');

describe('the plan on the live page', () => {
  it('lists what is open on the board and what the last digest listed, and nothing of a touchpoint that is not watched', async () => {
    expect(await shown()).toEqual([
      'Page speed (Website) ● Green The problem is gone (not marked as done)',
      'Contact form (Website) ■ Red New – by 23 November',
      // Measured once, and not for a quarter of an hour.
      'Availability (Website shop): get it measured again ○ Grey New – by 25 November',
      'Availability (Website courses): get it measured again ○ Grey New – by 25 November',
    ]);
  });

  it('takes an action for a person until a day, with a word', async () => {
    const fields = { action: 'website/form', by: 'Iryna', until: '2026-12-15', why: 'compare  five\r\ncontractors' };
    expect(await post(paths.planTake, fields)).toEqual([303, '/plan?done=plan-taken']);
    expect((await step())?.taken).toMatchObject({ by: 'Iryna', note: 'compare five contractors', until: '2026-12-15' });
  });

  it('takes it for who is signed in where no name is given', async () => {
    expect(await post(paths.planTake, { action: 'website/form', by: '', until: '' })).toEqual([
      303,
      '/plan?done=plan-taken',
    ]);
    expect((await step())?.taken).toMatchObject({ by: 'olena@coffeelab.example', note: '', until: null });
  });

  it('closes what is done although it is still red, says so, and opens it again', async () => {
    expect(await post(paths.planDone, { action: 'website/form', why: '' })).toEqual([303, '/plan?done=plan-done']);
    expect((await shown())[0]).toBe(
      'Contact form (Website) ■ Red Marked as done, but the problem is still there – olena@coffeelab.example',
    );
    expect(await post(paths.planReopen, { action: 'website/form' })).toEqual([303, '/plan?done=plan-reopened']);
    expect(await post(paths.planReopen, { action: 'website/form' })).toEqual([303, '/plan?failed=plan-not-closed']);
  });

  it('drops what is not worth it only with a reason', async () => {
    expect(await post(paths.planDrop, { action: 'website/form', why: ' ' })).toEqual([
      303,
      '/plan?failed=plan-no-reason',
    ]);
    expect(await post(paths.planDrop, { action: 'website/form', why: 'closing' })).toEqual([
      303,
      '/plan?done=plan-dropped',
    ]);
    expect((await step())?.closed).toMatchObject({ how: 'dropped', why: 'closing', by: 'olena@coffeelab.example' });
  });

  it('refuses days that have passed or are none, notes that are too long, and actions that nothing asks for', async () => {
    const before = await step();
    const take = (fields: Readonly<Record<string, string>>) =>
      post(paths.planTake, { action: 'website/form', ...fields });
    expect(await take({ until: '2026-11-22' })).toEqual([303, '/plan?failed=plan-no-day']);
    expect(await take({ until: '2026-02-30' })).toEqual([303, '/plan?failed=plan-no-day']);
    expect(await take({ why: 'x'.repeat(501) })).toEqual([303, '/plan?failed=word-too-long']);
    expect(await take({ action: 'gone/form' })).toEqual([303, '/plan?failed=not-in-plan']);
    expect(await take({ action: '<script>' })).toEqual([303, '/plan?failed=not-in-plan']);
    expect(await step()).toEqual(before);
  });

  it('shows readers the plan and no form, and refuses what they send', async () => {
    const before = await step();
    expect(await (await request('/plan', null, 'reader')).text()).not.toContain('<details');
    expect(await post(paths.planDone, { action: 'website/form', why: '' }, 'reader')).toEqual([403, null]);
    expect(await step()).toEqual(before);
  });
});
