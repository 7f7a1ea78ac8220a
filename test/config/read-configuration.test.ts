import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { type Configuration, configurationSchema } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { probeSpecs } from '../../shared/probes/index.ts';
import { message, read, smallest, today } from './reading.ts';

function withChecks(lines: string): Configuration {
  return read(`${smallest}    checks:\n${lines}`);
}

function check(configuration: Configuration, id: string): Check {
  const found = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks).find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}.`);
  return found;
}

function idsOf(configuration: Configuration): string[] {
  return configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks.map((each) => each.id));
}

describe('the smallest file', () => {
  const configuration = read(smallest);

  it('watches the website with every check that a website has, on both devices where a check has devices', () => {
    const ofWebsites = Object.values(probeSpecs).filter(({ visit }) => visit !== 'poll');
    const ids = ofWebsites.flatMap(({ id, perDevice }) =>
      perDevice ? [`website/${id}@mobile`, `website/${id}@desktop`] : [`website/${id}`],
    );
    expect(idsOf(configuration)).toEqual(ids);
    expect(ids).toEqual(expect.arrayContaining(['website/availability', 'website/contacts@desktop', 'website/form']));
  });

  it('has every default filled in', () => {
    expect(configurationSchema.parse(configuration)).toEqual(configuration);
    expect(configuration.language).toBe('en');
    expect(configuration.alerts).toEqual({ email: [], channels: [] });
    expect(configuration.digest).toBeNull();
    expect(configuration.maintenance).toEqual([]);
    expect(configuration.calendar.shifts.wed).toEqual([[540, 1080]]);
    expect(configuration.calendar.shifts.sun).toEqual([]);
    expect(check(configuration, 'website/form').options).toEqual({
      mode: 'rehearse',
      maxPerDay: 8,
      outsideHours: false,
      fill: {},
    });
    expect(check(configuration, 'website/form')).toMatchObject({ everyMinutes: 240, device: null, page: null });
    expect(check(configuration, 'website/form').policy).toEqual({
      failuresToOpen: 2,
      successesToResolve: 2,
      remindEveryMinutes: 1440,
      blindAfterMinutes: 180,
      yellowInBusinessHours: true,
      hushFlapping: true,
    });
  });

  it('judges the load time on the desktop only', () => {
    expect(check(configuration, 'website/page-load@desktop').thresholds['loadMs']).toEqual({ green: 2000, red: 3000 });
    expect(check(configuration, 'website/page-load@mobile').thresholds).not.toHaveProperty('loadMs');
    expect(check(configuration, 'website/page-load@mobile').thresholds['lcpMs']).toEqual({ green: 2500, red: 4000 });
  });
});

describe('checks', () => {
  it('run on further pages where the probe does', () => {
    const configuration = read(`${smallest}    pages: [/prices, "/menu?lang=uk"]\n`);
    expect(idsOf(configuration)).toContain('website/page-load:/prices@mobile');
    expect(idsOf(configuration)).toContain('website/lighthouse:/menu?lang=uk');
    expect(idsOf(configuration)).not.toContain('website/form:/prices');
    expect(check(configuration, 'website/lighthouse:/prices').url).toBe('https://coffeelab.example/prices');
  });

  it('are switched off by false, and on by true or nothing', () => {
    const configuration = withChecks('      lighthouse: false\n      form: true\n      availability:\n');
    expect(idsOf(configuration)).not.toContain('website/lighthouse');
    expect(idsOf(configuration)).toContain('website/form');
    expect(idsOf(configuration)).toContain('website/availability');
  });

  it('take their cadence, devices and options from the file', () => {
    const configuration = withChecks(
      '      page-load: { every: 1h, devices: [mobile] }\n      form: { every: 1d, page: /contact, mode: submit }\n',
    );
    expect(idsOf(configuration).filter((id) => id.includes('page-load'))).toEqual(['website/page-load@mobile']);
    expect(check(configuration, 'website/page-load@mobile').everyMinutes).toBe(60);
    expect(check(configuration, 'website/form').everyMinutes).toBe(1440);
    expect(check(configuration, 'website/form').options).toMatchObject({
      page: '/contact',
      mode: 'submit',
      maxPerDay: 8,
    });
  });

  it('send a form really in business hours only, unless the file says otherwise', () => {
    const withForm = (form: string) => {
      const configuration = withChecks(`      form: ${form}\n`);
      return { calendar: configuration.calendar, ...check(configuration, 'website/form') };
    };
    const submitted = withForm('{ mode: submit }');
    expect(submitted.onlyWithin).toEqual(submitted.calendar);
    expect(withForm('{ mode: submit, outsideHours: true }').onlyWithin).toBeUndefined();
    expect(withForm('{ mode: rehearse }').onlyWithin).toBeUndefined();
  });

  it('merge their thresholds bound by bound with the defaults', () => {
    const thresholds =
      '{ lcpMs: { green: 3000 }, cls: { red: never }, transferBytes: { green: 1000000, red: 3000000 } }';
    const merged = check(withChecks(`      page-load: { thresholds: ${thresholds} }\n`), 'website/page-load@mobile');
    expect(merged.thresholds).toMatchObject({
      lcpMs: { green: 3000, red: 4000 },
      cls: { green: 0.1, red: null },
      transferBytes: { green: 1000000, red: 3000000 },
      fcpMs: { green: 1800, red: 3000 },
    });
  });

  it('take their policy from the check, else from alerts, else from the defaults', () => {
    const alerts = 'alerts: { failuresToOpen: 3, remindEvery: 12h, blindAfter: 6h }\n';
    const configuration = read(
      `${alerts}${smallest}    checks:\n      form: { failuresToOpen: 1, remindEvery: never, yellowInBusinessHours: false }\n`,
    );
    expect(check(configuration, 'website/form').policy).toEqual({
      failuresToOpen: 1,
      successesToResolve: 2,
      remindEveryMinutes: 0,
      blindAfterMinutes: 360,
      yellowInBusinessHours: false,
      hushFlapping: true,
    });
    expect(check(configuration, 'website/availability').policy).toMatchObject({
      failuresToOpen: 3,
      remindEveryMinutes: 720,
      yellowInBusinessHours: true,
    });
  });
});

describe('business time', () => {
  it('lets a single day beat a row of days that includes it', () => {
    const { shifts } = read(
      `hours: { mon-fri: ["09:00-13:00", "14:00-18:00"], wed: "10:00-24:00", fri: [] }\n${smallest}`,
    ).calendar;
    expect(shifts.tue).toEqual([
      [540, 780],
      [840, 1080],
    ]);
    expect(shifts.wed).toEqual([[600, 1440]]);
    expect(shifts.fri).toEqual([]);
    expect(shifts.sat).toEqual([]);
  });

  it('knows the holidays of a country from last year to the year after next', () => {
    const { holidays } = read(`hours: { holidays: UA }\n${smallest}`).calendar;
    expect(holidays).toContain('2025-08-24');
    expect(holidays).toContain('2026-12-25');
    expect(holidays).toContain('2028-01-01');
    expect(holidays.filter((date) => date < '2025' || date >= '2029')).toEqual([]);
    expect(holidays).toEqual([...new Set(holidays)].sort());
  });

  it('knows what only a region celebrates, and dates of the business itself', () => {
    const bavaria = read(`hours: { holidays: [DE-BY, 2026-12-24] }\n${smallest}`).calendar.holidays;
    const germany = read(`hours: { holidays: DE }\n${smallest}`).calendar.holidays;
    expect(bavaria).toContain('2026-01-06');
    expect(germany).not.toContain('2026-01-06');
    expect(bavaria).toContain('2026-12-24');
    expect(germany).not.toContain('2026-02-14');
  });

  it('reads maintenance in the zone of the business, also across a clock change', () => {
    const window = (from: string, to: string) =>
      read(`${smallest}maintenance:\n  - { touchpoint: website, from: ${from}, to: ${to}, why: a new host }\n`)
        .maintenance;
    expect(window('2026-12-01T22:00', '2026-12-02T02:00')).toEqual([
      { touchpointId: 'website', from: '2026-12-01T20:00:00.000Z', to: '2026-12-02T00:00:00.000Z', why: 'a new host' },
    ]);
    // Clocks go back at 04:00 local time on 2026-10-25: from +03:00 to +02:00.
    expect(window('2026-10-25T02:00', '2026-10-25T06:00')).toMatchObject([
      { from: '2026-10-24T23:00:00.000Z', to: '2026-10-25T04:00:00.000Z' },
    ]);
  });

  it('reads the digest', () => {
    const digest = (at: string) => read(`digest: { to: owner@coffeelab.example${at} }\n${smallest}`).digest;
    expect(digest('')).toEqual({
      to: ['owner@coffeelab.example'],
      from: null,
      weekday: 'mon',
      atMinute: 480,
      reportsUrl: null,
    });
    expect(digest(', at: Friday 17:30')).toMatchObject({ weekday: 'fri', atMinute: 1050 });
  });
});

describe('a social touchpoint', () => {
  const reading = parseConfiguration(
    `${smallest}  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token, sla: { firstResponse: 4h } }\n`,
    'touchpoints.yaml',
    today,
  );

  it('is kept with its account and promise, and asked who waits', () => {
    if (!reading.ok) throw new Error(message(reading));
    expect(reading.configuration.touchpoints[1]).toMatchObject({
      id: 'facebook',
      kind: 'facebook',
      url: null,
      secret: 'facebook-page-token',
      account: '1234567890',
      slaMinutes: 240,
      checks: [
        {
          id: 'facebook/responses',
          url: null,
          everyMinutes: 15,
          options: { platform: 'facebook', account: '1234567890', secret: 'facebook-page-token', slaMinutes: 240 },
          thresholds: { overdue: { green: 0, red: 1 }, oldestWaitingMinutes: { green: 180, red: 240 } },
        },
      ],
    });
    expect(reading.notes).toEqual([]);
  });

  it('without a promise owes an answer within a working day; without a secret nobody can be seen', () => {
    const bare = parseConfiguration(`${smallest}  - { id: x, kind: x, page: "1" }\n`, 'touchpoints.yaml', today);
    if (!bare.ok) throw new Error(message(bare));
    expect(bare.configuration.touchpoints[1]?.checks[0]).toMatchObject({
      everyMinutes: 60,
      thresholds: { oldestWaitingMinutes: { green: 360, red: 480 } },
    });
    expect(bare.notes).toEqual([expect.stringContaining('Touchpoint x names no secret')]);
  });
});

describe('a mailbox', () => {
  const mailbox = (lines: string): string =>
    `${smallest}  - { id: mailbox, kind: mailbox, server: "imap.example.com:993", secret: info-mailbox, ${lines} }\n`;
  const optionsOf = (lines: string) => {
    const reading = parseConfiguration(mailbox(lines), 'touchpoints.yaml', today);
    if (!reading.ok) throw new Error(message(reading));
    return reading.configuration.touchpoints[1]?.checks[0]?.options;
  };

  it.each([
    ['page: info@coffeelab.example', ['coffeelab.example']],
    ['page: coffeelab@gmail.com', []],
    ['page: coffeelab@gmail.com, ours: [anna@coffeelab.example]', ['anna@coffeelab.example']],
  ])('with %s takes as its own: %s', (lines, ours) => {
    expect(optionsOf(lines)).toMatchObject({ platform: 'mailbox', server: 'imap.example.com:993', ours, staff: [] });
  });
});
