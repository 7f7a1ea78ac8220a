import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { read, smallest } from './reading.ts';

const withTelegram = (settings: string): string =>
  `${smallest}  - { id: telegram, kind: telegram, secret: telegram-bot, sla: { firstResponse: 4h }, ${settings} }\n`;

function faultsOf(settings: string): string[] {
  const reading = parseConfiguration(withTelegram(settings), 'touchpoints.yaml', '2026-11-22');
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`);
}

describe('the account whose private chats are read on Telegram', () => {
  it.each(['"@CoffeeLab"', '"7700112233"'])('is named beside the channel, as %s', (account) => {
    const file = withTelegram(`page: "-100111", messages: true, businessAccount: ${account}`);
    const [check] = read(file).touchpoints.find(({ id }) => id === 'telegram')?.checks ?? [];
    expect(check?.options).toMatchObject({ messages: true, businessAccount: account.replaceAll('"', '') });
  });

  it('has to be named there, because anybody can connect a bot', () => {
    expect(faultsOf('page: "-100111", messages: true')).toEqual([
      expect.stringMatching(/^touchpoints\[1\]\.messages: needs the account .* add businessAccount/),
    ]);
  });

  it.each(['page: "-100111"', 'page: "7700112233", messages: true', 'page: "-100111", messages: false'])(
    'has no place beside %s',
    (settings) => {
      expect(faultsOf(`${settings}, businessAccount: "@coffeelab"`)).toEqual([
        expect.stringMatching(/^touchpoints\[1\]\.businessAccount: goes only with a Telegram channel/),
      ]);
    },
  );

  it('is a name with @ or a number, and says so', () => {
    expect(faultsOf('page: "-100111", messages: true, businessAccount: coffeelab')).toEqual([
      expect.stringMatching(/^touchpoints\[1\]\.businessAccount: .*is no Telegram account; write its name with @/),
    ]);
  });

  it('is that of the page where there is no channel', () => {
    expect(faultsOf('page: "7700112233", messages: true')).toEqual([]);
  });
});
