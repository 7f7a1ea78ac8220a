import { describe, expect, it } from 'vitest';
import { aResult, aResultThatIs } from '../../support/a-result.ts';
import { anIncident } from '../../support/a-status.ts';
import { slowPage } from '../../support/said.ts';
import { aPage, type PageOptions } from '../a-page.ts';
import { allGreen, brokenForm, coffeeLab, ill, withStatuses } from '../coffee-lab.ts';
import { detailStores, greenMonth, type KnownDetails } from './detail-stores.ts';

const configuration = coffeeLab();
const green = allGreen(configuration);
const load = 'website/page-load@mobile';

function pageOf(known: KnownDetails, options: Partial<PageOptions> = {}) {
  return aPage({ configuration, stores: detailStores(configuration, known), ...options });
}

const pathOf = (id: string) => `/check?${new URLSearchParams({ id })}`;
const at = (minutes: number) => new Date(Date.parse('2026-11-23T09:30:00.000Z') - minutes * 60_000).toISOString();
const rowsOf = (html: string) =>
  [...(/<table class="runs">.*?<\/table>/s.exec(html)?.[0] ?? '').matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
    row.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|'),
  );

describe('the page of a check', () => {
  it('says what it found, since when, when it ran last and how often it runs', async () => {
    const text = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }).text(pathOf('website/form'));
    expect(text).toContain('Contact form\n■ Red');
    expect(text).toContain('HTTP 500');
    expect(text).toContain('since 11:00; measured 5 minutes ago; every 4 hours');
  });

  it('leads back to its touchpoint', async () => {
    const html = await pageOf({ statuses: green }).html(pathOf(load));
    expect(html).toContain('<a href="/touchpoint?id=website">Website</a>');
  });

  it('lists the last fifty runs, newest first, each as it is judged, with its main numbers', async () => {
    const results = [
      aResultThatIs('red', { scheduledAt: at(0), attempts: 2, measurements: { lcpMs: 6100, loadMs: 7000 } }),
      aResultThatIs('unknown', { scheduledAt: at(30) }),
      ...Array.from({ length: 70 }, (_, n) => aResult({ scheduledAt: at(60 + n * 30) })),
    ];
    const rows = rowsOf(await pageOf({ statuses: green, results }).html(pathOf(load)));
    expect(rows).toHaveLength(51);
    expect(rows[0]).toBe('|When|Light|Time to main content|Time to full load|What was found|Attempts|Evidence|');
    expect(rows[1]).toMatch(/^\|11:30\|■ Red\|⚠ 6\.1 s\|7 s\|The main content takes 6\.1 s .*\|2\|$/);
    expect(rows[2]).toMatch(/^\|11:00\|○ Grey\|–\|–\|The browser did not start\.\|1\|$/);
    expect(rows[3]).toMatch(/^\|10:30\|● Green\|1\.5 s\|–\|/);
  });

  it('has no green for a run that found nothing to check', async () => {
    const result = aResult({ scheduledAt: at(0), outcome: 'not-applicable', measurements: {} });
    expect(rowsOf(await pageOf({ statuses: green, results: [result] }).html(pathOf(load)))[1]).toContain(
      '|– nothing to check|',
    );
  });

  it('links the evidence of each run', async () => {
    const reference =
      '/home/olena/.touchlight/evidence/website_page-load@mobile/2026-11-23T09-30-00.000Z-requests.json';
    const evidence = [{ name: 'requests.json', contentType: 'application/json', reference }];
    const html = await pageOf({ statuses: green, results: [aResult({ scheduledAt: at(0), evidence })] }).html(
      pathOf(load),
    );
    expect(html).toContain(`href="/evidence?${new URLSearchParams({ ref: reference })}"`);
  });

  it('says everything that the last run was judged by, and which evidence is missing', async () => {
    const details = { evidenceMissing: [{ name: 'screenshot.jpg', why: 'full', code: 'ENOSPC' }] };
    const result = aResult({ scheduledAt: at(0), measurements: { lcpMs: 6100, cls: 0.15, ttfbMs: 300 }, details });
    const text = await pageOf({ statuses: green, results: [result] }).text(pathOf(load));
    const found = text.slice(text.indexOf('What the last run found'), text.indexOf('Last runs'));
    expect(found.split('\n').slice(1, 4)).toEqual([
      expect.stringContaining('■Red The main content takes 6.1 s'),
      expect.stringContaining('▲Yellow The layout shifts by 0.15'),
      expect.stringContaining('●Green The server takes 300 ms to respond'),
    ]);
    expect(found).toContain('The screenshot could not be stored: no space is left (ENOSPC).');
  });

  it('does not tell of a fault that is not there', async () => {
    const checkId = 'website/contacts@mobile';
    const result = aResult({
      checkId,
      scheduledAt: at(0),
      measurements: { clicksToContact: 0, phonesMissing: 0, contactsCovered: 0 },
    });
    const text = await pageOf({ statuses: green, results: [result] }).text(pathOf(checkId));
    const [found = '', bounds = ''] = [
      text.slice(0, text.indexOf('Last runs')),
      text.slice(text.indexOf('Thresholds')),
    ];
    expect(found).not.toContain('Something covers the contacts');
    expect(bounds).toMatch(/Yellow as soon as this is found\n(?:.*\n)*Something covers the contacts\./);
    expect(found).toContain('Taps to reach a contact: 0.');
  });

  it('tells the thresholds and what becomes an alert', async () => {
    const text = await pageOf({ statuses: green }).text(pathOf(load));
    expect(text).toContain('Time to main content up to 2.5 s from 4 s');
    expect(text).toContain('the page does not respond to taps for … up to 200 ms from 600 ms');
    expect(text).toContain('An incident opens after 2 runs in a row that are yellow or red.');
    expect(text).toContain('It ends after 2 runs in a row that are green.');
    expect(text).toContain('While it is open and not acknowledged, a reminder is sent once a day.');
    expect(text).toContain('When it cannot be measured for 3 hours, operations are told.');
    const lighthouse = await pageOf({ statuses: green }).text(pathOf('website/lighthouse'));
    expect(lighthouse).toContain('90 out of 100 or more 50 out of 100 or less');
  });

  it('shows its own incidents, the open one first, and says among how many it looked', async () => {
    const others = Array.from({ length: 300 }, (_, n) =>
      anIncident({
        checkId: 'website/form',
        state: 'resolved',
        resolvedAt: at(n),
        suspectedAt: at(n + 2),
        openedAt: at(n + 1),
      }),
    );
    const own = anIncident({ state: 'resolved', resolvedAt: at(50), suspectedAt: at(90), openedAt: at(80) });
    const open = anIncident({ finding: slowPage(5200), suspectedAt: at(20), openedAt: at(15) });
    const known = { statuses: withStatuses(green, ill(open)), incidents: [...others, own] };
    const html = await pageOf(known).html(pathOf(load));
    const opened = [...html.matchAll(/\/incident\?check=[^"]*opened=([^"]*)"/g)].map(([, when]) =>
      decodeURIComponent(when ?? ''),
    );
    expect(opened).toEqual([at(15), at(80)]);
    expect(html).toContain('Among the last 200 incidents of this touchpoint.');
  });

  it('draws its trends, and its days', async () => {
    const html = await pageOf({ statuses: green, days: greenMonth(load) }).html(pathOf(load));
    expect(html).toContain('Time to main content Phone, p75: Latest (22 Nov)');
    expect(html).toContain('aria-label="The last 30 days: 30 green"');
  });

  it('offers operators to run it now, and readers nothing', async () => {
    const operators = await pageOf({ statuses: green }).html(pathOf(load));
    expect(operators).toContain(
      '<form action="/run" method="post"><input type="hidden" name="check" value="website/page-load@mobile"/>',
    );
    expect(operators).toContain(`name="back" value="${pathOf(load)}"`);
    expect(await pageOf({ statuses: green }, { role: 'reader' }).html(pathOf(load))).not.toContain('action="/run"');
  });

  it('shows readers no word of a customer', async () => {
    const checkId = 'facebook/responses';
    const reason = { id: 'quoted', params: { text: 'Ann K.: Are you open on Sunday?' } };
    const result = aResult({
      ...{ checkId, scheduledAt: at(0), reason, measurements: { oldestWaitingMinutes: 900 } },
      facts: { oldestWaitingMinutes: reason },
    });
    const known = { statuses: green, results: [result] };
    expect(await pageOf(known).html(pathOf(checkId))).toContain('Sunday');
    const readers = await pageOf(known, { role: 'reader' }).html(pathOf(checkId));
    expect(readers).toContain('15 h');
    expect(readers).not.toMatch(/Sunday|Ann K/);
  });

  it('says so where nothing has run yet', async () => {
    const text = await pageOf({}).text(pathOf('website/form'));
    expect(text).toContain('not measured yet, every 4 hours');
    expect(text).toContain('No run has been stored yet.');
  });

  it.each(['', 'website', 'website/nothing', 'website/form:/gone', 'WEBSITE/form', 'website/form#x', '../form'])(
    'of "%s" is answered like anything unknown',
    async (id) => {
      const page = pageOf({ statuses: green });
      const [answer, unknown] = [await page.get(pathOf(id)), await page.get('/nothing-here')];
      expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()]);
    },
  );
});
