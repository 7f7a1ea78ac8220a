import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { type Exclusively, notifyTouchpoint } from '../../functions/notify/notify-touchpoint.ts';
import { takeTurns } from '../../functions/notify/take-turns.ts';
import type { Touchpoint } from '../../shared/model/business.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCheck } from '../support/a-check.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';

let folder: string;
let table: EmbeddedTable;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-notify-'));
  table = await openEmbeddedTable(folder);
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

/** A touchpoint with one check, and the notify step that looks after it. */
function aDesk(touchpointId: string, remindEveryMinutes = 1440) {
  const check = aCheck({ id: `${touchpointId}/page-load@mobile`, policy: { remindEveryMinutes } });
  const touchpoint: Touchpoint = {
    id: touchpointId,
    kind: 'website',
    url: null,
    secret: null,
    account: null,
    slaMinutes: null,
    checks: [check],
  };
  const sends: Notification[] = [];
  const ill = (incident: Incident): Status =>
    aStatus({
      touchpointId,
      checkId: check.id,
      light: 'red',
      badStreak: 2,
      goodStreak: 0,
      lastLights: ['green', 'red', 'red'],
      incident,
    });
  const desk = {
    sends,
    sendFails: false,
    incident: anIncident({ touchpointId, checkId: check.id }),
    notify: (now: string, exclusively?: Exclusively) =>
      notifyTouchpoint(touchpointId, {
        ...(exclusively && { exclusively }),
        stores: table.stores,
        notifier: {
          send: async (notification) => {
            if (desk.sendFails) throw new Error('SNS is away.');
            sends.push(notification);
          },
        },
        configuration: { touchpoints: [touchpoint], calendar: weekdaysNineToSix, maintenance: [] },
        now,
      }),
    becomesIll: () => table.stores.statuses.save(ill(desk.incident), null),
    isStillIll: (lastRunAt: string) =>
      table.stores.statuses.save({ ...ill(desk.incident), lastRunAt }, '2026-11-23T09:00:00.000Z'),
    isWell: (lastRunAt: string, before: string | null = null) =>
      table.stores.statuses.save(aStatus({ touchpointId, checkId: check.id, lastRunAt }), before),
  };
  return desk;
}

let owners = 0;
/** As a process of its own takes turns; its clock runs while it waits. */
function aTurn(at: string): Exclusively {
  let waitedMs = 0;
  return takeTurns({
    turns: table.stores.turns,
    now: () => Date.parse(at) + waitedMs,
    sleep: async (ms) => {
      waitedMs += ms;
      await setTimeout(5);
    },
    newOwner: () => `process ${++owners}`,
  });
}

