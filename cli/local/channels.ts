import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from '../../functions/channel/channel.ts';
import { ChannelFault } from '../../functions/channel/channel-fault.ts';
import { createChannel } from '../../functions/channel/channels/index.ts';
import { deliverAlert } from '../../functions/channel/deliver-alert.ts';
import type { DeliveryDeps } from '../../functions/channel/deliver-notice.ts';
import { createTransport } from '../../functions/channel/http.ts';
import { wordFault } from '../../functions/channel/word-fault.ts';
import { renderNotification } from '../../functions/notify/render.ts';
import { createPace } from '../../shared/aws/topics/pace.ts';
import { type Alert, alertSchema } from '../../shared/model/alert.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { hourMs } from '../../shared/model/time-spans.ts';
import type { Notifier } from '../../shared/ports/notifier.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { createEvidenceReader } from './evidence-reader.ts';

export interface LocalChannelsDeps {
  readonly configuration: Configuration;
  readonly stores: Pick<Stores, 'channelPosts'>;
  readonly secrets: SecretReader;
  /** Such as `.touchlight`: evidence is read from it. */
  readonly folder: string;
  readonly now: () => number;
  /** Gets a sentence for the person at the terminal when a channel fails. */
  readonly onFailure: (sentence: string) => void;
}

/**
 * The channels of one machine. They never hold up the flow, and never stop it: the alert itself is written to a file first, and
 * each channel works its own alerts off beside it.
 */
export interface LocalChannels extends Notifier {
  /** Sends again what was not delivered, as long as it is news. */
  retry(): void;
  /** Resolves when nothing is under way any more. */
  settle(): Promise<void>;
}

/** As long as Lambda keeps an event. */
const worthRetryingMs = 6 * hourMs;

export function createLocalChannels(deps: LocalChannelsDeps): LocalChannels {
  const { configuration } = deps;
  const workers = configuration.alerts.channels.map((target) => createWorker(target, deps));
  return {
    async send(notification) {
      const alert = alertSchema.parse(JSON.parse(renderNotification(notification, configuration).json));
      for (const { take } of workers) take(alert);
    },
    retry() {
      for (const { work } of workers) void work();
    },
    async settle() {
      await Promise.all(workers.map(({ work }) => work()));
    },
  };
}

function createWorker(target: ChannelTarget, deps: LocalChannelsDeps) {
  const { configuration, stores, now, onFailure } = deps;
  const channel = openChannel(target, deps);
  const posts = stores.channelPosts;
  const delivery: DeliveryDeps = { target, channel, posts, reader: configuration, newToken: randomUUID, now, sleep };
  let [pending, said]: [Alert[], string] = [[], ''];
  let working: Promise<void> | null = null;

  const workOff = async (): Promise<void> => {
    const failed: Alert[] = [];
    for (let alert = pending.shift(); alert !== undefined; alert = pending.shift()) {
      if (now() - Date.parse(alert.createdAt) > worthRetryingMs) continue;
      const { failures } = await deliverAlert(alert, delivery);
      if (failures.length > 0) failed.push(alert);
      const sentence = failures.length === 0 ? '' : inWords(failures[0], target);
      // The same every minute is said once.
      if (sentence !== '' && sentence !== said) onFailure(sentence);
      said = sentence;
    }
    pending = failed;
  };
  const work = (): Promise<void> => {
    working ??= workOff().finally(() => {
      working = null;
    });
    return working;
  };
  const take = (alert: Alert): void => {
    pending.push(alert);
    void work();
  };
  return { take, work };
}

/** A channel as it is reached from this machine, on which private addresses are allowed. */
export function openChannel(
  target: ChannelTarget,
  { secrets, folder, now }: Pick<LocalChannelsDeps, 'secrets' | 'folder' | 'now'>,
): Channel {
  const evidence = createEvidenceReader(null, path.join(folder, 'evidence'));
  const turn = { wait: async (): Promise<void> => {} };
  const channel = createChannel(target, {
    ...{ secrets, evidence, now },
    transport: createTransport({ now }),
    pace: () => turn.wait(),
  });
  turn.wait = createPace(channel.gapMs, { now, sleep });
  return channel;
}

function inWords(failure: unknown, target: ChannelTarget): string {
  if (failure instanceof ChannelFault) return `Alerts do not reach ${target.id}. ${wordFault(failure, target)}`;
  return `Alerts do not reach ${target.id}: ${failure instanceof Error ? failure.message : String(failure)}`;
}
