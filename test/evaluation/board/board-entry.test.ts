import { describe, expect, it } from 'vitest';
import { type BoardSources, boardEntry, boardLightAt } from '../../../shared/evaluation/board/board-entry.ts';
import type { Acknowledgement } from '../../../shared/model/acknowledgement.ts';
import { boardEntrySchema } from '../../../shared/model/board.ts';
import type { BadLight } from '../../../shared/model/incident.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';

const at = (time: string, day = 23) => `2026-11-${day}T${time}:00.000Z`;
const load = aCheck({ id: 'website/page-load@mobile' });
const form = aCheck({ id: 'website/form' });
const contacts = aCheck({ id: 'website/contacts@mobile' });

function entryOf(statuses: readonly Status[], overrides: Partial<BoardSources> = {}) {
  const entry = boardEntry({
    touchpointId: 'website',
    statuses,
    checks: [load, form, contacts],
    acknowledgements: [],
    maintenance: [],
    strip: { until: '2026-11-22', lights: '' },
    now: at('10:00'),
    ...overrides,
  });
  if (entry === null) throw new Error('The touchpoint is configured.');
  return boardEntrySchema.parse(entry);
}

const well = (checkId: string, overrides: Partial<Status> = {}) =>
  aStatus({ checkId, lastRunAt: at('09:45'), ...overrides });

function ill(checkId: string, light: BadLight, suspectedAt: string, overrides: Partial<Status> = {}): Status {
  const incident = anIncident({ checkId, light, worstLight: light, suspectedAt, openedAt: suspectedAt });
  return well(checkId, { light, lightSince: suspectedAt, incident, ...overrides });
}

describe('a touchpoint on the board', () => {
  it('has the worst light of its checks, since that check has had it', () => {
    const entry = entryOf([
      well(load.id, { lightSince: at('07:00') }),
      ill(form.id, 'red', at('09:00')),
      ill(contacts.id, 'yellow', at('06:00')),
    ]);
    expect(entry).toMatchObject({ light: 'red', since: at('09:00'), measuredAt: at('09:45') });
    expect(entry.checks).toEqual({ green: 1, yellow: 1, red: 1, unknown: 0 });
  });

  it('is grey and never green while one of its checks has not run, and says nothing since when', () => {
    const entry = entryOf([well(load.id), well(form.id)]);
    expect(entry).toMatchObject({ light: 'unknown', since: null });
    expect(entry.checks).toEqual({ green: 2, yellow: 0, red: 0, unknown: 1 });
  });

  it('is grey since a check last ran, when that check has gone silent', () => {
    const silent = well(contacts.id, { lastRunAt: at('03:00'), lightSince: at('01:00') });
    expect(entryOf([well(load.id), well(form.id), silent])).toMatchObject({ light: 'unknown', since: at('03:00') });
  });

  it('has no light where there is nothing to check, and is not there when it is not configured any more', () => {
    const none = (checkId: string) => well(checkId, { lastOutcome: 'not-applicable' });
    expect(entryOf([load, form, contacts].map(({ id }) => none(id)))).toMatchObject({ light: null });
    const others = [aCheck({ id: 'shop/form' })];
    const sources = { statuses: [well(load.id)], checks: others, acknowledgements: [], maintenance: [] };
    const strip = { until: '2026-11-22', lights: '' };
    expect(boardEntry({ touchpointId: 'website', ...sources, strip, now: at('10:00') })).toBeNull();
  });

  it('shows open incidents only: worst first, the oldest of equals first, twelve at most, and how many there are', () => {
    const pages = Array.from({ length: 14 }, (_, n) => aCheck({ id: `website/page-load:/${n}@mobile` }));
    const statuses = pages.map(({ id }, n) => ill(id, n === 3 ? 'red' : 'yellow', at(`0${n % 7}:${n + 10}`)));
    const suspected = ill(form.id, 'red', at('05:00'));
    const incident = anIncident({ checkId: form.id, state: 'suspected', openedAt: null });
    const entry = entryOf([...statuses, { ...suspected, incident }], { checks: [...pages, form] });
    expect(entry.openCount).toBe(14);
    expect(entry.open).toHaveLength(12);
    expect(entry.open.slice(0, 3).map(({ incident: { checkId } }) => checkId)).toEqual([
      'website/page-load:/3@mobile',
      'website/page-load:/0@mobile',
      'website/page-load:/7@mobile',
    ]);
  });

  it('shows nothing of a check that was removed', () => {
    const entry = entryOf([well(load.id), ill(form.id, 'red', at('09:00'))], { checks: [load] });
    expect(entry).toMatchObject({ light: 'green', openCount: 0, open: [] });
  });
});

