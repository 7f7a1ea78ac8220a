import { describe, expect, test } from 'vitest';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { parseWeek, type Week, weekAt } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Status } from '../../shared/model/status.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aBusiness, aDay } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aWeek } from './some-weeks.ts';
import { now, week as week47 } from './week-47.ts';

/** A website that had been down since Friday when the table was last written. */
const downSince = '2026-11-20T14:00:00.000Z';
const down = anIncident({
  checkId: 'website/availability',
  cause: 'unreachable',
  suspectedAt: downSince,
  openedAt: '2026-11-20T14:05:00.000Z',
});

/** A table that knows the website alone, one check of it, with one run a day. */
function aTable(status: Partial<Status>, incidents: Incident[], dates: readonly string[]) {
  const { checkId } = down;
  return emptyStores({
    statuses: {
      load: async () => null,
      list: async (id) => (id === 'website' ? [aStatus({ checkId, lastRunAt: now, ...status })] : []),
      save: async () => 'saved',
    },
    days: {
      list: async (id) => (id === 'website' ? dates.map((date) => ({ checkId, day: aDay(date, checkId) })) : []),
    },
    incidents: { list: async (id) => (id === 'website' ? incidents : []), newest: async () => [] },
  });
}

function withOnly(...lines: readonly string[]): Configuration {
  const { touchpoints, ...business } = aBusiness();
  const [website] = touchpoints;
  if (website === undefined) throw new Error('Coffee Lab has a website.');
  const checks = website.checks.filter(({ probe }) => probe === 'availability');
  return {
    ...business,
    touchpoints: lines.map((id) => ({
      ...website,
      id,
      checks: checks.map((check) => ({ ...check, id: `${id}/availability`, touchpointId: id })),
    })),
  };
}

async function mailOf(
  configuration: Configuration,
  stores: ReturnType<typeof aTable>,
  { week = week47, at = now }: { readonly week?: Week; readonly at?: Instant } = {},
) {
  const summary = await readWeek({ configuration, stores }, week, at);
  return { summary, ...renderMail(summary, { language: 'en', reportUrl: null }) };
}

const weekDates = week47.days.map(({ date }) => date);

describe('what the configuration no longer says', () => {
  const red = aTable({ light: 'red', incident: down }, [down], weekDates);

  test('a touchpoint that was renamed is a new one: not measured yet, never green, and nothing is reported under its old name', async () => {
    const { subject, text, summary } = await mailOf(withOnly('shop'), red);
    expect(summary.lights).toEqual({ red: 0, yellow: 0, unknown: 1, green: 0 });
    expect(subject).toBe('Week 47: nothing was measured');
    expect(text).not.toContain('has not responded');
  });

  test('beside one that kept its name, it says so in its own line', async () => {
    const { subject, text } = await mailOf(withOnly('website', 'shop'), aTable({}, [], weekDates));
    expect(subject).toBe('1 grey: Website shop could not be measured');
    expect(text).toMatch(/Not measured\n=+\n- Website shop, Availability: not measured yet\./);
  });

  test('a touchpoint that was removed takes its incident with it', async () => {
    const { subject, text } = await mailOf(withOnly(), red);
    expect(subject).toBe('Nothing is watched yet');
    expect(text).toMatch(/Ask the person who runs\s+Touchlight to\s+add\s+one\./);
  });

  test('a check that was removed has nothing more to say: what it last found open is no light, no trouble and nothing to do', async () => {
    const form = anIncident({ checkId: 'website/form', suspectedAt: downSince, openedAt: downSince });
    const closed = { ...form, resolvedAt: '2026-11-21T14:00:00.000Z', openedAt: '2026-11-21T12:00:00.000Z' };
    const { subject, summary, text } = await mailOf(withOnly('website'), aTable({}, [form, closed], weekDates));
    expect(summary.lights.green).toBe(1);
    expect(summary.actions).toEqual([]);
    expect(subject).toBe('All green: the contact form was broken for 24 hours; now fixed');
    expect(text).not.toContain('still so');
  });
});

