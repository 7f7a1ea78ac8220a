import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createHandler, type NotifyHandlerDeps } from '../../functions/notify/handler.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aBusiness } from '../support/a-week.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';

let open: { readonly folder: string; readonly table: EmbeddedTable } | null = null;

/** Each story has a table of its own: the registry is one key range for all. */
async function freshTable(): Promise<EmbeddedTable> {
  await closeTable();
  const folder = await mkdtemp(join(tmpdir(), 'touchlight-sweep-'));
  open = { folder, table: await openEmbeddedTable(folder) };
  return open.table;
}

/** Call when the last story is over. */
export async function closeTable(): Promise<void> {
  await open?.table.close();
  if (open !== null) await rm(open.folder, { recursive: true });
  open = null;
}

/** The stack's notify, which nothing wakes but sweeps. Touchpoints are named; each has one check, every half hour. */
export async function aStack(...names: readonly string[]) {
  const table = await freshTable();
  const sends: Notification[] = [];
  const operations: string[] = [];
  const stack = {
    table,
    sends,
    operations,
    sendFailsFor: '',
    stores: table.stores,
    configuration: configured(...names),
    save: (status: Partial<Status>, before: string | null = null) =>
      table.stores.statuses.save(aStatus(status), before),
    /** What the sweep sends at this moment: "website opened yellow". */
    async sweep(now: string, overrides: Partial<NotifyHandlerDeps> = {}): Promise<string[]> {
      const before = sends.length;
      const handle = createHandler({
        stores: stack.stores,
        configuration: stack.configuration,
        notifier: {
          send: async (notification) => {
            if (notification.touchpointId === stack.sendFailsFor) throw new Error('SNS is away.');
            sends.push(notification);
          },
        },
        operations: { notify: async (name, text) => void operations.push(`${name}: ${text}`) },
        checkItself: async () => null,
        logger: aQuietLogger(),
        now: () => Date.parse(now),
        ...overrides,
      });
      expect(await handle({ sweepAt: now.replace('.000Z', 'Z') })).toEqual({ batchItemFailures: [] });
      return sends.slice(before).flatMap(({ touchpointId, notices }) => {
        return notices.map(({ reason, light }) => `${touchpointId} ${reason} ${light}`);
      });
    },
  };
  return stack;
}

export function configured(...names: readonly string[]): Configuration {
  const [website, ...others] = aBusiness().touchpoints;
  if (website === undefined || others.length === 0) throw new Error('Coffee Lab has a website.');
  return {
    ...aBusiness(),
    digest: null,
    calendar: weekdaysNineToSix,
    touchpoints: names.map((id) => ({ ...website, id, checks: [aCheck({ id: `${id}/page-load@mobile` })] })),
  };
}

/** A check of that touchpoint that last ran then; by default a healthy one. */
export function of(touchpointId: string, lastRunAt: string, overrides: Partial<Status> = {}): Partial<Status> {
  return { touchpointId, checkId: `${touchpointId}/page-load@mobile`, lastRunAt, ...overrides };
}

export function illness(touchpointId: string, light: 'yellow' | 'red', openedAt: string): Partial<Status> {
  const incident = anIncident({
    ...{ touchpointId, checkId: `${touchpointId}/page-load@mobile`, light, worstLight: light },
    ...{ suspectedAt: openedAt, openedAt },
  });
  return { light, badStreak: 2, goodStreak: 0, incident };
}

/** A Monday; 07:00Z is 09:00 in Kyiv, where business begins. */
export const at = (time: string, day = 23) => `2026-11-${day}T${time}:00.000Z`;