describe('an acknowledgement on the board', () => {
  const word: Acknowledgement = {
    ...{ touchpointId: 'website', checkId: form.id, subjectAt: at('09:00'), acknowledgedAt: at('09:20') },
    ...{ why: 'Calling the host', by: 'olena@example.com', withdrawnAt: null },
  };
  const acknowledgementOf = (acknowledgements: readonly Acknowledgement[]) =>
    entryOf([ill(form.id, 'red', at('09:00'))], { acknowledgements, checks: [form] }).open[0]?.acknowledgement;

  it('stands beside its incident', () => {
    expect(acknowledgementOf([word])).toEqual(word);
  });

  it.each([
    ['was taken back', { withdrawnAt: at('09:30') }],
    ['is of an earlier incident of the check', { subjectAt: at('06:00') }],
    ['is of another check', { checkId: load.id }],
  ])('is not there when it %s', (_, overrides) => {
    expect(acknowledgementOf([{ ...word, ...overrides }])).toBeNull();
  });
});

describe('maintenance on the board', () => {
  const window = (from: string, to: string, touchpointId = 'website') => ({
    touchpointId,
    from,
    to,
    why: 'a new host',
  });
  const shown = (...maintenance: ReturnType<typeof window>[]) => entryOf([], { maintenance }).maintenance;

  it('is the window that holds, before one that comes', () => {
    const now = window(at('09:30'), at('11:00'));
    expect(shown(window(at('20:00'), at('21:00')), now)).toEqual(now);
  });

  it('is otherwise the one that comes next', () => {
    const next = window(at('20:00'), at('21:00'));
    expect(shown(window(at('08:00', 25), at('09:00', 25)), next)).toEqual(next);
  });

  it('is none when all are over, to the millisecond, or of other touchpoints', () => {
    expect(shown(window(at('09:00'), at('10:00')), window(at('09:00'), at('11:00'), 'facebook'))).toBeNull();
  });
});

describe('a light on the board has an age', () => {
  // Every half hour; "at least three hours" of the policy is longer than two cadences.
  const [early, late] = [at('09:00'), at('09:40')];
  const [earlyUntil, lateUntil] = [at('12:00'), at('12:40')];

  it('green turns grey with the first of its checks', () => {
    const entry = entryOf([well(load.id, { lastRunAt: early }), well(form.id, { lastRunAt: late })], {
      checks: [load, aCheck({ id: form.id, everyMinutes: 30 })],
    });
    expect(entry).toMatchObject({ light: 'green', freshUntil: earlyUntil });
    expect(boardLightAt(entry, earlyUntil)).toBe('green');
    expect(boardLightAt(entry, '2026-11-23T12:00:00.001Z')).toBe('unknown');
  });

  it.each(['red', 'yellow'] as const)(
    '%s counts as long as a check that has it does, and is grey after that',
    (light) => {
      const everyHalfHour = [load, form, contacts].map(({ id }) => aCheck({ id, everyMinutes: 30 }));
      const entry = entryOf(
        [
          well(load.id, { lastRunAt: at('08:00') }),
          ill(form.id, light, at('08:30'), { lastRunAt: early }),
          ill(contacts.id, light, at('08:30'), { lastRunAt: late }),
        ],
        { checks: everyHalfHour },
      );
      expect(entry).toMatchObject({ light, freshUntil: lateUntil });
      expect(boardLightAt(entry, lateUntil)).toBe(light);
      expect(boardLightAt(entry, at('12:41'))).toBe('unknown');
      expect(entry.light, 'it is still told what was known last').toBe(light);
    },
  );

  it('so has "nothing to check", which may have come about meanwhile', () => {
    const entry = entryOf([well(load.id, { lastOutcome: 'not-applicable', lastRunAt: early })], { checks: [load] });
    expect(boardLightAt(entry, at('11:59'))).toBeNull();
    expect(boardLightAt(entry, at('12:01'))).toBe('unknown');
  });

  it('does not count a run that lies in the future', () => {
    const entry = entryOf([well(load.id, { lastRunAt: at('10:30') })], { checks: [load] });
    expect(entry).toMatchObject({ light: 'unknown', freshUntil: null });
  });
});