describe('half a week', () => {
  const wednesday = '2026-11-25T10:00:00.000Z';
  const week48 = weekAt(wednesday, 'Europe/Kyiv');

  test('still running: says so, leaves the days ahead empty, and counts no trouble beyond now', async () => {
    const since = '2026-11-25T08:00:00.000Z';
    const incident = { ...down, suspectedAt: since, openedAt: since };
    const stores = aTable(
      { light: 'red', incident, lastRunAt: wednesday },
      [],
      [...weekDates, '2026-11-23', '2026-11-24'],
    );
    const { text } = await mailOf(withOnly('website'), stores, { week: week48, at: wednesday });
    expect(text).toContain('This week is not over yet: figures run up to now.');
    expect(text).toMatch(/Mo ● {2}Tu ● {2}We . {2}Th – {2}Fr – {2}Sa – {2}Su –/);
    expect(text).toContain('2 hours of problems this week');
  });

  test('of which the first days are missing: they are empty, not green, and the figures are of the others', async () => {
    const { text, summary } = await mailOf(withOnly('website'), aTable({}, [], weekDates.slice(3)));
    expect(summary.watchedSince).toBe('2026-11-19');
    expect(text).toMatch(/Mo – {2}Tu – {2}We – {2}Th ● {2}Fr ● {2}Sa ● {2}Su ●/);
    expect(text).toContain('monitoring started on 19 November');
  });

  test('a week before anything was watched is no green week', async () => {
    const week = parseWeek('2026-W40', 'Europe/Kyiv');
    if (week === null) throw new Error('2026-W40 is a week.');
    const { subject, summary } = await mailOf(withOnly('website'), aTable({}, [], weekDates), { week });
    expect(summary.lights.green).toBe(0);
    expect(subject).toBe('Week 40: nothing was measured');
  });
});

describe('what others wrote', () => {
  const { html, text } = renderMail(aWeek('everything-red'), { language: 'en', reportUrl: null });

  test('HTML is text, in both parts', () => {
    expect(html).toContain('&lt;b&gt;Third&lt;/b&gt; time I ask!');
    expect(html).not.toMatch(/<b>Third|<script/);
    expect(text).toContain('<b>Third</b> time I ask!');
  });

  test('text from right to left stands in its own run, and emoji stay whole', () => {
    expect(html).toMatch(/<bdi[^>]*>رامي ح\.: “هل لديكم/);
    const { html: huge } = renderMail(aWeek('huge'), { language: 'en', reportUrl: null });
    expect(huge).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(`${html}${huge}`.isWellFormed()).toBe(true);
    expect(renderReport(aWeek('everything-red'), new Map(), 'en')).toContain('☕️👩‍👩‍👧');
  });

  test('only the web is linked to', () => {
    expect(html).not.toContain('javascript:');
    expect(html).toContain('href="https://social.example/posts/0?a=1&amp;b=2"');
  });

  test('400 incidents are shown as one trouble, with the longest and how many more there were', () => {
    const { text: huge } = renderMail(aWeek('huge'), { language: 'en', reportUrl: null });
    expect(huge).toContain('Pages load slowly (Website): 192 times this week');
  });
});

test('a mail that nobody is to get does not say that its reader is listed', async () => {
  const quiet = aTable({}, [], weekDates);
  const footer = ({ text }: { readonly text: string }): string => text.split('\n-- \n')[1]?.replaceAll('\n', ' ') ?? '';
  const listed = footer(await mailOf(withOnly('website'), quiet));
  expect(listed).toContain('You receive this email because you are listed under “digest”');
  const unsent = footer(await mailOf({ ...withOnly('website'), digest: null }, quiet));
  expect(unsent).toContain(
    'Nobody gets this email yet. To have it sent every week, add the addresses to touchpoints.yaml',
  );
  expect(unsent).not.toContain('You receive this email');
  expect(unsent).not.toContain('unsubscribe');
});
