import { describe, expect, it } from 'vitest';
import { aResult } from '../../support/a-result.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { slowPage } from '../../support/said.ts';
import { aPage, type PageOptions } from '../a-page.ts';
import { acknowledged, allGreen, brokenForm, coffeeLab, ill, waitingCustomers, withStatuses } from '../coffee-lab.ts';
import { detailStores, greenMonth, type KnownDetails } from './detail-stores.ts';

const configuration = coffeeLab();
const green = allGreen(configuration);

function pageOf(known: KnownDetails, options: Partial<PageOptions> = {}) {
  return aPage({ configuration, stores: detailStores(configuration, known), ...options });
}

const website = '/touchpoint?id=website';

/** The lines of one section. */
function section(text: string, heading: string, next: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(heading);
  const to = lines.indexOf(next);
  return lines.slice(from + 1, to === -1 ? undefined : to);
}

describe('the page of a touchpoint', () => {
  it('names it, with its light, since when, and how old that is', async () => {
    const html = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }).html(website);
    expect(html).toContain('<title>Website: Coffee Lab</title>');
    expect(html).toContain('<h1>Website</h1><span class="chip red">■ Red</span>');
    const text = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }).text(website);
    expect(text).toContain('since 11:00 (60 minutes); measured 3 minutes ago');
  });

  it('shows each check, worst first, with what it found, since when, its last run and how often it runs', async () => {
    const text = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }).text(website);
    const checks = section(text, 'Checks', 'Maintenance');
    expect(checks.slice(0, 4)).toEqual([
      'Contact form',
      '■ Red',
      expect.stringContaining('HTTP 500'),
      'since 11:00; measured 5 minutes ago; every 4 hours',
    ]);
    expect(checks).toContain('since 10:00; measured 3 minutes ago; every 30 minutes');
    expect(checks.filter((line) => line.startsWith('Page speed'))).toEqual([
      'Page speed, on a phone',
      'Page speed, on a computer',
    ]);
  });

  it('is grey for what has gone silent, and says what was known last and since when', async () => {
    const silent = ill(brokenForm, { lastRunAt: '2026-11-21T09:00:00.000Z' });
    const text = await pageOf({ statuses: withStatuses(green, silent) }).text(website);
    expect(text).toMatch(/Contact form\n○ Grey\nNot measured since 21 Nov 11:00\. Last known: red\./);
  });

  it('is grey for what has never run', async () => {
    const text = await pageOf({ statuses: green.filter(({ checkId }) => checkId !== 'website/form') }).text(website);
    expect(text).toMatch(/Contact form\n○ Grey\nnot measured yet, every 4 hours/);
  });

  it('draws the last days of the touchpoint and of each check, in words for who cannot see them', async () => {
    const checkId = 'website/page-load@mobile';
    const days = greenMonth(checkId).map((each) =>
      each.day.date === '2026-11-20'
        ? { ...each, day: { ...each.day, runs: { green: 40, yellow: 0, red: 8, unknown: 0 } } }
        : each,
    );
    const incident = anIncident({
      ...{ state: 'resolved', suspectedAt: '2026-11-20T09:00:00.000Z', openedAt: '2026-11-20T09:05:00.000Z' },
      resolvedAt: '2026-11-20T13:00:00.000Z',
    });
    const lone = {
      ...configuration,
      touchpoints: configuration.touchpoints.map((touchpoint) => ({
        ...touchpoint,
        checks: touchpoint.checks.filter(({ id }) => id === checkId),
      })),
    };
    const known = { statuses: green, days, incidents: [incident] };
    const html = await aPage({ configuration: lone, stores: detailStores(lone, known) }).html(website);
    const spoken = [...html.matchAll(/aria-label="(The last [^"]*)"/g)].map(([, label]) => label);
    expect(spoken).toEqual([
      'The last 7 days: 1 red, 6 green',
      'The last 30 days: 1 red, 29 green',
      'The last 7 days: 1 red, 6 green',
      'The last 30 days: 1 red, 29 green',
    ]);
    expect(html.match(/<figure class="trend">/g)).toHaveLength(2);
  });

  it('leads to each open incident and says who is on it', async () => {
    const statuses = withStatuses(green, ill(brokenForm));
    const known = { statuses, acknowledgements: [acknowledged({ why: 'Calling the host' })] };
    const html = await pageOf(known).html(website);
    expect(html).toContain('href="/incident?check=website%2Fform&amp;opened=2026-11-23T09%3A05%3A00.000Z"');
    expect(html).toContain('Calling the host');
  });

  it('shows the pictures of the last visits with what is marked on them', async () => {
    const reference = 'evidence/website/page-load%40mobile/2026-11-23T09%3A30%3A00.000Z/screenshot.jpg';
    const result = aResult({
      scheduledAt: '2026-11-23T09:30:00.000Z',
      evidence: [{ name: 'screenshot.jpg', contentType: 'image/jpeg', reference }],
    });
    const html = await pageOf({ statuses: green, results: [result] }).html(website);
    expect(html).toContain(`src="/evidence?${new URLSearchParams({ ref: reference }).toString()}"`);
    expect(html).toContain('alt="Page speed, on a phone, Mon 23 Nov, 11:30"');
  });
});

