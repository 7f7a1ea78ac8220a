import { describe, expect, it } from 'vitest';
import { play, type Timeline } from './play.ts';

const hour = 60;
const form = { form: { everyMinutes: 30 } };
const find = (minute: number, light: 'red' | 'green'): Timeline['events'][number] => [
  minute,
  { finds: { form: light } },
];
const sentIn = (events: Timeline['events'], until: number) =>
  play({ name: '', checks: form, events, until, sent: [] }).sent;
const reasons = (events: Timeline['events'], until: number) => sentIn(events, until).map(([, , reason]) => reason);
/** Bad and good in turn, an hour each. */
const restless = Array.from({ length: 10 }, (_, i) => find((i + 1) * hour, i % 2 === 0 ? 'red' : 'green'));

describe('what other people reported of flapping and clocks', () => {
  it('https://github.com/NagiosEnterprises/nagioscore/issues/91: after the restlessness, the good end is sent', () => {
    expect(sentIn(restless, 48 * hour).at(-1)?.[3]).toBe('green');
  });

  it('https://github.com/Icinga/icinga2/issues/9750: restlessness is not sent in a moment when all is well', () => {
    const flapping = sentIn(restless, 48 * hour).filter(([, , reason]) => reason === 'flapping');
    expect(flapping.filter(([, , , light]) => light === 'green')).toEqual([]);
  });

  it('https://github.com/Icinga/icinga2/issues/5713: what broke during maintenance is sent after it', () => {
    const sent = sentIn([[60, { maintenance: 120 }], find(90, 'red')], 8 * hour);
    expect(sent.map(([, , reason]) => reason)).toEqual(['opened']);
    expect(sent[0]?.[0]).toBeGreaterThanOrEqual(180);
  });

  it('what broke and was mended during maintenance is not', () => {
    expect(reasons([[60, { maintenance: 180 }], find(90, 'red'), find(150, 'green')], 12 * hour)).toEqual([]);
  });

  it('https://github.com/centreon-archive/centreon-engine/issues/46: one good run within an outage is no recovery', () => {
    const events = [find(60, 'red'), find(180, 'green'), find(210, 'red'), find(300, 'green')];
    expect(reasons(events, 24 * hour)).toEqual(['opened', 'resolved']);
  });

  it('an outage that somebody acknowledged, and another one the next day', () => {
    const events: Timeline['events'] = [
      find(60, 'red'),
      [120, { acknowledge: 'form' }],
      find(180, 'green'),
      find(27 * hour, 'red'),
    ];
    expect(reasons(events, 32 * hour).filter((reason) => reason === 'opened')).toHaveLength(2);
  });

  it('https://github.com/hazelcast/hazelcast/pull/4226: a good result from the future ends no outage', () => {
    const events: Timeline['events'] = [
      find(60, 'red'),
      [200, { arrives: 'form', found: 'green', minutesAgo: -180 }],
      [201, { arrives: 'form', found: 'green', minutesAgo: -240 }],
    ];
    expect(reasons(events, 8 * hour)).not.toContain('resolved');
  });

  it('a bad result from the future begins none', () => {
    const events: Timeline['events'] = [
      [100, { arrives: 'form', found: 'red', minutesAgo: -180 }],
      [101, { arrives: 'form', found: 'red', minutesAgo: -185 }],
    ];
    expect(reasons(events, 8 * hour)).toEqual([]);
  });

  it('https://github.com/rcourtman/Pulse/issues/1519: good results of a clock that lags end no outage', () => {
    const events: Timeline['events'] = [
      find(60, 'red'),
      [200, { arrives: 'form', found: 'green', minutesAgo: 150 }],
      [201, { arrives: 'form', found: 'green', minutesAgo: 145 }],
    ];
    expect(reasons(events, 8 * hour)).not.toContain('resolved');
  });

  it('one bad run that is delivered twice is not confirmed by itself', () => {
    const events: Timeline['events'] = [
      find(60, 'red'),
      find(61, 'green'),
      [62, { arrives: 'form', found: 'red', minutesAgo: 2 }],
    ];
    expect(reasons(events, 8 * hour)).toEqual([]);
  });
});

describe('a result that is dated ahead', () => {
  it.each([16, hour, 3 * hour, 24 * hour, 400 * 24 * hour])(
    'by %d minutes ends no outage, and its real end is sent',
    (ahead) => {
      const events: Timeline['events'] = [
        find(60, 'red'),
        [200, { arrives: 'form', found: 'green', minutesAgo: -ahead }],
        [201, { arrives: 'form', found: 'green', minutesAgo: -ahead - 5 }],
        find(5 * hour, 'green'),
      ];
      const ends = sentIn(events, 12 * hour).filter(([, , reason]) => reason === 'resolved');
      expect(ends).toHaveLength(1);
      expect(ends[0]?.[0]).toBeGreaterThanOrEqual(5 * hour);
    },
  );

  it.each([16, hour, 3 * hour, 24 * hour, 400 * 24 * hour])('by %d minutes hides no outage that follows', (ahead) => {
    const events: Timeline['events'] = [
      [100, { arrives: 'form', found: 'green', minutesAgo: -ahead }],
      find(3 * hour, 'red'),
    ];
    expect(reasons(events, 8 * hour)).toEqual(['opened']);
  });
});
