import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { secretNamesIn } from '../../shared/model/business.ts';
import { pageKeySecret } from '../../shared/model/stack-names.ts';
import { read, smallest } from './reading.ts';

const withSpeed = (settings: string): string => `${smallest}    checks:\n      field-speed: ${settings}\n`;

function checksOf(text: string) {
  return read(text).touchpoints.flatMap(({ checks }) => checks.filter(({ probe }) => probe === 'field-speed'));
}

function faultsOf(settings: string): string[] {
  const reading = parseConfiguration(withSpeed(settings), 'touchpoints.yaml', '2026-11-22');
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`);
}

describe('the speed for real visitors', () => {
  it('is asked for only where the file names a key', () => {
    expect(checksOf(smallest)).toEqual([]);
    expect(checksOf(withSpeed('false'))).toEqual([]);
    expect(read(smallest).touchpoints[0]?.secret).toBeNull();
  });

  it('is asked for once a day, on a phone and on a computer, of the whole site', () => {
    const [phone, computer, ...more] = checksOf(withSpeed('{ secret: crux-key }'));
    expect(more).toEqual([]);
    expect(phone).toMatchObject({
      id: 'website/field-speed@mobile',
      device: 'mobile',
      page: null,
      everyMinutes: 1440,
      options: { secret: 'crux-key', page: null, api: null },
      thresholds: {
        lcpMs: { green: 2500, red: 4000 },
        inpMs: { green: 200, red: 500 },
        cls: { green: 0.1, red: 0.25 },
      },
      policy: { failuresToOpen: 1, remindEveryMinutes: 7 * 1440 },
    });
    expect(Object.keys(phone?.thresholds ?? {})).toEqual(['lcpMs', 'inpMs', 'cls']);
    expect(computer).toMatchObject({ id: 'website/field-speed@desktop', device: 'desktop' });
  });

  it('takes a page, one device, bounds and reminders of its own', () => {
    const settings =
      '{ secret: crux-key, page: /menu, devices: [mobile], every: 7d, remindEvery: 2d, thresholds: { ttfbMs: { green: 800, red: 1800 } } }';
    expect(checksOf(withSpeed(settings))).toMatchObject([
      {
        id: 'website/field-speed@mobile',
        page: null,
        everyMinutes: 7 * 1440,
        options: { page: '/menu' },
        thresholds: { ttfbMs: { green: 800, red: 1800 } },
        policy: { remindEveryMinutes: 2 * 1440 },
      },
    ]);
  });

  it('lets the file’s own reminders stand before its weekly ones', () => {
    const [check] = checksOf(`${withSpeed('{ secret: crux-key }')}alerts: { remindEvery: 12h }\n`);
    expect(check?.policy.remindEveryMinutes).toBe(720);
  });

  it('makes its key one of the secrets that must be there', () => {
    const configuration = read(withSpeed('{ secret: crux-key }'));
    expect(configuration.touchpoints[0]?.secret).toBe('crux-key');
    expect(secretNamesIn(configuration)).toEqual(['crux-key']);
  });

  it('says what is missing and what cannot be meant', () => {
    expect(faultsOf('{}')).toEqual([
      expect.stringMatching(/^touchpoints\[0\]\.checks\.field-speed\.secret: is missing; .*crux-key/),
    ]);
    expect(faultsOf('{ secret: crux-key, every: 1h }')).toEqual([
      expect.stringMatching(
        /^touchpoints\[0\]\.checks\.field-speed\.every: .*is below the limit of 1d; write 1d or more/,
      ),
    ]);
    expect(faultsOf('{ secret: crux-key, page: menu }')[0]).toContain('field-speed.page:');
    expect(faultsOf('true')[0]).toContain('field-speed:');
    expect(faultsOf('')[0]).toContain('field-speed:');
    const [token = ''] = faultsOf('{ secret: AIzaSyA1234567890abcdefghijklmnopqrstuv }');
    expect(token).toContain('field-speed.secret:');
    expect(token).not.toContain('AIzaSyA1234567890abcdefghijklmnopqrstuv');
  });

  it('does not read the secret with which links to the live page are signed', () => {
    expect(faultsOf(`{ secret: ${pageKeySecret} }`)).toEqual([
      `touchpoints[0].checks.field-speed.secret: "${pageKeySecret}" is the secret with which links to the live page are signed; choose another name`,
    ]);
  });

  it('is no check that keeps a file from watching nothing', () => {
    const all = ['availability', 'page-load', 'contacts', 'form', 'lighthouse', 'live-chat'];
    const off = all.map((each) => `      ${each}: false\n`).join('');
    const reading = parseConfiguration(`${smallest}    checks:\n${off}`, 'touchpoints.yaml', '2026-11-22');
    expect(reading.ok ? [] : reading.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('switches off every check'),
    ]);
    expect(checksOf(`${smallest}    checks:\n${off}      field-speed: { secret: crux-key }\n`)).toHaveLength(2);
  });
});
