import { describe, expect, it } from 'vitest';
import { say } from '../../shared/model/general-statements.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { aStatus } from '../support/a-status.ts';
import { aPage, counting, noon, type PageOptions } from './a-page.ts';
import { acknowledged, alertSent, brokenForm, coffeeLab, ill, type Known, openedAt, storesOf } from './coffee-lab.ts';
import { incidentAddress, incidents } from './states.ts';

const configuration = coffeeLab();

function pageOf(known: Known, options: Partial<PageOptions> = {}) {
  return aPage({ configuration, stores: storesOf(configuration, known), ...options });
}

const actionsIn = (html: string): (string | undefined)[] =>
  [...html.matchAll(/action="([^"]+)"/g)].map(([, action]) => action).filter((action) => action !== '/out');

describe('the page of an incident', () => {
  it('tells what happened in order', async () => {
    const text = await pageOf(incidents.open('en')).text(incidentAddress);
    const story = text.slice(text.indexOf('What happened'));
    expect(story.split('\n').slice(2, -1)).toEqual([
      '11:00 First seen',
      '11:05 Confirmed: the incident opened',
      '11:06 Alert sent: new incident (■ Red)',
      '11:20 Being worked on: olena@coffeelab.example: Calling the host',
      '11:26 Got worse; alert sent (■ Red)',
      '11:30 Maintenance: no alerts, until 11:50: Moving to a new host',
    ]);
  });

  it('names from where it was seen, where the sentence does not', async () => {
    const seenFrom = { fails: ['eu-west-1', 'eu-north-1'], unclear: ['eu-west-3'] };
    const pageTold = (incident: Incident): Promise<string> =>
      pageOf({ statuses: [ill(incident)] }).text(incidentAddress);
    expect(await pageTold({ ...brokenForm, seenFrom })).toContain(
      'Regions: fails from Ireland and Stockholm; could not be checked from Paris',
    );
    expect(await pageTold(brokenForm)).not.toContain('Regions:');
    const says = say('general/one-region', { works: ['eu-north-1'], fails: ['eu-west-1'], unclear: [], why: null });
    const finding = { kind: 'cause', cause: 'http-error', says } as const;
    expect(await pageTold({ ...brokenForm, finding, seenFrom })).not.toContain('Regions:');
  });

  it('lets an operator take it, and give it back', async () => {
    const free = await pageOf({ statuses: [ill(brokenForm)] }).html(incidentAddress);
    expect(actionsIn(free)).toEqual(['/acknowledge', '/run', '/maintenance/start']);
    const taken = { statuses: [ill(brokenForm)], acknowledgements: [acknowledged()] };
    expect(actionsIn(await pageOf(taken).html(incidentAddress))).toEqual(['/withdraw', '/run', '/maintenance/start']);
    expect(actionsIn(await pageOf(taken, { role: 'reader' }).html(incidentAddress))).toEqual([]);
  });

  it('comes back to itself, without what was said before', async () => {
    const html = await pageOf({ statuses: [ill(brokenForm)] }).html(`${incidentAddress}&done=acknowledged`);
    expect(html).toContain(`name="back" value="${incidentAddress.replaceAll('&', '&amp;')}"`);
  });

  it('ends maintenance that holds', async () => {
    const window = {
      touchpointId: 'website',
      from: '2026-11-23T09:30:00.000Z',
      to: '2026-11-23T12:00:00.000Z',
      why: '',
    };
    const html = await pageOf({ statuses: [ill(brokenForm)], maintenance: [window] }).html(incidentAddress);
    expect(actionsIn(html)).toContain('/maintenance/end');
    expect(html).toContain('Maintenance until 14:00.');
  });

  it('ends no maintenance that stands in the file, and says what was done', async () => {
    const window = {
      touchpointId: 'website',
      from: '2026-11-23T09:30:00.000Z',
      to: '2026-11-23T12:00:00.000Z',
      why: '',
    };
    const stores = storesOf(configuration, { statuses: [ill(brokenForm)] });
    const page = aPage({ configuration: { ...configuration, maintenance: [window] }, stores });
    const html = await page.html(`${incidentAddress}&done=acknowledged`);
    expect(html).toContain('Maintenance until 14:00.');
    expect(actionsIn(html)).toEqual(['/acknowledge', '/run']);
    expect(html).toContain('<p role="status" class="said">');
    expect(await page.html(`${incidentAddress}&failed=incident-over`)).toContain('<p role="alert" class="said bad">');
    expect(await page.html(`${incidentAddress}&failed=constructor`)).not.toContain('role="alert"');
  });

  it('says that it is over and offers nothing more to do', async () => {
    const html = await pageOf(incidents.over('en')).html(incidentAddress);
    expect(html).toContain('This incident is over: resolved today at 11:45.');
    expect(html).toContain('<title>✓ Website: Contact form – Coffee Lab</title>');
    expect(html).toContain('Now: <span class="chip green">● Green</span>');
    expect(actionsIn(html)).toEqual([]);
  });

  it('is over as soon as its check has found a later one', async () => {
    const later = { ...brokenForm, openedAt: '2026-11-23T09:50:00.000Z', suspectedAt: '2026-11-23T09:48:00.000Z' };
    const ended = { ...brokenForm, state: 'resolved' as const, resolvedAt: '2026-11-23T09:40:00.000Z' };
    const html = await pageOf({ statuses: [ill(later)], incidents: [ended] }).html(incidentAddress);
    expect(html).toContain('This incident is over');
  });

  it('is grey where its check is not measured any more, and says since when', async () => {
    const silent = ill(brokenForm, { lastRunAt: '2026-11-21T09:55:00.000Z' });
    const html = await pageOf({ statuses: [silent] }).html(incidentAddress);
    expect(html).toContain('data-light="unknown"');
    expect(html).toContain('This check has not been measured since Sat 21 Nov, 11:55.');
  });

  it('is the same page for what does not exist, what is foreign and what is malformed', async () => {
    const page = pageOf({ statuses: [ill(brokenForm), aStatus({ touchpointId: 'other', checkId: 'other/form' })] });
    const addresses = [
      `/incident?check=website/form&opened=2026-11-23T09:05:00.001Z`,
      `/incident?check=website/contacts&opened=${openedAt}`,
      `/incident?check=other/form&opened=${openedAt}`,
      `/incident?check=../../etc/passwd&opened=${openedAt}`,
      `/incident?check=website/form&opened=2026-99-99T09:05:00.000Z`,
      `/incident?check=website/form&opened=<script>`,
      `/incident?check=website/form:/${'x'.repeat(5000)}&opened=${openedAt}`,
      '/incident',
      '/no/such/page',
    ];
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const answer = await page.get(address);
        return [answer.status, await answer.text()] as const;
      }),
    );
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(([, body]) => body)).size).toBe(1);
    expect(answers[0]?.[1]).toContain('There is no such page, or it is not there any more.');
  });

  it('costs five reads, however many other incidents there are', async () => {
    const sent = Array.from({ length: 500 }, (_, n) => alertSent({ reason: 'reminder', n: n + 1 }));
    const { stores, calls } = counting(storesOf(configuration, { statuses: [ill(brokenForm)], sent }));
    await aPage({ configuration, stores, at: noon }).html(incidentAddress);
    expect(Object.fromEntries(calls)).toEqual({
      'statuses.load': 1,
      'incidents.list': 1,
      'sent.list': 1,
      'acknowledgements.list': 1,
      'maintenance.list': 1,
    });
  });
});
