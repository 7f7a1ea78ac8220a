import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalChannels, type LocalChannelsDeps } from '../../cli/local/channels.ts';
import { createLocalSecrets } from '../../cli/local/secrets.ts';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { aTelegram, type Telegram, telegramToken } from '../channel/stubs/a-telegram.ts';
import { aReceiver, type Receiver, signingSecret } from '../channel/stubs/receivers.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';

let folder: string;
let table: EmbeddedTable;
let telegram: Telegram;
let receiver: Receiver;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-local-channels-'));
  table = await openEmbeddedTable(folder);
  await mkdir(join(folder, 'secrets'));
  await writeFile(join(folder, 'secrets', 'hook'), signingSecret);
  [telegram, receiver] = [await aTelegram(), await aReceiver()];
});
afterEach(async () => {
  await table.close();
  await telegram.close();
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

const opened = '2026-11-23T09:06:00.000Z';

function channels(clock: { now: number }, said: string[]) {
  const reading = parseConfiguration(
    `business: Coffee Lab
timeZone: Europe/Kyiv
alerts:
  telegram: { chat: "42", secret: telegram-bot, api: "${telegram.url}" }
  webhook: { url: "${receiver.url}", secret: hook }
touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const deps: LocalChannelsDeps = {
    configuration: reading.configuration,
    stores: table.stores,
    secrets: createLocalSecrets(join(folder, 'secrets'), {}),
    folder,
    now: () => clock.now,
    onFailure: (sentence) => void said.push(sentence),
  };
  return createLocalChannels(deps);
}

describe('the channels of one machine', () => {
  it('get alerts, and one that fails is told of once and holds up no other; what it missed follows when it works', async () => {
    const clock = { now: Date.parse(opened) };
    const said: string[] = [];
    const local = channels(clock, said);
    await local.send(aNotification());
    await local.settle();
    expect([...receiver.taken.values()]).toMatchObject([{ type: 'alert.opened' }]);
    expect(said).toEqual([
      expect.stringMatching(/^Alerts do not reach telegram\. .*telegram-bot.*TOUCHLIGHT_SECRET_TELEGRAM_BOT/),
    ]);

    await local.settle();
    expect(said).toHaveLength(1);

    await writeFile(join(folder, 'secrets', 'telegram-bot'), telegramToken);
    local.retry();
    await local.settle();
    expect(telegram.posts()).toHaveLength(1);
  });

  it('do not post old news', async () => {
    const clock = { now: Date.parse(opened) };
    const local = channels(clock, []);
    await local.send(aNotification());
    await local.settle();
    await writeFile(join(folder, 'secrets', 'telegram-bot'), telegramToken);
    clock.now += 7 * 3_600_000;
    await local.settle();
    expect(telegram.posts()).toEqual([]);
  });

  it('remember their posts when the next process goes on', async () => {
    await writeFile(join(folder, 'secrets', 'telegram-bot'), telegramToken);
    const clock = { now: Date.parse(opened) };
    const first = channels(clock, []);
    await first.send(aNotification());
    await first.settle();
    const next = channels(clock, []);
    await next.send(
      aNotification({ createdAt: '2026-11-23T09:16:00.000Z', notices: [aNotice({ reason: 'reminder' })] }),
    );
    await next.settle();
    expect(telegram.posts()).toHaveLength(1);
    expect(telegram.replies()).toHaveLength(1);
  });
});
