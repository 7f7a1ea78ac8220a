import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createChannel } from '../../functions/channel/channels/index.ts';
import { deliverAlert } from '../../functions/channel/deliver-alert.ts';
import { createTransport } from '../../functions/channel/http.ts';
import type { Reader } from '../../functions/channel/message.ts';
import { renderNotification } from '../../functions/notify/render.ts';
import type { Delivery } from '../../shared/evaluation/channels/decide-delivery.ts';
import { type Alert, alertSchema } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Notice } from '../../shared/model/notification.ts';
import { type Interrupt, interruptible } from '../evaluate/interruptible.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { slackChannel, slackToken } from './stubs/a-slack.ts';
import { telegramToken } from './stubs/a-telegram.ts';
import { integrationKey, signingSecret } from './stubs/receivers.ts';

export const coffeeLab: Reader = { business: 'Coffee Lab', language: 'en', timeZone: 'Europe/Kyiv' };

const all = { secret: 'the-secret', from: 'yellow', touchpoints: null } as const;
type Targets = { readonly [K in ChannelTarget['kind']]: Extract<ChannelTarget, { kind: K }> };

/** One channel of each kind, with the API at that address. */
export function targetsAt(url: string): Targets {
  return {
    telegram: {
      ...all,
      kind: 'telegram',
      id: 'telegram',
      chat: '-1001234567890',
      topic: null,
      pictures: true,
      api: url,
    },
    slack: { ...all, kind: 'slack', id: 'slack', channel: slackChannel, api: url },
    teams: { ...all, kind: 'teams', id: 'teams' },
    webhook: { ...all, kind: 'webhook', id: 'webhook', url, urlSecret: null },
    pagerduty: { ...all, kind: 'pagerduty', id: 'pagerduty', region: 'us', api: url },
  };
}

/** What each channel's secret is where all is well. */
export function secretsAt(url: string): Readonly<Record<ChannelTarget['kind'], string>> {
  return {
    ...{ telegram: telegramToken, slack: slackToken, webhook: signingSecret, pagerduty: integrationKey },
    teams: `${url}/workflows/0123/triggers/manual/paths/invoke?sig=fakeFAKEfakeFAKEfakeFAKEfake`,
  };
}

const start = '2026-11-23T09:05:00.000Z';

/** A notice about the incident of website/form that opened at 09:05Z, as JSON. */
export function anAlert(
  overrides: Partial<Notice> = {},
  createdAt = '2026-11-23T09:06:00.000Z',
  reader = coffeeLab,
): Alert {
  const notification = aNotification({ createdAt, notices: [aNotice({ subjectAt: start, ...overrides })] });
  return alertSchema.parse(JSON.parse(renderNotification(notification, reader).json));
}

/** How the incident goes on: opened yellow, red after ten minutes, reminded a day later, over after another hour. */
export function aWholeIncident(reader = coffeeLab): Alert[] {
  const opened = aNotice({ subjectAt: start });
  const incident = opened.incident;
  if (incident === null) throw new Error('aNotice is about an incident.');
  const yellow = { ...incident, light: 'yellow', worstLight: 'yellow' } as const;
  const over = { ...incident, state: 'resolved', resolvedAt: '2026-11-24T10:20:00.000Z' } as const;
  return [
    anAlert({ light: 'yellow', incident: yellow }, '2026-11-23T09:06:00.000Z', reader),
    anAlert({ reason: 'worsened' }, '2026-11-23T09:16:00.000Z', reader),
    anAlert({ reason: 'reminder' }, '2026-11-24T09:16:00.000Z', reader),
    anAlert({ reason: 'resolved', light: 'green', incident: over }, '2026-11-24T10:21:00.000Z', reader),
  ];
}

export interface ChannelStory {
  readonly table: EmbeddedTable;
  /** How long each pause was. */
  readonly pauses: number[];
  /** Delivers as one process does, from the moment at which the alert was made, or later; what it throws is among the failures. */
  deliver(
    alert: Alert,
    options?: { readonly afterMs?: number; readonly interrupt?: Interrupt },
  ): ReturnType<typeof deliverAlert>;
  /** As SNS and Lambda do: again after one minute and after two more, while something fails. @returns what became of it at last */
  deliverWithRetries(alert: Alert, interrupt?: Interrupt): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A table in a folder of its own. */
export async function aTable(): Promise<{ readonly table: EmbeddedTable; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-channel-'));
  const table = await openEmbeddedTable(folder);
  return {
    table,
    async remove() {
      await table.close();
      await rm(folder, { recursive: true });
    },
  };
}

interface StoryOptions {
  readonly secret: string;
  readonly picture?: Uint8Array | null;
  readonly reader?: Reader;
  /** For a whole answer. */
  readonly withinMs?: number;
  /** One that is there already. */
  readonly table?: EmbeddedTable;
}

/** A channel with a table of its own; its clock goes on only when something pauses. */
export async function aChannelStory(target: ChannelTarget, options: StoryOptions): Promise<ChannelStory> {
  const own = options.table === undefined ? await aTable() : null;
  const table = options.table ?? own?.table;
  if (table === undefined) throw new Error('A story needs a table.');
  const pauses: number[] = [];
  let [token, nowMs] = [0, 0];
  const deliver: ChannelStory['deliver'] = (alert, { afterMs = 0, interrupt = () => {} } = {}) => {
    nowMs = Date.parse(alert.createdAt) + afterMs;
    const now = (): number => nowMs;
    const transport = createTransport({ now, withinMs: options.withinMs ?? 10_000 });
    const secrets = { read: async () => options.secret };
    const evidence = { read: async () => options.picture ?? null };
    const channel = createChannel(target, {
      ...interruptible({ transport, secrets, evidence }, interrupt),
      pace: async () => {},
      now,
    });
    return deliverAlert(alert, {
      ...{ target, channel, now },
      posts: interruptible(table.stores.channelPosts, interrupt),
      reader: options.reader ?? coffeeLab,
      newToken: () => `delivery ${++token}`,
      sleep: async (ms) => {
        pauses.push(ms);
        nowMs += ms;
      },
    });
  };
  return {
    table,
    pauses,
    deliver,
    async deliverWithRetries(alert, interrupt) {
      const tried: Delivery[] = [];
      for (const afterMs of [0, 60_000, 180_000]) {
        const { deliveries, failures } = await deliver(alert, { afterMs, ...(interrupt && { interrupt }) });
        tried.push(...deliveries);
        if (failures.length === 0) break;
        if (afterMs === 180_000) throw new AggregateError(failures, `Given up at ${toInstant(nowMs)}.`);
      }
      return tried.map(({ action, reason }) => `${action} (${reason})`);
    },
    close: async () => own?.remove(),
  };
}
