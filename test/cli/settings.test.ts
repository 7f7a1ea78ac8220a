import { describe, expect, it } from 'vitest';
import { applySettings } from '../../cli/options/settings.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

const reading = parseConfiguration(
  'business: B\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example", pages: [/a.html] }]',
  'touchpoints.yaml',
  '2026-11-22',
);
if (!reading.ok) throw new Error('The test has no valid configuration.');
const { configuration } = reading;

/** The checks that are not as configured, after the settings. */
function changed(...settings: readonly string[]) {
  const before = configuration.touchpoints.flatMap(({ checks }) => checks);
  const after = applySettings(configuration, settings).touchpoints.flatMap(({ checks }) => checks);
  return after.filter((check, i) => JSON.stringify(check) !== JSON.stringify(before[i]));
}

describe('settings to try', () => {
  it('change one bound of every check that the name names', () => {
    const all = changed('website/page-load.lcpMs.red=3000');
    expect(all.map(({ id }) => id)).toEqual([
      'website/page-load@mobile',
      'website/page-load@desktop',
      'website/page-load:/a.html@mobile',
      'website/page-load:/a.html@desktop',
    ]);
    for (const { thresholds } of all) expect(thresholds['lcpMs']).toEqual({ green: 2500, red: 3000 });
    const [one, ...others] = changed('website/page-load:/a.html@mobile.lcpMs.green=3500');
    expect(one).toMatchObject({ id: 'website/page-load:/a.html@mobile', thresholds: { lcpMs: { green: 3500 } } });
    expect(others).toEqual([]);
  });

  it('change policies as touchpoints.yaml writes them, one on top of the other', () => {
    const [form] = changed(
      'website/form.failuresToOpen=3',
      'website/form.remindEvery=3d',
      'website/form.hushFlapping=false',
    );
    expect(form).toMatchObject({
      id: 'website/form',
      policy: { failuresToOpen: 3, remindEveryMinutes: 4320, hushFlapping: false, successesToResolve: 2 },
    });
    expect(changed('website/form.remindEvery=never')[0]?.policy.remindEveryMinutes).toBe(0);
    expect(changed('website/form.acknowledge=1h')[0]?.policy.acknowledge).toEqual({
      red: { minutes: 60, inBusinessHours: false },
      yellow: { minutes: 60, inBusinessHours: true },
    });
    expect(changed('website/form.acknowledge=never')[0]?.policy.acknowledge).toEqual({});
    expect(changed('website.failuresToOpen=4')).toHaveLength(
      configuration.touchpoints.flatMap(({ checks }) => checks).length,
    );
  });

  it.each([
    ['website/page-load.lcpMs.red', /write <check>\.<measurement>/],
    ['website/page-load.lcpMs.red=fast', /"fast" is not a number/],
    ['website/page-load.lcp.red=3000', /has no threshold "lcp"\. It has: lcpMs/],
    ['website/page-load.lcpMs.red=2000', /wrong way round/],
    ['website/forms.failuresToOpen=3', /No check is called "website\/forms"/],
    ['website/form.failures=3', /"failures" is no policy; there are failuresToOpen/],
    ['website/form.failuresToOpen=30', /"30"/],
    ['website/form.remindEvery=soon', /"soon"/],
    ['website/form.acknowledge=5m', /"5m" is below the limit of 15m; write 15m or more/],
  ])('are refused with a sentence: %s', (setting, sentence) => {
    expect(() => applySettings(configuration, [setting])).toThrow(sentence);
  });
});