describe('past incidents of a touchpoint', () => {
  const start = Date.parse('2026-09-01T00:00:00.000Z');
  const incidents = Array.from({ length: 120 }, (_, n) =>
    anIncident({
      ...{ state: 'resolved', finding: slowPage(6000 + n) },
      suspectedAt: new Date(start + n * 3_600_000).toISOString(),
      openedAt: new Date(start + n * 3_600_000 + 300_000).toISOString(),
      resolvedAt: new Date(start + n * 3_600_000 + 1_800_000).toISOString(),
    }),
  );
  const older = /href="(\/touchpoint\?id=website&amp;before=[^"]*)"/;
  const shown = (html: string) =>
    [...html.matchAll(/\/incident\?check=[^"]*opened=([^"]*)"/g)].map(([, at]) => decodeURIComponent(at ?? ''));

  it('are shown newest first, fifty on a page, each once, with the way to older ones and back', async () => {
    const page = pageOf({ statuses: green, incidents });
    let html = await page.html(website);
    const all = shown(html);
    expect(all).toHaveLength(50);
    for (let next = older.exec(html)?.[1]; next !== undefined; next = older.exec(html)?.[1]) {
      html = await page.html(next.replaceAll('&amp;', '&'));
      expect(html).toContain('href="/touchpoint?id=website"');
      all.push(...shown(html));
    }
    expect(all).toEqual(incidents.map(({ openedAt }) => openedAt).toReversed());
  });

  it('say when, how long and how bad', async () => {
    const [first] = incidents;
    if (first === undefined) throw new Error('There is one.');
    const text = await pageOf({ statuses: green, incidents: [first] }).text(website);
    expect(section(text, 'Past incidents', '')).toEqual(
      expect.arrayContaining([expect.stringContaining('1 Sept 03:00'), expect.stringContaining('lasted 30 minutes')]),
    );
    expect(text).toContain('■ Red');
  });

  it('of checks that are configured no more are not shown, and hold up no older ones', async () => {
    const removed = incidents.map((incident, n) =>
      n % 2 === 0 ? { ...incident, checkId: 'website/form:/gone' } : incident,
    );
    const page = pageOf({ statuses: green, incidents: removed });
    const html = await page.html(website);
    expect(html).not.toContain('gone');
    const next = older.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(shown(html).length + shown(await page.html(next)).length).toBe(50);
  });

  it.each([
    'before=yesterday&check=website/form',
    'before=2026-09-01T00:05:00.000Z',
    'check=website/form',
    'before=2026-09-01T00:05:00.000Z&check=facebook/responses',
    'before=2026-09-01T00:05:00.000Z&check=website/form%23x',
    'before=&check=',
  ])('are not found by %s', async (cursor) => {
    const answer = await pageOf({ statuses: green, incidents }).get(`${website}&${cursor}`);
    expect(answer.status).toBe(404);
  });
});