describe('notify', () => {
  it('sends an opened incident once, and logs it once it was sent', async () => {
    const desk = aDesk('once');
    await desk.becomesIll();
    for (const minute of ['06', '07', '08']) await desk.notify(`2026-11-23T09:${minute}:00.000Z`);
    expect(desk.sends).toHaveLength(1);
    expect(desk.sends[0]).toMatchObject({ touchpointId: 'once', light: 'red', reason: 'opened' });
    const sent = await table.stores.sent.list('once', { from: '2000', to: '2100' });
    expect(sent).toMatchObject([{ reason: 'opened', n: 1, sentAt: '2026-11-23T09:06:00.000Z' }]);
  });

  it('tries again when the send failed', async () => {
    const desk = aDesk('again');
    await desk.becomesIll();
    desk.sendFails = true;
    await expect(desk.notify('2026-11-23T09:06:00.000Z')).rejects.toThrow('SNS is away.');
    expect(await table.stores.sent.list('again', { from: '2000', to: '2100' })).toEqual([]);
    desk.sendFails = false;
    await desk.notify('2026-11-23T09:07:00.000Z');
    expect(desk.sends).toHaveLength(1);
  });

  it('remembers after two months what it sent on the first day', async () => {
    const desk = aDesk('old', 0);
    await desk.becomesIll();
    await desk.notify('2026-11-23T09:06:00.000Z');
    await desk.isStillIll('2027-01-25T09:00:00.000Z');
    await desk.notify('2027-01-25T09:06:00.000Z');
    expect(desk.sends).toHaveLength(1);
  });

  it('reports once that a check has gone silent, however long it stays so, and once that it is measured again', async () => {
    const desk = aDesk('silent', 0);
    await desk.isWell('2026-11-23T09:00:00.000Z');
    await desk.notify('2026-11-23T09:06:00.000Z');
    expect(desk.sends).toEqual([]);
    for (const day of ['2026-11-24', '2026-12-24', '2027-01-24', '2027-01-25'])
      await desk.notify(`${day}T09:00:00.000Z`);
    expect(desk.sends.map(({ reason, notices }) => [reason, notices[0]?.measuredAt])).toEqual([
      ['blind', '2026-11-23T09:00:00.000Z'],
    ]);
    await desk.isWell('2027-01-25T09:30:00.000Z', '2026-11-23T09:00:00.000Z');
    await desk.notify('2027-01-25T09:31:00.000Z');
    await desk.notify('2027-01-25T09:32:00.000Z');
    expect(desk.sends.map(({ reason, light }) => [reason, light])).toEqual([
      ['blind', 'unknown'],
      ['sighted', 'green'],
    ]);
  });

  it('sends once when the stream and the sweep come at the same moment', async () => {
    const desk = aDesk('crowded');
    await desk.becomesIll();
    const at = '2026-11-23T09:06:00.000Z';
    const [alone, beside] = [aTurn(at), aTurn(at)];
    await Promise.all([desk.notify(at, alone), desk.notify(at, beside), desk.notify(at, alone)]);
    expect(desk.sends).toHaveLength(1);
  });

  it('takes over the turn of a process that was stopped while it had it', async () => {
    const desk = aDesk('stopped');
    await desk.becomesIll();
    const at = '2026-11-23T09:06:00.000Z';
    await table.stores.turns.take('stopped', 'a notify that was stopped', at, '2026-11-23T09:07:00.000Z');
    await desk.notify(at, aTurn(at));
    expect(desk.sends).toHaveLength(1);
    expect(await table.stores.turns.take('stopped', 'somebody else', at, at)).toBe('ours');
  });

  it('fails, to be tried again, while another process keeps the turn', async () => {
    const desk = aDesk('kept');
    await desk.becomesIll();
    const at = '2026-11-23T09:06:00.000Z';
    await table.stores.turns.take('kept', 'somebody else', at, '2026-11-23T10:00:00.000Z');
    await expect(desk.notify(at, aTurn(at))).rejects.toThrow('Another process has been notifying about kept');
    expect(desk.sends).toEqual([]);
  });

  it('sends no reminder of what somebody has acknowledged, until that is withdrawn', async () => {
    const desk = aDesk('seen', 60);
    await desk.becomesIll();
    await desk.notify('2026-11-23T09:06:00.000Z');
    const acknowledgement = {
      touchpointId: 'seen',
      checkId: desk.incident.checkId,
      subjectAt: desk.incident.openedAt ?? '',
      acknowledgedAt: '2026-11-23T09:10:00.000Z',
      why: 'the host knows',
      withdrawnAt: null,
    };
    await table.stores.acknowledgements.put(acknowledgement);
    await desk.notify('2026-11-23T11:00:00.000Z');
    expect(desk.sends).toHaveLength(1);
    await table.stores.acknowledgements.put({ ...acknowledgement, withdrawnAt: '2026-11-23T11:30:00.000Z' });
    await desk.notify('2026-11-23T12:00:00.000Z');
    expect(desk.sends.map(({ reason }) => reason)).toEqual(['opened', 'reminder']);
  });

  it('is quiet in a window announced at the command line, also in its last minute and after weeks of it', async () => {
    const desk = aDesk('moving', 0);
    await desk.becomesIll();
    const window = { touchpointId: 'moving', from: '2026-11-23T09:00:00.000Z', to: '2026-12-23T09:00:00.000Z' };
    await table.stores.maintenance.start({ ...window, why: 'a new host' });
    await desk.notify('2026-11-23T09:06:00.000Z');
    await desk.notify('2026-12-23T08:59:59.999Z');
    expect(desk.sends).toEqual([]);
    await desk.notify('2026-12-23T09:00:00.000Z');
    expect(desk.sends.map(({ reason }) => reason)).toEqual(['opened']);
  });

  it('has nothing to say about a touchpoint that it knows nothing of', async () => {
    const plan = await aDesk('unknown').notify('2026-11-23T09:06:00.000Z');
    expect(plan).toMatchObject({ notification: null, decisions: [{ reason: 'newly-configured' }] });
  });
});
