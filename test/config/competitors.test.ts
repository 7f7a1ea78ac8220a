import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { dueVisits } from '../../shared/evaluation/schedule/due-visits.ts';
import { forecastVisits } from '../../shared/evaluation/what-if/forecast.ts';
import { scheduledChecks } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { message, read, smallest, today } from './reading.ts';

const two = `${smallest}competitors:
  - { name: Bean House, url: https://www.beanhouse.example }
  - { name: Roastery, url: https://roastery.example/en }
`;
const faultsOf = (text: string): string => message(parseConfiguration(text, 'touchpoints.yaml', today));

describe('competitors in touchpoints.yaml', () => {
  it('are looked at hourly without a browser and at night with one, as guests, and are no touchpoints', () => {
    const { competitors, touchpoints } = read(two);
    expect(touchpoints.map(({ id }) => id)).toEqual(['website']);
    expect(competitors.map(({ name, url }) => [name, url])).toEqual([
      ['Bean House', 'https://www.beanhouse.example'],
      ['Roastery', 'https://roastery.example/en'],
    ]);
    const [first] = competitors;
    const guest = { contact: 'https://coffeelab.example' };
    expect(first?.checks.map(({ id }) => id.replace(/-[0-9a-f]{8}/, '-*'))).toEqual([
      'competitor-beanhouse-example-*/availability',
      'competitor-beanhouse-example-*/page-load@mobile',
      'competitor-beanhouse-example-*/contacts@mobile',
    ]);
    expect(first?.checks).toMatchObject([
      { everyMinutes: 60, guest, thresholds: {} },
      { everyMinutes: 1440, guest, thresholds: {}, onlyWithin: { shifts: { sun: [[120, 300]] }, holidays: [] } },
      { everyMinutes: 1440, guest, thresholds: {}, options: { expect: {} } },
    ]);
  });

  it('keep their history when they are renamed or put in another order', () => {
    const ids = (text: string): string[] => read(text).competitors.map(({ checks }) => checks[0]?.id ?? '');
    const [beans, roastery] = ids(two);
    const turned = `${smallest}competitors:
  - { name: The Roastery, url: https://roastery.example/en }
  - { name: Bean House, url: https://www.beanhouse.example }
`;
    expect(ids(turned)).toEqual([roastery, beans]);
  });

  it('have only the checks that the own site has, in the form in which they compare', () => {
    const text = two.replace(
      'url: https://coffeelab.example\n',
      `url: https://coffeelab.example\n    checks: ${onlyChecks({ availability: '{}', 'page-load': '{ devices: [desktop] }', form: '{}' })}\n`,
    );
    expect(read(text).competitors.map(({ checks }) => checks.map(({ probe }) => probe))).toEqual([
      ['availability'],
      ['availability'],
    ]);
  });

  const withSpeed = (settings: string): string =>
    two.replace(
      'url: https://coffeelab.example\n',
      `url: https://coffeelab.example\n    checks:\n      field-speed: ${settings}\n`,
    );

  it('are asked about at Google, with the own key, where the own site is', () => {
    const [first] = read(withSpeed('{ secret: crux-key, every: 7d, api: "https://crux.example/" }')).competitors;
    expect(first?.checks.filter(({ probe }) => probe === 'field-speed')).toMatchObject([
      {
        device: 'mobile',
        everyMinutes: 7 * 1440,
        options: { secret: 'crux-key', page: null, api: 'https://crux.example/' },
        guest: { contact: 'https://coffeelab.example' },
        thresholds: {},
      },
    ]);
  });

  it('are not asked about where Google is asked about one page of the own site', () => {
    const [first] = read(withSpeed('{ secret: crux-key, page: /menu }')).competitors;
    expect(first?.checks.some(({ probe }) => probe === 'field-speed')).toBe(false);
  });

  it('see one request an hour and one page load a night, in every week of the year, clock changes included', () => {
    const checks = read(two).competitors[0]?.checks ?? [];
    for (const monday of ['2026-03-23', '2026-10-19']) {
      const visits = forecastVisits(checks, `${monday}T00:00:00.000Z`, 7 * 1440);
      for (const { touchpointId } of checks) {
        const its = visits.filter((visit) => visit.checks[0]?.touchpointId === touchpointId);
        const loads = its.filter((visit) => visit.checks[0]?.probe !== 'availability');
        expect(its.length - loads.length).toBe(7 * 24);
        const local = loads.map(({ scheduledAt }) =>
          Temporal.Instant.from(scheduledAt).toZonedDateTimeISO('Europe/Kyiv'),
        );
        expect(loads.every(({ checks: its }) => its.map(({ probe }) => probe).join() === 'page-load,contacts')).toBe(
          true,
        );
        expect(local.every(({ hour }) => hour >= 2 && hour < 6)).toBe(true);
        expect(new Set(local.map((at) => at.toPlainDate().toString())).size).toBe(loads.length);
        expect(loads).toHaveLength(7);
      }
    }
  });

  it('are dispatched beside the touchpoints', () => {
    const configuration = read(two);
    const checks = scheduledChecks(configuration);
    const hours = Array.from({ length: 60 }, (_, minute) =>
      dueVisits(checks, toInstant(Date.parse('2026-11-23T12:00:00.000Z') + minute * 60_000)),
    ).flat();
    const guests = hours.filter((visit) => visit.checks.some(({ guest }) => guest !== undefined));
    expect(guests).toHaveLength(2);
  });

  it.each([
    [
      "without a website of one's own",
      `business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: facebook, kind: facebook, page: "1", secret: fb }\ncompetitors: [{ name: A, url: https://a.example }]\n`,
      'are compared with a website, and this file has none; add a touchpoint of kind: website',
    ],
    [
      "one's own site",
      `${smallest}competitors: [{ name: A, url: https://www.coffeelab.example/prices }]\n`,
      "is your own website; name another business's site",
    ],
    [
      'a site twice',
      `${smallest}competitors: [{ name: A, url: https://a.example }, { name: B, url: https://a.example/ }]\n`,
      'is competitors[0] already; leave one out',
    ],
    [
      'two pages of one host',
      `${smallest}competitors: [{ name: A, url: https://mall.example/a }, { name: B, url: https://www.mall.example/b }]\n`,
      'is on the host of competitors[0], mall.example; leave one out',
    ],
    [
      "one's own site, written otherwise",
      `${smallest}competitors: [{ name: A, url: http://coffeelab.example./ }]\n`,
      "is your own website; name another business's site",
    ],
    [
      'a name twice',
      `${smallest}competitors: [{ name: A, url: https://a.example }, { name: a, url: https://b.example }]\n`,
      'is competitors[0] already; give each its own name',
    ],
    [
      'six',
      `${smallest}competitors: [${Array.from({ length: 6 }, (_, n) => `{ name: N${n}, url: https://n${n}.example }`).join(', ')}]\n`,
      '5',
    ],
    ['a light of theirs', `${smallest}competitors: [{ name: A, url: https://a.example, checks: {} }]\n`, 'checks'],
  ])('are refused: %s', (_, text, sentence) => {
    expect(faultsOf(text)).toContain(sentence);
  });
});
