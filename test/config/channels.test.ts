import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { configurationSchema } from '../../shared/model/business.ts';
import { message, read, smallest, today } from './reading.ts';

function channelsOf(alerts: string) {
  return read(`${smallest}alerts: ${alerts}\n`).alerts.channels;
}

function faultsOf(alerts: string): string {
  return message(parseConfiguration(`${smallest}alerts: ${alerts}\n`, 'touchpoints.yaml', today));
}

describe('channels of a configuration', () => {
  it('are none by default, and none in a configuration that an earlier version has stored', () => {
    const configuration = read(smallest);
    expect(configuration.alerts.channels).toEqual([]);
    expect(configurationSchema.parse({ ...configuration, alerts: { email: [] } })).toEqual(configuration);
  });

  it('have every default filled in', () => {
    const given =
      '{ telegram: { chat: "-1001234567890", secret: telegram-bot }, pagerduty: { secret: pagerduty-key } }';
    const all = { from: 'yellow', touchpoints: null, api: null };
    expect(channelsOf(given)).toEqual([
      {
        ...all,
        kind: 'telegram',
        id: 'telegram',
        secret: 'telegram-bot',
        chat: '-1001234567890',
        topic: null,
        pictures: true,
      },
      { ...all, kind: 'pagerduty', id: 'pagerduty', secret: 'pagerduty-key', region: 'us' },
    ]);
  });

  it('may be several of a kind, told apart by name', () => {
    const two = '{ slack: [{ channel: C0123456789, secret: a }, { channel: C0123456780, secret: b, name: office }] }';
    expect(channelsOf(two).map(({ id }) => id)).toEqual(['slack', 'slack-office']);
  });

  it('keep their ids when another one is added before them', () => {
    const before = channelsOf('{ slack: { channel: C0123456789, secret: a, name: office } }');
    const after = channelsOf(
      '{ slack: [{ channel: C0, secret: b }, { channel: C0123456789, secret: a, name: office }] }'.replace(
        'C0,',
        'C9876543210,',
      ),
    );
    expect(after.at(-1)).toEqual(before[0]);
  });

  it.each([
    [
      'two without a name',
      '{ teams: [{ secret: a }, { secret: b }] }',
      'teams[0] has none either: give one of the two a name',
    ],
    [
      'one name twice',
      '{ teams: [{ secret: a, name: x }, { secret: b, name: x }] }',
      '"x" is already the name of teams[0]',
    ],
    [
      'a webhook without an address',
      '{ webhook: { secret: a } }',
      'url: is missing; for example: url: https://hooks.example.com',
    ],
    [
      'an invitation',
      '{ telegram: { chat: "https://t.me/+AbCdEf", secret: a } }',
      'is an invitation, which a bot cannot use',
    ],
    ['the link of a public channel', '{ telegram: { chat: t.me/coffeelab, secret: a } }', 'did you mean "@coffeelab"?'],
    ['the name of a channel', '{ slack: { channel: "#ops", secret: a } }', 'write its id, such as C0123456789'],
    ['a touchpoint that is not there', '{ teams: { secret: a, touchpoints: [websit] } }', 'did you mean "website"?'],
  ])('with %s are refused with what to write instead', (_, alerts, sentence) => {
    expect(faultsOf(alerts)).toContain(sentence);
  });

  it('never show a token that stands in the place of its name', () => {
    const faults = faultsOf('{ telegram: { chat: "-100", secret: "7700112233:AAHfakeFAKEfakeFAKEfakeFAKEfakeFAK" } }');
    expect(faults).toContain('looks like the secret itself');
    expect(faults).not.toContain('AAHfake');
  });
});
