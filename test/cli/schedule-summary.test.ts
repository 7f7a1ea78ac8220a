import { describe, expect, it } from 'vitest';
import { averageDay } from '../../cli/schedule/forecast-form.ts';
import { describeSchedule, formatSchedule, type TouchpointSchedule } from '../../cli/schedule/schedule-summary.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { dueVisits } from '../../shared/evaluation/schedule/due-visits.ts';
import { forecastVisits } from '../../shared/evaluation/what-if/forecast.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { onlyChecks } from '../support/only-checks.ts';

const from = '2026-11-22T10:00:00.000Z';

function configurationWith(lines: string): Configuration {
  const text = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
${lines}`;
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

function scheduleWith(lines: string): TouchpointSchedule {
  const [website] = describeSchedule(configurationWith(lines), from).touchpoints;
  if (website === undefined) throw new Error('There is no touchpoint.');
  return website;
}

function submittedForms(settings: string): Check[] {
  const { touchpoints } = configurationWith(`    checks: { form: ${settings} }\n`);
  return touchpoints.flatMap(({ checks }) => checks).filter(({ probe }) => probe === 'form');
}

function scheduleOf(checks: Parameters<typeof onlyChecks>[0], rest = ''): TouchpointSchedule {
  return scheduleWith(`    checks: ${onlyChecks(checks)}\n${rest}`);
}

describe('the summary of what will run', () => {
  it('counts plain requests apart from page loads', () => {
    expect(scheduleOf({ availability: '{ every: 5m }' })).toMatchObject({ requestsPerDay: 288, pageLoadsPerDay: 0 });
    expect(scheduleOf({ 'page-load': '{ every: 1h }' })).toMatchObject({ requestsPerDay: 0, pageLoadsPerDay: 48 });
  });

  it('counts polls apart from page loads, which open a page', () => {
    const social = [
      'facebook',
      'instagram',
      'threads',
      'tiktok',
      'linkedin',
      'telegram',
      'vk',
      'x',
      'youtube',
      'google-reviews',
      'trustpilot',
    ]
      .map((kind) => `  - { id: ${kind}, kind: ${kind}, page: "1", secret: token, every: 15m }\n`)
      .join('');
    const summary = describeSchedule(configurationWith(social), from);
    const [website, ...others] = summary.touchpoints;
    expect(website).toMatchObject({ pollsPerDay: 0, pageLoadsPerDay: expect.any(Number) });
    expect(others).toHaveLength(11);
    for (const touchpoint of others) {
      expect(touchpoint).toMatchObject({
        requestsPerDay: 0,
        pageLoadsPerDay: 0,
        pollsPerDay: 96,
        submissionsPerDay: 0,
      });
    }
    const lines = formatSchedule(summary, 'Europe/Kyiv').split('\n');
    expect(lines.filter((line) => line === '  96 polls a day, no page is opened')).toHaveLength(11);
    expect(lines.filter((line) => line.includes('page load'))).toHaveLength(1);
  });

  it('counts what Google is asked about real visitors by itself', () => {
    const checks = `${onlyChecks({ availability: '{}' }).replace('field-speed: false', 'field-speed: { secret: crux-key }')}`;
    const summary = describeSchedule(configurationWith(`    checks: ${checks}\n`), from);
    expect(summary.touchpoints[0]).toMatchObject({ pageLoadsPerDay: 0, pollsPerDay: 2 });
    expect(formatSchedule(summary, 'Europe/Kyiv')).toContain(
      'no form is sent, 2 questions to Google about real visitors a day',
    );
  });

  it.each([
    ['1m', '1440 polls a day'],
    ['1h', '24 polls a day'],
    ['1d', '1 poll a day'],
    ['2d', '0.5 polls a day'],
  ])('counts polls every %s', (every, said) => {
    const summary = describeSchedule(
      configurationWith(`  - { id: vk, kind: vk, page: "1", secret: t, every: ${every} }\n`),
      from,
    );
    expect(formatSchedule(summary, 'Europe/Kyiv')).toContain(`  ${said}, no page is opened`);
  });

  it.each([
    ['', '8 h'],
    ['sla: { firstResponse: 1d }, ', '24 h'],
    ['sla: { firstResponse: 90m }, ', '1 h 30 min'],
  ])('says within how much business time an answer is promised: "%s"', (sla, said) => {
    const summary = describeSchedule(configurationWith(`  - { id: vk, kind: vk, ${sla}page: "1", secret: t }\n`), from);
    const lines = formatSchedule(summary, 'Europe/Kyiv').split('\n');
    expect(lines.filter((line) => line.includes('promised'))).toEqual([
      `  a first answer is promised within ${said} of business time`,
    ]);
  });

  it('counts checks that travel in one visit as one page load', () => {
    const together = scheduleOf({ 'page-load': '{ every: 30m }', contacts: '{ every: 30m }' });
    expect(together.checks.map(({ runsPerDay }) => runsPerDay)).toEqual([48, 48, 48, 48]);
    expect(together.pageLoadsPerDay).toBe(96);
  });

  it('counts a visit once when one cadence is within the other, and both where they differ', () => {
    const visits = (contacts: string) =>
      scheduleOf({
        'page-load': '{ every: 20m, devices: [mobile] }',
        contacts: `{ every: ${contacts}, devices: [mobile] }`,
      }).pageLoadsPerDay;
    expect(visits('1h')).toBe(72);
    expect(visits('30m')).toBe(72 + 48 - 24);
  });

  it('counts each page, and each run of a Lighthouse median', () => {
    expect(scheduleOf({ lighthouse: '{ every: 12h, runs: 3 }' }, '    pages: [/prices]\n').pageLoadsPerDay).toBe(
      2 * 3 * 2,
    );
  });

  it('counts forms only where they are really sent', () => {
    expect(scheduleOf({ form: '{ every: 4h }' }).submissionsPerDay).toBe(0);
    expect(scheduleOf({ form: '{ every: 4h, mode: submit, outsideHours: true }' }).submissionsPerDay).toBe(6);
  });

  it('counts what falls due at night and at weekends as the one run that makes up for it', () => {
    const usual = scheduleOf({ form: '{ every: 4h, mode: submit }' });
    const [form] = usual.checks;
    const perWorkday = 3; // one in the morning, two in the nine hours after it
    expect(usual.submissionsPerDay).toBeCloseTo((perWorkday * 10) / 14, 5);
    expect(usual).toMatchObject({ pageLoadsPerDay: usual.submissionsPerDay });
    expect(form?.runsPerDay).toBe(usual.submissionsPerDay);
  });

  it('counts no more forms than may be sent within 24 hours', () => {
    const [form] = submittedForms('{ every: 1h, mode: submit, maxPerDay: 10 }');
    if (form === undefined) throw new Error('There is no form.');
    const limited = { ...form, options: { ...form.options, maxPerDay: 5 } };
    expect(averageDay(form, from).sent).toBe(averageDay(form, from).runs);
    expect(averageDay(limited, from)).toEqual({ runs: averageDay(form, from).runs, sent: (5 * 10) / 14 });
    const { onlyWithin: _, ...atAnyTime } = limited;
    expect(averageDay(atAnyTime, from)).toEqual({ runs: 24, sent: 5 });
  });

  it('forecasts the very runs that dispatch will make', () => {
    const forms = submittedForms('{ every: 6h, mode: submit }');
    expect(forms.map((check) => averageDay(check, from).runs * 14)).toEqual([
      forecastVisits(forms, from, 14 * 1440).length,
    ]);
  });

  it('gives averages for what does not run every day', () => {
    expect(scheduleOf({ form: '{ every: 2d, mode: submit, outsideHours: true }' })).toMatchObject({
      submissionsPerDay: 0.5,
    });
  });

  it('reads as a table', () => {
    const touchpoints = [scheduleOf({ form: '{ every: 4h, mode: submit, outsideHours: true }' })];
    const next24Hours = [
      { at: '2026-11-22T10:56:00.000Z', checks: ['website/form'] },
      { at: '2026-11-22T14:56:00.000Z', checks: ['website/form'] },
    ];
    expect(formatSchedule({ touchpoints, runsPerDay: 6, next24Hours }, 'Europe/Kyiv')).toBe(
      [
        'website  https://coffeelab.example',
        '  website/form  every 4h   next 12:22, 6 runs a day',
        '  0 plain requests a day, 6 page loads a day, 6 forms are sent a day',
        '',
        'In all 6 runs a day.',
        'The next 24 hours: 2 runs in 2 visits, never two at the same minute; the first at 12:56 (Europe/Kyiv). --json lists them all.',
        'A check that comes back red or grey is repeated immediately and confirmed five minutes later. Those visits are not included above.',
      ].join('\n'),
    );
  });
});

describe('the next 24 hours', () => {
  it('are not told of a fleet, minute by minute', () => {
    const sites = Array.from({ length: 300 }, (_, n) => `{ id: s${n}, kind: website, url: https://s${n}.example }`);
    const text = `business: B\ntimeZone: UTC\ntouchpoints: [${sites.join(', ')}]`;
    const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const summary = describeSchedule(reading.configuration, from);
    expect(summary.next24Hours).toBeNull();
    expect(summary.runsPerDay).toBeGreaterThan(100_000);
    expect(formatSchedule(summary, 'UTC')).toContain('More than 2000 checks: they are spread evenly over the minutes');
  });

  it('are what dispatch will find at each of their minutes', () => {
    const reading = parseConfiguration(
      'business: B\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: https://coffeelab.example }]',
      'touchpoints.yaml',
      '2026-11-22',
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const { next24Hours, runsPerDay, touchpoints } = describeSchedule(reading.configuration, from);
    const checks = reading.configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
    const dispatched = Array.from({ length: 1440 }, (_, minute) =>
      dueVisits(checks, toInstant(Date.parse(from) + minute * 60_000)),
    ).flat();
    if (next24Hours === null) throw new Error('A site is no fleet.');
    expect(next24Hours).toEqual(
      dispatched.map(({ scheduledAt, checks: due }) => ({ at: scheduledAt, checks: due.map(({ id }) => id) })),
    );
    expect(next24Hours.flatMap((visit) => visit.checks)).toHaveLength(runsPerDay);
    for (const { checkId, nextAt } of touchpoints.flatMap((touchpoint) => touchpoint.checks)) {
      expect(nextAt).toBe(next24Hours.find((visit) => visit.checks.includes(checkId))?.at);
    }
  });
});
