import { describe, expect, it } from 'vitest';
import { conclude, type SeenChat } from '../../functions/probe-page/live-chat/conclude.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import type { Light } from '../../shared/model/light.ts';
import { liveChat as spec } from '../../shared/probes/live-chat/spec.ts';
import type { Presence } from '../../shared/probes/live-chat/statements.ts';
import { type BusinessMoment, measured, notApplicable, type Probe } from '../../shared/runtime/probe.ts';
import { measureCheck, type RunDeps } from '../../shared/runtime/run-checks.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';

const morning: BusinessMoment = { isOpen: true, openMinutes: 60 };
const afternoon: BusinessMoment = { isOpen: true, openMinutes: 400 };
const night: BusinessMoment = { isOpen: false, openMinutes: 120 };

const shown = { state: 'shown', x: 0, y: 0, window: null } as const;
const says = (presence: Presence) => ({ presence });

function aChat(seen: Partial<SeenChat> = {}): SeenChat {
  return {
    vendor: 'tawk',
    button: shown,
    read: says('online'),
    takes: null,
    business: afternoon,
    afterConsent: false,
    hasDeadPlugin: false,
    ...seen,
  };
}

function judged(seen: Partial<SeenChat>) {
  const { outcome, cause, reason, measurements, facts = {} } = conclude(aChat(seen));
  const result = aResult({ checkId: 'website/live-chat', outcome, cause, reason, measurements, facts });
  return judge(result, aCheck({ id: 'website/live-chat' }));
}

describe('a chat is', () => {
  it.each<[string, Partial<SeenChat>, Light, string]>([
    ['green where somebody is there', {}, 'green', ''],
    ['red in business hours with nobody there', { read: says('offline') }, 'red', 'says that nobody is there'],
    ['yellow in business hours with everybody away', { read: says('away') }, 'yellow', 'says that everybody is away'],
    ['green at night with somebody there', { business: night }, 'green', ''],
    ['green at night where it takes a message', { business: night, read: says('offline'), takes: true }, 'green', ''],
    [
      'yellow at night where it takes none',
      { business: night, read: says('offline'), takes: false },
      'yellow',
      'it takes no message',
    ],
    [
      'green at night while it hides',
      { business: night, read: says('offline'), button: { state: 'hidden' } },
      'green',
      '',
    ],
    ['green where it does not say who is there', { read: null }, 'green', ''],
    ['yellow where its button is covered', { button: { state: 'covered', by: 'div#promo' } }, 'yellow', 'div#promo'],
    ['yellow where its button is hidden', { button: { state: 'hidden' } }, 'yellow', 'cannot be seen'],
    [
      'grey where it does not answer in business hours',
      { read: { unread: { why: 'hung', seconds: 3 } } },
      'unknown',
      'did not answer within 3 seconds',
    ],
    [
      'green where it does not answer at night',
      { business: night, read: { unread: { why: 'hung', seconds: 3 } } },
      'green',
      '',
    ],
    ['grey where no button was found', { button: { state: 'none' } }, 'unknown', 'its button was not found'],
    [
      'red where no button was found and nobody is there',
      { button: { state: 'none' }, read: says('offline') },
      'red',
      'says that nobody is there',
    ],
    ['yellow beside what is left of a plugin', { hasDeadPlugin: true }, 'yellow', 'Meta switched off'],
  ])('%s', (_, seen, light, said) => {
    const judgement = judged(seen);
    expect(judgement.light).toBe(light);
    if (said !== '') expect(JSON.stringify(wordFinding(judgement.headline.finding, 'live-chat', 'en'))).toContain(said);
  });

  it('counted as empty in the morning by the first four business hours only', () => {
    const offline = { read: says('offline') };
    expect(conclude(aChat({ ...offline, business: morning })).measurements['nobodyInTheMorning']).toBe(1);
    expect(conclude(aChat({ business: morning })).measurements['nobodyInTheMorning']).toBe(0);
    expect(conclude(aChat({ ...offline, business: afternoon })).measurements).not.toHaveProperty('nobodyInTheMorning');
    expect(conclude(aChat({ ...offline, business: night })).measurements).toEqual({ deadPlugins: 0 });
  });
});

describe('what a probe is told of the business', () => {
  const hours = {
    timeZone: 'Europe/Kyiv',
    shifts: { mon: [[540, 1080]], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    holidays: ['2026-11-30'],
  } satisfies NonNullable<Parameters<typeof aCheck>[0]>['hours'];

  async function toldAt(now: string, check: Parameters<typeof aCheck>[0]): Promise<BusinessMoment | null> {
    let told: BusinessMoment | null = null;
    const probe: Probe<typeof spec, null> = {
      spec,
      measure: async (_, { business }) => {
        told = business;
        return business === null
          ? notApplicable({ id: 'live-chat/none', params: { seconds: 15 } })
          : measured({ id: 'live-chat/none', params: { seconds: 15 } }, { measurements: {} });
      },
    };
    const deps: RunDeps = {
      evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
      now: () => Date.parse(now),
      progress: () => {},
      onFault: (_, error) => expect.unreachable(String(error)),
      network: 'any',
    };
    await measureCheck(probe, aCheck(check), async () => null, AbortSignal.timeout(1_000), deps);
    return told;
  }

  it.each([
    ['2026-11-23T06:59:00Z', { isOpen: false, openMinutes: 0 }],
    ['2026-11-23T07:00:00Z', { isOpen: true, openMinutes: 0 }],
    ['2026-11-23T11:30:00Z', { isOpen: true, openMinutes: 270 }],
    ['2026-11-23T16:00:00Z', { isOpen: false, openMinutes: 540 }],
    ['2026-11-30T09:00:00Z', { isOpen: false, openMinutes: 0 }],
  ])('at %s', async (now, told) => {
    expect(await toldAt(now, { id: 'website/live-chat', hours })).toEqual(told);
  });

  it('is nothing where its check does not carry the hours', async () => {
    expect(await toldAt('2026-11-23T07:00:00Z', { id: 'website/live-chat' })).toBeNull();
  });
});
