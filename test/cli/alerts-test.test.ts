import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTelegram, type Telegram, telegramToken } from '../channel/stubs/a-telegram.ts';
import { aPagerDuty, integrationKey, type PagerDuty } from '../channel/stubs/receivers.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
let telegram: Telegram;
let pagerduty: PagerDuty;

beforeAll(async () => {
  [workplace, telegram, pagerduty] = [await aWorkplace(), await aTelegram(), await aPagerDuty()];
  writeFileSync(
    path.join(workplace.folder, 'touchpoints.yaml'),
    `business: Coffee Lab
timeZone: Europe/Kyiv
alerts:
  email: ops@coffeelab.example
  telegram: { chat: "-1001234567890", secret: telegram-bot, api: "${telegram.url}" }
  slack: { channel: C0123456789, secret: slack-bot, api: "${telegram.url}" }
  pagerduty: { secret: pagerduty-key, api: "${pagerduty.url}" }
touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]
`,
  );
});
afterAll(async () => {
  await workplace.remove();
  await telegram.close();
  await pagerduty.close();
});

describe('touchlight alerts test', () => {
  it('posts a marked test to each channel, says what became of each, and leaves nothing open', async () => {
    const secrets = { TOUCHLIGHT_SECRET_TELEGRAM_BOT: telegramToken, TOUCHLIGHT_SECRET_PAGERDUTY_KEY: integrationKey };
    const [told, json] = await workplace.inTurn(secrets, ['alerts', 'test'], ['alerts', 'test', '--json']);
    expect(told?.code).toBe(1);
    const lines = told?.stdout.trim().split('\n') ?? [];
    expect(lines[0]).toMatch(/● green\s+telegram {2}The test was posted\.$/);
    expect(lines[1]).toMatch(/■ RED\s+slack {2}.*slack-bot/);
    expect(lines[2]).toMatch(/● green\s+pagerduty {2}The test was posted\.$/);
    expect(lines[3]).toMatch(/ops@coffeelab\.example {2}Only a deployed stack sends mail: use --stack\.$/);
    expect(telegram.posts().map(({ text }) => text.split('\n')[0])).toEqual(
      Array(2).fill('<b>🔔 Test: Touchlight</b>'),
    );
    expect([...pagerduty.incidents.values()].map(({ state }) => state)).toEqual(['resolved', 'resolved']);
    expect(JSON.parse(json?.stdout ?? '')).toMatchObject({
      version: 1,
      channels: [{ channel: 'telegram', ok: true }, { channel: 'slack', ok: false }, { ok: true }, { ok: null }],
    });
  });

  it('says so where nobody gets alerts', async () => {
    const quiet = path.join(workplace.folder, 'quiet.yaml');
    writeFileSync(
      quiet,
      'business: B\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://b.example" }]\n',
    );
    const { code, stdout } = await workplace.touchlight('alerts', 'test', '--config', quiet);
    expect(code).toBe(0);
    expect(stdout).toContain('names nobody who gets alerts');
  });
});