describe('who is let to do what on it', () => {
  const window = {
    touchpointId: 'website',
    from: '2026-11-23T09:00:00.000Z',
    to: '2026-11-23T12:00:00.000Z',
    why: 'A new host',
    by: 'Olena',
  };
  const fields = (html: string, action: string) =>
    [...html.matchAll(new RegExp(`<form action="${action}" method="post">.*?</form>`, 'g'))].map(([form]) =>
      Object.fromEntries(
        [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    );

  it('operators start maintenance, and run each check now, and come back here', async () => {
    const html = await pageOf({ statuses: green }).html(website);
    expect(fields(html, '/maintenance/start')).toEqual([{ touchpoint: 'website', back: website }]);
    expect(html).toContain('<select id="minutes-website" name="minutes">');
    expect(fields(html, '/maintenance/end')).toEqual([]);
    expect(fields(html, '/run').map(({ check }) => check)).toEqual(
      expect.arrayContaining(['website/availability', 'website/form', 'website/page-load@mobile']),
    );
    expect(html).toContain('aria-label="Run now: Page speed, on a phone"');
  });

  it('operators end maintenance that is on; who announced it and why is said', async () => {
    const html = await pageOf({ statuses: green, maintenance: [window] }).html(website);
    expect(fields(html, '/maintenance/end')).toEqual([{ touchpoint: 'website', back: website }]);
    expect(fields(html, '/maintenance/start')).toEqual([]);
    expect(html).toContain('A new host');
    expect(html).toContain('Olena');
  });

  it('maintenance of the file is said, and neither ended nor begun again', async () => {
    const planned = { ...configuration, maintenance: [window] };
    const html = await aPage({ configuration: planned, stores: detailStores(planned, { statuses: green }) }).html(
      website,
    );
    expect(html).toContain('A new host');
    expect([...fields(html, '/maintenance/end'), ...fields(html, '/maintenance/start')]).toEqual([]);
  });

  it('maintenance that comes is announced, that of others and what is over is not', async () => {
    const next = { ...window, from: '2026-11-24T09:00:00.000Z', to: '2026-11-24T10:00:00.000Z', why: 'Tomorrow' };
    const over = { ...window, from: '2026-11-23T07:00:00.000Z', to: '2026-11-23T08:00:00.000Z', why: 'This morning' };
    const others = { ...window, touchpointId: 'facebook', why: 'Elsewhere' };
    const text = await pageOf({ statuses: green, maintenance: [over, next, others] }).text(website);
    expect(text).toContain('Tomorrow');
    expect(text).not.toMatch(/This morning|Elsewhere/);
  });

  it('readers look only', async () => {
    const html = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }, { role: 'reader' }).html(website);
    expect(html.match(/<form[^>]*action="(?!\/out)[^"]*"/g)).toBeNull();
  });

  it('operators see who waits and what they wrote; readers how many wait and for how long', async () => {
    const known = { statuses: green, conversations: waitingCustomers };
    const facebook = '/touchpoint?id=facebook';
    const operators = await pageOf(known).html(facebook);
    expect(operators).toContain('Olena K.');
    expect(operators).toContain('Are you open on Sunday?');
    expect(operators).toContain('href="https://social.example/posts/1"');
    const readers = await pageOf(known, { role: 'reader' }).html(facebook);
    expect(readers).toContain('2 customers are waiting, 1 of them longer than promised.');
    expect(readers).toContain('The longest wait so far is 47 h of business time.');
    expect(readers).not.toMatch(/Ann K|Mia|Sunday|posts\/1/);
    expect(readers).toContain('Customers get an answer in time.');
    expect(readers).not.toContain('Customers wait too long');
  });
});

describe('what is not there', () => {
  it.each(['', '?id=', '?id=nowhere', '?id=website/form', '?id=__proto__', '?id=%00', '?other=website'])(
    '/touchpoint%s is answered like anything unknown',
    async (query) => {
      const page = pageOf({ statuses: green });
      const [answer, unknown] = [await page.get(`/touchpoint${query}`), await page.get('/nothing-here')];
      expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()]);
    },
  );

  it('checks that left the configuration are not shown', async () => {
    const gone = aStatus({
      checkId: 'website/form:/old',
      light: 'red',
      incident: { ...brokenForm, checkId: 'website/form:/old' },
    });
    const html = await pageOf({ statuses: [...green, gone] }).html(website);
    expect(html).not.toContain('/old');
    expect(html).toContain('<span class="chip green">');
  });
});
