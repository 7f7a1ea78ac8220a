import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ConfigurationReading,
  formatFaults,
  parseConfiguration,
  readConfigurationFile,
} from '../../shared/config/read-configuration.ts';
import { type Configuration, configurationSchema } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';

const today = '2026-11-22';

const smallest = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
`;

function read(text: string): Configuration {
  const reading = parseConfiguration(text, 'touchpoints.yaml', today);
  if (!reading.ok) throw new Error(formatFaults(reading.faults, reading.text));
  return reading.configuration;
}

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

function message(reading: ConfigurationReading): string {
  return reading.ok ? 'no fault' : formatFaults(reading.faults, reading.text);
}

describe('the smallest file', () => {
  const configuration = read(smallest);

  it('watches the website with all five checks, on both devices where a check has devices', () => {
    expect(idsOf(configuration)).toEqual([
      'website/availability',
      'website/page-load@mobile',
      'website/page-load@desktop',
      'website/contacts@mobile',
      'website/contacts@desktop',
      'website/form',
      'website/lighthouse',
    ]);
  });

  it('has every default filled in', () => {
    expect(configurationSchema.parse(configuration)).toEqual(configuration);
    expect(configuration.language).toBe('en');
    expect(configuration.alerts).toEqual({ email: [] });
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

describe('the example of the project', () => {
  const text = readFileSync('touchpoints.yaml', 'utf8');

  it('is valid', () => {
    expect(configurationSchema.safeParse(read(text)).success).toBe(true);
  });

  it.each(['h:tps://coffeelab.example', 'mailto:hello@coffeelab.example', 'https://coffeelab.example'])(
    'with pages of %s, is read or refused in words',
    (url) => {
      for (const page of ['/prices', '/\\', '/\\ ', '/%', '/\t/x']) {
        const pages = smallest.replace(/url: .*/, `url: "${url}"\n    pages: [${JSON.stringify(page)}]`);
        const reading = parseConfiguration(pages, 'touchpoints.yaml', today);
        expect(message(reading)).not.toMatch(/Invalid |undefined/);
        if (!url.startsWith('https:')) expect(message(reading)).toContain('url');
      }
    },
  );

  it('half-written at any letter, is read or refused in words', () => {
    for (let end = 0; end < text.length; end += 1) {
      const reading = parseConfiguration(text.slice(0, end), 'touchpoints.yaml', today);
      if (!reading.ok) expect(reading.faults.length, `cut at ${end}`).toBeGreaterThan(0);
    }
  });

  it('with any letter exchanged, is read or refused in words', () => {
    const sign = fc.constantFrom(...'{}[]:-,"\'#&*!|>%@`~\t\n 09az\u0000é');
    fc.assert(
      fc.property(fc.nat(text.length - 1), sign, (at, letter) => {
        const reading = parseConfiguration(text.slice(0, at) + letter + text.slice(at + 1), 'touchpoints.yaml', today);
        expect(message(reading)).not.toMatch(/Invalid |Unrecognized|received|undefined/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever stands in the file', () => {
  it('is read or refused, never thrown over', () => {
    const keys = ['business', 'timeZone', 'touchpoints', 'hours', 'alerts', 'maintenance', 'checks', '__proto__', 'id'];
    const any = fc.object({ key: fc.constantFrom(...keys), maxDepth: 4 });
    fc.assert(
      fc.property(any, (data) => {
        expect(message(parseConfiguration(JSON.stringify(data), 'touchpoints.yaml', today))).not.toMatch(
          /undefined|Invalid /,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is not the way to the prototype', () => {
    const reading = parseConfiguration(`${smallest}__proto__: { polluted: true }\n`, 'touchpoints.yaml', today);
    expect(message(reading)).toContain('"__proto__" is not a key of this file');
    expect({}).not.toHaveProperty('polluted');
  });

  it('is refused at once when it is a maze of brackets', () => {
    const reading = parseConfiguration(`a: ${'['.repeat(900_000)}`, 'touchpoints.yaml', today);
    expect(message(reading)).toContain('nested too deeply');
  });
});

describe('a path that leads to no configuration', () => {
  let folder: string;
  let path: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'touchlight-config-'));
    path = join(folder, 'touchpoints.yaml');
    mkdirSync(join(folder, 'folder'));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    writeFileSync(join(folder, 'large.yaml'), `# ${'x'.repeat(1_000_001)}`);
    writeFileSync(path, smallest);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (...parts: readonly string[]) => join(folder, ...parts);
  const cases: readonly [what: string, path: () => string, said: string][] = [
    [
      'nothing',
      () => inFolder('missing.yaml'),
      'does not exist; "npx touchlight init https://your-site.example" writes it',
    ],
    ['a folder', () => inFolder('folder'), 'is a folder; give the path of the file in it'],
    ['a part of the path that is a file', () => join(path, 'touchpoints.yaml'), 'a part of its path is a file'],
    ['a link to itself', () => inFolder('loop'), 'is a symbolic link that leads back to itself'],
    ['a device', () => '/dev/zero', 'is not an ordinary file'],
    ['too large a file', () => inFolder('large.yaml'), 'has 1.0 MB, above the limit of 1 MB'],
    ['a path with a zero byte', () => 'touch\u0000points.yaml', 'is not a path'],
    ['too long a name', () => inFolder('x'.repeat(300)), 'has a name longer than the system allows'],
  ];
  for (const [what, where, said] of cases) {
    it(`says so of ${what}`, () => {
      const reading = readConfigurationFile(where(), today);
      expect(reading.ok).toBe(false);
      expect(message(reading)).toContain(said);
      expect(message(reading).split('\n')).toHaveLength(1);
    });
  }

  it('says so of a file that this user may not read', () => {
    chmodSync(path, 0o000);
    const reading = readConfigurationFile(path, today);
    chmodSync(path, 0o600);
    // Root reads everything.
    if (process.getuid?.() === 0) expect(reading.ok).toBe(true);
    else expect(message(reading)).toContain('may not be read by this user');
  });
});
