import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, read, smallest, today } from './reading.ts';

const told = (text: string) => message(parseConfiguration(text, 'touchpoints.yaml', today));
const inZone = (zone: string) => told(smallest.replace('Europe/Kyiv', zone));
const facebook = (page: string) =>
  told(`${smallest}  - id: facebook\n    kind: facebook\n    page: ${page}\n    sla: { firstResponse: 4h }\n`);

describe('what other people reported of zones and files', () => {
  it('https://github.com/louislam/uptime-kuma/issues/6233: a window in summer is not an hour late', () => {
    const file = `${smallest}maintenance:\n  - { touchpoint: website, from: 2027-07-01T02:00, to: 2027-07-01T03:00 }\n`;
    expect(read(file).maintenance).toMatchObject([
      { from: '2027-06-30T23:00:00.000Z', to: '2027-07-01T00:00:00.000Z' },
    ]);
  });

  it('https://github.com/louislam/uptime-kuma/issues/4856: a window in UTC is meant so, or refused with what to write', () => {
    const file = `${smallest}maintenance:\n  - { touchpoint: website, from: "2027-06-19T04:00Z", to: "2027-06-19T08:00Z" }\n`;
    expect(told(file)).toMatch(/no fault|2027-06-19T0\d:00/);
  });

  it.each([
    ['https://github.com/iamkun/dayjs/issues/2445', 'AEST', 'Australia/Sydney'],
    ['https://github.com/iamkun/dayjs/issues/2240', 'PST8PDT', 'America/Los_Angeles'],
    ['https://github.com/open-telemetry/opentelemetry.io/issues/5640', 'PT', 'America/Los_Angeles'],
    ['https://github.com/moment/luxon/issues/1039', 'PDT', 'America/Los_Angeles'],
  ])('%s: %s is told what to write', (_, zone, suggestion) => expect(inZone(zone)).toContain(suggestion));

  it.each([
    ['https://github.com/travis-ci/travis-ci/issues/1204', smallest.replace('    kind', '\u00a0   kind'), 'U+00A0'],
    [
      'https://github.com/Azure/Azure-Sentinel/issues/580',
      smallest.replace('website\n    url', 'website\u200b\n    url'),
      'U+200B',
    ],
    ['https://github.com/nodeca/js-yaml/issues/273', smallest.replace('kind: ', 'kind:\u00a0'), 'U+00A0'],
  ])('%s: the character is named', (_, text, character) => expect(told(text)).toContain(character));

  it('an account with more digits than a number holds is to be quoted', () => {
    expect(facebook('17841400000000000001')).toContain('"17841400000000000001"');
  });
});
