import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Flow, openFlow } from '../../cli/local/flow.ts';
import { Terminal } from '../../cli/terminal.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Notification } from '../../shared/model/notification.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { onlyChecks } from '../support/only-checks.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-flow-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function configured(id: string): Configuration {
  const checks = onlyChecks({ 'page-load': '{ every: 6h, devices: [mobile] }' });
  const reading = parseConfiguration(
    `business: B\ntimeZone: Europe/Kyiv\nhours: { mon-fri: ["09:00-18:00"] }\ntouchpoints: [{ id: ${id}, kind: website, url: "https://b.example", checks: ${checks} }]`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

/** The flow on a clock of our own; whatever is visited has this light. */
async function aFlow(clock: { now: number }, light: Light, id = 'website') {
  const configuration = configured(id);
  const flow = await openFlow(configuration, folder, new Terminal({ json: true, quiet: true }), () => {}, {
    now: () => clock.now,
    measure: async ({ checks, scheduledAt }) =>
      checks.map((check) => aResultThatIs(light, { checkId: check.id, scheduledAt })),
  });
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const { signal } = new AbortController();
  return Object.assign(flow, { visit: async () => words((await flow.run(checks, signal)).notifications) });
}

function words(notifications: readonly Notification[]): string[] {
  return notifications.flatMap(({ touchpointId, notices }) =>
    notices.map(({ reason, light }) => `${touchpointId} ${reason} ${light}`),
  );
}

const sweepOf = async (flow: Flow): Promise<string[]> => words(await flow.sweep());
/** A Monday at that time in Kyiv, or so many days later. */
const kyiv = (time: string, days = 0) => Date.parse(`2026-11-23T${time}:00.000+02:00`) + days * 86_400_000;

describe('on one machine', () => {
  it('the board of the live page is there after a run, and follows what is configured', async () => {
    const clock = { now: kyiv('10:00') };
    const flow = await aFlow(clock, 'red');
    await flow.visit();
    clock.now = kyiv('10:05');
    await flow.visit();
    const [entry, ...others] = await flow.stores.board.list();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ touchpointId: 'website', light: 'red', openCount: 1, readAt: toInstant(clock.now) });
    await flow.close();
    const renamed = await aFlow(clock, 'green', 'shop');
    await renamed.visit();
    expect((await renamed.stores.board.list()).map(({ touchpointId }) => touchpointId)).toEqual(['shop']);
    await renamed.close();
  });

  it('a yellow that waits for business hours is sent when they begin, and what was removed is closed', async () => {
    const clock = { now: kyiv('06:00') };
    const flow = await aFlow(clock, 'yellow');
    expect(await flow.visit()).toEqual([]);
    clock.now = kyiv('06:05');
    expect(await flow.visit()).toEqual([]);
    clock.now = kyiv('08:45');
    expect(await sweepOf(flow)).toEqual([]);
    clock.now = kyiv('09:00');
    expect(await sweepOf(flow)).toEqual(['website opened yellow']);
    await flow.close();
    const renamed = await aFlow(clock, 'green', 'shop');
    expect(await renamed.visit()).toEqual(['website resolved unknown']);
    expect(await sweepOf(renamed)).toEqual([]);
    await renamed.close();
  });

  it('a check that goes silent while the machine is awake is reported, and nothing is sent about a machine that was off or slept', async () => {
    const clock = { now: kyiv('09:00') };
    const first = await aFlow(clock, 'green');
    await first.visit();
    await first.close();
    clock.now = kyiv('09:00', 7);
    const flow = await aFlow(clock, 'green');
    expect(await sweepOf(flow), 'it was off for a week').toEqual([]);
    clock.now = kyiv('09:00', 14);
    expect(await sweepOf(flow), 'it slept for a week').toEqual([]);
    const sent: [string, string][] = [];
    for (let halves = 1; halves <= 26; halves++) {
      clock.now += 30 * 60_000;
      for (const word of await sweepOf(flow)) sent.push([toInstant(clock.now), word]);
    }
    expect(sent).toEqual([['2026-12-07T19:30:00.000Z', 'website blind unknown']]);
    await flow.close();
  });
});
