import { describe, expect, it } from 'vitest';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aConversation } from '../support/a-week.ts';
import { aCause } from '../support/said.ts';
import { aPage, type PageOptions } from './a-page.ts';
import {
  acknowledged,
  allGreen,
  brokenForm,
  coffeeLab,
  ill,
  type Known,
  storesOf,
  withStatuses,
} from './coffee-lab.ts';

const configuration = coffeeLab();
const green = allGreen(configuration);

function pageOf(known: Known, options: Partial<PageOptions> = {}) {
  return aPage({ configuration, stores: storesOf(configuration, known), ...options });
}

/** The value of each hidden field of the form with that action. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const [form = ''] = new RegExp(`<form[^>]* action="${action}"[^>]*>.*?</form>`).exec(html) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

describe('the overview', () => {
  it('names the worst first: in the title, in the headline and in the list', async () => {
    const html = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }).html('/');
    expect(html).toContain('<title>■ 1 red, 3 green – Coffee Lab</title>');
    expect(html).toContain('data-light="red"');
    expect(html).toMatch(
      /<h1>■ 1 red, 3 green<\/h1><p><bdi>Website: Contact form – .*endpoint returns HTTP 500.* \(since today at 11:00\)\.<\/bdi><\/p>/,
    );
    const names = [...html.matchAll(/data-live="touchpoint ([\w-]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['website', 'facebook', 'google-reviews', 'youtube']);
  });

  it('shows all six places, each with its worst light and a way to its worst touchpoint', async () => {
    const html = await pageOf({ statuses: withStatuses(green, ill(brokenForm)) }).html('/');
    const [strip = ''] = /<ul class="places">.*?<\/ul>/.exec(html) ?? [];
    const cells = [...strip.matchAll(/<li>(.*?)<\/li>/g)].map(([, cell = '']) => cell);
    expect(cells.map((cell) => cell.replaceAll(/<\/span>/g, ' ').replaceAll(/<[^>]+>/g, ''))).toEqual([
      '– Not watched  Phone ',
      '– Not watched  Email and messengers ',
      '● Green  Social pages',
      '– Not watched  Face to face ',
      '■ Red  Website',
      '● Green  Reviews',
    ]);
    expect(cells.map((cell) => /href="([^"]+)"/.exec(cell)?.[1] ?? null)).toEqual([
      null,
      null,
      '/touchpoint?id=facebook',
      null,
      '/touchpoint?id=website',
      '/touchpoint?id=google-reviews',
    ]);
  });

  it('offers operators to say that they are on it, and comes back to the overview', async () => {
    const html = await pageOf({ statuses: [ill(brokenForm)] }).html('/');
    expect(fieldsOf(html, '/acknowledge')).toEqual({
      check: 'website/form',
      opened: '2026-11-23T09:05:00.000Z',
      back: '/',
    });
  });

  it('offers readers nothing to do', async () => {
    const html = await pageOf({ statuses: [ill(brokenForm)] }, { role: 'reader' }).html('/');
    expect([...html.matchAll(/action="([^"]+)"/g)].map(([, action]) => action)).toEqual(['/out']);
    expect(html).toContain('Nobody is on it yet.');
  });

  it('names who looks after the touchpoint', async () => {
    const known = { statuses: [ill(brokenForm)] };
    const owner = { name: 'Olena', email: 'olena@coffeelab.example' };
    const touchpoints = configuration.touchpoints.map((each) => (each.id === 'website' ? { ...each, owner } : each));
    const owned = await pageOf(known, { configuration: { ...configuration, touchpoints } }).html('/');
    expect(owned).toContain('<dt>Owner</dt><dd><bdi>Olena</bdi></dd>');
    expect(await pageOf(known).html('/')).not.toContain('<dt>Owner</dt>');
  });

  it('says who is on an incident and asks nobody else', async () => {
    const known = { statuses: [ill(brokenForm)], acknowledgements: [acknowledged({ why: 'Calling the host' })] };
    const html = await pageOf(known).html('/');
    expect(html).toContain('<bdi>olena@coffeelab.example</bdi>');
    expect(html).toContain('<bdi>Calling the host</bdi>');
    expect(html).not.toContain('action="/acknowledge"');
  });

  it('is grey about everything that nobody has looked at for three sweeps, and says what was known', async () => {
    const lastRunAt = '2026-11-23T09:10:00.000Z';
    const statuses = withStatuses(allGreen(configuration, lastRunAt), ill(brokenForm, { lastRunAt }));
    const known = { statuses, readAt: '2026-11-23T09:14:59.000Z' };
    expect(await pageOf(known).text('/')).toContain('Not updated since 11:14; it was red then');
    const inTime = { ...known, readAt: '2026-11-23T09:15:00.000Z' };
    expect(await pageOf(inTime).text('/')).toContain('■ 1 red, 3 green');
  });

  it('ages a green light by itself, without a new look', async () => {
    const page = pageOf({ statuses: green }, { at: '2026-11-23T10:44:00.000Z' });
    expect(await page.text('/')).toContain('● 4 green');
    const silent = green.map((status) => ({ ...status, lastRunAt: '2026-11-23T06:59:00.000Z' }));
    const later = { statuses: silent, readAt: '2026-11-23T09:58:00.000Z' };
    expect(await pageOf(later, { at: '2026-11-23T10:40:00.000Z' }).text('/')).toMatch(
      /No longer measured \(last run: 08:59, green then\)/,
    );
  });

  it('knows nothing of a touchpoint before its first look, and leaves out what is not configured any more', async () => {
    const gone = aStatus({ touchpointId: 'old-shop', checkId: 'old-shop/form' });
    const text = await pageOf({ statuses: [gone] }).text('/');
    expect(text).toContain('○ 4 grey');
    expect(text).toContain('Not measured yet.');
    expect(text).not.toContain('old-shop');
  });

  it('looks for news more often while something is open', async () => {
    expect(await pageOf({ statuses: green }).html('/')).toContain('data-seconds="30"');
    expect(await pageOf({ statuses: [ill(brokenForm)] }).html('/')).toContain('data-seconds="15"');
  });
});

describe('who waits for an answer', () => {
  const conversations = [aConversation({ permalink: 'https://social.example/posts/1' })];

  it('is shown to operators with the way to answer', async () => {
    const html = await pageOf({ statuses: green, conversations }).html('/');
    expect(html).toContain('Ann K.: “Are you open on Sunday?”');
    expect(html).toContain('<a href="https://social.example/posts/1" rel="noreferrer noopener">');
  });

  it('is a number to readers', async () => {
    const html = await pageOf({ statuses: green, conversations }, { role: 'reader' }).html('/');
    expect(html).toContain('1 customer is waiting, 1 of them longer than promised.');
    expect(html).not.toMatch(/Ann K|Sunday|social\.example/);
  });

  it('stays a number where the incident itself quotes the customer', async () => {
    const incident = anIncident({
      touchpointId: 'facebook',
      checkId: 'facebook/responses',
      finding: {
        ...{ kind: 'measurement', id: 'overdue', value: 1, bound: 0, side: 'at-most', unit: 'count' },
        because: {
          id: 'responses/overdue',
          params: {
            link: 'INBOX: “Parking”',
            mail: true,
            waitedMinutes: 300,
            dueAt: null,
            others: 0,
            timeZone: 'Europe/Kyiv',
          },
        },
      },
    });
    const known = { statuses: withStatuses(green, ill(incident)) };
    expect(await pageOf(known).html('/')).toContain('Parking');
    const forReaders = await pageOf(known, { role: 'reader' }).html('/');
    expect(forReaders).not.toContain('Parking');
    expect(forReaders).toContain('Facebook: Answers to customers');
  });

  it('links to nothing but the web', async () => {
    const hostile = [aConversation({ permalink: 'javascript:alert(1)' })];
    expect(await pageOf({ statuses: green, conversations: hostile }).html('/')).not.toContain('javascript:');
  });
});

describe('hostile text', () => {
  const markup = '</bdi><script>alert(1)</script>"><img src=x onerror=alert(2)>';

  it('is shown as text, isolated and shortened', async () => {
    const incident = { ...brokenForm, finding: aCause(`${markup} ${'A'.repeat(1_000_000)}`) };
    const known = {
      statuses: withStatuses(green, ill(incident)),
      acknowledgements: [acknowledged({ by: `x\u202e${markup}`, why: markup })],
      conversations: [aConversation({ author: '<b>Ann</b>', text: markup })],
    };
    const html = await pageOf(known).html('/');
    expect(html).not.toMatch(/<script>|<img src=x|<b>Ann|\u202e/);
    expect(html).toContain('<bdi>&lt;/bdi&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html.length).toBeLessThan(20_000);
  });

  it('is nothing that the page takes from its address', async () => {
    const html = await pageOf({ statuses: green }).html('/?done=<script>alert(1)</script>&x=<b>');
    expect(html).not.toMatch(/<script>alert|<b>/);
  });
});
