import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FlowRun, openFlow } from '../../cli/local/flow.ts';
import { clockMoved, reasonSeen } from '../../cli/reason-seen.ts';
import { Terminal } from '../../cli/terminal.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Light } from '../../shared/model/light.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { onlyChecks } from '../support/only-checks.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-clock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/** One machine, whose clock differs from the true time by `aheadMs`. */
async function aMachine(light: { now: Light }, clock: { trueMs: number; aheadMs: number }) {
  const checks = onlyChecks({ 'page-load': '{ every: 30m, devices: [mobile] }' });
  const reading = parseConfiguration(
    `business: B\ntimeZone: Europe/Kyiv\ntouchpoints: [{ id: website, kind: website, url: "https://b.example", checks: ${checks} }]`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { configuration } = reading;
  const flow = await openFlow(configuration, folder, new Terminal({ json: true, quiet: true }), () => {}, {
    now: () => clock.trueMs + clock.aheadMs,
    measure: async ({ checks: due, scheduledAt }) =>
      due.map((check) => aResultThatIs(light.now, { checkId: check.id, scheduledAt })),
  });
  const { signal } = new AbortController();
  const all = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const run = async () => {
    const { runs, notifications } = await flow.run(all, signal);
    const [first] = runs;
    if (first === undefined) throw new Error('Nothing ran.');
    const sent = notifications.flatMap(({ notices }) => notices.map(({ reason }) => reason));
    return { run: first, shown: first.shown, step: first.evaluation.step?.reason, sent };
  };
  return { flow, run };
}

const saysWhy = (run: FlowRun): string => clockMoved(run) ?? reasonSeen(run);

describe('one run while the clock stood ahead', () => {
  // As after a dead battery, a virtual machine that wakes, a wrong time zone set by hand, dual boot, a bad time server.
  const jumps = {
    '30 seconds': 30 * second,
    '90 seconds': 90 * second,
    '4 minutes': 4 * minute,
    '6 minutes': 6 * minute,
    'an hour (daylight saving set by hand)': hour,
    'two hours (dual boot in Kyiv)': 2 * hour,
    'three hours': 3 * hour,
    'a day': day,
    'a month': 30 * day,
    'a year': 365 * day,
    'twenty years': 20 * 365 * day,
  };
  it.each(Object.entries(jumps))(
    '%s: the next failure counts, and the second opens an incident',
    async (_, aheadMs) => {
      const [light, clock] = [{ now: 'green' as Light }, { trueMs: noon, aheadMs }];
      const { flow, run } = await aMachine(light, clock);
      await run();
      Object.assign(clock, { trueMs: noon + 10 * second, aheadMs: 0 });
      light.now = 'red';
      const first = await run();
      expect(first).toMatchObject({ shown: 'red', step: 'suspected' });
      expect(saysWhy(first.run)).toContain('clock was set back');
      clock.trueMs += 5 * minute;
      const second_ = await run();
      expect(second_).toMatchObject({ shown: 'red', step: 'opened' });
      expect(second_.sent).toContain('opened');
      expect(clockMoved(second_.run), 'told once').toBeNull();
      light.now = 'green';
      for (const step of ['recovering', 'resolved']) {
        clock.trueMs += 5 * minute;
        expect(await run()).toMatchObject({ shown: 'green', step });
      }
      await flow.close();
    },
  );

  it('an incident that opened while it stood ahead ends when the check has recovered', async () => {
    const [light, clock] = [{ now: 'red' as Light }, { trueMs: noon, aheadMs: 365 * day }];
    const { flow, run } = await aMachine(light, clock);
    await run();
    clock.trueMs += 5 * minute;
    expect(await run()).toMatchObject({ step: 'opened', sent: ['opened'] });
    clock.aheadMs = 0;
    light.now = 'green';
    clock.trueMs += 5 * minute;
    await run();
    clock.trueMs += 5 * minute;
    expect(await run()).toMatchObject({ shown: 'green', step: 'resolved', sent: ['resolved'] });
    clock.trueMs += 5 * minute;
    expect(await run(), 'the end is sent once').toMatchObject({ sent: [] });
    await flow.close();
  });

  it('what the sweep reported as dated in the future is reported measured again', async () => {
    const [light, clock] = [{ now: 'green' as Light }, { trueMs: noon, aheadMs: 3 * hour }];
    const { flow, run } = await aMachine(light, clock);
    await run();
    clock.aheadMs = 0;
    const swept = (await flow.sweep()).flatMap(({ notices }) => notices.map(({ reason }) => reason));
    expect(swept).toEqual(['blind']);
    clock.trueMs += minute;
    expect(await run()).toMatchObject({ shown: 'green', sent: ['sighted'] });
    await flow.close();
  });

  it('a clock that falls behind and is corrected loses no run', async () => {
    const [light, clock] = [{ now: 'green' as Light }, { trueMs: noon, aheadMs: 0 }];
    const { flow, run } = await aMachine(light, clock);
    await run();
    Object.assign(clock, { trueMs: noon + minute, aheadMs: -5 * 365 * day });
    light.now = 'red';
    expect(await run()).toMatchObject({ shown: 'red', step: 'suspected' });
    Object.assign(clock, { trueMs: noon + 2 * minute, aheadMs: 0 });
    expect(await run()).toMatchObject({ shown: 'red', step: 'opened' });
    await flow.close();
  });
});

describe('a run that moves nothing', () => {
  it('made while the clock is put back by an hour is not counted, and nothing is green', async () => {
    const [light, clock] = [{ now: 'green' as Light }, { trueMs: noon, aheadMs: 0 }];
    const { flow, run } = await aMachine(light, clock);
    await run();
    clock.trueMs += minute;
    const { signal } = new AbortController();
    const dated = '2026-11-23T13:01:00.000Z';
    const check = (await run()).run.check;
    light.now = 'red';
    const [ahead] = (await flow.run([check], signal, dated)).runs;
    expect(ahead).toMatchObject({ shown: 'unknown', evaluation: { refused: 'ahead', step: null } });
    if (ahead !== undefined) expect(reasonSeen(ahead)).toContain('dated in the future');
    const [late] = (await flow.run([check], signal, '2026-11-23T11:59:00.000Z')).runs;
    expect(late).toMatchObject({ shown: 'unknown', evaluation: { refused: 'late', step: null } });
    if (late !== undefined) expect(reasonSeen(late)).toContain('came late');
    await flow.close();
  });
});
