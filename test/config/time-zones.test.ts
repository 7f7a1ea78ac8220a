import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneProblem } from '../../shared/config/time-zones.ts';
import { offsetSpans } from '../../shared/evaluation/schedule/zone.ts';
import { weekAt } from '../../shared/evaluation/week/week.ts';

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Kyiv', 'Europe/Kiev', 'America/New_York', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])(
    '%s is the name of a place and is accepted',
    (zone) => expect(zoneProblem(zone)).toBeNull(),
  );

  it.each(Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/')))(
    '%s, which Intl lists, is accepted',
    (zone) => expect(zoneProblem(zone)).toBeNull(),
  );

  it.each<[string, string]>([
    ['PST', 'America/Los_Angeles'],
    ['IST', 'Asia/Kolkata, Asia/Jerusalem or Europe/Dublin'],
    ['AST', 'America/Halifax or Asia/Riyadh'],
    ['CST', 'America/Chicago, Asia/Shanghai or America/Havana'],
    ['EST', 'America/New_York or America/Panama'],
    ['BST', 'Europe/London or Asia/Dhaka'],
    ['MSK', 'Europe/Moscow'],
    ['msk', 'Europe/Moscow'],
    ['EET', 'Europe/Kyiv, Europe/Bucharest or Europe/Helsinki'],
    ['CEST', 'Europe/Berlin, Europe/Warsaw or Europe/Paris'],
    ['GMT', 'UTC or Europe/London'],
    ['Z', 'UTC'],
    ['GMT+2', 'such as Europe/Kyiv or Europe/Bucharest'],
    ['+05:30', 'such as Asia/Kolkata'],
    ['UTC-8', 'such as America/Los_Angeles'],
    ['Etc/GMT-2', 'such as Europe/Kyiv or Europe/Bucharest'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['EST5EDT', 'America/New_York'],
    ['Cuba', 'America/Havana'],
    ['Singapore', 'Asia/Singapore'],
    ['UA', 'Europe/Kyiv'],
    ['Ukraine', 'Europe/Kyiv'],
    ['Україна', 'Europe/Kyiv'],
    ['Польша', 'Europe/Warsaw'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Europe/Kyev', 'Europe/Kyiv'],
    ['new york', 'America/New_York'],
  ])('%s is refused, and %s is offered', (written, meant) => {
    expect(zoneProblem(written)).toContain(meant);
  });

  it.each(['', 'XYZ', 'QQ', 'local', 'Mars/Olympus'])('"%s" is refused without a guess', (written) => {
    expect(zoneProblem(written)).toContain('write one such as Europe/Kyiv or America/New_York');
  });
});

describe('whatever is written as a time zone', () => {
  it('what is accepted can be calculated with', () => {
    const written = fc.oneof(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.string({ unit: fc.constantFrom(...'ABCDEPSTMIKUZ'), minLength: 2, maxLength: 3 }),
      fc.string({ unit: fc.constantFrom(...'aemopsu/_+-12'), maxLength: 8 }).map((city) => `Europe/${city}`),
    );
    const year = fc.integer({ min: 2024, max: 2040 });
    fc.assert(
      fc.property(written, year, (timeZone, inYear) => {
        if (zoneProblem(timeZone) !== null) return;
        const at = Date.UTC(inYear, 6, 1);
        expect(offsetSpans(timeZone, at, at).length).toBeGreaterThan(0);
        expect(weekAt(new Date(at).toISOString(), timeZone).from).toMatch(/^\d{4}-/);
        new Intl.DateTimeFormat('uk', { timeZone }).format(at);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
